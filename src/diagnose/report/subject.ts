/** What a report is made of: a failure, with what was sent where it is still known, or a row of a journal. */
import * as DateTime from "effect/DateTime"
import type { AttemptReport, RequestReport } from "../../contract/CallReport.ts"
import { type AnyFailure, isFailure } from "../../contract/Failure.ts"
import { sentOf, type Told } from "../../contract/sent.ts"
import { hiddenIn, type Spelled, spelled } from "../../contract/spelled.ts"
import type { Support } from "../../contract/Support.ts"
import type { Variables } from "../../contract/Vendor.ts"

/** A moment: also as ISO text, or in Unix ms. */
export type Moment = DateTime.Utc | string | number

/** One attempt of a call that was kept, with its answer where that was no success. */
export interface KeptAttempt extends Omit<AttemptReport, "at"> {
  readonly at: Moment
  readonly answer?: Told
}

/** A call that was kept: a row of a journal. Secrets and personal data are hidden by who kept it. */
export interface Kept {
  /** Its id. */
  readonly call?: string
  /** When it began, and how long (ms) it took. */
  readonly at: Moment
  readonly millis?: number
  readonly vendor: string
  readonly operation: string
  /** Of its failure; absent of a success. */
  readonly tag?: string
  readonly message?: string
  readonly delivery?: string
  readonly status?: number
  readonly requestId?: string
  /** `whole`: as it was spelled on the wire, with nothing cut or left out of it. */
  readonly request?: RequestReport & { readonly whole?: boolean }
  readonly attempts: ReadonlyArray<KeptAttempt>
}

/** A request, and whether more is known of it than what stands here. */
export interface Asked extends Spelled {
  /** Its body is known as an excerpt only: perhaps cut, and without what the credentials add to it. */
  readonly cut: boolean
}

/** What a report is about. */
export interface Subject {
  readonly id: string | null
  readonly vendor: string
  readonly operation: string
  readonly tag: string | null
  readonly message: string | null
  readonly time: string | null
  readonly delivery: string | null
  readonly status: number | null
  readonly requestId: string | null
  readonly request: Asked | undefined
  readonly answer: Told | undefined
  readonly attempts: ReadonlyArray<Omit<AttemptReport, "at"> & { readonly at: string }>
}

/** A moment as ISO text in UTC, to the millisecond. */
export const iso = (moment: Moment): string => {
  if (typeof moment === "string") return new Date(moment).toISOString()
  return typeof moment === "number" ? new Date(moment).toISOString() : DateTime.formatIso(moment)
}

const fromReport = (
  { body, headers = {}, method, url }: RequestReport,
  variables: Variables,
  whole: boolean
): Asked => {
  const hidden = hiddenIn([url, ...Object.values(headers), body ?? ""])
  const base = { method, url, variables, hidden, cut: !whole && body !== undefined }
  if (body === undefined) return { ...base, headers }
  const type = headers["content-type"] ?? "application/json"
  return { ...base, headers: { ...headers, "content-type": type }, body }
}

type Of = Support["vendor"]

const attemptsOf = (attempts: ReadonlyArray<KeptAttempt>): Subject["attempts"] =>
  attempts.map(({ at, ended, kind, millis, status, waited, why }) => ({
    at: iso(at),
    kind,
    millis,
    ended,
    ...(status === undefined ? {} : { status }),
    ...(waited === undefined ? {} : { waited }),
    ...(why === undefined ? {} : { why })
  }))

const textOr = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)

const answerOf = (failure: AnyFailure): Told | undefined => {
  const text = failure.call?.answer ?? failure.excerpt ?? failure.vendorMessage
  return text === undefined ? undefined : { headers: {}, body: text }
}

const ofFailure = (failure: AnyFailure, { variables = {} }: Of, whole: boolean): Subject => {
  const [sent, { call, request }] = [sentOf(failure), failure]
  const seen = request === undefined ? undefined : fromReport(request, variables, false)
  return {
    id: call === undefined ? null : textOr(Reflect.get(call, "id")),
    vendor: failure.vendor,
    operation: failure.operation ?? failure.vendor,
    tag: failure._tag,
    message: failure.message,
    time: failure.time === undefined ? null : iso(failure.time),
    delivery: failure.delivery,
    status: failure.status ?? null,
    requestId: failure.requestId ?? null,
    request: sent === undefined ? seen : { ...spelled(sent, whole), cut: false },
    answer: sent?.answer?.(whole) ?? answerOf(failure),
    attempts: attemptsOf(failure.attempts)
  }
}

const endOf = ({ at, millis = 0 }: Kept): string => iso(Date.parse(iso(at)) + Math.round(millis))

const ofRow = (row: Kept, { variables = {} }: Of): Subject => ({
  id: textOr(row.call),
  vendor: row.vendor,
  operation: row.operation,
  tag: textOr(row.tag),
  message: textOr(row.message),
  time: endOf(row),
  delivery: textOr(row.delivery),
  status: row.status ?? null,
  requestId: textOr(row.requestId),
  request:
    row.request === undefined ? undefined : fromReport(row.request, variables, row.request.whole === true),
  answer: row.attempts.at(-1)?.answer,
  attempts: attemptsOf(row.attempts)
})

/** Reads a failure or a row. `whole` shows the personal data of a failure whose request is still known. */
export const subjectOf = (given: AnyFailure | Kept, vendor: Of, whole: boolean): Subject =>
  isFailure(given) ? ofFailure(given, vendor, whole) : ofRow(given, vendor)
