/** What failures say about their call. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { CallReport, Delivery } from "../contract/CallReport.ts"
import type { Known } from "../contract/Catalogue.ts"
import * as Common from "../contract/Common.ts"
import type { Contract } from "../contract/compile.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { Outgoing } from "../contract/Outgoing.ts"
import type { Wire } from "../contract/Wire.ts"
import { requestOf } from "./discreet.ts"
import type { Ended } from "./ended.ts"
import type { Silence, Unsent } from "./Transport.ts"

/** The call that something is said about. */
export interface Where {
  readonly contract: Contract
  readonly input?: unknown
  /** Without credentials; absent before there is a request. */
  readonly outgoing?: Outgoing | undefined
  /** With credentials. */
  readonly authenticated?: Outgoing
  /** Those of the layer. */
  readonly secrets?: () => ReadonlyArray<string>
  /** The answer without secrets. */
  readonly answer?: Wire
  /** Unix ms. */
  readonly now: number
}

const no = () => []

const requested = ({ contract, outgoing, secrets = no, ...where }: Where): Partial<Known> =>
  outgoing === undefined ? {} : requestOf(contract, { ...where, input: where.input, outgoing, secrets })

/** What every failure of a call says about it. */
export const known = (where: Where): Known => ({
  vendor: where.contract.vendor.name,
  operation: where.contract.operation.tag,
  time: DateTime.makeUnsafe(where.now),
  ...requested(where)
})

/** The report of a call that ended so. Nothing can be left half done by a read. */
export const report = (where: Where, delivery: Delivery): CallReport => ({
  ...known(where),
  delivery: where.contract.reads && delivery !== "NotSent" ? "Refused" : delivery
})

/** What a transport fault means for a call. */
export const unanswered = (where: Where, fault: Unsent | Silence): AnyFailure => {
  const code = fault.code === undefined ? {} : { code: fault.code }
  if (fault._tag === "Unsent")
    return new Common.NotSent({
      reason: fault.reason,
      ...code,
      ...(fault.note === undefined ? {} : { note: fault.note }),
      call: report(where, "NotSent")
    })
  const fields = { reason: fault.reason, ...code, call: report(where, "Unknown") }
  // By the operation itself, as its types say, not by what the caller chose to assume.
  return where.contract.idempotent(where.input)
    ? new Common.NoAnswer(fields)
    : new Common.DeliveryUnknown(fields)
}

/** The failure that an end carries; `undefined` for a success, an interruption or a defect. */
export const failureOf = (exit: Exit.Exit<unknown, AnyFailure>): AnyFailure | undefined => {
  const found = Exit.findErrorOption(exit)
  return found._tag === "Some" ? found.value : undefined
}

/** An attempt that ended before anything was sent. */
export const unsent = (failure: AnyFailure, more: Partial<Ended> = {}): Ended => ({
  exit: Exit.fail(failure),
  sent: false,
  ...more
})

/** Whether the failure is a fault: of the server, of the network, or silence. */
export const isFault = ({ retry }: AnyFailure): boolean => retry === "safe" || retry === "if-idempotent"

/** Reads the clock without an effect of its own. */
export const withNow = <A, E>(use: (now: number) => Effect.Effect<A, E>): Effect.Effect<A, E> =>
  Effect.clockWith((clock) => use(clock.currentTimeMillisUnsafe()))
