/** How calls and attempts ended, as observers are handed it. */
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import type { Delivery } from "../../contract/CallReport.ts"
import { DeliveryUnknown, NoAnswer, NotSent } from "../../contract/Common.ts"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import { failureOf } from "../report.ts"
import type { Attempt, Call } from "../Call.ts"
import type * as Telemetry from "../Telemetry.ts"
import type { Progress } from "../transport/progress.ts"

/** `ok`, the failure's tag, `interrupted`, or `defect`. */
export const outcomeOf = (exit: Exit.Exit<unknown, AnyFailure>): Telemetry.Outcome => {
  if (Exit.isSuccess(exit)) return "ok"
  return failureOf(exit)?._tag ?? (Cause.hasInterruptsOnly(exit.cause) ? "interrupted" : "defect")
}

const reasonOf = (failure: AnyFailure | undefined): string | undefined =>
  failure instanceof NotSent || failure instanceof NoAnswer || failure instanceof DeliveryUnknown
    ? failure.reason
    : undefined

const ranks: ReadonlyArray<Delivery> = ["NotSent", "Refused", "Applied", "Unknown"]

/** The worse of two: what nobody knows is worse than what was done. */
const worse = (one: Delivery, other: Delivery): Delivery =>
  ranks.indexOf(one) > ranks.indexOf(other) ? one : other

/** What an attempt without a failure or a success came to: it was interrupted, or died. */
const cutShort = ({ reads }: Contract, progress: Progress | undefined): Delivery => {
  if (progress?.begun === false) return "NotSent"
  return reads ? "Refused" : "Unknown"
}

const described = (exit: Exit.Exit<unknown, AnyFailure>, otherwise: Delivery) => {
  const failure = failureOf(exit)
  return {
    outcome: outcomeOf(exit),
    reason: reasonOf(failure),
    delivery: Exit.isSuccess(exit) ? ("Applied" as const) : (failure?.delivery ?? otherwise),
    status: failure?.status
  }
}

/** How an attempt ended. What its call has come to is noted with it. */
export const attemptEnd = (
  contract: Contract,
  { call: { fate }, progress }: Attempt,
  exit: Exit.Exit<unknown, AnyFailure>
) => {
  const end = described(exit, cutShort(contract, progress))
  fate.delivery = worse(fate.delivery, end.delivery)
  return end
}

/** How a call ended: of one that was interrupted, what its attempts had come to by then. */
export const callEnd = ({ fate }: Call, exit: Exit.Exit<unknown, AnyFailure>) =>
  described(exit, fate.delivery)

/** Milliseconds between two readings of the monotonic clock. */
export const elapsed = (from: bigint, to: bigint): number => Number(to - from) / 1e6
