/** The little Markdown that a reference page needs. */

/** A cell of a table: one line, with what Markdown would take for its own written out. */
const cell = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim()

const row = (cells: ReadonlyArray<string>): string => `| ${cells.map(cell).join(" | ")} |`

/** A table; nothing where there are no rows. */
export const table = (heads: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  rows.length === 0 ? "" : [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n")

/** A text with characters that Markdown or HTML would read as its own written out. */
export const text = (plain: string): string => plain.replaceAll("<", "&lt;").replace(/([*_[\]])/g, "\\$1")

/** Code; nothing where there is none. */
export const code = (plain: string): string => (plain === "" ? "" : `\`${plain}\``)

/** A source: a link where it is an address. */
export const source = (see: string): string => (/^https?:\/\/\S+$/.test(see) ? `<${see}>` : text(see))

/** Sections, one after another; empty ones are left out. */
export const sections = (...parts: ReadonlyArray<string>): string =>
  `${parts.filter((part) => part !== "").join("\n\n")}\n`
