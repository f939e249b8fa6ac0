/** Metrics as an observer: calls, attempts, and how long calls take. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import type { Observer } from "./facts.ts"

/** Calls by vendor, operation and outcome (`ok`, the failure's tag, `interrupted` or `defect`). */
export const calls = Metric.counter("faultline_calls_total", {
  incremental: true,
  description: "Calls that ended"
})

/** Attempts by vendor, operation, kind and outcome. */
export const attempts = Metric.counter("faultline_attempts_total", {
  incremental: true,
  description: "Attempts that ended"
})

/** Milliseconds from the beginning of a call to its end, waits included. */
export const duration = Metric.timer("faultline_call_duration")

/** One instance per series, made once: every label is bounded, so the series are few. */
const series = <Input, State>(metric: Metric.Metric<Input, State>) => {
  const known = new Map<string, Metric.Metric<Input, State>>()
  return (labels: Readonly<Record<string, string>>): Metric.Metric<Input, State> => {
    const key = Object.values(labels).join("\n")
    const found = known.get(key) ?? Metric.withAttributes(metric, labels)
    known.set(key, found)
    return found
  }
}

const [callSeries, attemptSeries, durationSeries] = [series(calls), series(attempts), series(duration)]

/** Counts calls and attempts, and measures calls. */
export const metrics: Observer = {
  observe: (fact) => {
    const { operation, vendor } = fact
    switch (fact._tag) {
      case "CallEnded":
        return Effect.andThen(
          Metric.update(callSeries({ vendor, operation, outcome: fact.outcome }), 1),
          Metric.update(durationSeries({ vendor, operation }), Duration.millis(fact.millis))
        )
      case "AttemptEnded": {
        const { kind, outcome } = fact
        return Metric.update(attemptSeries({ vendor, operation, kind, outcome }), 1)
      }
      default:
        return Effect.void
    }
  }
}
