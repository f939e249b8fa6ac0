/**
 * Explaining one answer of a vendor without a call: what it is called, what it means, what to do, and how the vendor's default
 * policy would go on if it kept coming (`explain`). And finding out where the way to a vendor is broken (`doctor`).
 */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Complaint, Delivery } from "../contract/CallReport.ts"
import { documentedComplaints } from "../contract/complaints.ts"
import { compile } from "../contract/compile.ts"
import { Salvaged } from "../contract/decode.ts"
import { type AnyFailure, type Category, showVerdict } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { read, shownOf } from "../contract/read.ts"
import type { Vendor } from "../contract/Vendor.ts"
import { at, type Wire } from "../contract/Wire.ts"
import { documentedWords } from "../contract/words.ts"
import type { Options } from "../pipeline/layer.ts"
import * as Retry from "../policy/Retry.ts"
import { type Checkup, type DoctorOptions, examined } from "./doctor/doctor.ts"
import type { Patient } from "./doctor/configured.ts"

export { type AnyCall, isOperation, nameOf } from "../contract/Operation.ts"
export { environment, type Variable } from "./environment.ts"
export type { Checkup, DoctorOptions } from "./doctor/doctor.ts"
export type { Noticed } from "./doctor/recorder.ts"
export type { Patient } from "./doctor/configured.ts"
export type { Step, StepName } from "./doctor/step.ts"
export { unset, type Unset } from "./unset.ts"
export { findOperation, operationsOf, type VendorModule } from "./operations.ts"
export { type Kept, type Options as ReportOptions, renderReport, report, type Report } from "./reporting.ts"

/** How much is known about an answer. */
export interface Known {
  /** The operation that was answered. Without it, the whole catalogue is searched. */
  readonly operation?: AnyOperation
  /** The body was not kept: nothing is concluded from its being empty. */
  readonly bodyUnknown?: boolean
}

/** What one answer means. Every key is always there: `null` or `[]` where there is nothing to say. */
export interface Explanation {
  readonly vendor: string
  /** Tag of the operation that was answered: `Braze.trackUsers`. */
  readonly operation: string | null
  readonly outcome: "success" | "success-with-warnings" | "failure"
  /** Tag of the failure: `Braze.RateLimited`. */
  readonly tag: string | null
  readonly category: Category | null
  readonly status: number
  /** The vendor's own words. */
  readonly vendorMessage: string | null
  /** The beginning of the answer without its markup, where no words were found, or where nobody knows their place. */
  readonly excerpt: string | null
  /** The first 20 complaints about single fields. */
  readonly complaints: ReadonlyArray<Complaint>
  /** How many there are beyond those. */
  readonly moreComplaints: number
  /** What repeating the call, unchanged, would do: a word, a wait in ms, or a moment as ISO time. */
  readonly retry: ReturnType<typeof showVerdict> | null
  /** Not to be repeated before this, as ISO time: `Retry-After`, on whatever status it came. */
  readonly notBefore: string | null
  readonly means: string | null
  readonly remedy: string | null
  readonly see: string | null
  /** The waits (ms) of the default policy if this answer kept coming, for an idempotent operation and for one that is not. */
  readonly waits: {
    readonly idempotent: ReadonlyArray<number>
    readonly notIdempotent: ReadonlyArray<number>
  }
  readonly delivery: Delivery | null
  /** What the vendor warns of beside a success, as it stands in the body. */
  readonly warnings: ReadonlyArray<unknown>
  /** Fields of a success that did not have their documented form and were left out, as dotted paths. */
  readonly leftOut: ReadonlyArray<string>
  /** What a success of this operation does not mean yet. */
  readonly notes: ReadonlyArray<string>
}

// More attempts than any documented policy makes; an endless policy of one's own is cut here.
const most = 100

const waitsFor = ({ advice }: Vendor, failure: AnyFailure, now: number): Explanation["waits"] => {
  const repeated = Array.from({ length: most }, () => failure)
  return {
    idempotent: Retry.simulate(advice, repeated, { idempotent: true, now }),
    notIdempotent: Retry.simulate(advice, repeated, { idempotent: false, now })
  }
}

const warningsIn = ({ warnings }: Vendor, wire: Wire): ReadonlyArray<unknown> => {
  const found = warnings === undefined ? undefined : at(wire.body, warnings)
  return Array.isArray(found) ? found : []
}

const meansOf = (failure: AnyFailure, operation: AnyOperation | undefined): string => {
  const resembles: unknown = Reflect.get(failure, "resembles")
  // Nobody said which operation it was.
  const means = operation === undefined ? failure.means.replace(" for this operation", "") : failure.means
  return typeof resembles === "string" ? `${means} It looks like ${resembles}.` : means
}

interface Found {
  readonly failure?: AnyFailure
  readonly leftOut: ReadonlyArray<string>
  /** The answer without secrets. */
  readonly shown: Wire
}

const readWith = (
  vendor: Vendor,
  wire: Wire,
  { bodyUnknown = false, operation }: Known,
  now: number
): Found => {
  const contract = operation === undefined ? {} : { contract: compile(vendor, operation) }
  const shown = shownOf({ vendor, ...contract }, wire)
  const call = () => ({
    vendor: vendor.name,
    operation: operation?.tag ?? vendor.name,
    time: DateTime.makeUnsafe(now)
  })
  const found = read({ vendor, bodyUnknown, ...contract, call }, wire, () => shown)
  if (Result.isFailure(found)) return { failure: found.failure, leftOut: [], shown }
  return { leftOut: found.success instanceof Salvaged ? found.success.leftOut : [], shown }
}

/** What the vendor says beside a success: in the documented places only, for any text may stand elsewhere in a result. */
const beside = ({ dialect }: Vendor, shown: Wire): Words => {
  const { complaints, more } = documentedComplaints(dialect, shown) ?? { complaints: [], more: 0 }
  return {
    vendorMessage: documentedWords(dialect, shown) ?? null,
    excerpt: null,
    complaints,
    moreComplaints: more
  }
}

type Words = Pick<Explanation, "vendorMessage" | "excerpt" | "complaints" | "moreComplaints">

const wordsOf = ({ call, complaints, excerpt, vendorMessage }: AnyFailure): Words => ({
  vendorMessage: vendorMessage ?? null,
  excerpt: excerpt ?? null,
  complaints,
  moreComplaints: call?.moreComplaints ?? 0
})

type Verdicts = Pick<
  Explanation,
  "category" | "delivery" | "means" | "notBefore" | "remedy" | "retry" | "see" | "tag" | "waits"
>

const success: Verdicts = {
  tag: null,
  category: null,
  retry: null,
  notBefore: null,
  means: null,
  remedy: null,
  see: null,
  waits: { idempotent: [], notIdempotent: [] },
  delivery: null
}

const verdictsOn = (
  vendor: Vendor,
  failure: AnyFailure,
  now: number,
  operation?: AnyOperation
): Verdicts => ({
  tag: failure._tag,
  category: failure.category,
  retry: showVerdict(failure.retry),
  notBefore: failure.notBefore === undefined ? null : DateTime.formatIso(failure.notBefore),
  means: meansOf(failure, operation),
  remedy: failure.remedy,
  see: failure.see,
  waits: waitsFor(vendor, failure, now),
  delivery: failure.delivery
})

/**
 * Explains one answer, by the function that reads the answers of calls.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Braze, Diagnose } from "faultline"
 * import { Wire } from "faultline/core"
 *
 * const answer = Wire.fromJson(429, { "x-ratelimit-reset": "30" }, { message: "Rate limited" })
 * const { category, retry, tag } = await Effect.runPromise(Diagnose.explain(Braze.vendor, answer))
 * console.log(tag, category, retry) // Braze.RateLimited rate-limited { after: 30000 }
 * ```
 */
export const explain = (vendor: Vendor, wire: Wire, known: Known = {}): Effect.Effect<Explanation> =>
  Effect.map(Clock.currentTimeMillis, (now) => {
    const { failure, leftOut, shown } = readWith(vendor, wire, known, now)
    const warnings = failure === undefined ? warningsIn(vendor, shown) : []
    const { category, tag, ...verdicts } =
      failure === undefined ? success : verdictsOn(vendor, failure, now, known.operation)
    return {
      vendor: vendor.name,
      operation: known.operation?.tag ?? null,
      outcome:
        failure !== undefined ? "failure" : warnings.length === 0 ? "success" : "success-with-warnings",
      tag,
      category,
      status: wire.status,
      ...(failure === undefined ? beside(vendor, shown) : wordsOf(failure)),
      ...verdicts,
      warnings,
      leftOut,
      notes: failure === undefined ? (known.operation?.spec.notes ?? []) : []
    }
  })

/**
 * Examines the way to a vendor, step by step: settings, and for each host the proxy, DNS, TCP, TLS, an answer without credentials
 * and its clock; then the credentials and permissions, by harmless calls that the vendor documents, and what is left of limits. Each
 * step says what was found, what it means and what to do. After one that failed those that need it are skipped. No secret is shown,
 * nothing is changed at the vendor, and nothing is left open. It never fails: what is wrong is in its steps.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Diagnose, Metrix } from "faultline"
 *
 * const { ok, steps } = await Effect.runPromise(Diagnose.doctor(Metrix, { timeout: "2 seconds" }))
 * console.log(ok) // true
 * for (const { found, means, name, remedy, status } of steps)
 *   if (status === "failed") console.error(name, found, means, remedy)
 * ```
 */
export const doctor = <O extends Options, Api>(
  patient: Patient<O, Api>,
  options: DoctorOptions<NoInfer<O>> = {}
): Effect.Effect<Checkup> => examined(patient, options)
