/** How a vendor's calls are repeated, as a value: the vendor's advice is the default, every part of it can be replaced. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { never, type Policy } from "./Waits.ts"

export { type Plan, plan, type PlanOptions, type Timeline } from "./policy/plan.ts"
export { exponential, never, type Policy, scale, type Waits, waits } from "./Waits.ts"

/** A policy from scratch: no second attempt, ten seconds an attempt, a minute in all, until parts are given. */
export const make = (parts: Partial<Policy> = {}): Policy => ({
  passing: never,
  limited: never,
  jitter: "full",
  attemptTimeout: Duration.seconds(10),
  deadline: Duration.minutes(1),
  source: "the caller",
  ...parts
})

/** The policy that the vendor documents. */
export const documented = ({ policy }: { readonly policy: Policy }): Policy => policy

/** How the policy of the layer is changed for the calls inside an effect. */
export const Change = Context.Reference<(policy: Policy) => Policy>("faultline/Policy/Change", {
  defaultValue: () => (policy) => policy
})

/** Replaces parts of the policy for every call inside the effect. */
export const override =
  (change: Partial<Policy> | ((policy: Policy) => Policy)) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.updateService(effect, Change, (before) => (policy) => {
      const now = before(policy)
      return typeof change === "function" ? change(now) : { ...now, ...change }
    })

/** Makes no second attempt for any call inside the effect. */
export const once: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> = override({
  passing: never,
  limited: never
})
