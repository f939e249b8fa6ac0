/**
 * What follows from a list of failures: reading an answer (`recognize`), writing one (`forge`), and saying it all in a table.
 * The order of the list counts where two signatures match the same answer: specials stand before the general. What a status means to
 * one operation only is a failure after the general one, which that operation alone declares: there it counts first.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"
import type { CallReport } from "./CallReport.ts"
import { type AnyFailureClass, deliveryOf, type Dialect } from "./Failure.ts"
import { complaintsIn } from "./complaints.ts"
import { carried } from "./failure/parts.ts"
import { deliveryBy } from "./httpRules.ts"
import { retryMoment } from "./moments.ts"
import { withoutSecrets, withShortSecrets } from "./redact.ts"
import { skewOf } from "./skew.ts"
import { describe, matches, sample, sampleStatus, type Signature } from "./Signature.ts"
import { excerpt, fromJson, isRecord, make as makeWire, type Wire } from "./Wire.ts"
import { beginning, wordsIn } from "./words.ts"

/** The signatures of a failure, in order; none for a failure that never comes as an answer. */
export const signaturesOf = ({ facts }: Pick<AnyFailureClass, "facts">): ReadonlyArray<Signature> =>
  facts.signature === undefined ? [] : [facts.signature].flat()

/** `Retry-After`, whatever the status, on our clock: the server's is `skew` ms ahead. */
const notBeforeIn = (
  { headers }: Wire,
  time: DateTime.Utc | undefined,
  skew: number
): DateTime.Utc | undefined => {
  const found = time === undefined ? undefined : retryMoment(headers, time.epochMilliseconds + skew)
  return found === undefined ? undefined : DateTime.makeUnsafe(found.at - skew)
}

type Said = Pick<
  CallReport,
  | "status"
  | "vendorMessage"
  | "excerpt"
  | "requestId"
  | "complaints"
  | "moreComplaints"
  | "notBefore"
  | "skew"
>

const longestId = 200

/** What one can read from any answer of the vendor, which came at `time`. It is asked for where the answer is a failure. */
export const vendorContext = (dialect: Dialect, wire: Wire, time?: DateTime.Utc): Said => {
  const vendorMessage = wordsIn(dialect, wire)
  const requestId = dialect.requestId === undefined ? undefined : wire.headers[dialect.requestId]
  const found = complaintsIn(dialect, wire)
  const exact = withShortSecrets(wire)
  const skew = time === undefined ? 0 : skewOf(exact.headers["date"], time.epochMilliseconds)
  const notBefore = notBeforeIn(exact, time, skew)
  const silent = vendorMessage === undefined && found === undefined && wire.text.trim() !== ""
  return {
    status: wire.status,
    ...(vendorMessage === undefined ? {} : { vendorMessage }),
    ...(silent ? { excerpt: beginning(wire) } : {}),
    ...(requestId === undefined || requestId === "" ? {} : { requestId: excerpt(requestId, longestId) }),
    ...(found === undefined ? {} : { complaints: found.complaints }),
    ...(found === undefined || found.more === 0 ? {} : { moreComplaints: found.more }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(skew === 0 ? {} : { skew })
  }
}

/** What is known of the call that an answer belongs to. */
export type Known = Pick<CallReport, "operation" | "vendor"> & Partial<CallReport>

const fits = ({ facts: { signature } }: AnyFailureClass, wire: Wire): boolean => {
  if (signature === undefined) return false
  try {
    return "status" in signature ? matches(signature, wire) : signature.some((one) => matches(one, wire))
  } catch {
    // A body that is nested very deeply exhausts the stack of a matcher that walks through it.
    return false
  }
}

/**
 * Reads an answer as the first failure whose signature it matches; `undefined` where it matches none. `shown` is the same answer
 * as it may be shown, without secrets: what the failure carries and says comes from there. Both are asked for only where there
 * is a failure.
 */
export const recognize = <F extends AnyFailureClass>(
  failures: ReadonlyArray<F>,
  wire: Wire,
  call?: Known | (() => Known),
  shown: () => Wire = () => withoutSecrets(wire, []),
  bodyUnknown: boolean = false
): F["Type"] | undefined => {
  for (const failure of failures) {
    if (!fits(failure, wire)) continue
    const answer = shown()
    const fields = carried(failure.parts(), answer, () => withShortSecrets(answer))
    if (fields === undefined) continue
    if (call === undefined) return new failure(fields)
    const known = typeof call === "function" ? call() : call
    const report = { ...vendorContext(failure.dialect, answer, known.time), ...known }
    return new failure({
      ...fields,
      call: {
        ...report,
        delivery:
          known.delivery ??
          (bodyUnknown ? deliveryOf(failure.facts) : deliveryBy(failure, wire, deliveryOf(failure.facts)))
      }
    })
  }
  return undefined
}

const merge = (under: unknown, over: unknown): unknown => {
  if (!isRecord(under) || !isRecord(over)) return over === undefined ? under : over
  const all = new Set([...Object.keys(under), ...Object.keys(over)])
  return Object.fromEntries(
    [...all].map((key) => [
      key,
      Object.hasOwn(over, key) && over[key] === undefined ? undefined : merge(under[key], over[key])
    ])
  )
}

const nest = (path: string, value: unknown): unknown =>
  path === "" ? value : path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)

const wordsOf = (tag: string): string => (tag.split(".").at(-1) ?? tag).replace(/(?<=[a-z])(?=[A-Z])/g, " ")

/** How a forged answer may differ: another status of the class, other words, another of the failure's signatures. */
export interface ForgeOptions {
  readonly status?: number
  readonly vendorMessage?: string
  readonly signature?: number
}

/**
 * Writes the answer that means this instance: `recognize`, run backwards. Only failures that have a signature can be forged.
 *
 * @example
 * ```ts
 * import { Braze } from "faultline"
 * import { Catalogue } from "faultline/core"
 *
 * const answer = Catalogue.forge(Braze.InvalidCampaignId, {})
 * console.log(answer.status, Catalogue.recognize(Braze.failures, answer)?._tag) // 400 Braze.InvalidCampaignId
 * ```
 */
export const forge = (failure: AnyFailureClass, instance: unknown, options: ForgeOptions = {}): Wire => {
  const signature = signaturesOf(failure)[options.signature ?? 0] ?? { status: 500 }
  const status = options.status ?? sampleStatus(signature.status)
  const headers: Record<string, string> = {}
  for (const [name, pattern] of Object.entries(signature.headers ?? {})) {
    const value = sample(pattern)
    if (value !== undefined) headers[name] = String(value)
  }
  if (signature.text !== undefined) return makeWire(status, headers, String(signature.text.sample ?? ""))
  let body = merge(
    failure.dialect.frame({ status, vendorMessage: options.vendorMessage ?? wordsOf(failure.tag) }),
    signature.body === undefined ? undefined : sample(signature.body)
  )
  for (const { codec, from, name } of failure.parts()) {
    const value = isRecord(instance) ? instance[name] : undefined
    if (value === undefined) continue
    const encoded = Schema.encodeUnknownSync(codec)(value)
    if (from[0] === "headers") headers[from[1]] = String(encoded)
    else body = merge(body, nest(from[1], encoded))
  }
  return fromJson(status, headers, body)
}

/** One row of a vendor's reference page. */
export interface Row {
  readonly tag: string
  readonly signatures: ReadonlyArray<string>
  readonly carries: ReadonlyArray<string>
  readonly category: string
  readonly retry: string
  /** Whom it holds back, where that is not all calls that share its limit. */
  readonly holds: string
  readonly means: string
  readonly remedy: string
  readonly see: string
}

const describeRetry = ({ retry }: AnyFailureClass["facts"]): string => {
  if (typeof retry === "string") return retry
  const fields = [retry.after, retry.at].flat().filter((field) => field !== undefined)
  const otherwise =
    retry.otherwise === undefined ? [] : [Duration.format(Duration.fromInputUnsafe(retry.otherwise))]
  return `after ${[...fields.map((field) => `\`${field}\``), ...otherwise].join(", else ")}`
}

/** The catalogue as rows, in order. */
export const table = (failures: ReadonlyArray<AnyFailureClass>): ReadonlyArray<Row> =>
  failures.map((failure) => ({
    tag: failure.tag,
    signatures: signaturesOf(failure).map(describe),
    carries: Object.keys(failure.fields).filter((name) => name !== "call" && name !== "_tag"),
    category: failure.facts.category,
    retry: describeRetry(failure.facts),
    holds: failure.facts.holds === "operation" ? "only calls for the same job" : "",
    means: failure.facts.means,
    remedy: failure.facts.remedy,
    see: failure.facts.see
  }))
