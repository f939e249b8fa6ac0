/** One deadline for a call and for everything it calls: a nested call never outlives the call around it. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"
import { monotonic } from "./monotonic.ts"

/**
 * The time by which the present call must have ended, in ms on the clock that does not jump: a deadline is a span of time, and
 * stays one when the wall clock is set. `undefined` where nothing bounds it.
 */
export const Current = Context.Reference<number | undefined>("faultline/Deadline", {
  defaultValue: () => undefined
})

/**
 * Sets a deadline for all calls inside the effect together. An earlier one that is already set stays. A call that runs out of time
 * fails with what is known of it; the effect itself is not interrupted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Deadline } from "faultline/core"
 *
 * const nested = Deadline.remaining.pipe(Deadline.within("1 minute"), Deadline.within("5 seconds"))
 *
 * assert.ok((await Effect.runPromise(nested)) <= 5000)
 * assert.equal(await Effect.runPromise(Deadline.remaining), Infinity)
 * ```
 */
export const within: {
  (time: Duration.Input): <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  <A, E, R>(self: Effect.Effect<A, E, R>, time: Duration.Input): Effect.Effect<A, E, R>
} = dual(2, <A, E, R>(self: Effect.Effect<A, E, R>, time: Duration.Input): Effect.Effect<A, E, R> =>
  Effect.withFiber((fiber) => {
    const own = monotonic(fiber.getRef(Clock.Clock)) + Duration.toMillis(Duration.fromInputUnsafe(time))
    const outer = fiber.getRef(Current)
    return Effect.provideService(self, Current, outer === undefined ? own : Math.min(outer, own))
  })
)

/** Reads how long (ms) is left, again and again: infinite where nothing bounds it, negative past the deadline. */
export const left: Effect.Effect<() => number> = Effect.withFiber((fiber) => {
  const [clock, deadline] = [fiber.getRef(Clock.Clock), fiber.getRef(Current)]
  return Effect.succeed(() =>
    deadline === undefined ? Number.POSITIVE_INFINITY : deadline - monotonic(clock)
  )
})

/** How long (ms) is left; infinite where nothing bounds it, never below 0. */
export const remaining: Effect.Effect<number> = Effect.map(left, (read) => Math.max(0, read()))
