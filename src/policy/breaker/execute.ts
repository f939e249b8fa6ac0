/** One call through its circuit, which is consulted before it and hears of its end. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Outcome, Transition } from "effect/persistence/CircuitBreaker"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"
import type { CircuitOpen } from "../../contract/Common.ts"
import type { Admission, CircuitStore } from "./store.ts"

/** What follows when a circuit changes. */
export type Changed = (transition: Transition) => Effect.Effect<void>

/** Where circuits are kept, and what follows when one changes. */
export interface Gate {
  readonly store: CircuitStore
  /** How long a circuit stays open that opens for the nth time in a row. */
  readonly openDuration: (openings: number) => Effect.Effect<Duration.Duration>
  readonly longestHint: Duration.Duration
  readonly changed: Changed
}

/** The wait of a schedule after so many steps. They are taken all at once, as if its waits had passed. */
export const openDurationOf = (
  given: Duration.Input | Schedule.Schedule<unknown, number>
): Gate["openDuration"] => {
  if (!Schedule.isSchedule(given)) {
    const fixed = Effect.succeed(Duration.fromInputUnsafe(given))
    return () => fixed
  }
  return (openings) =>
    Effect.gen(function* () {
      const step = yield* Schedule.toStep(given)
      let [now, delay] = [yield* Clock.currentTimeMillis, Duration.zero]
      for (let opening = 1; opening <= openings; opening++) {
        const stepped = yield* Effect.exit(step(now, opening))
        if (Exit.isFailure(stepped)) break
        delay = stepped.value[1]
        now += Duration.toMillis(delay)
      }
      return delay
    })
}

/** Only a failure can open a circuit, and only a failure has a hint. */
const openFor = (
  { longestHint, openDuration }: Gate,
  outcome: Outcome,
  { consecutiveOpenings }: Admission
): Effect.Effect<Duration.Duration> =>
  outcome._tag !== "Failure"
    ? Effect.succeed(Duration.zero)
    : Effect.map(openDuration(consecutiveOpenings + 1), (delay) =>
        outcome.retryAfter === undefined
          ? delay
          : Duration.max(delay, Duration.min(outcome.retryAfter, longestHint))
      )

/** What follows for the breaker, and for the call with which the circuit changed. */
const publish = (
  { changed }: Gate,
  ofCall: Changed | undefined,
  transition: Transition | undefined
): Effect.Effect<void> => {
  if (transition === undefined) return Effect.void
  return ofCall === undefined ? changed(transition) : Effect.andThen(changed(transition), ofCall(transition))
}

/**
 * Runs a call if its circuit lets it. Once it is through, its end is recorded whatever happens: an outcome that cannot
 * be read counts for nothing.
 */
export const execute = <A, E, R>(
  gate: Gate,
  key: string,
  call: Effect.Effect<A, E, R>,
  outcomeOf: (exit: Exit.Exit<A, E>) => Outcome,
  changed?: Changed
): Effect.Effect<A, E | CircuitOpen, R> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.scopedWith((scope) =>
      Effect.gen(function* () {
        const admission = yield* Scope.provide(gate.store.admit(key), scope)
        if (admission === undefined) return yield* restore(call)
        yield* publish(gate, changed, admission.transition)
        const exit = yield* Effect.exit(restore(call))
        const read = yield* Effect.exit(Effect.sync(() => outcomeOf(exit)))
        const outcome: Outcome = Exit.isSuccess(read) ? read.value : { _tag: "Ignored" }
        const openedFor = yield* openFor(gate, outcome, admission)
        const recorded = gate.store.record({ key, admission, outcome: outcome._tag, openFor: openedFor })
        yield* publish(gate, changed, yield* recorded)
        return yield* Exit.isSuccess(read) ? exit : Effect.failCause(read.cause)
      })
    )
  )
