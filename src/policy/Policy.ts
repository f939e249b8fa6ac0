/**
 * How a vendor's failed calls are retried, as a value: the vendor's advice is the default, and every part of it can be replaced.
 *
 * A policy has two schedules of waits (`passing` faults, and refusals for now: `limited`), a bound on the time of one attempt, and
 * a deadline for the whole call. `Retry` decides with it; `plan` shows what it can cost before anything runs.
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"
import * as Schedule from "effect/Schedule"
import * as Advice from "../contract/Advice.ts"
import { durationProblem, problem, type Problem } from "./problem.ts"

export { type Plan, plan, type PlanOptions, type Timeline } from "./plan.ts"
export type { Advice as Policy, Waits } from "../contract/Advice.ts"

/**
 * No second attempt, whatever happens.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({ passing: Policy.waits("1 second") })
 * const failure = new Common.NotSent({ reason: "refused" })
 * assert.deepEqual(Retry.simulate(policy, [failure]), [1000])
 * assert.deepEqual(Retry.simulate({ ...policy, passing: Policy.never }, [failure]), [])
 * ```
 */
export const never: Advice.Waits = Advice.never

/**
 * The given waits, one after another, and no more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({ passing: Policy.waits("0 seconds", "30 seconds") })
 * const failure = new Common.NotSent({ reason: "refused" })
 * assert.deepEqual(Retry.simulate(policy, [failure, failure, failure]), [0, 30_000])
 * ```
 */
export const waits: typeof Advice.waits = Advice.waits

/**
 * Exponential waits: `base`, `base × factor`, … none longer than `cap`, `times` in all.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({
 *   passing: Policy.exponential({ base: "1 second", factor: 3, cap: "5 seconds", times: 4 })
 * })
 * const failures = Array.from({ length: 10 }, () => new Common.NotSent({ reason: "refused" }))
 * assert.deepEqual(Retry.simulate(policy, failures), [1000, 3000, 5000, 5000])
 * ```
 */
export const exponential: typeof Advice.exponential = Advice.exponential

/**
 * Longer or shorter waits: each is multiplied by `factor`. The vendor's own times stay as they are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Common, Policy, Retry } from "faultline/core"
 *
 * const policy = Policy.make({ passing: Policy.waits("1 second", "10 seconds") })
 * const failures = Array.from({ length: 2 }, () => new Common.NotSent({ reason: "refused" }))
 * assert.deepEqual(Retry.simulate(Policy.scale(policy, 0.5), failures), [500, 5000])
 * ```
 */
export const scale: {
  (factor: number): (self: Advice.Advice) => Advice.Advice
  (self: Advice.Advice, factor: number): Advice.Advice
} = dual(2, (self: Advice.Advice, factor: number): Advice.Advice => {
  const scaled = (waits: Advice.Waits): Advice.Waits =>
    Schedule.modifyDelay(waits, ({ duration }) => Effect.succeed(Duration.times(duration, factor)))
  return { ...self, passing: scaled(self.passing), limited: scaled(self.limited) }
})

/**
 * A policy from scratch: no second attempt, ten seconds an attempt, a minute in all, until parts are given.
 *
 * @example
 * ```ts
 * import { Duration } from "effect"
 * import { Policy } from "faultline/core"
 *
 * const policy = Policy.make({
 *   passing: Policy.exponential({ base: "100 millis", cap: "1 second", times: 4 }),
 *   limited: Policy.waits("1 second", "5 seconds"),
 *   deadline: Duration.seconds(20)
 * })
 * console.log(policy.jitter) // full
 * ```
 */
export const make = (parts: Partial<Advice.Advice> = {}): Advice.Advice => ({
  passing: never,
  limited: never,
  jitter: "full",
  attemptTimeout: Duration.seconds(10),
  deadline: Duration.minutes(1),
  source: "the caller",
  ...parts
})

/**
 * The policy that the vendor documents.
 *
 * @example
 * ```ts
 * import { Duration } from "effect"
 * import { M3ter, Policy } from "faultline"
 *
 * const { attemptTimeout, source } = Policy.documented(M3ter.vendor)
 * console.log(Duration.format(attemptTimeout), source)
 * ```
 */
export const documented = ({ advice }: { readonly advice: Advice.Advice }): Advice.Advice => advice

/** The waits must be schedules. */
const waitsProblems = (policy: Advice.Advice): ReadonlyArray<Problem> =>
  (["passing", "limited"] as const).flatMap((setting) =>
    problem(
      setting,
      !Schedule.isSchedule(policy[setting]),
      "must be a schedule of waits: see Policy.waits and Policy.exponential"
    )
  )

/** The bounds on time must be durations, and one of them finite. */
const timeProblems = (policy: Advice.Advice): ReadonlyArray<Problem> => {
  const found = (["attemptTimeout", "deadline"] as const).flatMap((setting) => {
    const value: unknown = policy[setting]
    return Duration.isDuration(value)
      ? durationProblem(setting, value, { above: 0, infinite: true })
      : problem(setting, true, `must be a Duration, as Duration.seconds(10) is; it is ${String(value)}`)
  })
  if (found.length > 0) return found
  const endless = !Duration.isFinite(policy.attemptTimeout) && !Duration.isFinite(policy.deadline)
  return problem(
    "deadline",
    endless,
    "must be finite where attemptTimeout is not: a call without an answer would never end"
  )
}

/** What is wrong with a policy. */
export const problems = (policy: Advice.Advice): ReadonlyArray<Problem> => [
  ...waitsProblems(policy),
  ...problem(
    "jitter",
    !["full", "none"].includes(policy.jitter),
    `must be "full" or "none"; it is ${policy.jitter}`
  ),
  ...timeProblems(policy),
  ...(typeof policy.failFast === "boolean" ? [] : durationProblem("failFast", policy.failFast, { least: 0 }))
]

/** How the policy of the layer is changed for the calls inside an effect. */
export const Change = Context.Reference<(policy: Advice.Advice) => Advice.Advice>("faultline/Policy/Change", {
  defaultValue: () => (policy) => policy
})

/** Parts that replace those of the policy, or a function that makes a new one of it. */
export type Override = Partial<Advice.Advice> | ((policy: Advice.Advice) => Advice.Advice)

/**
 * Replaces parts of the policy for every call inside the effect. Of several overrides the outermost is applied first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Duration, Effect } from "effect"
 * import { Policy } from "faultline/core"
 *
 * // A vendor's layer reads the change at each call; here is how it sees it.
 * const deadline = Effect.map(Effect.service(Policy.Change), (change) => change(Policy.make()).deadline)
 *
 * const patient = deadline.pipe(Policy.override({ deadline: Duration.minutes(15) }))
 * assert.equal(Duration.toMinutes(await Effect.runPromise(patient)), 15)
 *
 * const slower = Policy.override(deadline, (policy) => Policy.scale(policy, 2))
 * assert.equal(Duration.toMinutes(await Effect.runPromise(slower)), 1)
 * ```
 */
export const override: {
  (change: Override): <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  <A, E, R>(self: Effect.Effect<A, E, R>, change: Override): Effect.Effect<A, E, R>
} = dual(2, <A, E, R>(self: Effect.Effect<A, E, R>, change: Override): Effect.Effect<A, E, R> =>
  Effect.updateService(self, Change, (before) => (policy) => {
    const now = before(policy)
    return typeof change === "function" ? change(now) : { ...now, ...change }
  })
)

/**
 * Makes no second attempt for any call inside the effect.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Policy } from "faultline/core"
 *
 * const retries = Effect.map(Effect.service(Policy.Change), (change) => {
 *   const { passing } = change(Policy.make({ passing: Policy.waits("1 second") }))
 *   return passing !== Policy.never
 * })
 *
 * assert.equal(await Effect.runPromise(retries), true)
 * assert.equal(await Effect.runPromise(Policy.once(retries)), false)
 * ```
 */
export const once: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> = override({
  passing: never,
  limited: never
})
