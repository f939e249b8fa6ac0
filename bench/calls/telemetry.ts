/** What being observed adds to a call: the same calls over a stub, with and without telemetry, with and without a tracer. */
import { alternate, type Cost, costOf, type Entry, type Measured } from "../processes/alternate.ts"
import type { Run } from "../processes/child.ts"
import type { Effort } from "../processes/effort.ts"
import { median } from "../processes/median.ts"
import { expects, type Target } from "./shapes.ts"

/** What calls cost with one kind of telemetry. */
export interface TelemetryCost extends Cost {
  readonly contender: string
  /** How many µs more than without telemetry: the median of what neighboring runs differ by. */
  readonly addedMicros?: number
}

/** Everything that is measured, by name. */
const contenders = {
  none: { telemetry: "none" },
  default: {},
  "none, a tracer": { telemetry: "none", traced: true },
  "default, a tracer": { traced: true },
  "none, the OpenTelemetry SDK": { telemetry: "none", traced: "openTelemetry" },
  "default, the OpenTelemetry SDK": { traced: "openTelemetry" }
} as const

const target: Target = { shape: "get", concurrency: 64, base: "http://127.0.0.1", over: "stub" }

const entries = Object.entries(contenders).map(([contender, options]): Entry => ({
  contender,
  module: new URL("contenders/faultline.ts", import.meta.url),
  options: { ...target, face: "fiber", ...options },
  expects: expects.get
}))

const micros = ({ count, cpuMicros }: Run): number => cpuMicros / count

const addedBy = (usual: Measured, none: Measured | undefined): { readonly addedMicros?: number } => {
  const differences = usual.runs.flatMap((run, index) => {
    const other = none?.runs[index]
    return other === undefined ? [] : [micros(run) - micros(other)]
  })
  return differences.length === 0 ? {} : { addedMicros: Number(median(differences).toFixed(1)) }
}

/** The costs of runs. */
export const costs = (all: ReadonlyArray<Measured>): ReadonlyArray<TelemetryCost> =>
  all.map((measured) => {
    const { contender } = measured
    const none = all.find((other) => other.contender === contender.replace(/^default/, "none"))
    return {
      contender,
      ...costOf(measured),
      ...(contender.startsWith("default") ? addedBy(measured, none) : {})
    }
  })

/** Measures them all. */
export const telemetry = (
  effort: Effort,
  report: (doing: string) => void
): Promise<ReadonlyArray<Measured>> =>
  alternate(entries, effort, (contender, run) =>
    report(`telemetry: ${contender}, run ${run} of ${effort.runs}`)
  )
