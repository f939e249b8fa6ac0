/**
 * Whether and when to ask again: what the failure says of asking again, times whether the operation may be repeated, as an
 * Effect `Schedule`. It works on any effect that fails with Faultline failures.
 */
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Pull from "effect/Pull"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import { CircuitOpen } from "./Common.ts"
import type { AnyFailure } from "./Failure.ts"
import type { Policy, Waits } from "./Waits.ts"

/** What is known of the call that is to be repeated. */
export interface Situation {
  /** Whether doing it twice is as good as doing it once. */
  readonly repeatable: boolean
  /** The moment (epoch ms) by which the call must have ended. Default: the policy's deadline from the first failure on. */
  readonly until?: number
  /** Whether there are other credentials to be had than those that were refused. Default: there are. */
  readonly renewable?: () => boolean
}

/** A wait that was decided on: how long (ms), and why. */
export interface Wait {
  readonly millis: number
  readonly why: "passing fault" | "the vendor's time" | "new credentials"
}

type Kind = "stop" | "passing" | "limited" | "afresh"

/** What follows from a failure: delivery decides before advice. */
const kindOf = (failure: AnyFailure, { renewable, repeatable }: Situation): Kind => {
  const { again, delivery } = failure
  // A call that finds the circuit open stops instead of knocking again.
  if (failure instanceof CircuitOpen) return "stop"
  if (delivery === "Applied" || (delivery === "Unknown" && !repeatable)) return "stop"
  if (typeof again === "object") return "limited"
  if (again === "soon" || again === "unsure") return "passing"
  return again === "afresh" && renewable?.() !== false ? "afresh" : "stop"
}

/** The wait that the failure itself names, in ms from `now`; a moment that has passed is no wait. */
const named = ({ again }: AnyFailure, now: number): number => {
  if (typeof again === "string") return 0
  return "after" in again ? Duration.toMillis(again.after) : Math.max(0, again.at.epochMilliseconds - now)
}

const step = (waits: Waits) =>
  Effect.map(
    Schedule.toStep(waits),
    (next) => (now: number, failure: AnyFailure) =>
      Effect.map(next(now, failure), ([, delay]) => Duration.toMillis(delay))
  )

const stop = Cause.done<Wait>({ millis: 0, why: "passing fault" })

/** Decides the next wait, apart from whether there is time for it. */
const decider = (policy: Policy, situation: Situation) =>
  Effect.gen(function* () {
    const passing = yield* step(policy.passing)
    const limited = yield* step(policy.limited)
    let refreshed = false
    // any: what a schedule of the caller's ends with is of no account
    return (now: number, failure: AnyFailure): Pull.Pull<Wait, never, any> => {
      const kind = kindOf(failure, situation)
      if (kind === "stop" || (kind === "afresh" && refreshed)) return stop
      if (kind === "afresh") {
        refreshed = true
        return Effect.succeed({ millis: 0, why: "new credentials" })
      }
      if (kind === "passing") {
        return Effect.flatMap(passing(now, failure), (millis) =>
          jittered(policy, { millis, why: "passing fault" })
        )
      }
      return Effect.map(limited(now, failure), (millis) => ({
        millis: Math.max(millis, named(failure, now)),
        why: "the vendor's time"
      }))
    }
  })

/**
 * The schedule of a policy. It ends where asking again cannot help, where the operation may not be repeated and nobody knows
 * whether it was done, where a second set of credentials is refused too, and where the next attempt would start past the
 * deadline.
 */
export const schedule = (policy: Policy, situation: Situation): Schedule.Schedule<Wait, AnyFailure> => {
  const inTime = (wait: number, elapsed: number, now: number): boolean =>
    situation.until === undefined
      ? elapsed + wait < Duration.toMillis(policy.deadline)
      : now + wait < situation.until
  return Schedule.fromStepWithMetadata<AnyFailure, Wait, never, Cause.Done<Wait>, never, never>(
    Effect.map(
      decider(policy, situation),
      (decide) =>
        ({ elapsed, input, now }) =>
          Effect.flatMap(decide(now, input), (wait): Pull.Pull<[Wait, Duration.Duration], never, Wait> =>
            inTime(wait.millis, elapsed, now) ? Effect.succeed([wait, Duration.millis(wait.millis)]) : stop
          )
    )
  )
}

const jittered = (policy: Policy, wait: Wait): Effect.Effect<Wait> =>
  policy.jitter === "none"
    ? Effect.succeed(wait)
    : Effect.map(Random.next, (share) => ({ ...wait, millis: Math.round(share * wait.millis) }))

/** The waits (ms) that the policy would make if attempts failed like this, one after another, from `now` (ms). Nothing is run. */
export const simulate = (
  policy: Policy,
  failures: Iterable<AnyFailure>,
  options: Partial<Situation> & { readonly now?: number } = {}
): ReadonlyArray<number> => {
  let now = options.now ?? 0
  const delays: Array<number> = []
  const next = Effect.runSync(
    Schedule.toStep(schedule({ ...policy, jitter: "none" }, { repeatable: options.repeatable ?? true }))
  )
  for (const failure of failures) {
    const decided = Effect.runSyncExit(next(now, failure))
    if (Exit.isFailure(decided)) return delays
    const millis = Duration.toMillis(decided.value[1])
    delays.push(millis)
    now += millis
  }
  return delays
}

/** Whether calls that may not be repeated are repeated all the same. */
export const AssumeRepeatable = Context.Reference<boolean>("faultline/Retry/AssumeRepeatable", {
  defaultValue: () => false
})

/** Lets every call inside the effect be repeated, even where that could do it twice. Also a layer option. */
export const assumeRepeatable = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.provideService(effect, AssumeRepeatable, true)
