/** Measures Faultline beside its peers in one run: `node bench/main.ts [overhead] [ratelimit] [brownout] [--json]`. */
import { availableParallelism } from "node:os"
import type { Cost } from "./overhead.ts"
import { type Fared, scenarios, storm } from "./storms.ts"
import { overhead } from "./overhead.ts"

const parts = ["overhead", "ratelimit", "brownout"] as const

const args = process.argv.slice(2)
const json = args.includes("--json")
const named = args.filter((arg) => arg !== "--json")
const unknown = named.filter((name) => !parts.some((part) => part === name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Parts: ${parts.join(", ")}; and --json.`)
  process.exit(2)
}
const wanted = parts.filter((part) => named.length === 0 || named.includes(part))

const say = (...cells: ReadonlyArray<string>): void => {
  if (!json) console.log(cells.join("  "))
}
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const seconds = (recovery: number | null): string => (recovery === null ? "never" : `${recovery} s`)
const thousands = (value: number): string => value.toLocaleString("en-US")

const sayCost = ({ from, nanos, parts, to, what }: Cost): void =>
  say(what.padEnd(25), parts.padEnd(32), thousands(nanos).padStart(9), `${thousands(from)}–${thousands(to)}`)

const sayFared =
  (recovers: boolean) =>
  ({ client, ok, recovery, traffic }: Fared): void =>
    say(
      client.padEnd(31),
      percent(ok).padStart(8),
      `${traffic.toFixed(2)}×`.padStart(8),
      recovers ? seconds(recovery).padStart(8) : ""
    )

const machine = {
  cores: availableParallelism(),
  node: process.version,
  platform: `${process.platform} ${process.arch}`
}
say(`${machine.cores} cores, Node ${machine.node}, ${machine.platform}`)

const run = async (part: (typeof parts)[number]): Promise<unknown> => {
  if (part === "overhead") {
    say("\nA call where nothing fails and nothing is sent")
    say("".padEnd(25), "".padEnd(32), "CPU ns", "middle half")
    return overhead(sayCost)
  }
  const scenario = scenarios[part]
  const recovers = scenario.trouble !== undefined
  say(`\n${scenario.says}`)
  say("".padEnd(31), "ok".padStart(8), "traffic".padStart(8), recovers ? "recovery".padStart(8) : "")
  return storm(scenario, sayFared(recovers))
}

const results: Record<string, unknown> = { machine }
for (const part of wanted) results[part] = await run(part)
if (json) console.log(JSON.stringify(results))
process.exit(0)
