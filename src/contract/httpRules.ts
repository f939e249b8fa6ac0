/**
 * HTTP's own rules, which hold for every vendor below its own failures: what a status means that a vendor documents only as one of a
 * class, and whose promise an answer is.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import type { CallReport, Delivery } from "./CallReport.ts"
import type { AnyFailureClass, Dialect, Facts, Verdict } from "./failure/facts.ts"
import { inStatus } from "./Signature.ts"
import { type HttpRule, httpRule, limited } from "./statuses.ts"
import { isRecord, type Wire } from "./Wire.ts"

/** Statuses with a meaning of their own, of which a page's sentence on the whole class says nothing. */
const ownMeaning = [401, 408, 413, 414, 425, 429]

/**
 * What HTTP says about a refusal that the vendor documents only as one of a class (`"4xx"`), without a word on this status. Where
 * a signature names the status, or words, the vendor has spoken, and nothing is added.
 */
const overClass = ({ retry, signature = [] }: Facts<any>, status: number): HttpRule | undefined => {
  if (retry !== "never" || !ownMeaning.includes(status)) return undefined
  const about = [signature].flat().filter((one) => inStatus(one.status, status))
  const named = about.some(
    ({ body, headers, status: wanted, text }) =>
      [wanted].flat().includes(status) || body !== undefined || headers !== undefined || text !== undefined
  )
  return about.length === 0 || named ? undefined : httpRule(status)
}

/** Refused for now, until the moment that a header of the answer names, else for a while. */
const afterLimit = ({ notBefore, skew = 0 }: CallReport): Verdict =>
  notBefore === undefined
    ? { after: Duration.fromInputUnsafe(limited.otherwise) }
    : { at: DateTime.add(notBefore, { milliseconds: skew }) }

/**
 * What HTTP has to say about how a failure is retried, before its class: about a status that the class does not name; and where the
 * call may have been done after all, a promise that it was not is void.
 */
export const httpVerdict = (facts: Facts<any>, call: CallReport | undefined): Verdict | undefined => {
  if (call?.status === undefined) return undefined
  const over = overClass(facts, call.status)?.retry
  if ((over ?? facts.retry) === limited) return afterLimit(call)
  if (typeof over === "string") return over
  return facts.retry === "safe" && call.delivery === "Unknown" ? "if-idempotent" : undefined
}

/** Whether an answer looks like the vendor's own: it has the fields of the frame into which the vendor writes its words. */
const isOwn = ({ frame, isOwn }: Dialect<any>, wire: Wire): boolean => {
  if (isOwn !== undefined) return isOwn(wire)
  const own = frame({ status: wire.status, vendorMessage: "" })
  if (!isRecord(own)) return true
  const { body } = wire
  return isRecord(body) && Object.keys(own).some((name) => Object.hasOwn(body, name))
}

/**
 * Whether an answer leaves the call done. A 5xx that is not the vendor's own comes from something on the way, which knows nothing
 * of what the vendor did with the request: it does not inherit the vendor's promises.
 */
export const deliveryBy = (
  { dialect, facts }: Pick<AnyFailureClass, "dialect" | "facts">,
  wire: Wire,
  documented: Delivery
): Delivery =>
  documented === "Refused" && wire.status >= 500 && facts.delivery === undefined && !isOwn(dialect, wire)
    ? "Unknown"
    : documented
