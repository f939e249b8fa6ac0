/** One timer: a fiber that sleeps until the queue has something to do, and exists only while a call waits. */
import type * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"

/** Calls `wake` at `at` (ms on the queue's clock); an earlier time replaces a later one, `Infinity` turns the timer off. */
export type Timer = (at: number, now: number, wake: () => void) => void

/** Timers have a resolution of 1 ms; anything shorter would only spin. */
const resolution = 1

/** Makes a timer that runs on the clock of `context`. */
export const makeTimer = (context: Context.Context<never>): Timer => {
  const fork = Effect.runForkWith(context)
  let set: { readonly at: number; readonly fiber: Fiber.Fiber<void> } | undefined
  return (at, now, wake) => {
    if (set !== undefined && at !== Infinity && set.at <= at) return
    const before = set
    set = undefined
    before?.fiber.interruptUnsafe()
    if (at === Infinity) return
    const sleep = Effect.sleep(Duration.millis(Math.max(resolution, at - now)))
    const woken = Effect.sync(() => {
      set = undefined
      wake()
    })
    set = { at, fiber: fork(Effect.andThen(sleep, woken)) }
  }
}
