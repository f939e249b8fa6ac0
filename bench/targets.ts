/** What is aimed at, as ratios within one run: what was measured of each, and whether it holds. */
import { added, type Listener, costOf } from "./calls/tables.ts"
import { type CallCost, concurrencies, type contenders } from "./calls/calls.ts"
import { type Shape, shapes } from "./calls/shapes.ts"
import type { Results } from "./results.ts"
import type { Table } from "./table.ts"

/** A target. */
interface Target {
  readonly says: string
  readonly atLeast?: number
  readonly atMost?: number
  /** Everything that must hold, each with where it was measured. */
  readonly measured: (results: Results) => ReadonlyArray<readonly [where: string, value: number]>
}

/** The mean of ratios, where single ones differ less than two runs of the same do. */
const mean =
  (measured: Target["measured"]): Target["measured"] =>
  (results) => {
    const values = measured(results).map(([, value]) => value)
    return values.length === 0
      ? []
      : [["mean", Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)]]
  }

type Contender = keyof typeof contenders
type Places = ReadonlyArray<readonly [where: string, value: number]>

/** The ratio of one contender to another, for each of the shapes and concurrencies. */
const ratios =
  (ours: Contender, theirs: Contender, of: "rps" | "cpuMicros", some: ReadonlyArray<Shape>) =>
  ({ calls }: Results): Places => {
    const rows: ReadonlyArray<CallCost> = calls?.rows ?? []
    return some.flatMap((shape) =>
      concurrencies.flatMap((concurrency) => {
        const [one, other] = [ours, theirs].map((name) => costOf(rows, name, shape, concurrency)?.[of])
        return one === undefined || other === undefined
          ? []
          : [[`${shape}, ${concurrency} at once`, one / other] as const]
      })
    )
  }

const small = ["get", "post"] as const

const bulk =
  (vendor: "braze" | "m3ter") =>
  ({ bulk }: Results): Places => {
    const cpu = (name: string) =>
      bulk?.rows.find((row) => row.vendor === vendor && row.contender === name)?.cpuMicros
    const [ours, theirs] = [cpu("faultline"), cpu("p-limit + p-retry + fetch")]
    return ours === undefined || theirs === undefined ? [] : [[vendor, ours / theirs]]
  }

const telemetry =
  (listener: Listener) =>
  ({ telemetry }: Results): Places => {
    const micros = added(telemetry?.rows ?? [], listener)
    return micros === undefined ? [] : [["get", micros]]
  }

const vendors = new Set(["braze", "m3ter", "xtremepush", "metrix", "ixon"])
const sizes = ({ size }: Results): Places =>
  (size?.rows ?? []).flatMap(({ contender, gzipBytes }) =>
    vendors.has(contender) ? [[contender, gzipBytes / 1000] as const] : []
  )

export const targets: ReadonlyArray<Target> = [
  {
    says: "calls/s, of axios-retry",
    atLeast: 1.15,
    measured: ratios("faultline", "axios-retry", "rps", small)
  },
  { says: "calls/s, of got", atLeast: 1.15, measured: ratios("faultline", "got", "rps", small) },
  {
    says: "CPU, of Effect's client",
    atMost: 1.6,
    measured: ratios("faultline", "effect", "cpuMicros", shapes)
  },
  {
    says: "bare: calls/s, of fetch",
    atLeast: 0.9,
    measured: ratios("faultline-bare", "fetch", "rps", small)
  },
  {
    says: "30 kB: calls/s, of axios",
    atLeast: 0.5,
    measured: ratios("faultline", "axios", "rps", ["get-30k"])
  },
  {
    says: "as a promise, on average: CPU, of the fiber's",
    atMost: 1.08,
    measured: mean(ratios("faultline-promise", "faultline", "cpuMicros", shapes))
  },
  { says: "bulk, 75 in a request: CPU, of the plain loop's", atMost: 2, measured: bulk("braze") },
  { says: "bulk, 1,000 in a request: CPU, of the plain loop's", atMost: 2, measured: bulk("m3ter") },
  { says: "one vendor with Effect, kB gzip", atMost: 80, measured: sizes },
  { says: "telemetry without a tracer, µs", atMost: 10, measured: telemetry("nobody") },
  { says: "telemetry with Effect's spans, µs", atMost: 22, measured: telemetry("a tracer") }
]

const shortened = (value: number): string => String(Number(value.toPrecision(3)))

const rowOf = ({ atLeast, atMost, measured, says }: Target, results: Results): ReadonlyArray<string> => {
  const limit = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`
  const holds = (value: number) => value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity)
  const all = measured(results)
  const values = all.map(([, value]) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)].map(shortened)
  const missed = all.filter(([, value]) => !holds(value)).map(([where]) => where)
  const where = all.length === 1 ? "" : `: ${missed.join("; ")}`
  return [
    says,
    limit,
    least === most ? `${least}` : `${least} to ${most}`,
    missed.length === 0 ? "met" : `missed${where}`
  ]
}

/** The targets as a table, as far as they were measured. */
export const targetTable = (results: Results): Table => ({
  title: "Targets",
  head: ["", "target", "measured", "verdict"],
  words: 4,
  rows: targets.filter(({ measured }) => measured(results).length > 0).map((target) => rowOf(target, results))
})
