/**
 * What an answer means: the documented failure, the decoded result, or an answer that nobody documented. One function, used by
 * calls and by `Diagnose` alike.
 */
import * as Result from "effect/Result"
import * as Common from "./Common.ts"
import { type Known, recognize, signaturesOf, vendorContext } from "./Catalogue.ts"
import type { Contract } from "./compile.ts"
import { type AnyFailure, type AnyFailureClass } from "./Failure.ts"
import { withPromise } from "./operation/harmless.ts"
import { showExcerpt } from "./redact.ts"
import type { Vendor } from "./Vendor.ts"
import { at, type Wire } from "./Wire.ts"

/** What is known about an answer besides itself. */
export interface Context {
  readonly vendor: Vendor
  /** The operation that was answered. Without it, the whole catalogue is searched. */
  readonly contract?: Contract
  /** What the failure says about its call. It is asked for only where there is a failure. */
  readonly call: () => Known
  /** The body was not kept: nothing is concluded from its being empty. */
  readonly bodyUnknown?: boolean
}

/** Whether the status says success. */
export const accepted = ({ status }: Pick<Wire, "status">): boolean => status >= 200 && status < 300

/** What of an answer the output is read from. */
const outputOf = ({ spec }: Contract, wire: Wire): unknown => {
  const { answer = "json", from } = spec
  if (from === "response") return wire
  if (answer === "text") return wire.text
  if (answer === "bytes") return wire.bytes ?? new TextEncoder().encode(wire.text)
  return from === undefined ? wire.body : at(wire.body, from)
}

/** Nothing can be left half done by a read: whatever the failure, it is a refusal. */
const sure = (reads: boolean, call: Known): Known => (reads ? { ...call, delivery: "Refused" } : call)

/** Whether an answer without its body can show the failure. */
const showsByStatus = (failure: AnyFailureClass): boolean =>
  signaturesOf(failure).some(({ body, text }) => body === undefined && text === undefined)

/** A 4xx says by its class that the vendor refused; any other answer leaves open what was done. */
const undocumented = (vendor: Vendor, raw: Wire, shown: Wire, call: Known): AnyFailure => {
  const resembles = recognize(vendor.failures, raw)?._tag
  const delivery = raw.status >= 400 && raw.status < 500 ? "Refused" : "Unknown"
  return new Common.Unrecognized({
    ...(resembles === undefined ? {} : { resembles }),
    call: {
      delivery,
      ...vendorContext(vendor.dialect, shown, call.time),
      ...call,
      excerpt: showExcerpt(shown.text)
    }
  })
}

const unreadable = (vendor: Vendor, shown: Wire, problem: string, call: Known): AnyFailure =>
  new Common.Unreadable({
    problem,
    call: {
      delivery: "Applied",
      ...vendorContext(vendor.dialect, shown, call.time),
      ...call,
      excerpt: showExcerpt(shown.text)
    }
  })

/**
 * Reads an answer once. `raw` decides what it means; what is carried and said comes from `shown`, the same answer without
 * secrets, which is asked for only where there is something to say.
 */
export const read = (
  { bodyUnknown = false, call, contract, vendor }: Context,
  raw: Wire,
  shown: () => Wire
): Result.Result<unknown, AnyFailure> => {
  const reads = contract?.reads ?? false
  const known = contract?.failures ?? vendor.failures
  const failures = bodyUnknown ? known.filter(showsByStatus) : known
  const found = recognize(failures, raw, () => sure(reads, call()), shown)
  if (found !== undefined)
    return Result.fail(contract === undefined || bodyUnknown ? found : withPromise(contract.spec, found))
  if (!accepted(raw)) return Result.fail(undocumented(vendor, raw, shown(), sure(reads, call())))
  if (contract === undefined || bodyUnknown) return Result.succeed(undefined)
  return Result.mapError(contract.decode(outputOf(contract, raw)), (problem) =>
    unreadable(vendor, shown(), problem, sure(reads, call()))
  )
}
