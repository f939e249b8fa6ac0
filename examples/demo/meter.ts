/** Counts calls, attempts and waits per vendor, by observing the facts of calls. */
import { Effect } from "effect"
import type { Telemetry } from "faultline"

/** What it took. Times are milliseconds. */
export interface Effort {
  calls: number
  attempts: number
  callMillis: number
  attemptMillis: number
}

/** An observer that adds up efforts. */
export const meter = () => {
  const efforts = new Map<string, Effort>()
  const of = (vendor: string): Effort => {
    const effort = efforts.get(vendor) ?? { calls: 0, attempts: 0, callMillis: 0, attemptMillis: 0 }
    efforts.set(vendor, effort)
    return effort
  }
  const add = (fact: Telemetry.Fact): void => {
    const effort = of(fact.vendor)
    if (fact._tag === "CallEnded") {
      effort.calls += 1
      effort.callMillis += fact.millis
    }
    if (fact._tag === "AttemptEnded") {
      effort.attempts += 1
      effort.attemptMillis += fact.millis
    }
  }
  const telemetry: Telemetry.Observer = { observe: (fact) => Effect.sync(() => add(fact)) }
  return { of, telemetry }
}
