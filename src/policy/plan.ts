/** What a policy can cost at worst, computed before anything runs: attempts, time, and load on a vendor that is down. */
import * as Duration from "effect/Duration"
import type { Advice as Policy } from "../contract/Advice.ts"
import { common } from "../contract/Common.ts"
import type { AnyFailureClass } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { most, mostOfPassing, type Timeline, timeline } from "./plan/timeline.ts"

export type { Timeline } from "./plan/timeline.ts"

/** The worst case of a call. */
export interface Plan {
  readonly operation: string
  readonly idempotent: boolean
  /** The most attempts, and the failure that causes them. */
  readonly attempts: number
  readonly worst: string
  /** The longest that the call's own attempts and waits can take: never more than its deadline. */
  readonly wall: Duration.Duration
  /**
   * Requests per call that fails every time while others succeed; `budgeted` is the same for passing faults, with the retry budget:
   * refusals for now spend none, since the queue paces them. A vendor that fails every call is down: however many wait, the queue
   * sends it no more than `Limit.probesPerSecond`, and those of calls that may be repeated are no attempts of theirs.
   */
  readonly amplification: number
  readonly budgeted: number
  /** How long a call waits in the queue while the vendor is down: until its deadline, or less where it fails fast. */
  readonly outage: Duration.Duration
  readonly timelines: ReadonlyArray<Timeline>
  readonly warnings: ReadonlyArray<string>
}

/** The surroundings of the call. */
export interface PlanOptions {
  readonly policy: Policy
  /** The failures to plan for: those that the operation declares. */
  readonly failures: ReadonlyArray<AnyFailureClass>
  /** Whether the call is idempotent, where that depends on its input. Default: what the operation says; if that depends, it is not. */
  readonly idempotent?: boolean
  readonly assumeIdempotent?: boolean
  /** Attempts of the caller's own retry around the call. */
  readonly around?: number
  /** Whether reads are hedged. */
  readonly hedged?: boolean
  /** The share of calls that the retry budget allows to be retries. */
  readonly budget?: number
}

/** The common failures that any operation may have, and how this one fails without an answer. */
const planned = (idempotent: boolean) => new Set(["NotSent", idempotent ? "NoAnswer" : "DeliveryUnknown"])

const outageOf = ({ deadline, failFast = false }: Policy): Duration.Duration => {
  if (failFast === false) return deadline
  return failFast === true ? Duration.zero : Duration.min(failFast, deadline)
}

const warningsOf = (plan: Omit<Plan, "warnings">, options: PlanOptions): ReadonlyArray<string> => {
  const inner = plan.attempts * (options.hedged === true ? 2 : 1)
  const around = options.around ?? 1
  return [
    around > 1 && inner > 1
      ? `Retries multiply: ${around} attempts around the call × ${inner} inside it are ${around * inner} requests. Leave one of the two out (Policy.once).`
      : "",
    options.hedged === true && plan.attempts > 1
      ? "Hedging doubles each attempt of a read that is slow; the budget bounds it."
      : "",
    plan.attempts > most
      ? `The waits never end; only the deadline of ${Duration.format(options.policy.deadline)} ends the call.`
      : "",
    Duration.isGreaterThan(options.policy.attemptTimeout, options.policy.deadline)
      ? "One attempt may take longer than the whole call: the deadline will cut it off."
      : "",
    options.assumeIdempotent === true && !plan.idempotent
      ? "The call may be carried out twice: it is not idempotent, and the layer assumes that it is."
      : ""
  ].filter((warning) => warning !== "")
}

/**
 * Plans one operation under a policy.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { M3ter, Policy } from "faultline"
 *
 * const plan = Policy.plan(M3ter.submitMeasurements, {
 *   policy: Policy.documented(M3ter.vendor),
 *   failures: M3ter.always,
 *   around: 3
 * })
 * assert.match(plan.warnings.join(), /Retries multiply/)
 * ```
 */
export const plan = (operation: AnyOperation, options: PlanOptions): Plan => {
  const { policy } = options
  const always: unknown = operation.spec.idempotent
  const idempotent = options.idempotent ?? always === true
  const failures = [...options.failures, ...common.filter(({ tag }) => planned(idempotent).has(tag))]
  const timelines = failures.map((failure) =>
    timeline(failure, policy, idempotent || options.assumeIdempotent === true)
  )
  const worst = timelines.reduce((most, one) => (one.attempts.length > most.attempts.length ? one : most))
  const attempts = worst.attempts.length
  const around = options.around ?? 1
  const waited = Math.max(...timelines.map(({ attempts }) => attempts.at(-1) ?? 0))
  const longest = Duration.sum(Duration.millis(waited), Duration.times(policy.attemptTimeout, attempts))
  const found = {
    operation: operation.tag,
    idempotent,
    attempts,
    worst: worst.tag,
    wall: Duration.times(Duration.min(policy.deadline, longest), around),
    amplification: attempts * around * (options.hedged === true ? 2 : 1),
    budgeted: Math.min(mostOfPassing(failures, timelines), 1 + (options.budget ?? Infinity)) * around,
    outage: outageOf(policy),
    timelines
  }
  return { ...found, warnings: warningsOf(found, options) }
}
