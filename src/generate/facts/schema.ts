/**
 * What no description of an API says, as the file `errors.json` of `faultline generate` has it: failures, limits, credentials, what may
 * be repeated, how lists are read on. Its JSON Schema is published as `docs/errors.schema.json`.
 */
import * as Schema from "effect/Schema"
import { categories } from "../../contract/Failure.ts"
import { Paging } from "./paging.ts"

const about = <S extends Schema.Top>(schema: S, description: string): S["Rebuild"] =>
  schema.annotate({ description })

const optional = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(about(schema, description))

const text = (expected: string) =>
  Schema.String.check(Schema.isPattern(/\S/, { message: `${expected}: a text that is not empty` }))

const Variable = Schema.String.check(
  Schema.isPattern(/^[A-Z][A-Z0-9_]*$/, { message: "the name of an environment variable: ACME_API_KEY" })
)

const Span = Schema.String.check(
  Schema.isPattern(/^\d+(\.\d+)? (milli|second|minute|hour|day)s?$/, {
    message: `a span of time: "30 seconds", "1 minute", "500 millis"`
  })
)

const Place = Schema.String.check(
  Schema.isPattern(/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/, {
    message: "an operation by method and path, as the document has them: POST /orders/{id}"
  })
)

const Identifier = Schema.String.check(
  Schema.isPattern(/^[a-z][A-Za-z0-9]*$/, { message: "a name in camel case: orderNotFound" })
)

const ClassName = Schema.String.check(
  Schema.isPattern(/^[A-Z][A-Za-z0-9]*$/, { message: "a name that begins with a capital: NotFound" })
)

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

const Quota = Schema.Struct({
  limit: Schema.Int.check(Schema.isGreaterThan(0, { message: "a number of calls, from 1" })),
  per: Span,
  scope: about(text("scope"), "who shares it: an account, an address"),
  source: about(text("source"), "where it is documented"),
  within: optional(Identifier, "the wider limit that its calls count for as well")
})

const Auth = Schema.Union([
  Schema.Struct({ type: Schema.Literal("bearer"), variable: Variable }),
  Schema.Struct({ type: Schema.Literal("header"), name: text("name"), variable: Variable }),
  Schema.Struct({ type: Schema.Literal("basic"), user: Variable, password: Variable }),
  Schema.Struct({ type: Schema.Literal("none") })
])
export type Auth = typeof Auth.Type

/** What is known of one operation. */
export const Operation = Schema.Struct({
  name: optional(Identifier, "its name, where the one from the document is not to be it"),
  resource: optional(Identifier, "the file that it stands in"),
  idempotent: optional(Schema.Boolean, "whether doing it twice is as good as doing it once"),
  why: optional(text("why"), "why it is, or is not"),
  key: optional(
    text("key"),
    "the header or field with a key by which a repeat is known; made once for each call"
  ),
  reads: optional(Schema.Boolean, "it only reads, although it is no GET"),
  anonymous: optional(Schema.Boolean, "it takes no credentials"),
  host: optional(Identifier, "which of the hosts serves it; default: the first"),
  quota: optional(Identifier, "which of the quotas it counts for"),
  paging: optional(Paging, "how its list is read on"),
  permission: optional(text("permission"), "the permission that it needs"),
  secrets: optional(Schema.Array(Schema.String), "fields of its answer that hold secrets"),
  notes: optional(Schema.Array(text("notes")), "what a success does not mean, as sentences")
})
export type Operation = typeof Operation.Type

/** A correction of the document, as RFC 6902 has it, with its reason. One that changes nothing is an error. */
export const Patch = Schema.Struct({
  op: Schema.Literals(["add", "replace", "remove"]),
  path: about(
    Schema.String.check(Schema.isPattern(/^\//, { message: "a JSON pointer: /paths/~1orders/post" })),
    "a JSON pointer"
  ),
  value: Schema.optionalKey(Schema.Unknown),
  why: about(text("why"), "why it is right"),
  source: about(text("source"), "where that is documented, or how it was found")
})
export type Patch = typeof Patch.Type

/** Something of the document that may be left out. One that nothing is left out for is an error. */
const Allowed = Schema.Struct({
  what: about(text("what"), "what is not carried, in the words of the report"),
  where: optional(text("where"), "the beginning of its place; default: everywhere"),
  why: about(text("why"), "why that is no harm")
})

/** The whole file. */
export const Facts = Schema.Struct({
  $schema: Schema.optionalKey(Schema.String),
  vendor: Schema.Struct({
    name: about(ClassName, "as tags have it: Acme"),
    docs: about(text("docs"), "where the API is documented")
  }),
  hosts: about(
    Schema.Record(Schema.String, Schema.String),
    "base URLs by name; the first is the usual one, an empty one must be given to the layer"
  ),
  auth: Auth,
  settings: optional(
    Schema.Record(Schema.String, Schema.Struct({ parameter: text("parameter"), variable: Variable })),
    "parameters of paths that a layer is given once"
  ),
  answers: optional(
    Schema.Struct({
      messageAt: optional(Schema.Array(Schema.String), "dotted paths to the vendor's words in a refusal"),
      requestId: optional(Schema.String, "the header that identifies a request"),
      envelope: optional(Schema.String, "the field of every success that holds what was asked for"),
      guaranteed: optional(
        Schema.Union([Schema.Array(Schema.String), Schema.Literal("as described")]),
        "required fields that surely come; all others are optional, whatever the document says"
      ),
      secrets: optional(Schema.Array(Schema.String), "names of fields that hold secrets"),
      personal: optional(Schema.Array(Schema.String), "names of fields that hold personal data")
    }),
    "what all answers have in common"
  ),
  failures: Schema.Array(Failure),
  quotas: optional(
    Schema.Record(Schema.String, Quota),
    "rate limits; default is for operations that name none"
  ),
  retries: optional(
    Schema.Struct({
      times: Schema.Int,
      base: Span,
      cap: Span,
      attempt: Span,
      deadline: Span,
      source: text("source")
    }),
    "the vendor's advice on retries"
  ),
  operations: Schema.Record(Schema.String, Operation),
  patches: optional(Schema.Array(Patch), "corrections of the document"),
  allow: optional(Schema.Array(Allowed), "what may be left out"),
  code: optional(
    Schema.Struct({
      imports: optional(Schema.Literals([".js", ".ts"]), "how files import each other; default: .js"),
      tests: optional(
        Schema.Literals(["vitest", "node", "none"]),
        "what the test file runs with; default: vitest"
      )
    }),
    "how the code is written"
  )
})
export type Facts = typeof Facts.Type
