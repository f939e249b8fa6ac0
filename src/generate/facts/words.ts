/** What the fields of `errors.json` are made of: each says its rule in the words of a complaint. */
import * as Schema from "effect/Schema"

/** A schema with what it is for. */
export const about = <S extends Schema.Top>(schema: S, description: string): S["Rebuild"] =>
  schema.annotate({ description })

/** A field that may be absent, with what it is for. */
export const optional = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(about(schema, description))

/** A text that is not empty. */
export const text = (expected: string) =>
  Schema.String.check(Schema.isPattern(/\S/u, { message: `${expected}: a text that is not empty` }))

export const Variable = Schema.String.check(
  Schema.isPattern(/^[A-Z][A-Z0-9_]*$/u, { message: "the name of an environment variable: ACME_API_KEY" })
)

export const Span = Schema.String.check(
  Schema.isPattern(/^\d+(\.\d+)? (milli|second|minute|hour|day)s?$/u, {
    message: `a span of time: "30 seconds", "1 minute", "500 millis"`
  })
)

export const Place = Schema.String.check(
  Schema.isPattern(/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/u, {
    message: "an operation by method and path, as the document has them: POST /orders/{id}"
  })
)

export const Identifier = Schema.String.check(
  Schema.isPattern(/^[a-z][A-Za-z0-9]*$/u, { message: "a name in camel case: orderNotFound" })
)

export const ClassName = Schema.String.check(
  Schema.isPattern(/^[A-Z][A-Za-z0-9]*$/u, { message: "a name that begins with a capital: NotFound" })
)
