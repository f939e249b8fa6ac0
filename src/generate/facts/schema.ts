/**
 * What no description of an API says, as the file `errors.json` of `faultline generate` has it: failures, limits, credentials, what may
 * be repeated, how lists are read on. Its JSON Schema is published as `docs/errors.schema.json`.
 */
import * as Schema from "effect/Schema"
import { Failure } from "./failure.ts"
import { Operation } from "./operation.ts"
import { about, ClassName, Identifier, optional, Span, text, Variable } from "./words.ts"

export type { Failure, Match } from "./failure.ts"
export type { Operation } from "./operation.ts"

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

/** A correction of the document, as RFC 6902 has it, with its reason. One that changes nothing is an error. */
export const Patch = Schema.Struct({
  op: Schema.Literals(["add", "replace", "remove"]),
  path: about(
    Schema.String.check(Schema.isPattern(/^\//u, { message: "a JSON pointer: /paths/~1orders/post" })),
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
