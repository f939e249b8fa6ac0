/** Checking what a caller gives and writing it as the vendor takes it. Nothing else reads an input before this has. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import type { Complaint } from "../CallReport.ts"
import { attempt, converterOf } from "../convert.ts"
import { type Converter, invalid } from "../convert/converter.ts"
import type { Codec } from "../operation/facts.ts"
import { plainCodec } from "../plainCodec.ts"
import { isRecord } from "../Wire.ts"
import { bounded, explain } from "./explain.ts"
import { odd } from "./odd.ts"
import { pathOf } from "./path.ts"
import { plain } from "./plain.ts"

/** An input that has passed. */
export interface Encoded {
  /** The input as it was given, or a copy of it that can be read without surprises. */
  readonly input: unknown
  /** The same as the vendor takes it. */
  readonly sent: unknown
}

type Encoding = Result.Result<Encoded, ReadonlyArray<Complaint>>

const strict = { errors: "all", onExcessProperty: "error" } as const

/** Whether a name is the one that only Effect's parser writes. */
const isNamedLikePrototype = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Object.hasOwn(value, "__proto__") || Object.values(value).some(isNamedLikePrototype))

/** What is wrong where Effect's parser takes an input that has no fields to have. */
const surplus = (input: unknown): ReadonlyArray<Complaint> => {
  const names = isRecord(input) ? Object.keys(input) : []
  return names.length === 0
    ? [{ message: "it has a value that the operation does not take" }]
    : names.map((name) => ({ ...pathOf([name]), message: "unknown field" }))
}

/** By Effect's parser, which finds words for what is wrong. */
const byParser = (
  schema: Codec,
  encode: ReturnType<typeof Schema.encodeUnknownResult>,
  input: unknown
): Encoding => {
  try {
    const encoded = encode(input)
    if (encoded._tag === "Failure")
      return Result.fail(explain(SchemaAST.toType(schema.ast), input, encoded.failure.issue))
    const odds = odd(input)
    if (odds.length > 0) return Result.fail(bounded(odds))
    return isNamedLikePrototype(input)
      ? Result.succeed({ input, sent: encoded.success })
      : Result.fail(bounded(surplus(input)))
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return Result.fail([{ message: `a rule of the operation cannot be applied to it: ${words}` }])
  }
}

/**
 * The encoder of an operation's input. What is valid goes through once. All else is first read into plain data, without what is
 * `undefined`, and tried again: whatever it is, it ends as a request or as complaints.
 */
export const encoder = (schema: Codec): ((given: unknown) => Encoding) => {
  const encode = Schema.encodeUnknownResult(plainCodec(schema), strict)
  let convert: Converter | undefined
  return (given) => {
    convert ??= converterOf(SchemaAST.flip(schema.ast), { strict: true })
    const sent = attempt(convert, given)
    if (sent !== invalid) return Result.succeed({ input: given, sent })
    const { complaints, value: input } = plain(given)
    if (complaints.length > 0) return Result.fail(complaints)
    const again = attempt(convert, input)
    return again === invalid ? byParser(schema, encode, input) : Result.succeed({ input, sent: again })
  }
}
