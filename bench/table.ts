/** Tables, for terminals and for pages. */
import { styleText } from "node:util"

/** A table: its first columns are words, the others figures. */
export interface Table {
  readonly title: string
  readonly head: ReadonlyArray<string>
  readonly words: number
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  /** Sentences about it, where a peer wins among them. */
  readonly notes?: ReadonlyArray<string>
}

/** Figures with a comma at each thousand. */
export const thousands = (value: number): string => value.toLocaleString("en-US")

/** Names in a row, as a sentence has them. */
export const listed = (names: ReadonlyArray<string>): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

const padded = ({ words }: Table, widths: ReadonlyArray<number>, row: ReadonlyArray<string>): string =>
  widths
    .map((width, index) => {
      const cell = row[index] ?? ""
      return index < words ? cell.padEnd(width) : cell.padStart(width)
    })
    .join("  ")
    .trimEnd()

/** A table as text; in a terminal its titles stand out. */
export const toText = (table: Table, isTerminal: boolean): string => {
  const { head, notes = [], rows, title } = table
  const widths = head.map((name, index) =>
    Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0))
  )
  const strong = (text: string) => (isTerminal ? styleText("bold", text) : text)
  return [
    strong(title),
    strong(padded(table, widths, head)),
    ...rows.map((row) => padded(table, widths, row)),
    ...notes
  ].join("\n")
}

/** A table as Markdown. */
export const toMarkdown = ({ head, notes = [], rows, title, words }: Table): string => {
  const line = (cells: ReadonlyArray<string>) => `| ${cells.join(" | ")} |`
  return [
    `**${title}**`,
    [line(head), line(head.map((_, index) => (index < words ? "---" : "---:"))), ...rows.map(line)].join(
      "\n"
    ),
    ...notes
  ].join("\n\n")
}
