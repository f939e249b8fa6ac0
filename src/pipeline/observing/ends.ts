/** How calls and attempts ended, as observers are handed it. */
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import type { Delivery } from "../../contract/CallReport.ts"
import { DeliveryUnknown, NoAnswer, NotSent } from "../../contract/Common.ts"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import { failureOf } from "../report.ts"
import type * as Telemetry from "../Telemetry.ts"

const outcomeOf = (exit: Exit.Exit<unknown, AnyFailure>): Telemetry.Outcome => {
  if (Exit.isSuccess(exit)) return "ok"
  return failureOf(exit)?._tag ?? (Cause.hasInterruptsOnly(exit.cause) ? "interrupted" : "defect")
}

const reasonOf = (failure: AnyFailure | undefined): string | undefined =>
  failure instanceof NotSent || failure instanceof NoAnswer || failure instanceof DeliveryUnknown
    ? failure.reason
    : undefined

const deliveryOf = (contract: Contract, exit: Exit.Exit<unknown, AnyFailure>): Delivery => {
  if (Exit.isSuccess(exit)) return "Applied"
  return failureOf(exit)?.delivery ?? (contract.reads ? "Refused" : "Unknown")
}

/** How it ended. */
export const ended = (contract: Contract, exit: Exit.Exit<unknown, AnyFailure>) => {
  const failure = failureOf(exit)
  return {
    outcome: outcomeOf(exit),
    reason: reasonOf(failure),
    delivery: deliveryOf(contract, exit),
    status: failure?.status
  }
}

/** Milliseconds between two readings of the monotonic clock. */
export const elapsed = (from: bigint, to: bigint): number => Number(to - from) / 1e6
