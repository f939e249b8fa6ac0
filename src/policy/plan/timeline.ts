/** When attempts would be made if one failure kept coming. */
import type { Advice as Policy } from "../../contract/Advice.ts"
import { type AnyFailure, type AnyFailureClass, deliveryOf, verdict } from "../../contract/Failure.ts"
import * as Retry from "../Retry.ts"

/** When attempts are made if one failure keeps coming: ms from the beginning of the call, as if the attempts took no time. */
export interface Timeline {
  readonly tag: string
  readonly attempts: ReadonlyArray<number>
}

// More than any documented policy makes; a schedule without end is cut here and warned about.
export const most = 100

// An instance would need fields that only an answer has.
const specimen = ({ facts, tag }: AnyFailureClass): AnyFailure => {
  const known: unknown = { _tag: tag, retry: verdict(facts, {}), delivery: deliveryOf(facts) }
  return known as AnyFailure // as: a retry reads only what the failure says about it, and whether the call was carried out
}

/** Plans the attempts of a call that meets nothing but this failure. */
export const timeline = (failure: AnyFailureClass, policy: Policy, idempotent: boolean): Timeline => {
  const waits = Retry.simulate(
    policy,
    Array.from({ length: most }, () => specimen(failure)),
    { idempotent }
  )
  const attempts = waits.reduce<Array<number>>((times, wait) => [...times, (times.at(-1) ?? 0) + wait], [0])
  return { tag: failure.tag, attempts }
}

/** A fault that passes: a retry after it spends budget. */
const isPassing = (failure: AnyFailureClass): boolean => {
  const { retry } = specimen(failure)
  return retry === "safe" || retry === "if-idempotent"
}

/** The most attempts that a passing fault causes. `timelines` are those of the failures, in their order. */
export const mostOfPassing = (
  failures: ReadonlyArray<AnyFailureClass>,
  timelines: ReadonlyArray<Timeline>
): number =>
  Math.max(
    1,
    ...failures.map((failure, index) => (isPassing(failure) ? (timelines[index]?.attempts.length ?? 1) : 1))
  )
