/**
 * A report to a vendor's support, from a failure or from a row of a journal: what support asks for in its own order, what is known of
 * it, and what a person must add. It sends nothing, and personal data is hidden in it unless that is asked for.
 */
import { type AnyFailure, isFailure } from "../contract/Failure.ts"
import type { Support } from "../contract/Support.ts"
import { curlOf } from "./report/curl.ts"
import { itemsOf } from "./report/items.ts"
import { linesOf, sideOf } from "./report/attempts.ts"
import type { Attempt, Curl, Report } from "./report/shape.ts"
import { type Kept, type Subject, subjectOf } from "./report/subject.ts"

export { renderReport } from "./report/markdown.ts"
export type { Attempt, Curl, Report } from "./report/shape.ts"
export type { Told } from "./report/items.ts"
export type { Kept, KeptAttempt, Moment } from "./report/subject.ts"

/** How a report is made. */
export interface Options {
  /**
   * With personal data, so that the curl command sends what was sent. It is known of failures in the process that made the call, and
   * of rows whose journal keeps bodies whole. Secrets are in no report. Default: `false`.
   */
  readonly whole?: boolean
}

const fields = (count: number): string => `${count} ${count === 1 ? "field" : "fields"} hidden`

const noteOf = ({ cut, hidden }: NonNullable<Subject["request"]>, advice: string): string => {
  if (hidden === 0 && !cut) return "Byte for byte the request as Node's transport sends it."
  const why = [...(hidden === 0 ? [] : [fields(hidden)]), ...(cut ? ["its body is known as an excerpt"] : [])]
  return `Not byte-exact: ${why.join(", ")}.${advice}`
}

const alreadyWhole = " What stays hidden is secret by its name, or a credential."
const wholeOfFailure =
  " The option { whole: true } shows personal data, where the failure is still in the process that made the call."
const wholeOfRow = " A journal that keeps bodies whole makes it exact."

const adviceOn = (given: AnyFailure | Kept, whole: boolean): string => {
  if (whole) return alreadyWhole
  return isFailure(given) ? wholeOfFailure : wholeOfRow
}

const curlFor = ({ request }: Subject, { obtain = {} }: Support, advice: string): Curl | null => {
  if (request === undefined) return null
  const names = Object.values(request.variables).flat()
  const command = curlOf(request)
  return {
    command,
    exact: request.hidden === 0 && !request.cut,
    note: noteOf(request, advice),
    variables: names
      .filter((name) => command.includes(`$${name}`))
      .map((name) => ({ name, from: obtain[name] ?? "the credential that the layer of your program has" }))
  }
}

const attemptsOf = ({ attempts, vendor }: Subject): ReadonlyArray<Attempt> =>
  attempts.map(({ at, ended, kind, millis, status, waited, why }, index) => ({
    number: index + 1,
    kind,
    sentAt: at,
    millis: Math.round(millis),
    ended,
    status: status ?? null,
    waited: waited ?? null,
    why: why ?? null,
    side: sideOf(vendor, { ended, status })
  }))

const requestOf = ({ request }: Subject): Report["request"] => {
  if (request === undefined) return null
  const { body = null, headers, method, url } = request
  const text = body instanceof Uint8Array ? `${body.length} bytes` : body
  return { method, url, headers, body: text }
}

/**
 * Makes a report for the vendor's support.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Diagnose, Metrix } from "faultline"
 *
 * const failure = new Metrix.BadRequest({})
 * const report = Diagnose.report(failure, Metrix.support)
 * console.log(report.asks.map(({ name }) => name)[0]) // Your APP_ID
 * ```
 */
export const report = (
  given: AnyFailure | Kept,
  support: Support,
  { whole = false }: Options = {}
): Report => {
  const subject = subjectOf(given, support.vendor, whole)
  const [asks, helps] = [itemsOf(subject, support.asks), itemsOf(subject, support.helps)]
  const { answer, delivery, id, operation, status, tag, time, vendor } = subject
  return {
    id,
    vendor,
    operation,
    tag,
    message:
      subject.message ??
      `${operation} ended with ${tag ?? "success"}${status === null ? "" : ` (HTTP ${status})`}.`,
    delivery,
    time,
    where: support.where,
    see: support.see,
    asks,
    helps,
    add: [...asks, ...helps].flatMap(({ add, name }) => (add === null ? [] : [`${name}: ${add}`])),
    attempts: attemptsOf(subject),
    request: requestOf(subject),
    answer: answer === undefined ? null : { status, ...answer },
    curl: curlFor(subject, support, adviceOn(given, whole)),
    log: linesOf(subject)
  }
}
