/** Deciding about the failures of one call: which are retried, and after what wait. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Pull from "effect/Pull"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type { Advice as Policy, Waits } from "../../contract/Advice.ts"
import { CircuitOpen } from "../../contract/Common.ts"
import { type AnyFailure, retryAt } from "../../contract/Failure.ts"

/** What is known of the call that may be retried. */
export interface Situation {
  /** Whether doing it twice has the same effect as doing it once. */
  readonly idempotent: boolean
  /** The time (Unix ms) by which the call must have ended. Default: the policy's deadline, counted from the first failure. */
  readonly until?: number
  /** How long (ms) is left of the call's time, measured on a clock that does not jump; in place of `until`. */
  readonly left?: () => number
  /** Whether the refused credentials can be renewed. Default: they can. */
  readonly renewable?: () => boolean
  /** Whether a refusal may come of credentials that have expired, although it does not say so. Default: it may not. */
  readonly mayHaveExpired?: (failure: AnyFailure) => boolean
}

/** A wait that was decided on: how long (ms), and why. */
export interface Wait {
  readonly millis: number
  readonly why: "passing fault" | "the vendor's time" | "new credentials"
}

/** Decides about the failures of one call, one after another. */
export interface Decider {
  /** The wait before the next attempt, or `undefined` where the call ends with this failure, which arrived at `now` (Unix ms). */
  readonly next: (failure: AnyFailure, now: number) => Effect.Effect<Wait | undefined>
}

type Kind = "stop" | "passing" | "limited" | "reauthenticate"

/** What follows from a failure. Whether the call may have been carried out comes first, then what the failure says. */
const kindOf = (failure: AnyFailure, { idempotent, mayHaveExpired, renewable }: Situation): Kind => {
  const { delivery, retry } = failure
  // The breaker decides when to try again; a retry would only find the circuit open.
  if (failure instanceof CircuitOpen) return "stop"
  if (delivery === "Applied" || (delivery === "Unknown" && !idempotent)) return "stop"
  if (typeof retry === "object") return "limited"
  if (retry === "safe" || retry === "if-idempotent") return "passing"
  const refused = retry === "reauthenticate" || mayHaveExpired?.(failure) === true
  return refused && renewable?.() !== false ? "reauthenticate" : "stop"
}

/** No attempt before this (ms from `now`): `Retry-After` on any failure, and the wait that the failure itself names. */
const floorOf = (failure: AnyFailure, now: number): number =>
  Math.max(0, (failure.notBefore?.epochMilliseconds ?? now) - now, (retryAt(failure, now) ?? now) - now)

type Steps = (failure: AnyFailure, now: number) => Effect.Effect<number | undefined>

/** The waits (ms) of a schedule, which is started by the first failure: a call that succeeds pays nothing for it. */
const stepsOf = (waits: Waits): Steps => {
  type Step = (now: number, failure: AnyFailure) => Pull.Pull<[unknown, Duration.Duration], never, unknown>
  let started: Step | undefined
  const advance = (step: Step, failure: AnyFailure, now: number): Effect.Effect<number | undefined> =>
    step(now, failure).pipe(
      Effect.map(([, delay]) => Duration.toMillis(delay)),
      Pull.catchDone(() => Effect.succeed(undefined))
    )
  return (failure, now) => {
    if (started !== undefined) return advance(started, failure, now)
    return Effect.flatMap(Schedule.toStep(waits), (step) => {
      started = step
      return advance(step, failure, now)
    })
  }
}

const jittered = ({ jitter }: Policy, millis: number): Effect.Effect<number> =>
  jitter === "none" ? Effect.succeed(millis) : Effect.map(Random.next, (share) => Math.round(share * millis))

/** The wait of each kind, apart from whether there is time for it. */
const waitsOf = (policy: Policy, situation: Situation) => {
  const passing = stepsOf(policy.passing)
  const limited = stepsOf(policy.limited)
  let renewed = false
  return (failure: AnyFailure, now: number): Effect.Effect<Wait | undefined> => {
    const kind = kindOf(failure, situation)
    const floor = floorOf(failure, now)
    if (kind === "stop" || (kind === "reauthenticate" && renewed)) return Effect.succeed(undefined)
    if (kind === "reauthenticate") {
      renewed = true
      return Effect.succeed({ millis: floor, why: "new credentials" })
    }
    if (kind === "limited")
      return ifAny(limited(failure, now), (millis) =>
        Effect.succeed({ millis: Math.max(millis, floor), why: "the vendor's time" })
      )
    return ifAny(passing(failure, now), (millis) =>
      Effect.map(jittered(policy, millis), (drawn) =>
        drawn < floor ? { millis: floor, why: "the vendor's time" } : { millis: drawn, why: "passing fault" }
      )
    )
  }
}

const ifAny = (
  decided: Effect.Effect<number | undefined>,
  wait: (millis: number) => Effect.Effect<Wait>
): Effect.Effect<Wait | undefined> =>
  Effect.flatMap(decided, (millis) => (millis === undefined ? Effect.succeed(undefined) : wait(millis)))

/**
 * Decides about one call: make one for each. Its schedules are started by the first failure, so that a call that succeeds pays
 * nothing for them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Clock, Effect } from "effect"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({ passing: Policy.waits("1 second"), jitter: "none" })
 * const program = Effect.gen(function* () {
 *   const { next } = Retry.decider(policy, { idempotent: true })
 *   const failure = new Common.NotSent({ reason: "refused" })
 *   const now = yield* Clock.currentTimeMillis
 *   return [yield* next(failure, now), yield* next(failure, now + 1000)]
 * })
 *
 * assert.deepEqual(await Effect.runPromise(program), [{ millis: 1000, why: "passing fault" }, undefined])
 * ```
 */
export const decider = (policy: Policy, situation: Situation): Decider => {
  const waits = waitsOf(policy, situation)
  let until = situation.until
  return {
    next: (failure, now) =>
      Effect.suspend(() => {
        const left = situation.left?.() ?? (until ??= now + Duration.toMillis(policy.deadline)) - now
        return Effect.map(waits(failure, now), (wait) =>
          wait !== undefined && wait.millis < left ? wait : undefined
        )
      })
  }
}
