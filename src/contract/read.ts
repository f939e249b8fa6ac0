/**
 * What an answer means: the documented failure, the decoded result, or an answer that nobody documented. One function, used by
 * calls and by `Diagnose` alike.
 */
import * as Result from "effect/Result"
import type { Delivery } from "./CallReport.ts"
import * as Common from "./Common.ts"
import { type Known, recognize, signaturesOf, vendorContext } from "./Catalogue.ts"
import { type Contract, secretNames } from "./compile.ts"
import type { AnyFailure, AnyFailureClass } from "./Failure.ts"
import { withPromise } from "./operation/harmless.ts"
import { isMarkup } from "./plainText.ts"
import { withoutSecrets } from "./redact.ts"
import { undocumented } from "./undocumented.ts"
import type { Vendor } from "./Vendor.ts"
import { at, type Wire } from "./Wire.ts"
import { beginning, documentedWords } from "./words.ts"

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

/** Whether an answer says success, to any call or to this operation's. */
const isSuccess = (contract: Contract | undefined, wire: Pick<Wire, "status">): boolean =>
  accepted(wire) || contract?.spec.succeeds?.includes(wire.status) === true

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

/** The answer without secrets, as it may be shown. `secrets` are those that the request carried. */
export const shownOf = (
  { contract, vendor }: Pick<Context, "contract" | "vendor">,
  raw: Wire,
  secrets: ReadonlyArray<string> = []
): Wire => withoutSecrets(raw, secrets, contract?.secretNames ?? secretNames(vendor))

/** Whether an answer is for handing out a secret, which may stand anywhere in it if its form has changed. */
export const isSecret = (contract: Contract, wire: Pick<Wire, "status">): boolean =>
  (contract.spec.secrets ?? []).length > 0 && isSuccess(contract, wire)

/** What is shown in place of the beginning of an answer that hands out a secret. */
export const notShown = "not shown: an answer to this operation has a secret in it"

const problemIn = (contract: Contract, shown: Wire): string => {
  const found = contract.decode(outputOf(contract, shown))
  return Result.isFailure(found) ? found.failure() : "It does not have the form of the documented answer"
}

const unreadable = (contract: Contract, raw: Wire, shown: Wire, call: Known): AnyFailure => {
  const { dialect } = contract.vendor
  const {
    vendorMessage: _,
    complaints: __,
    moreComplaints: ___,
    ...context
  } = vendorContext(dialect, shown, call.time)
  const secret = isSecret(contract, raw)
  const words = secret ? undefined : documentedWords(dialect, shown)
  // What is not in the vendor's form was written by nobody knows whom, and says nothing of what the vendor did.
  const delivery: Delivery =
    contract.resembles(raw.body) === false || isPage(contract, raw) ? "Unknown" : "Applied"
  return new Common.Unreadable({
    problem: problemIn(contract, shown),
    call: {
      delivery,
      ...context,
      ...(words === undefined ? {} : { vendorMessage: words }),
      ...call,
      excerpt: secret ? notShown : beginning(shown)
    }
  })
}

const isEmpty = ({ body, bytes, text }: Wire): boolean =>
  body === undefined && bytes === undefined && text.trim() === ""

/** A page where JSON is documented: a login page or a proxy wrote it. */
const isPage = ({ spec }: Contract, { body, text }: Wire): boolean =>
  body === undefined &&
  (spec.answer ?? "json") === "json" &&
  spec.from !== "response" &&
  text !== "" &&
  isMarkup(text)

const decoded = (contract: Contract, raw: Wire): Result.Result<unknown, unknown> => {
  const output = outputOf(contract, raw)
  const exact = contract.decode(output)
  if (Result.isSuccess(exact)) return isPage(contract, raw) ? Result.fail("a page") : exact
  // An acceptance without a body, of which nothing is needed.
  if (isEmpty(raw)) return contract.reads ? exact : contract.decode({})
  const salvaged = contract.salvage(output)
  if (salvaged === undefined) return exact
  return Result.succeed(salvaged.leftOut.length === 0 ? salvaged.value : salvaged)
}

/**
 * Reads an answer once. `raw` decides what it means; what is carried and said comes from `shown`, the same answer without
 * secrets, which is asked for only where there is something to say. An output from which something was left out is `Salvaged`.
 */
export const read = (
  { bodyUnknown = false, call, contract, vendor }: Context,
  raw: Wire,
  shown: () => Wire
): Result.Result<unknown, AnyFailure> => {
  const reads = contract?.reads ?? false
  const known = contract?.failures ?? vendor.failures
  const failures = bodyUnknown ? known.filter(showsByStatus) : known
  const found = recognize(failures, raw, () => sure(reads, call()), shown, bodyUnknown)
  if (found !== undefined)
    return Result.fail(contract === undefined || bodyUnknown ? found : withPromise(contract.spec, found))
  if (!isSuccess(contract, raw)) return Result.fail(undocumented(vendor, raw, shown(), sure(reads, call())))
  if (contract === undefined || bodyUnknown) return Result.succeed(undefined)
  return Result.mapError(decoded(contract, raw), () =>
    unreadable(contract, raw, shown(), sure(reads, call()))
  )
}
