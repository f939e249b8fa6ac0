/**
 * Lays code out: what does not fit in a line is broken at its brackets, one item a line. It knows the code that is written here, which
 * has no operators to break at, and gives the same bytes on every machine.
 */
import { type Group, type Item, type Piece, Reader } from "./pieces.ts"
import { statementsIn } from "./statements.ts"

/** The longest line. */
const width = 110

const flatPiece = (piece: Piece): string => {
  if (typeof piece === "string") return piece
  const inside = piece.items.map(({ pieces }) => pieces.map(flatPiece).join("")).join(", ")
  const space = piece.open === "{" && inside !== "" ? " " : ""
  return `${piece.open}${space}${inside}${space}${piece.close}`
}

const hasComments = (piece: Piece): boolean =>
  typeof piece !== "string" &&
  piece.items.some(({ comments, pieces }) => comments.length > 0 || pieces.some(hasComments))

const indented = (depth: number, text: string): string => `${"  ".repeat(depth)}${text}`

const comment = (text: string, depth: number): string =>
  text
    .split("\n")
    .map((line, index) => indented(depth, index === 0 ? line.trim() : ` ${line.trim()}`))
    .join("\n")

const isWord = ({ comments, pieces }: Item): boolean =>
  comments.length === 0 && pieces.length === 1 && typeof pieces[0] === "string"

/** Words from a list, as many in a line as fit. */
const filled = (items: ReadonlyArray<Item>, depth: number): string => {
  const lines: Array<string> = []
  for (const [index, item] of items.entries()) {
    const text = `${item.pieces.map(flatPiece).join("")}${index < items.length - 1 ? "," : ""}`
    const last = lines.at(-1)
    if (last === undefined || 2 * depth + last.length + 1 + text.length > width) lines.push(text)
    else lines[lines.length - 1] = `${last} ${text}`
  }
  return lines.map((line) => indented(depth, line)).join("\n")
}

/** The lines of a group that is broken: each item in its own. */
const broken = (group: Group, depth: number, between = ","): string => {
  if (group.open === "[" && group.items.every(isWord))
    return `[\n${filled(group.items, depth + 1)}\n${indented(depth, "]")}`
  const lines = group.items.map(({ comments, pieces }, index) =>
    [
      ...comments.map((text) => comment(text, depth + 1)),
      indented(
        depth + 1,
        row(pieces, depth + 1, 2 * (depth + 1)) + (index < group.items.length - 1 ? between : "")
      )
    ].join("\n")
  )
  return `${group.open}\n${lines.join("\n")}\n${indented(depth, group.close)}`
}

/** Whether a group ends in an object or a list, whose items are worth lines of their own. */
const endsInList = (piece: Piece | undefined): boolean => {
  if (piece === undefined || typeof piece === "string" || piece.items.length === 0) return false
  return piece.open !== "(" || endsInList(piece.items.at(-1)?.pieces.at(-1))
}

/** A group whose last item is broken while what is before it stays in the line: `operation("list", () => ({` and so on. */
const hugged = (group: Group, depth: number, column: number): string | undefined => {
  const [last] = group.items.slice(-1)
  const tail = last?.pieces.at(-1)
  if (
    group.open !== "(" ||
    !endsInList(tail) ||
    last === undefined ||
    tail === undefined ||
    typeof tail === "string"
  )
    return undefined
  const before = group.items.slice(0, -1)
  if (before.some(({ comments, pieces }) => comments.length > 0 || pieces.some(hasComments))) return undefined
  const head = [
    ...before.map(({ pieces }) => pieces.map(flatPiece).join("")),
    last.pieces.slice(0, -1).map(flatPiece).join("")
  ].join(", ")
  if (last.pieces.slice(0, -1).some(hasComments) || column + head.length + 4 > width) return undefined
  return `(${head}${printed(tail, depth, column + 1 + head.length)})`
}

const printed = (piece: Piece, depth: number, column: number): string => {
  if (typeof piece === "string") return piece
  const flat = flatPiece(piece)
  if (!hasComments(piece) && column + flat.length <= width) return flat
  return hugged(piece, depth, column) ?? broken(piece, depth)
}

/** Pieces one after the other, the first at that column. What follows a group in the line counts for it. */
const row = (pieces: ReadonlyArray<Piece>, depth: number, column: number): string => {
  let text = ""
  for (const [index, piece] of pieces.entries()) {
    const at = text.includes("\n") ? text.length - text.lastIndexOf("\n") - 1 : column + text.length
    const after = pieces
      .slice(index + 1)
      .map(flatPiece)
      .join("").length
    text += printed(piece, depth, at + Math.min(after, 40))
  }
  return text
}

/** The fields of an interface, each in its line; nothing stands between them. */
const interfaceOf = (pieces: ReadonlyArray<Piece>): string => {
  const body = pieces.at(-1)
  if (body === undefined || typeof body === "string" || body.items.length === 0) return row(pieces, 0, 0)
  return `${pieces.slice(0, -1).map(flatPiece).join("")}${broken(body, 0, "")}`
}

const lengthOf = (pieces: ReadonlyArray<Piece>): number => pieces.map(flatPiece).join("").length

/** A function at the top: what it gives stands in a line of its own where that is needed. */
const topRow = (pieces: ReadonlyArray<Piece>): string => {
  if (pieces.includes("interface")) return interfaceOf(pieces)
  const arrow = pieces.lastIndexOf("=>")
  const head = pieces.slice(0, arrow + 1)
  const isShort = lengthOf(pieces) <= width || (lengthOf(head) < 70 && endsInList(pieces.at(-1)))
  if (arrow < 0 || isShort) return row(pieces, 0, 0)
  return `${row(head, 0, 0)}\n  ${row(pieces.slice(arrow + 2), 1, 2)}`
}

/** One statement. */
const statement = (code: string): string =>
  new Reader(code)
    .items(undefined)
    .map(({ comments, pieces }) =>
      [...comments.map((text) => comment(text, 0)), topRow(pieces)].filter((line) => line !== "").join("\n")
    )
    .join(", ")

/** Lays out a file. Blank lines between statements stay; there is one line end at its end. */
export const layout = (code: string): string => {
  const lines = statementsIn(code).map(
    ({ apart, text }, index) => `${apart && index > 0 ? "\n" : ""}${statement(text)}`
  )
  return `${lines.join("\n")}\n`
}
