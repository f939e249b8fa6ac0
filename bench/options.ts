/** What `npm run bench -- …` takes. */
import { parseArgs } from "node:util"
import { type Effort, full, quick } from "./processes/effort.ts"
import type { PartName } from "./results.ts"
import { parts } from "./parts.ts"

/** What is to be done. */
export interface Options {
  readonly wanted: ReadonlyArray<PartName | "page">
  readonly effort: Effort
  readonly json: boolean
  readonly keep: boolean
  readonly given: string | undefined
}

const names = Object.keys(parts) as ReadonlyArray<PartName> // as: the record has a key for each part

const help = `npm run bench -- [part …] [--json] [--quick] [--runs=n] [--keep] [--package=folder]
npm run bench -- page

Parts: ${names.join(", ")}; without any, all of them. page writes docs/benchmarks.md from bench/results.json.
--json      one line of JSON on stdout        --quick   3 short runs, for trying
--keep      keeps the rows in bench/results.json for the page
--package   a built package to weigh and import instead of this one's sources`

const isWanted = (name: string): name is PartName | "page" =>
  name === "page" || names.some((part) => part === name)

/** Reads the arguments; says what it takes, and ends the program, where they are wrong. */
export const optionsFrom = (args: ReadonlyArray<string>): Options => {
  const refuse = (problem: string): never => {
    console.error(`${problem}\n\n${help}`)
    process.exit(2)
  }
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        quick: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        runs: { type: "string" },
        package: { type: "string" }
      }
    })
    const wanted = positionals.filter(isWanted)
    if (wanted.length < positionals.length)
      return refuse(`There is no part ${positionals.filter((name) => !isWanted(name)).join(", ")}.`)
    const effort = values.quick ? quick : full
    const runs = Number(values.runs ?? effort.runs)
    if (!Number.isInteger(runs) || runs < 1) return refuse("--runs takes a whole number from 1.")
    const { json, keep, package: given } = values
    return { wanted: wanted.length === 0 ? names : wanted, effort: { ...effort, runs }, json, keep, given }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}
