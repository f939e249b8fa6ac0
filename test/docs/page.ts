/** Reading the documentation's pages: their sections, tables and links. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A page: its path from the root of the project, and its text. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** Reads one page. */
export const read = (path: string): Page => ({ path, text: readFileSync(path, "utf8") })

/** The pages of a folder. */
export const pagesIn = (folder: string): ReadonlyArray<Page> =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .toSorted()
    .map((name) => read(join(folder, name)))

/** Pages that are written by hand, and those of operations, whose prose is. */
export const written = (): ReadonlyArray<Page> => [
  read("README.md"),
  read("CONTRIBUTING.md"),
  read("CHANGELOG.md"),
  ...["docs", "docs/concepts", "docs/how-to", "docs/operations"].flatMap(pagesIn)
]

/** The titles of a page's sections. */
export const titles = ({ text }: Page): ReadonlyArray<string> =>
  [...text.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title)

/** What stands under a title. */
export const section = ({ text }: Page, title: string): string =>
  text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ""

const cells = (line: string): ReadonlyArray<string> =>
  line
    .slice(1, line.lastIndexOf("|"))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

/** The tables of a text, without their heads. */
export const tables = (text: string): ReadonlyArray<ReadonlyArray<ReadonlyArray<string>>> =>
  [...text.matchAll(/(?:^\|.*\n?)+/gm)].map(([table]) => table.trim().split("\n").slice(2).map(cells))

/** The first so many columns of the nth table under a title. */
export const columns = (
  page: Page,
  title: string,
  count: number,
  nth: number = 0
): ReadonlyArray<ReadonlyArray<string>> =>
  (tables(section(page, title))[nth] ?? []).map((row) => row.slice(0, count))

/** The targets of a page's links; what looks like one within code is none. */
export const links = ({ text }: Page): ReadonlyArray<string> =>
  [
    ...text
      .replaceAll(/^```[\s\S]*?^```/gm, "")
      .replaceAll(/`[^`\n]*`/g, "")
      .matchAll(/\]\(([^)\s]+)\)/g)
  ].map(([, target = ""]) => target)

/** A page's prose: neither code nor links' targets. */
export const prose = ({ text }: Page): string =>
  text
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .replaceAll(/`[^`]*`/g, "")
    .replaceAll(/\]\([^)]*\)/g, "]")
