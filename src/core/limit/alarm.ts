/** One timer: a fiber that sleeps until the queue is to be looked at again, and exists only while somebody waits. */
import type * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"

/** Rings at `at` (ms on the queue's clock); an earlier ring replaces a later one, `Infinity` turns it off. */
export type Alarm = (at: number, now: number, ring: () => void) => void

/** Timers have a grain of 1 ms; anything shorter would only spin. */
const grain = 1

/** Makes an alarm that runs on the clock of `context`. */
export const makeAlarm = (context: Context.Context<never>): Alarm => {
  const fork = Effect.runForkWith(context)
  let set: { readonly at: number; readonly fiber: Fiber.Fiber<void> } | undefined
  return (at, now, ring) => {
    if (set !== undefined && at !== Infinity && set.at <= at) return
    const before = set
    set = undefined
    before?.fiber.interruptUnsafe()
    if (at === Infinity) return
    const sleep = Effect.sleep(Duration.millis(Math.max(grain, at - now)))
    const rung = Effect.sync(() => {
      set = undefined
      ring()
    })
    set = { at, fiber: fork(Effect.andThen(sleep, rung)) }
  }
}
