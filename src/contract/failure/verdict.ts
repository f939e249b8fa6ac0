/** What the facts of a failure say of one instance: whether and when to repeat the call, and whether it was done. */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import type { CallReport, Delivery } from "../CallReport.ts"
import { httpVerdict } from "../httpRules.ts"
import type { AnyFailure, Facts, RetryAdvice, Verdict } from "./facts.ts"

type Carried = Readonly<Record<string, unknown>>

/** The wait that the answer named: in the fields that its class reads it from. */
const waitOf = (retry: RetryAdvice, carried: Carried): unknown =>
  typeof retry === "string"
    ? undefined
    : [retry.after, retry.at]
        .flat()
        .flatMap((field) => (field === undefined ? [] : [carried[field]]))
        .find((value) => value !== undefined && value !== null)

/** Whether the answer named its wait, where otherwise there is only what its class says of all such answers. */
export const namesWait = (retry: RetryAdvice, carried: Carried): boolean =>
  waitOf(retry, carried) !== undefined

/** `retry` of an instance, with the wait read from the fields it carries. What HTTP says of its answer goes before its class. */
export const verdict = (facts: Facts<any>, carried: Carried, call?: CallReport): Verdict => {
  const { retry } = facts
  const byHttp = httpVerdict(facts, call)
  if (byHttp !== undefined) return byHttp
  if (typeof retry === "string") return retry
  const wait = waitOf(retry, carried)
  if (Duration.isDuration(wait)) return { after: wait }
  // as: a field named by `retry` is a Duration or a DateTime.Utc; the laws check every failure.
  if (wait !== undefined) return { at: wait as DateTime.Utc }
  return { after: Duration.fromInputUnsafe(retry.otherwise ?? 0) }
}

/**
 * When (Unix ms on our clock) the call may be repeated, where a failure that came at `now` says so. A moment of the vendor's is
 * read on the vendor's clock.
 */
export const retryAt = (
  { call, retry }: Pick<AnyFailure, "call" | "retry">,
  now: number
): number | undefined => {
  if (typeof retry === "string") return undefined
  return "after" in retry
    ? now + Duration.toMillis(retry.after)
    : retry.at.epochMilliseconds - (call?.skew ?? 0)
}

/** A verdict as JSON: a word, `{ after: ms }` or `{ at: "ISO time" }`. */
export const showVerdict = (
  verdict: Verdict
): string | { readonly after: number } | { readonly at: string } => {
  if (typeof verdict === "string") return verdict
  return "after" in verdict
    ? { after: Duration.toMillis(verdict.after) }
    : { at: DateTime.formatIso(verdict.at) }
}

/** Whether a failure leaves the call done, as far as its facts tell. */
export const deliveryOf = ({ retry, delivery }: Pick<Facts, "retry" | "delivery">): Delivery =>
  delivery ?? (retry === "if-idempotent" ? "Unknown" : "Refused")
