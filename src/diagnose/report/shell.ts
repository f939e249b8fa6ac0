/** Texts as words of a POSIX shell, with the values of variables in them. */

/** A text, or a variable whose value stands in its place. */
export type Piece = string | { readonly expression: string }

/** A text as one word: everything between single quotes stands for itself, but a single quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Pieces as one word. */
export const word = (pieces: ReadonlyArray<Piece>): string => {
  const joined = pieces.reduce<ReadonlyArray<Piece>>((all, piece) => {
    const last = all.at(-1)
    return typeof piece === "string" && typeof last === "string"
      ? [...all.slice(0, -1), last + piece]
      : [...all, piece]
  }, [])
  const words = joined.flatMap((piece) =>
    typeof piece === "string" ? (piece === "" ? [] : [quoted(piece)]) : [`"${piece.expression}"`]
  )
  return words.length === 0 ? "''" : words.join("")
}

const encoder = new TextEncoder()

/** The number of bytes of pieces, as a word: the shell counts those of variables. */
export const count = (pieces: ReadonlyArray<Piece>): string => {
  const known = pieces.reduce(
    (sum, piece) => sum + (typeof piece === "string" ? encoder.encode(piece).length : 0),
    0
  )
  const unknown = pieces.flatMap((piece) =>
    typeof piece === "string" ? [] : [`$(printf %s "${piece.expression}" | wc -c)`]
  )
  return unknown.length === 0 ? String(known) : `$((${[known, ...unknown].join(" + ")}))`
}

/** A text or piece with a variable in the place of its first mark, which stands between the two texts. */
export const splice = (
  piece: Piece,
  [before, mark, after]: readonly [before: string, mark: string, after: string],
  expression: string
): ReadonlyArray<Piece> => {
  const at = typeof piece === "string" ? piece.indexOf(before + mark + after) : -1
  if (typeof piece !== "string" || at < 0) return [piece]
  const from = at + before.length
  return [piece.slice(0, from), { expression }, piece.slice(from + mark.length)]
}
