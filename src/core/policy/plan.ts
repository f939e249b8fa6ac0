/** What a policy can cost at worst, computed before anything runs: attempts, time, and load on a vendor that is down. */
import * as Duration from "effect/Duration"
import { common } from "../Common.ts"
import { type AnyFailure, type AnyFailureClass, deliveryOf, verdict } from "../Failure.ts"
import type { AnyOperation } from "../Operation.ts"
import * as Retry from "../Retry.ts"
import type { Policy } from "../Waits.ts"

/** When attempts are made if one failure keeps coming: ms from the beginning of the call, the attempts themselves taking no time. */
export interface Timeline {
  readonly tag: string
  readonly attempts: ReadonlyArray<number>
}

/** The worst that a call can come to. */
export interface Plan {
  readonly operation: string
  readonly repeatable: boolean
  /** The most attempts, and the failure that brings them about. */
  readonly attempts: number
  readonly worst: string
  /** The longest that the call can take: never more than its deadline. */
  readonly wall: Duration.Duration
  /** Requests per call on a vendor that fails every one of them; `budgeted` is the same with the retry budget at work. */
  readonly amplification: number
  readonly budgeted: number
  readonly timelines: ReadonlyArray<Timeline>
  readonly warnings: ReadonlyArray<string>
}

/** What the call stands in. */
export interface PlanOptions {
  readonly policy: Policy
  /** The failures to plan for: those that the operation declares. */
  readonly failures: ReadonlyArray<AnyFailureClass>
  readonly assumeRepeatable?: boolean
  /** Attempts of a retry of the caller's own around the call. */
  readonly around?: number
  /** Whether reads are hedged. */
  readonly hedged?: boolean
  /** The share of calls that the retry budget lets be retries. */
  readonly budget?: number
}

// More than any policy makes; a schedule without end is cut here and warned about.
const most = 100

/** The common failures that any operation may have, and the silence of this one. */
const planned = (repeatable: boolean) => new Set(["NotSent", repeatable ? "NoAnswer" : "DeliveryUnknown"])

// An instance would need fields that only an answer has.
const specimen = ({ facts, tag }: AnyFailureClass): AnyFailure => {
  const judged: unknown = { _tag: tag, again: verdict(facts, {}), delivery: deliveryOf(facts) }
  return judged as AnyFailure // as: a schedule asks a failure only what asking again would do, and whether it was done
}

const timeline = (failure: AnyFailureClass, policy: Policy, repeatable: boolean): Timeline => {
  const waits = Retry.simulate(
    policy,
    Array.from({ length: most }, () => specimen(failure)),
    { repeatable }
  )
  const attempts = waits.reduce<Array<number>>((times, wait) => [...times, (times.at(-1) ?? 0) + wait], [0])
  return { tag: failure.tag, attempts }
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
    options.assumeRepeatable === true && !plan.repeatable
      ? "The operation may be done twice: it is not repeatable, and the layer says to assume so."
      : ""
  ].filter((warning) => warning !== "")
}

/** Plans one operation under a policy. */
export const plan = (operation: AnyOperation, options: PlanOptions): Plan => {
  const { policy } = options
  const { repeatable } = operation.asked
  const failures = [...options.failures, ...common.filter(({ tag }) => planned(repeatable).has(tag))]
  const timelines = failures.map((failure) =>
    timeline(failure, policy, repeatable || options.assumeRepeatable === true)
  )
  const worst = timelines.reduce((most, one) => (one.attempts.length > most.attempts.length ? one : most))
  const attempts = worst.attempts.length
  const around = options.around ?? 1
  const waited = Math.max(...timelines.map((one) => one.attempts.at(-1) ?? 0))
  const longest = Duration.sum(Duration.millis(waited), Duration.times(policy.attemptTimeout, attempts))
  const found = {
    operation: operation.tag,
    repeatable,
    attempts,
    worst: worst.tag,
    wall: Duration.times(Duration.min(policy.deadline, longest), around),
    amplification: attempts * around * (options.hedged === true ? 2 : 1),
    budgeted: Math.min(attempts, 1 + (options.budget ?? Number.POSITIVE_INFINITY)) * around,
    timelines
  }
  return { ...found, warnings: warningsOf(found, options) }
}
