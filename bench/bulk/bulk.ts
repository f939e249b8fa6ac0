/** What a record costs that goes with others: CPU µs per record, real HTTP to a server in another process. */
import { alternate, type Cost, costOf, type Entry, type Measured } from "../processes/alternate.ts"
import { start } from "../processes/child.ts"
import type { Effort } from "../processes/effort.ts"
import { type Load, orders, type Target } from "./loads.ts"

/** Everything that is measured, by name, and what it takes care of. */
export const contenders = {
  fetch: { parts: "nothing", module: "plain.ts", options: { helped: false } },
  "p-limit + p-retry + fetch": { parts: "4 at once, retry", module: "plain.ts", options: { helped: true } },
  faultline: { parts: "all stages, an outcome for each record", module: "faultline.ts", options: {} }
} as const

/** What one record costs; `rps` counts records. */
export interface BulkCost extends Cost {
  readonly contender: string
  readonly vendor: Load
}

/** All runs of one contender with one load. */
export interface BulkRuns extends Measured {
  readonly vendor: Load
}

/** The costs of runs, per record. */
export const costs = (all: ReadonlyArray<BulkRuns>): ReadonlyArray<BulkCost> =>
  all.map((measured) => ({ contender: measured.contender, vendor: measured.vendor, ...costOf(measured) }))

const entries = (target: Target): ReadonlyArray<Entry> =>
  Object.entries(contenders).map(([contender, { module, options }]) => ({
    contender,
    module: new URL(`contenders/${module}`, import.meta.url),
    options: { ...target, ...options },
    expects: (value) => value === orders.length
  }))

/** Measures all contenders with each load. */
export const bulk = async (
  effort: Effort,
  report: (doing: string) => void
): Promise<ReadonlyArray<BulkRuns>> => {
  const server = await start("the server", new URL("../calls/server.ts", import.meta.url))
  const all: Array<BulkRuns> = []
  try {
    for (const load of ["braze", "m3ter"] as const) {
      const target = { load, base: String(server.ready) }
      const measured = await alternate(entries(target), effort, (contender, run) =>
        report(`bulk, ${load}: ${contender}, run ${run} of ${effort.runs}`)
      )
      all.push(...measured.map((one) => ({ vendor: load, ...one })))
    }
  } finally {
    server.end()
  }
  return all
}
