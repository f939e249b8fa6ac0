/**
 * Whether and when a failed call is retried: what the failure says about a retry, and whether the operation is idempotent. It
 * works on any effect that fails with Faultline failures, as an Effect `Schedule` or as a decider for a loop of your own.
 *
 * | What the failure says (`retry`) | Retried | Wait |
 * |---|---|---|
 * | `safe` | yes | the policy's `passing` |
 * | `if-idempotent` | where the operation is idempotent | the policy's `passing` |
 * | `{ after }`, `{ at }` | yes | the policy's `limited`, and never less than the vendor's time |
 * | `reauthenticate` | once | none: new credentials |
 * | `never`, `split` | no | |
 *
 * Whatever the failure says, nothing is sent before its `notBefore`, and no attempt begins past the deadline.
 */
import * as Cause from "effect/Cause"
import type * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Pull from "effect/Pull"
import * as Schedule from "effect/Schedule"
import type { Advice as Policy } from "../contract/Advice.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import { monotonic } from "./monotonic.ts"
import { decider, type Situation, type Wait } from "./retry/decider.ts"

export { settle, type Verdict } from "./retry/settle.ts"
export { settled } from "./retry/settled.ts"
export { type Decider, decider, type Situation, type Wait } from "./retry/decider.ts"

const stop = Cause.done<Wait>({ millis: 0, why: "passing fault" })

/** The time that is left, from now until the given moment, or from the first failure for the policy's deadline. */
const leftOf = ({ deadline }: Policy, { until }: Situation, clock: Clock.Clock): (() => number) => {
  const whole = until === undefined ? Duration.toMillis(deadline) : until - clock.currentTimeMillisUnsafe()
  let started = until === undefined ? undefined : monotonic(clock)
  return () => whole - (monotonic(clock) - (started ??= monotonic(clock)))
}

/**
 * The decisions of a policy as a schedule, for `Effect.retry`. It ends where a retry cannot help, where the call may have been
 * carried out and must not be repeated, where new credentials are refused too, and where the next attempt would begin past the
 * deadline.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({ passing: Policy.exponential({ base: "1 millis", times: 3 }) })
 * let attempts = 0
 * const call = Effect.suspend(() =>
 *   ++attempts < 3 ? Effect.fail(new Common.NotSent({ reason: "refused" })) : Effect.succeed("done")
 * )
 *
 * const retried = Effect.retry(call, Retry.schedule(policy, { idempotent: true }))
 * assert.equal(await Effect.runPromise(retried), "done")
 * assert.equal(attempts, 3)
 * ```
 */
export const schedule = (policy: Policy, situation: Situation): Schedule.Schedule<Wait, AnyFailure> =>
  Schedule.fromStep(
    Effect.clockWith((clock) => {
      const { next } = decider(policy, { left: leftOf(policy, situation, clock), ...situation })
      return Effect.succeed((now: number, failure: AnyFailure) =>
        Effect.flatMap(next(failure, now), (wait): Pull.Pull<[Wait, Duration.Duration], never, Wait> =>
          wait === undefined ? stop : Effect.succeed([wait, Duration.millis(wait.millis)])
        )
      )
    })
  )

/**
 * The waits (ms) that the policy would make if attempts failed like this, one after another, from `now` (Unix ms). Nothing is run,
 * and jitter is left out. Default: an idempotent operation, from time 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({ passing: Policy.exponential({ base: "1 second", times: 3 }) })
 * const failures = Array.from({ length: 10 }, () => new Common.NoAnswer({ reason: "timeout" }))
 *
 * assert.deepEqual(Retry.simulate(policy, failures), [1000, 2000, 4000])
 * // It may have been carried out, and must not be repeated.
 * assert.deepEqual(Retry.simulate(policy, failures, { idempotent: false }), [])
 * ```
 */
export const simulate = (
  policy: Policy,
  failures: Iterable<AnyFailure>,
  { now = 0, ...situation }: Partial<Situation> & { readonly now?: number } = {}
): ReadonlyArray<number> => {
  const { next } = decider({ ...policy, jitter: "none" }, { idempotent: true, ...situation })
  const delays: Array<number> = []
  let at = now
  for (const failure of failures) {
    const decided = Effect.runSyncExit(next(failure, at))
    if (Exit.isFailure(decided) || decided.value === undefined) return delays
    delays.push(decided.value.millis)
    at += decided.value.millis
  }
  return delays
}

/** Whether operations that are not idempotent are retried all the same. */
export const AssumeIdempotent = Context.Reference<boolean>("faultline/Retry/AssumeIdempotent", {
  defaultValue: () => false
})

/**
 * Lets every call inside the effect be retried, even where that could carry it out twice. Also an option of a vendor's layer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Retry } from "faultline/core"
 *
 * // A vendor's layer reads the reference at each call; here is how it sees it.
 * const call = Effect.service(Retry.AssumeIdempotent)
 *
 * assert.equal(await Effect.runPromise(Retry.assumeIdempotent(call)), true)
 * assert.equal(await Effect.runPromise(call), false)
 * ```
 */
export const assumeIdempotent = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.provideService(effect, AssumeIdempotent, true)
