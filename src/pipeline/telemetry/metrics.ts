/** Metrics as an observer. What is measured is in the one list, `signals.ts`. */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import { attribute, type AttributeKey } from "./attribute.ts"
import type { CallEnded, Fact, Observer, Outcome } from "./facts.ts"
import { metric, type MetricSignal } from "./signals.ts"

/** The values of a metric's attributes; one that is absent is no attribute of the series. */
export type Labels = { readonly [K in AttributeKey]?: string | undefined }

/** The attributes of a series, by their names. */
export const attributesOf = ({ attributes }: MetricSignal, labels: Labels): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((key) => {
      const value = labels[key]
      return value === undefined ? [] : [[attribute[key], value]]
    })
  )

const made = (signal: MetricSignal, attributes: Record<string, string>): Metric.Metric<number, unknown> => {
  const { buckets = [], description, name, type } = signal
  if (type === "counter") return Metric.counter(name, { description, attributes, incremental: true })
  return Metric.histogram(name, { description, attributes, boundaries: buckets })
}

/**
 * One series of a metric in the list, made once: every attribute is bounded, so the series are few. A metric with attributes of its
 * own costs a seventh of one that is given them with each update.
 */
export const series = (signal: MetricSignal): ((labels: Labels) => Metric.Metric<number, unknown>) => {
  const known = new Map<string, Metric.Metric<number, unknown>>()
  return (labels) => {
    let key = ""
    for (const name of signal.attributes) key += `${labels[name] ?? ""}\n`
    const found = known.get(key)
    if (found !== undefined) return found
    const one = made(signal, attributesOf(signal, labels))
    known.set(key, one)
    return one
  }
}

const calls = series(metric.calls)
const attempts = series(metric.attempts)
const callDuration = series(metric.callDuration)
const requestDuration = series(metric.requestDuration)
const waitDuration = series(metric.waitDuration)

const errorOf = (outcome: Outcome): string | undefined => (outcome === "ok" ? undefined : outcome)

const ending = ({ outcome }: CallEnded): string => {
  if (outcome === "ok") return "success"
  return outcome === "interrupted" ? outcome : "failure"
}

type Everything = Context.Context<never>

const count = (fact: Fact, context: Everything): void => {
  const { operation, vendor } = fact
  switch (fact._tag) {
    case "CallEnded": {
      const { delivery, outcome, reason } = fact
      calls({ vendor, operation, error: errorOf(outcome), reason, delivery }).updateUnsafe(1, context)
      callDuration({ vendor, operation, outcome: ending(fact) }).updateUnsafe(fact.millis / 1000, context)
      return
    }
    case "AttemptEnded": {
      const { kind, method, outcome, path, port, server, status } = fact
      attempts({ vendor, operation, kind }).updateUnsafe(1, context)
      requestDuration({
        method,
        server,
        port: String(port),
        path,
        status: status === undefined ? undefined : String(status),
        error: errorOf(outcome)
      }).updateUnsafe(fact.millis / 1000, context)
      return
    }
    case "Waited":
      waitDuration({ vendor, wait: fact.reason }).updateUnsafe(fact.millis / 1000, context)
  }
}

/** Counts and measures. */
export const metrics: Observer = {
  observe: (fact) =>
    Effect.contextWith((context: Everything) => {
      count(fact, context)
      return Effect.void
    })
}
