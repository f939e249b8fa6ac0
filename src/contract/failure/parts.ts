/** The fields that a failure carries, each with its place on the wire, and both directions of its codec. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { plainCodec } from "../plainCodec.ts"
import { at, type Wire } from "../Wire.ts"

/** Where a carried field stands: a header's name, or a dotted path in the JSON body. */
export type Place = readonly [part: "headers" | "body", path: string]

const place = "faultline/place"

/** Marks a schema with its place. */
export const placed = <S extends Schema.Top>(schema: S, ...where: Place): S["Rebuild"] =>
  schema.annotate({ [place]: where })

/** Where on the wire a field made with `header` or `body` stands. */
export const placeOf = (schema: Schema.Constraint): Place | undefined =>
  Schema.resolveAnnotations(schema)?.[place] as Place | undefined // as: written by `placed` only

/** One carried field. */
export interface Part {
  readonly name: string
  readonly from: Place
  readonly optional: boolean
  readonly codec: Schema.Codec<unknown, unknown>
  readonly decode: (value: unknown) => Result.Result<unknown, unknown>
}

/** The parts of a failure, from its fields. */
export const partsOf = (fields: Schema.Struct.Fields): ReadonlyArray<Part> =>
  Object.entries(fields).flatMap(([name, schema]) => {
    const from = placeOf(schema)
    if (from === undefined) return []
    const codec = plainCodec(schema)
    return [
      {
        name,
        from,
        optional: schema["~type.optionality"] === "optional" || schema.ast.context?.isOptional === true,
        codec,
        decode: Schema.decodeUnknownResult(codec)
      }
    ]
  })

// A header that is sent empty says nothing: some vendors send their rate-limit headers empty with a 401.
/** What stands at a place of an answer. */
export const sent = ([part, path]: Place, wire: Wire): unknown =>
  part === "body" ? at(wire.body, path) : wire.headers[path] === "" ? undefined : wire.headers[path]

const readPart = ({ decode, from }: Part, wire: Wire): Result.Result<unknown, unknown> | undefined => {
  const value = sent(from, wire)
  return value === undefined || value === null ? undefined : decode(value)
}

/**
 * What a failure carries in this answer; `undefined` where a required field is missing or not of its shape. A field that cannot be
 * read is looked for in the other answer.
 */
export const carried = (
  parts: ReadonlyArray<Part>,
  wire: Wire,
  other: () => Wire
): Record<string, unknown> | undefined => {
  const fields: Record<string, unknown> = {}
  for (const part of parts) {
    const first = readPart(part, wire)
    const read = first !== undefined && Result.isFailure(first) ? readPart(part, other()) : first
    if (read !== undefined && Result.isSuccess(read)) fields[part.name] = read.success
    else if (!part.optional) return undefined
  }
  return fields
}
