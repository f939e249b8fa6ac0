/**
 * What follows from a list of failures: reading an answer (`recognize`), writing one (`forge`), and saying it all in a table.
 * The order of the list counts where two signs fit the same answer: specials stand before the general.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type AnyFailure, type AnyFailureClass, type Dialect, placeOf, type Verdict } from "./Failure.ts"
import { describe, sampleOf, sampleStatus, type Sign, shows } from "./Sign.ts"
import type { Call } from "./Story.ts"
import { at, excerpt, fromJson, isRecord, make as makeWire, type Wire } from "./Wire.ts"

/** The signs of a failure, in order; none for a failure that never comes as an answer. */
export const signsOf = ({ facts }: Pick<AnyFailureClass, "facts">): ReadonlyArray<Sign> =>
  facts.sign === undefined ? [] : [facts.sign].flat()

interface Part {
  readonly name: string
  readonly from: readonly ["headers" | "body", string]
  readonly optional: boolean
  readonly decode: (value: unknown) => Result.Result<unknown, unknown>
  readonly encode: (value: unknown) => unknown
}

const makeParts = (failure: AnyFailureClass): ReadonlyArray<Part> =>
  Object.entries(failure.fields).flatMap(([name, schema]) => {
    const from = placeOf(schema)
    if (from === undefined) return []
    // as: a place is only ever given to a codec that needs no services; the laws encode and decode every one.
    const codec = schema as unknown as Schema.Codec<unknown, unknown>
    return [
      {
        name,
        from,
        optional: schema["~type.optionality"] === "optional" || schema.ast.context?.isOptional === true,
        decode: Schema.decodeUnknownResult(codec),
        encode: Schema.encodeUnknownSync(codec)
      }
    ]
  })

const known = new WeakMap<AnyFailureClass, ReadonlyArray<Part>>()
const partsOf = (failure: AnyFailureClass): ReadonlyArray<Part> => {
  const found = known.get(failure) ?? makeParts(failure)
  known.set(failure, found)
  return found
}

// A header that is sent empty says nothing: Braze sends its rate-limit headers empty with a 401.
const sent = ([part, path]: Part["from"], wire: Wire): unknown =>
  part === "body" ? at(wire.body, path) : wire.headers[path] === "" ? undefined : wire.headers[path]

/** What the failure carries in this answer; `undefined` where a required field is missing or not of its shape. */
const carried = (failure: AnyFailureClass, wire: Wire): Record<string, unknown> | undefined => {
  const fields: Record<string, unknown> = {}
  for (const { decode, from, name, optional } of partsOf(failure)) {
    const value = sent(from, wire)
    const read = value === undefined || value === null ? undefined : decode(value)
    if (read !== undefined && Result.isSuccess(read)) fields[name] = read.success
    else if (!optional) return undefined
  }
  return fields
}

// The empty path is the body itself; of a body that is not JSON, its text.
const spokenAt = (wire: Wire, path: string): unknown =>
  path === "" && wire.body === undefined ? excerpt(wire.text) : at(wire.body, path)

const firstText = (wire: Wire, paths: ReadonlyArray<string>): string | undefined =>
  paths
    .map((path) => spokenAt(wire, path))
    .find((value): value is string => typeof value === "string" && value !== "")

/** What the vendor's dialect lets one read from any of its answers. */
export const heard = (
  dialect: Dialect,
  wire: Wire
): Pick<Call, "status" | "said" | "requestId" | "fields"> => {
  const said = firstText(wire, dialect.said)
  const requestId = dialect.requestId === undefined ? undefined : wire.headers[dialect.requestId]
  const place = dialect.fields === undefined ? undefined : placeOf(dialect.fields)
  const fields =
    dialect.fields === undefined || place === undefined
      ? undefined
      : Result.getOrUndefined(Schema.decodeUnknownResult(dialect.fields)(sent(place, wire)))
  return {
    status: wire.status,
    ...(said === undefined ? {} : { said }),
    ...(requestId === undefined || requestId === "" ? {} : { requestId }),
    ...(fields === undefined || fields.length === 0 ? {} : { fields })
  }
}

/** Reads an answer as the first failure whose sign it shows; `undefined` where it shows none. */
export const recognize = <F extends AnyFailureClass>(
  failures: ReadonlyArray<F>,
  wire: Wire,
  call?: Pick<Call, "operation" | "vendor"> & Partial<Call>
): F["Type"] | undefined => {
  for (const failure of failures) {
    if (!signsOf(failure).some((sign) => shows(sign, wire))) continue
    const fields = carried(failure, wire)
    if (fields === undefined) continue
    if (call === undefined) return new failure(fields)
    const delivery = call.delivery ?? new failure(fields).delivery
    return new failure({ ...fields, call: { ...heard(failure.dialect, wire), ...call, delivery } })
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

const spoken = (tag: string): string => (tag.split(".").at(-1) ?? tag).replace(/(?<=[a-z])(?=[A-Z])/g, " ")

/** How a forged answer may differ: another status of the class, other words, another of the failure's signs. */
export interface ForgeOptions {
  readonly status?: number
  readonly said?: string
  readonly sign?: number
}

/** Writes the answer that means this instance: `recognize`, run backwards. Only failures that have a sign can be forged. */
export const forge = (failure: AnyFailureClass, instance: unknown, options: ForgeOptions = {}): Wire => {
  const sign = signsOf(failure)[options.sign ?? 0] ?? { status: 500 }
  const status = options.status ?? sampleStatus(sign.status)
  const headers: Record<string, string> = {}
  for (const [name, pattern] of Object.entries(sign.headers ?? {})) {
    const sample = sampleOf(pattern)
    if (sample !== undefined) headers[name] = String(sample)
  }
  if (sign.text !== undefined) return makeWire(status, headers, String(sign.text.sample ?? ""))
  let body = merge(
    failure.dialect.frame({ status, said: options.said ?? spoken(failure.tag) }),
    sign.body === undefined ? undefined : sampleOf(sign.body)
  )
  for (const { encode, from, name } of partsOf(failure)) {
    const value = isRecord(instance) ? instance[name] : undefined
    if (value === undefined) continue
    if (from[0] === "headers") headers[from[1]] = String(encode(value))
    else body = merge(body, nest(from[1], encode(value)))
  }
  return fromJson(status, headers, body)
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

/** One row of a vendor's reference page. */
export interface Row {
  readonly tag: string
  readonly signs: ReadonlyArray<string>
  readonly carries: ReadonlyArray<string>
  readonly again: string
  readonly means: string
  readonly remedy: string
  readonly see: string
}

const describeAgain = ({ again }: AnyFailureClass["facts"]): string => {
  if (typeof again === "string") return again
  const fields = [again.after, again.at].flat().filter((field) => field !== undefined)
  const otherwise =
    again.otherwise === undefined ? [] : [Duration.format(Duration.fromInputUnsafe(again.otherwise))]
  return `after ${[...fields.map((field) => `\`${field}\``), ...otherwise].join(", else ")}`
}

/** The catalogue as rows, in order. */
export const table = (failures: ReadonlyArray<AnyFailureClass>): ReadonlyArray<Row> =>
  failures.map((failure) => ({
    tag: failure.tag,
    signs: signsOf(failure).map(describe),
    carries: Object.keys(failure.fields).filter((name) => name !== "call" && name !== "_tag"),
    again: describeAgain(failure.facts),
    means: failure.facts.means,
    remedy: failure.facts.remedy,
    see: failure.facts.see
  }))

/** Whether the value is a failure of Faultline's making. */
export const isFailure = (value: unknown): value is AnyFailure =>
  value instanceof Error && "_tag" in value && "delivery" in value && "again" in value
