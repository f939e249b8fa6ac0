/** `docs/benchmarks.md`: prose by hand, and between marks the tables of `bench/results.json`. */
import { readFileSync, writeFileSync } from "node:fs"
import {
  formatted,
  type Kept,
  type Machine,
  readResults,
  type Results,
  type Shown,
  shown
} from "../results.ts"
import { type Table, toMarkdown } from "../table.ts"
import { tables } from "../tables.ts"
import { targetTable } from "../targets.ts"
import { picture } from "./picture.ts"

const [page, image] = ["docs/benchmarks.md", "docs/benchmarks.svg"]

const inSeconds = (part: Shown): boolean => part === "calls" || part === "bulk" || part === "telemetry"

const howOften = (part: Shown, { runMillis, runs }: Pick<Kept<Shown>, "runMillis" | "runs">): string => {
  if (part === "size") return "Built"
  if (part === "overhead") return `Medians of ${runs * 3} batches`
  return `Medians of ${runs} runs${inSeconds(part) ? ` of ${runMillis / 1000} s` : ""}`
}

const ranOn = ({ cores, node, platform, processor }: Machine): string =>
  `on ${cores} cores (${processor}), Node ${node.slice(1)}, ${platform}.`

const untitled = (table: Table): string => toMarkdown(table).replace(/^\*\*.*\*\*\n\n/, "")

/** What stands between the marks of a part. */
const partOf = <Part extends Shown>(part: Part, results: Results): string => {
  const kept = results[part]
  if (kept === undefined) return "Not measured yet."
  const made = tables[part](kept.rows)
  const [only] = made
  const shown = made.length === 1 && only !== undefined ? [untitled(only)] : made.map(toMarkdown)
  return [...shown, `${howOften(part, kept)} ${ranOn(kept.machine)}`].join("\n\n")
}

/** Puts the tables of the results between the marks of a page. */
export const rendered = (text: string, results: Results): Promise<string> => {
  const parts = {
    targets: untitled(targetTable(results)),
    ...Object.fromEntries(shown.map((part) => [part, partOf(part, results)]))
  }
  const filled = Object.entries(parts).reduce((before, [name, made]) => {
    const marked = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`)
    if (!marked.test(before)) throw new Error(`${page} has no marks for ${name}.`)
    return before.replace(marked, (_, from, to) => `${from}\n\n${made}\n\n${to}`)
  }, text)
  return formatted(filled, page)
}

/** The files that the results make, each with its text. */
export const files = async (results: Results): Promise<Readonly<Record<string, string>>> => ({
  [page]: await rendered(readFileSync(page, "utf8"), results),
  [image]: picture(results.calls?.rows ?? [])
})

/** Writes the page and its picture. */
export const writePage = async (): Promise<ReadonlyArray<string>> => {
  const made = Object.entries(await files(readResults()))
  for (const [path, text] of made) writeFileSync(path, text)
  return made.map(([path]) => path)
}
