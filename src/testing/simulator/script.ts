/** A script of faults, as data: which calls fail, and how. It reads from JSON as well as from TypeScript. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { make as makeWire } from "../../contract/Wire.ts"

/** A stretch of time: milliseconds, or words such as `"2 seconds"`. */
export const Span = Schema.Union([Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), Schema.String])

/** The vendor answers with one of its documented failures. */
const Failure = Schema.Struct({
  fault: Schema.Literal("failure"),
  /** The failure's tag: `Shop.SoldOut`. */
  tag: Schema.String,
  /** What it carries. Waits and moments may be written `"30 seconds"`: a moment is then so long from the time of the call. */
  fields: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
  /** The vendor's words, in place of the documented ones. */
  vendorMessage: Schema.optionalKey(Schema.String),
  /** The status, where the failure has several. */
  status: Schema.optionalKey(Schema.Int),
  /** Whether the call is carried out all the same, as a server error leaves open. Default: no. */
  applied: Schema.optionalKey(Schema.Boolean)
})

/**
 * No connection comes about. Not carried out. `as` is what the client of the world reports as its cause, by default that the
 * host refuses; a real server cannot choose, and resets the connection. `for` keeps the server's port closed so long.
 */
const Refused = Schema.Struct({
  fault: Schema.Literal("refused"),
  as: Schema.optionalKey(Schema.Literals(["refused", "dns", "tls", "connect-timeout"])),
  for: Schema.optionalKey(Span)
})

/** The connection is cut before the request is read. Not carried out. */
const CutBefore = Schema.Struct({ fault: Schema.Literal("cut-before") })

/** The call is carried out, then the connection is cut instead of an answer. */
const CutAfter = Schema.Struct({ fault: Schema.Literal("cut-after") })

/** The call is carried out, and the connection is cut in the middle of the answer's body. */
const CutBody = Schema.Struct({ fault: Schema.Literal("cut-body") })

/** The request is read, and nothing ever comes back. `applied`: whether it is carried out; default: no. */
const Silence = Schema.Struct({
  fault: Schema.Literal("silence"),
  applied: Schema.optionalKey(Schema.Boolean)
})

/** The call is carried out at once, and answered late. */
const SlowAnswer = Schema.Struct({ fault: Schema.Literal("slow-answer"), by: Span })

/** The call is carried out, and the answer's body comes in small pieces over so long a time. */
const SlowBody = Schema.Struct({ fault: Schema.Literal("slow-body"), over: Span })

/** The call is carried out, and answered with its status but with a body that means nothing. */
const Garbage = Schema.Struct({ fault: Schema.Literal("garbage"), text: Schema.optionalKey(Schema.String) })

/** What goes wrong with a call. */
export const Fault = Schema.Union([
  Failure,
  Refused,
  CutBefore,
  CutAfter,
  CutBody,
  Silence,
  SlowAnswer,
  SlowBody,
  Garbage
])
export type Fault = typeof Fault.Type

const When = {
  /** The vendor (`Shop`) or operation (`Shop.placeOrder`) that it concerns; of operations that share a path, all. Default: every call. */
  on: Schema.optionalKey(Schema.String),
  /** Which of the calls that it concerns, counted from 1: one, or several. Default: each. */
  call: Schema.optionalKey(Schema.Union([Schema.Int, Schema.Array(Schema.Int)])),
  /** How likely it is for each of them, from 0 to 1. Default: certain. */
  chance: Schema.optionalKey(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))),
  /** How many times at most. Default: as often as it comes up. */
  times: Schema.optionalKey(Schema.Int)
}

/** One rule: which calls, and what goes wrong with them. */
export const Rule = Schema.Union([
  Schema.Struct({ ...When, ...Failure.fields }),
  Schema.Struct({ ...When, ...Refused.fields }),
  Schema.Struct({ ...When, ...CutBefore.fields }),
  Schema.Struct({ ...When, ...CutAfter.fields }),
  Schema.Struct({ ...When, ...CutBody.fields }),
  Schema.Struct({ ...When, ...Silence.fields }),
  Schema.Struct({ ...When, ...SlowAnswer.fields }),
  Schema.Struct({ ...When, ...SlowBody.fields }),
  Schema.Struct({ ...When, ...Garbage.fields })
])
export type Rule = typeof Rule.Type

/** Rules in order: the first that comes up for a call decides it. */
export const Script = Schema.Array(Rule)
export type Script = typeof Script.Type

const decode = Schema.decodeUnknownResult(Script, { errors: "all", onExcessProperty: "error" })
const kinds = Fault.members.map(({ fields }) => `"${fields.fault.literal}"`).join(", ")

interface Complaint {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

const sentence = ({ message, path = [] }: Complaint): string => {
  const [index, ...field] = path.map((key) => String(typeof key === "object" ? key.key : key))
  if (index === undefined) return "A script is a JSON list of rules."
  // A rule that fits none of the faults is compared with all of them.
  const says = field.length === 0 ? `"fault" is one of ${kinds}.` : `${field.join(".")}: ${message}.`
  return `Rule ${Number(index) + 1}: ${says}`
}

/** Reads a script from JSON text; fails with what is wrong with it, in sentences. */
export const read = (json: string): Result.Result<Script, ReadonlyArray<string>> =>
  Result.mapError(decode(makeWire(0, {}, json).body), ({ issue }) =>
    SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues.map(sentence)
  )
