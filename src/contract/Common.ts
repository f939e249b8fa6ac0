/** The failures that no vendor owns: no connection, no answer, an answer nobody documented, and our own refusals. */
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"
import { Complaint } from "./CallReport.ts"
import { type Category, type Dialect, type Facts, type FailureClass, make } from "./Failure.ts"
import { NotSentReason, notSentAdvice, silenceAdvice, SilenceReason } from "./unsent.ts"

export { NotSentReason, SilenceReason } from "./unsent.ts"
import { unreadable } from "./failure/unreadable.ts"
import { httpRule } from "./statuses.ts"

const dialect: Dialect = { vendor: "faultline", messageAt: [], frame: () => undefined }
const see = "docs/concepts/delivery.md"

const Failure =
  <Self>() =>
  <const Tag extends string, const Kind extends Category, const Fields extends Schema.Struct.Fields = {}>(
    tag: Tag,
    facts: Facts<Fields, Kind>
  ): FailureClass<Self, Tag, Fields, Kind> =>
    make<Self, Tag, Fields, Kind>(tag, facts, dialect)

const coded = { code: Schema.optionalKey(Schema.String) }

/** The request never left: the connection was refused, the name did not resolve, TLS failed, or connecting took too long. */
export class NotSent extends Failure<NotSent>()("NotSent", {
  carries: { ...coded, reason: NotSentReason, note: coded.code },
  category: "network",
  retry: "safe",
  delivery: "NotSent",
  means: "The request could not be sent.",
  remedy: "Check that this machine can reach the host; asking again is safe.",
  detail: ({ code, note, reason }) =>
    [`${notSentAdvice[reason]}${code === undefined ? "" : ` (${code})`}`, note ?? []].flat().join(". "),
  see
}) {}

const silence = {
  carries: { ...coded, reason: SilenceReason },
  detail: ({ code, reason }: { readonly code?: string; readonly reason: typeof SilenceReason.Type }) =>
    `${silenceAdvice[reason]}${code === undefined ? "" : ` (${code})`}`
}

/** The request was sent, and no readable answer came. The operation only reads, or repeating it is harmless. */
export class NoAnswer extends Failure<NoAnswer>()("NoAnswer", {
  ...silence,
  category: "network",
  retry: "if-idempotent",
  means: "The request was sent, but no answer came.",
  remedy: "Ask again when the vendor answers; repeating this operation is harmless.",
  see
}) {}

/** The request was sent, no answer came, and repeating the operation could do it twice: nobody knows whether it was done. */
export class DeliveryUnknown extends Failure<DeliveryUnknown>()("DeliveryUnknown", {
  ...silence,
  category: "network",
  retry: "if-idempotent",
  means: "The request was sent, but no answer came, and doing it twice could do harm.",
  remedy:
    "Look up at the vendor whether it was done before sending it again; Retry.assumeIdempotent opts in to repeating it.",
  see
}) {}

/**
 * An answer with the status of a success that does not have the documented shape. `delivery` says what that means for the call:
 * `Applied` where the answer is in the vendor's own form, `Unknown` where it is not, `Refused` where the operation only reads.
 */
export class Unreadable extends Failure<Unreadable>()("Unreadable", {
  carries: { problem: Schema.String },
  category: "unreadable",
  retry: "never",
  delivery: "Applied",
  means: "The vendor accepted the call, but its answer could not be read.",
  remedy: "Do not send it again; read the result back if you need it, and report the changed answer.",
  variant: ({ delivery }) => unreadable[delivery],
  detail: ({ problem }) => problem,
  see
}) {}

/** An answer that nobody documented, told by what HTTP says of its status. `resembles`: a failure it looks like; `redirect`: to where. */
export class Unrecognized extends Failure<Unrecognized>()("Unrecognized", {
  carries: { resembles: Schema.optionalKey(Schema.String), redirect: Schema.optionalKey(Schema.String) },
  category: "unknown",
  retry: "never",
  delivery: "Unknown",
  means: "The vendor gave an answer that it does not document for this operation.",
  remedy: "Read the vendor's words and its status; if it lasts, ask the vendor with the request id and time.",
  variant: ({ status }) => (status === undefined ? undefined : httpRule(status)),
  detail: ({ redirect, resembles }) => {
    const to = redirect === undefined ? "" : `It redirects to ${redirect}. `
    return resembles === undefined ? to : `${to}It looks like ${resembles}`
  },
  see
}) {}

/** The input breaks a documented rule; each of its `complaints` names a field (`path`) and the rule. Nothing was sent. */
export class InvalidInput extends Failure<InvalidInput>()("InvalidInput", {
  carries: { complaints: Schema.Array(Complaint) },
  category: "invalid",
  retry: "never",
  delivery: "NotSent",
  means: "The input breaks a documented rule, so nothing was sent.",
  remedy: "Correct the named fields and call again.",
  see
}) {}

/** The circuit is open: recent calls failed, so this one was not sent. */
export class CircuitOpen extends Failure<CircuitOpen>()("CircuitOpen", {
  carries: { retryAfter: Schema.Duration },
  category: "not-attempted",
  retry: { after: "retryAfter" },
  delivery: "NotSent",
  means: "Recent calls to this vendor failed, so this one was not sent.",
  remedy: "Wait until the vendor is back; look at the failures that came before.",
  detail: ({ retryAfter }) => `The next trial call is due in ${Duration.format(retryAfter)}`,
  see: "docs/concepts/breaker.md"
}) {}

/** The retry budget is spent: too many of the recent calls were retries already. Carries the failure that was not retried. */
export class BudgetSpent extends Failure<BudgetSpent>()("BudgetSpent", {
  carries: { tag: Schema.String, because: Schema.Defect() },
  category: "unavailable",
  retry: "never",
  means: "The call failed, and the retry budget of this vendor is spent, so it was not retried.",
  remedy: "Wait for the vendor to recover; more retries would only add to its load.",
  detail: ({ because, tag }) =>
    `It failed with ${tag}${because instanceof Error ? `: ${because.message}` : ""}`,
  see: "docs/concepts/budget.md"
}) {}

/** The call cannot be done, or was not done, within its deadline. `readyIn` says when it could have run, where that is known. */
export class OutOfTime extends Failure<OutOfTime>()("OutOfTime", {
  carries: {
    deadline: Schema.Duration,
    readyIn: Schema.optionalKey(Schema.Duration),
    last: Schema.optionalKey(Schema.String)
  },
  category: "not-attempted",
  retry: "never",
  delivery: "NotSent",
  means: "The call could not be done within its deadline.",
  remedy: "Give it more time, or send less at once.",
  detail: ({ deadline, last, readyIn }) =>
    [
      `The deadline was ${Duration.format(deadline)}`,
      readyIn === undefined ? "" : `; it could have run in ${Duration.format(readyIn)}`,
      last === undefined ? "" : `; the last attempt died of ${last}`
    ].join(""),
  see: "docs/concepts/deadlines.md"
}) {}

/** A list gave the same position or the same page twice, so that reading on would never end. */
export class RepeatedCursor extends Failure<RepeatedCursor>()("RepeatedCursor", {
  carries: { position: Schema.String },
  category: "unknown",
  retry: "never",
  delivery: "Refused",
  means: "The vendor's list gave the same position or the same page twice, so reading on would never end.",
  remedy:
    "Keep what was read so far; start again later from this position, and report the list to the vendor.",
  detail: ({ position }) => `The position was ${position}`,
  see: "docs/concepts/paging.md"
}) {}

/**
 * A run of many items ended before its items did: batches were not sent or refused for now, and nothing at all was accepted for as
 * long as the run has patience. Given as `resumeFrom`, it lets another run go on from there.
 */
export class Halted extends Failure<Halted>()("Halted", {
  carries: {
    /** The index of the first item that has no final outcome, from 0. */
    resumeFrom: Schema.Int,
    /** The indexes after it of items that have one: their requests were under way as well. */
    settled: Schema.Array(Schema.Int),
    /** How many items the run had settled, by outcome. */
    accepted: Schema.Int,
    warned: Schema.Int,
    refused: Schema.Int,
    unknown: Schema.Int,
    patience: Schema.Duration,
    tag: Schema.String,
    because: Schema.Defect()
  },
  category: "not-attempted",
  retry: "never",
  delivery: "NotSent",
  means:
    "Nothing was accepted for as long as the run has patience, so the items that are left were not sent.",
  remedy:
    "Look at the failure behind it; when that is over, go on with the option resumeFrom, from this failure.",
  detail: ({ accepted, because, patience, refused, resumeFrom, tag, unknown, warned }) =>
    `Waited ${Duration.format(patience)} at item ${resumeFrom}, after ${accepted} accepted, ${warned} warned, ${refused} refused and ${unknown} unknown. The last failure was ${tag}${because instanceof Error ? `: ${because.message}` : ""}`,
  see: "docs/concepts/batches.md"
}) {}

/** A layer cannot be built from what it was given, or an operation needs a setting that the layer was not given. Nothing was sent. */
export class Misconfigured extends Failure<Misconfigured>()("Misconfigured", {
  carries: { vendor: Schema.String, setting: Schema.String, problem: Schema.String },
  category: "misconfigured",
  retry: "never",
  delivery: "NotSent",
  means: "The vendor's layer lacks a setting, or has a wrong one.",
  remedy: "Correct the setting and build the layer again.",
  detail: ({ problem, setting, vendor }) => `${vendor}, ${setting}: ${problem}`,
  see: "docs/how-to/configure.md"
}) {}

/** The common failures, in one list. */
export const common = [
  NotSent,
  NoAnswer,
  DeliveryUnknown,
  Unreadable,
  Unrecognized,
  InvalidInput,
  CircuitOpen,
  BudgetSpent,
  OutOfTime,
  Misconfigured
] as const

/** What any call may fail with, besides its vendor's failures. */
export type Common =
  NotSent | Unreadable | Unrecognized | InvalidInput | CircuitOpen | BudgetSpent | OutOfTime | Misconfigured
