/**
 * Answers that come after their attempt was given up: a call that timed out may have been carried out, and its answer, where it
 * still comes, says so. What keeps calls beyond the process listens here.
 */
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type { Contract } from "../contract/compile.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { Attempt, Ended } from "./Call.ts"

/** An answer that came late. */
export interface Late {
  readonly operation: string
  readonly input: unknown
  /** What it would have been in time. */
  readonly exit: Exit.Exit<unknown, AnyFailure>
}

/** Who listens, and how long an attempt that was given up may still be waited for, to a second. */
export interface Listener {
  readonly listen: (late: Late) => Effect.Effect<void>
  readonly within: Duration.Duration
}

/**
 * The listener for late answers of the calls inside an effect. Default: none, and an attempt that is given up is canceled.
 *
 * @example
 * ```ts
 * import { Console, Duration, Effect } from "effect"
 * import { LateAnswers } from "faultline"
 *
 * const withLate = <A, E, R>(calls: Effect.Effect<A, E, R>) =>
 *   Effect.provideService(calls, LateAnswers.LateAnswers, {
 *     listen: ({ operation }) => Console.log(`${operation} was answered after all`),
 *     within: Duration.minutes(5)
 *   })
 * console.log(await Effect.runPromise(withLate(Effect.succeed("in time")))) // in time
 * ```
 */
export const LateAnswers = Context.Reference<Listener | undefined>("faultline/LateAnswers", {
  defaultValue: () => undefined
})

// After a process was held still all its timers are over at once, and the answer is waiting in the socket: it is read before this is.
const lastLook = "1 second"

/**
 * Runs an attempt apart from its caller, so that giving it up does not cancel it. It is canceled when the listener's time is over.
 */
export const hear = (
  { listen, within }: Listener,
  { operation }: Contract,
  { call }: Attempt,
  run: Effect.Effect<Ended>
): Effect.Effect<Ended> =>
  Effect.suspend(() => {
    const answer = Deferred.makeUnsafe<Ended>()
    let givenUp = false
    const settle = (ended: Ended): Effect.Effect<void> =>
      givenUp && ended.answer !== undefined
        ? listen({ operation: operation.tag, input: call.input, exit: ended.exit })
        : Effect.asVoid(Deferred.succeed(answer, ended))
    const over = Effect.andThen(Effect.sleep(within), Effect.sleep(lastLook))
    const apart = Effect.raceFirst(Effect.asSome(run), Effect.as(over, Option.none())).pipe(
      Effect.flatMap((ended) => (ended._tag === "None" ? Effect.void : settle(ended.value)))
    )
    return Effect.andThen(
      Effect.forkDetach(apart, { startImmediately: true }),
      Effect.onInterrupt(Deferred.await(answer), () =>
        Effect.sync(() => {
          givenUp = true
        })
      )
    )
  })
