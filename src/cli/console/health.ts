/** How the vendors of another process stand, from the metrics that it shows Prometheus. */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type { Health, Unreadable } from "../../console/Console.ts"
import { attribute, metric, type MetricSignal, prometheusName } from "../../pipeline/Telemetry.ts"
import { type Sample, samplesOf } from "./prometheus.ts"

type Class = Health["classes"][number]

const nameOf = ({ name }: MetricSignal): string => prometheusName(name)
const labelOf = (key: keyof typeof attribute): string => attribute[key].replace(/\W/g, "_")

const names: ReadonlySet<string> = new Set(Object.values(metric).map(nameOf))

const distinct = (samples: ReadonlyArray<Sample>, key: keyof typeof attribute): ReadonlyArray<string> => [
  ...new Set(samples.flatMap(({ labels }) => labels[labelOf(key)] ?? []))
]

const where = (samples: ReadonlyArray<Sample>, key: keyof typeof attribute, value: string) =>
  samples.filter(({ labels }) => labels[labelOf(key)] === value)

const values = (samples: ReadonlyArray<Sample>, signal: MetricSignal): ReadonlyArray<number> =>
  samples.filter(({ name }) => name === nameOf(signal)).map(({ value }) => value)

// Series of several tenants, or of several processes behind one address, are one vendor.
const sum = (samples: ReadonlyArray<Sample>, signal: MetricSignal): number | undefined => {
  const found = values(samples, signal)
  return found.length === 0 ? undefined : found.reduce((all, one) => all + one, 0)
}

const states = ["open", "half_open", "closed"] as const

const circuitOf = (samples: ReadonlyArray<Sample>): Class["circuit"] =>
  states.find((state) => (sum(where(samples, "state", state), metric.breakerState) ?? 0) > 0)

const quotasOf = (samples: ReadonlyArray<Sample>): Class["quotas"] =>
  distinct(samples, "window").flatMap((window) => {
    const mine = where(samples, "window", window)
    const [remaining, limit] = [sum(mine, metric.quotaRemaining), sum(mine, metric.quotaLimit)]
    return remaining === undefined || limit === undefined
      ? []
      : [{ window: Number(window), remaining, limit }]
  })

const classOf = (samples: ReadonlyArray<Sample>, name: string): Class => ({
  class: name,
  waiting: sum(samples, metric.waiting) ?? 0,
  inFlight: sum(samples, metric.inFlight) ?? 0,
  inFlightLimit: sum(samples, metric.inFlightLimit),
  held: Math.max(0, ...values(samples, metric.held)),
  rate: sum(samples, metric.rate),
  downSince: undefined,
  circuit: circuitOf(samples),
  quotas: quotasOf(samples)
})

const vendorOf = (samples: ReadonlyArray<Sample>, vendor: string): Health => {
  const budget = sum(samples, metric.budgetAvailable)
  const ends = values(samples, metric.tokenExpires)
  return {
    vendor,
    ...(budget === undefined ? {} : { retryBudget: budget }),
    ...(ends.length === 0 ? {} : { tokenExpiresIn: Math.min(...ends) }),
    classes: distinct(samples, "class").map((name) => classOf(where(samples, "class", name), name))
  }
}

/** What a text in Prometheus's format says of vendors. */
export const healthIn = (text: string): ReadonlyArray<Health> => {
  const samples = samplesOf(text, names)
  return distinct(samples, "vendor").map((vendor) => vendorOf(where(samples, "vendor", vendor), vendor))
}

/** The metrics cannot be read. */
export class MetricsUnavailable extends Data.TaggedError("MetricsUnavailable")<{
  readonly url: string
  readonly problem: string
}> {
  override get message(): string {
    return `${this.url} gives no metrics: ${this.problem}.`
  }
}

// All series of all vendors, with their operations and buckets, are a fifth of it.
const largest = 8 * 1_048_576
const patience = "3 seconds"

// It is asked once for all who look.
const freshness = "1 second"

const text = async (url: URL, signal: AbortSignal): Promise<string> => {
  const answer = await fetch(url, { signal, headers: { accept: "text/plain;version=0.0.4" } })
  if (!answer.ok) throw new Error(`it answered ${answer.status}`)
  const decoder = new TextDecoder()
  let [size, whole] = [0, ""]
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > largest) throw new Error(`it sends more than ${largest / 1_048_576} MiB`)
    whole += decoder.decode(chunk, { stream: true })
  }
  return whole
}

const reasonOf = (cause: unknown): string => {
  const reason = cause instanceof Error ? (cause.cause ?? cause) : cause
  return reason instanceof Error ? reason.message : String(reason)
}

/** Health from the metrics at an address, read anew every second while somebody looks. */
export const scraped = (url: URL): Effect.Effect<Effect.Effect<ReadonlyArray<Health>, Unreadable>> => {
  const { origin, pathname } = url
  const failed = (problem: string) => new MetricsUnavailable({ url: origin + pathname, problem })
  const read = Effect.tryPromise({
    try: (signal) => text(url, signal),
    catch: (cause) => failed(reasonOf(cause))
  }).pipe(
    Effect.timeoutOrElse({
      duration: patience,
      orElse: () => Effect.fail(failed(`no whole answer came within ${patience}`))
    }),
    Effect.map(healthIn)
  )
  return Effect.cachedWithTTL(read, freshness)
}
