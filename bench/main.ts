/** Measures Faultline beside its peers: `npm run bench -- calls --json`. Results go to stdout, progress to stderr. */
import { mkdirSync, writeFileSync } from "node:fs"
import { install } from "./install.ts"
import { optionsFrom } from "./options.ts"
import { type How, parts } from "./parts.ts"
import { writePage } from "./page/page.ts"
import { keep, type Kept, machine, type PartName, type Results, shown } from "./results.ts"
import { toText } from "./table.ts"
import { tables } from "./tables.ts"
import { targetTable } from "./targets.ts"

const options = optionsFrom(process.argv.slice(2))
const { effort, given, json, wanted } = options

let last = ""

/** One line that changes in a terminal; elsewhere a line for each kind of work. */
const report = (doing: string): void => {
  const kind = doing.replace(/:.*/, "")
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${doing}`)
  else if (kind !== last && kind !== "") console.error(kind)
  last = kind
}

const how: How = { effort, report, ...(given === undefined ? {} : { given }) }

const measure = async <Part extends PartName>(part: Part): Promise<Kept<Part>> => {
  const { raw, rows } = await parts[part](how)
  report("")
  // Every run, for whoever doubts a median.
  mkdirSync(".scratch/bench", { recursive: true })
  writeFileSync(`.scratch/bench/${part}.json`, JSON.stringify(raw ?? rows))
  if (!json) for (const table of tables[part](rows)) console.log(`${toText(table, process.stdout.isTTY)}\n`)
  return { machine: machine(), runs: effort.runs, runMillis: effort.runMillis, rows }
}

const measured = wanted.filter((one) => one !== "page")
if (measured.length > 0) install()
const all: Array<readonly [part: PartName, kept: Kept<PartName>]> = []
for (const part of measured) all.push([part, await measure(part)])

const results: Results = Object.fromEntries(all.filter(([part]) => shown.some((one) => one === part)))
if (options.keep) await keep(results)
if (wanted.includes("page")) console.error(`Written: ${(await writePage()).join(", ")}`)

if (json)
  console.log(
    JSON.stringify({ ...Object.fromEntries(all.map(([part, { rows }]) => [part, rows])), machine: machine() })
  )
else if (targetTable(results).rows.length > 0) console.log(toText(targetTable(results), process.stdout.isTTY))
process.exit(0)
