/** A failure, as `errors.json` says it. */
import * as Schema from "effect/Schema"
import { categories } from "../../contract/Failure.ts"
import { about, ClassName, optional, Place, Span, text } from "./words.ts"

const Status = Schema.Union([
  Schema.Int.check(Schema.isBetween({ minimum: 100, maximum: 599 }, { message: "a status from 100 to 599" })),
  Schema.Literals(["2xx", "3xx", "4xx", "5xx"])
])

/** What a value of an answer is compared with. */
const Match = Schema.Union([
  Schema.String,
  Schema.Finite,
  Schema.Boolean,
  Schema.Null,
  Schema.Struct({ contains: text("contains") }),
  Schema.Struct({ startsWith: text("startsWith") }),
  Schema.Struct({ oneOf: Schema.NonEmptyArray(Schema.Union([Schema.String, Schema.Finite])) })
])
export type Match = typeof Match.Type

/** What repeating the call, unchanged, would do. */
const Retry = Schema.Union([
  Schema.Literals(["never", "safe", "if-idempotent", "reauthenticate", "split"]),
  Schema.Struct({
    header: Schema.optionalKey(text("header")),
    as: Schema.optionalKey(Schema.Literals(["retry-after", "seconds", "epoch-seconds", "reset"])),
    otherwise: Schema.optionalKey(Span)
  })
])

export const Failure = Schema.Struct({
  tag: about(ClassName, "the name of its class; the vendor's name is put before it"),
  status: about(Schema.Union([Status, Schema.NonEmptyArray(Status)]), "the statuses that it comes with"),
  body: optional(
    Schema.Record(Schema.String, Match),
    `fields of the body by dotted path ("errors[].code"), each with what it must be`
  ),
  text: optional(text("text"), "a part of the body's text"),
  category: about(Schema.Literals(categories), "what kind of trouble it is"),
  retry: about(Retry, "what the same request would do, sent once more; or where the answer says when"),
  holds: optional(Schema.Literals(["quota", "operation"]), "whom a 429 holds back"),
  delivery: optional(
    Schema.Literals(["NotSent", "Refused", "Unknown", "Applied"]),
    "whether it was done, where retry does not tell"
  ),
  means: about(text("means"), "what it means, as a sentence"),
  remedy: about(text("remedy"), "what to do about it, as a sentence"),
  see: about(text("see"), "where it is documented"),
  of: about(
    Schema.Union([Schema.Literal("always"), Schema.NonEmptyArray(Place)]),
    `"always", or the operations that it comes from`
  )
})
export type Failure = typeof Failure.Type
