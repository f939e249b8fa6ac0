/** Calls and telemetry as tables. */
import { listed, type Table, thousands } from "../table.ts"
import { type CallCost, concurrencies, contenders } from "./calls.ts"
import { type Shape, shapes } from "./shapes.ts"
import type { TelemetryCost } from "./telemetry.ts"

/** What the shapes are called. */
export const titles: Readonly<Record<Shape, string>> = {
  get: "GET, an answer of 249 bytes",
  "get-30k": "GET, an answer of 30 kB: 119 meters",
  post: "POST, a small body, an answer of 249 bytes"
}

const names = Object.keys(contenders)
const isPeer = (name: string): boolean => !name.startsWith("faultline")

/** The cost of one contender's calls, where it was measured. */
export const costOf = (
  rows: ReadonlyArray<CallCost>,
  contender: string,
  shape: Shape,
  concurrency: number
): CallCost | undefined =>
  rows.find((row) => row.contender === contender && row.shape === shape && row.concurrency === concurrency)

const cellsOf = (cost: CallCost | undefined): ReadonlyArray<string> =>
  cost === undefined ? ["", ""] : [thousands(cost.rps), thousands(cost.cpuMicros)]

/** Where a peer wins: which do better than the whole pipeline. */
const ahead = (
  rows: ReadonlyArray<CallCost>,
  shape: Shape,
  what: string,
  better: (one: CallCost, ours: CallCost) => boolean
): string => {
  const each = concurrencies.map((concurrency) => {
    const ours = costOf(rows, "faultline", shape, concurrency)
    const winners = names.filter(isPeer).filter((name) => {
      const one = costOf(rows, name, shape, concurrency)
      return one !== undefined && ours !== undefined && better(one, ours)
    })
    const all = winners.length === names.filter(isPeer).length
    return `${all ? "every peer" : winners.length === 0 ? "no peer" : listed(winners)} (${concurrency} at once)`
  })
  return `${what} faultline: ${each.join("; ")}.`
}

const tableOf = (rows: ReadonlyArray<CallCost>, shape: Shape): Table => ({
  title: titles[shape],
  head: [
    "",
    "takes care of",
    ...concurrencies.flatMap((concurrency) => [`${concurrency} at once: calls/s`, "CPU µs"])
  ],
  words: 2,
  rows: Object.entries(contenders).map(([name, { parts }]) => [
    name,
    parts,
    ...concurrencies.flatMap((concurrency) => cellsOf(costOf(rows, name, shape, concurrency)))
  ]),
  notes: [
    ahead(rows, shape, "More calls per second than", (one, ours) => one.rps > ours.rps),
    ahead(rows, shape, "Less CPU per call than", (one, ours) => one.cpuMicros < ours.cpuMicros)
  ]
})

/** One table for each shape. */
export const callTables = (rows: ReadonlyArray<CallCost>): ReadonlyArray<Table> =>
  shapes.map((shape) => tableOf(rows, shape))

/** Who listens to spans. */
export type Listener = "nobody" | "a tracer" | "the OpenTelemetry SDK"

/** What telemetry adds, µs a call. */
export const added = (rows: ReadonlyArray<TelemetryCost>, listener: Listener): number | undefined =>
  rows.find(({ contender }) => contender === (listener === "nobody" ? "default" : `default, ${listener}`))
    ?.addedMicros

/** What telemetry adds, as a table. */
export const telemetryTables = (rows: ReadonlyArray<TelemetryCost>): ReadonlyArray<Table> => [
  {
    title: "Telemetry: the small GET over a stub in the same process",
    head: ["telemetry", "CPU µs"],
    words: 1,
    rows: rows.map(({ contender, cpuMicros }) => [contender, thousands(cpuMicros)]),
    notes: [
      `The default adds ${added(rows, "nobody")} µs a call without a tracer, ${added(rows, "a tracer")} µs with Effect's spans, and ${added(rows, "the OpenTelemetry SDK")} µs with spans of the OpenTelemetry SDK (its batch processor, and an exporter that drops them).`
    ]
  }
]
