/** Counts calls, attempts and waits per vendor, by standing where telemetry stands. */
import { Clock, Effect } from "effect"
import type { Telemetry } from "faultline/core"

/** What it took. Times are milliseconds. */
export interface Effort {
  calls: number
  attempts: number
  callMillis: number
  attemptMillis: number
}

/** A telemetry that adds up efforts. */
export const meter = () => {
  const efforts = new Map<string, Effort>()
  const of = (vendor: string): Effort => {
    const effort = efforts.get(vendor) ?? { calls: 0, attempts: 0, callMillis: 0, attemptMillis: 0 }
    efforts.set(vendor, effort)
    return effort
  }
  const timed = <A, E>(effect: Effect.Effect<A, E>, add: (millis: number) => void): Effect.Effect<A, E> =>
    Effect.flatMap(Clock.currentTimeMillis, (start) =>
      Effect.ensuring(
        effect,
        Effect.map(Clock.currentTimeMillis, (end) => add(end - start))
      )
    )
  const telemetry: Telemetry.Telemetry = {
    call: (effect, { vendor }) =>
      timed(effect, (millis) => {
        of(vendor).calls += 1
        of(vendor).callMillis += millis
      }),
    attempt: (effect, { vendor }) =>
      timed(effect, (millis) => {
        of(vendor).attempts += 1
        of(vendor).attemptMillis += millis
      })
  }
  return { of, telemetry }
}
