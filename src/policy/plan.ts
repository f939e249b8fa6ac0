/** What a policy can cost at worst, computed before anything runs: attempts, time, and load on a vendor that is down. */
import * as Duration from "effect/Duration"
import type { Advice as Policy } from "../contract/Advice.ts"
import { common } from "../contract/Common.ts"
import { type AnyFailure, type AnyFailureClass, verdict } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { deliveryAfter } from "../contract/operation/harmless.ts"
import * as Retry from "./Retry.ts"

/** When attempts are made if one failure keeps coming: ms from the beginning of the call, as if the attempts took no time. */
export interface Timeline {
  readonly tag: string
  readonly attempts: ReadonlyArray<number>
}

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
   * Requests per call that fails every time while others succeed; `budgeted` is the same with the retry budget. A vendor that fails
   * every call is down: however many wait, the queue sends it no more than `Limit.probesPerSecond`.
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

// More than any documented policy makes; a schedule without end is cut here and warned about.
const most = 100

/** The common failures that any operation may have, and how this one fails without an answer. */
const planned = (idempotent: boolean) => new Set(["NotSent", idempotent ? "NoAnswer" : "DeliveryUnknown"])

// An instance would need fields that only an answer has.
const specimen = (failure: AnyFailureClass, { spec }: AnyOperation): AnyFailure => {
  const { facts, tag } = failure
  const known: unknown = { _tag: tag, retry: verdict(facts, {}), delivery: deliveryAfter(spec, failure) }
  return known as AnyFailure // as: a retry reads only what the failure says about it, and whether the call was carried out
}

const timeline = (
  failure: AnyFailureClass,
  operation: AnyOperation,
  policy: Policy,
  idempotent: boolean
): Timeline => {
  const waits = Retry.simulate(
    policy,
    Array.from({ length: most }, () => specimen(failure, operation)),
    { idempotent }
  )
  const attempts = waits.reduce<Array<number>>((times, wait) => [...times, (times.at(-1) ?? 0) + wait], [0])
  return { tag: failure.tag, attempts }
}

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
    timeline(failure, operation, policy, idempotent || options.assumeIdempotent === true)
  )
  const worst = timelines.reduce((most, one) => (one.attempts.length > most.attempts.length ? one : most))
  const attempts = worst.attempts.length
  const around = options.around ?? 1
  const waited = Math.max(...timelines.map((one) => one.attempts.at(-1) ?? 0))
  const longest = Duration.sum(Duration.millis(waited), Duration.times(policy.attemptTimeout, attempts))
  const found = {
    operation: operation.tag,
    idempotent,
    attempts,
    worst: worst.tag,
    wall: Duration.times(Duration.min(policy.deadline, longest), around),
    amplification: attempts * around * (options.hedged === true ? 2 : 1),
    budgeted: Math.min(attempts, 1 + (options.budget ?? Number.POSITIVE_INFINITY)) * around,
    outage: outageOf(policy),
    timelines
  }
  return { ...found, warnings: warningsOf(found, options) }
}
