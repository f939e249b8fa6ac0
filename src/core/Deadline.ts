/** One deadline for a call and for everything it calls: a nested call never outlives the call around it. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** The moment (epoch ms) by which the present call must have ended; `undefined` where nothing bounds it. */
export const Current = Context.Reference<number | undefined>("faultline/Deadline", {
  defaultValue: () => undefined
})

/** Sets a deadline for all calls inside the effect; an earlier one that is set already stays. */
export const within =
  (time: Duration.Input) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const mine = now + Duration.toMillis(Duration.fromInputUnsafe(time))
      return Effect.updateService(effect, Current, (outer) =>
        outer === undefined ? mine : Math.min(outer, mine)
      )
    })

/** How long (ms) is left; infinite where nothing bounds it, never below 0. */
export const remaining: Effect.Effect<number> = Effect.gen(function* () {
  const deadline = yield* Current
  return deadline === undefined
    ? Number.POSITIVE_INFINITY
    : Math.max(0, deadline - (yield* Clock.currentTimeMillis))
})
