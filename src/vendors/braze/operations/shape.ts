/** The forms that Braze's operations share: identifiers, JSON, limits of count and size, and the usual answers. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { isRecord } from "../../../contract/Wire.ts"
import { MinorErrors } from "../failures.ts"

const utf8 = new TextEncoder()

/** The size of a text in UTF-8. */
export const textBytes = (text: string): number => utf8.encode(text).length

/** The size of a value as UTF-8 JSON. */
export const jsonBytes = (value: unknown): number => textBytes(JSON.stringify(value) ?? "")

/** Checks the size of what is sent, after names have become Braze's own. */
export const weighed = <S extends Schema.Constraint>(schema: S, most: number, rule: string) =>
  Schema.toEncoded(schema)
    .check(Schema.makeFilter((sent: unknown) => jsonBytes(sent) <= most || rule))
    .pipe(Schema.decodeTo(schema))

/** A request body: at most 4 MB (page “API limits”). */
export const requestBody = <S extends Schema.Constraint>(schema: S) =>
  weighed(schema, 4_000_000, "at most 4 MB (4,000,000 bytes) of JSON in one call")

const Open = Schema.Record(Schema.String, Schema.Unknown)

const beside = (field: string, known: ReadonlyArray<string>) =>
  SchemaTransformation.transform({
    decode: (wire: Readonly<Record<string, unknown>>) => {
      const own = Object.entries(wire).filter(([name]) => known.includes(name))
      const rest = Object.entries(wire).filter(([name]) => !known.includes(name))
      return {
        ...Object.fromEntries(own),
        ...(rest.length === 0 ? {} : { [field]: Object.fromEntries(rest) })
      }
    },
    encode: (tree: Readonly<Record<string, unknown>>) => {
      const { [field]: more, ...own } = tree
      return { ...(isRecord(more) ? more : {}), ...own }
    }
  })

const wireName = (keys: object, name: string): string => {
  const other: unknown = Reflect.get(keys, name)
  return typeof other === "string" ? other : name
}

const clashes = (field: string, known: ReadonlyArray<string>) =>
  Schema.makeFilter((tree: object) =>
    Object.keys(Reflect.get(tree, field) ?? {})
      .filter((name) => known.includes(name))
      .map((name) => ({ path: [field, name], issue: `has a field of its own: give it outside ${field}` }))
  )

/**
 * An object that Braze leaves open: what the one field of `rest` holds goes to the wire beside the other fields, in the caller's own
 * spelling. `keys` are the wire names of those others, where they differ.
 */
export const open = <
  const Fields extends Schema.Struct.Fields,
  const Keys extends { readonly [K in keyof Fields]?: PropertyKey },
  const Rest extends Schema.Struct.Fields
>(
  fields: Fields,
  keys: Keys,
  rest: Rest
) => {
  const known = Object.keys(fields).map((name) => wireName(keys, name))
  const [field = ""] = Object.keys(rest)
  return Open.pipe(
    Schema.decodeTo(Open, beside(field, known)),
    Schema.decodeTo(
      Schema.Struct({ ...fields, ...rest })
        .check(clashes(field, known))
        .pipe(Schema.encodeKeys(keys)),
      SchemaTransformation.passthrough({ strict: false })
    )
  )
}

/** A list of at most `most` things. */
export const listOf = <S extends Schema.Constraint>(item: S, most: number, things: string) =>
  Schema.Array(item).check(Schema.isMaxLength(most, { message: `at most ${most} ${things} in one call` }))

/** A list of 1 to `most` things. */
export const someOf = <S extends Schema.Constraint>(item: S, most: number, things: string) =>
  listOf(item, most, things).check(Schema.isMinLength(1, { message: "must not be empty" }))

/** A text that is not empty. */
export const Text = Schema.String.check(Schema.isNonEmpty({ message: "must not be empty" }))

/** An external id: fewer than 988 bytes (page “Track users”). */
export const ExternalId = Text.check(
  Schema.makeFilter((id) => textBytes(id) < 988 || "must have fewer than 988 bytes")
)

/** A user by alias. */
export interface UserAlias extends Schema.Schema.Type<typeof UserAliasFields> {}
const UserAliasFields = Schema.Struct({ aliasName: Text, aliasLabel: Text }).pipe(
  Schema.encodeKeys({ aliasName: "alias_name", aliasLabel: "alias_label" })
)
export const UserAlias = Schema.Opaque<UserAlias>()(UserAliasFields)

/** Which user is meant where several have the same email address or phone number: in order, the first that decides counts. */
export const prioritization = <const Ways extends ReadonlyArray<string>>(ways: Ways) =>
  Schema.Array(Schema.Literals(ways)).check(
    Schema.makeFilter((order: ReadonlyArray<string>) => {
      const both = order.includes("identified") && order.includes("unidentified")
      return !both || "either identified or unidentified, not both"
    })
  )

/** All the ways to choose among users of one email address or phone number. */
export const Prioritization = prioritization([
  "identified",
  "unidentified",
  "most_recently_updated",
  "least_recently_updated"
])

/** Passes when exactly one of the fields is given; otherwise the first extra one, or the first of all, is named. */
export const exactlyOne =
  (names: ReadonlyArray<string>, rule: string) =>
  (input: object): Schema.FilterOutput => {
    const given = names.filter((name) => Reflect.get(input, name) !== undefined)
    return given.length === 1 || { path: [given[1] ?? names[0] ?? ""], issue: rule }
  }

/** Minor errors beside a success: what they name was not taken, all else was. Empty where Braze gives none. */
export const warnings = MinorErrors.pipe(Schema.withDecodingDefaultKey(Effect.succeed(null)))

/** A field of an answer that is left out where it is missing, null or not of its type: no reason to lose the rest. */
export const lenient = <A>(schema: Schema.Codec<A>) =>
  Schema.optionalKey(Schema.Unknown).pipe(
    Schema.decodeTo(Schema.optionalKey(schema), {
      decode: SchemaGetter.transformOptional(Option.filter(Schema.is(schema))),
      encode: SchemaGetter.transformOptional((value) => value)
    })
  )

/** `success`, or `queued` while Braze is under maintenance. */
export const message = lenient(Schema.String)
