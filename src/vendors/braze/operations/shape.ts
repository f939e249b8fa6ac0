/** The forms that Braze's operations share: texts, identifiers, lists, limits of count and size, and the usual answers. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { DataObject } from "../../../contract/Data.ts"
import { testEncoded } from "../../../contract/encoded.ts"
import { jsonFits, textFits } from "../../../contract/jsonSize.ts"
import { lazy } from "../../../contract/lazy.ts"
import { renamed } from "../../../contract/snake.ts"
import { MinorErrors } from "../failures.ts"

export { charactersFit, jsonFits, textBytes } from "../../../contract/jsonSize.ts"

/** A request body: at most 4 MB as it is sent, after names have become Braze's own (page “API limits”), where it has no limit of its own. */
export const requestBody = <A, I>(schema: Schema.Codec<A, I>, bytes = 4_000_000) =>
  testEncoded(
    schema,
    (sent) =>
      jsonFits(sent, bytes) ||
      `at most ${bytes / 1_000_000} MB (${bytes.toLocaleString("en-US")} bytes) of JSON in one call`
  )

/** A list of at most `most` things. */
export const listOf = <S extends Schema.Constraint>(item: S, most: number, things: string) =>
  Schema.Array(item).check(Schema.isMaxLength(most, { message: `at most ${most} ${things} in one call` }))

/** A list of 1 to `most` things. */
export const someOf = <S extends Schema.Constraint>(item: S, most: number, things: string) =>
  listOf(item, most, things).check(Schema.isMinLength(1, { message: "must not be empty" }))

/** A field that may be left out, or be null: that removes what is stored. */
export const optionalOrNull = <S extends Schema.Constraint>(schema: S) =>
  Schema.optionalKey(Schema.NullOr(schema))

/** A text that may be left out. */
export const text = lazy(() => Schema.optionalKey(Schema.String))

/** A yes or no that may be left out. */
export const flag = lazy(() => Schema.optionalKey(Schema.Boolean))

/** A whole number that may be left out. */
export const whole = lazy(() => Schema.optionalKey(Schema.Int))

/** A JSON object that may be left out. */
export const object = lazy(() => Schema.optionalKey(DataObject()))

/** A text that is not empty. */
export const Text = lazy(() => Schema.String.check(Schema.isNonEmpty({ message: "must not be empty" })))

/** An external id: fewer than 988 bytes (page “Track users”). */
export const ExternalId = lazy(() =>
  Text().check(Schema.makeFilter((id) => textFits(id, 987) || "must have fewer than 988 bytes"))
)

/** A user by alias. */
export interface UserAlias extends Schema.Schema.Type<ReturnType<typeof UserAliasFields>> {}
const UserAliasFields = lazy(() =>
  Schema.Struct({
    /** The alias itself. */
    aliasName: Text(),
    /** What kind of alias it is. */
    aliasLabel: Text()
  }).pipe(Schema.encodeKeys({ aliasName: "alias_name", aliasLabel: "alias_label" }))
)
export const UserAlias = lazy(() => Schema.Opaque<UserAlias>()(UserAliasFields()))

/** Which user is meant where several have the same email address or phone number: in order, the first that decides counts. */
export const prioritization = <const Ways extends ReadonlyArray<string>>(ways: Ways) =>
  Schema.Array(Schema.Literals(ways)).check(
    Schema.makeFilter((order: ReadonlyArray<string>) => {
      const both = order.includes("identified") && order.includes("unidentified")
      return !both || "either identified or unidentified, not both"
    })
  )

/** All the ways to choose among users of one email address or phone number. */
export const Prioritization = lazy(() =>
  prioritization(["identified", "unidentified", "most_recently_updated", "least_recently_updated"])
)

/** Passes when exactly one of the fields is given; otherwise the second one that is given, or the first of all, is named. */
export const exactlyOne =
  (names: ReadonlyArray<string>, rule: string) =>
  (input: object): Schema.FilterOutput => {
    const given = names.filter((name) => Reflect.get(input, name) !== undefined)
    return given.length === 1 || { path: [given[1] ?? names[0] ?? ""], issue: rule }
  }

/** Minor errors beside a success: what they name was not taken, all else was. Empty where Braze gives none. */
export const warnings = lazy(() =>
  MinorErrors.pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(null)),
    // A test that makes a result need not say that there are none.
    Schema.withConstructorDefault(Effect.succeed([]))
  )
)

/** A field of an answer that is left out where it is missing, null or not of its type: no reason to lose the rest. */
export const lenient = <A>(schema: Schema.Codec<A>) =>
  Schema.optionalKey(Schema.Unknown).pipe(
    Schema.decodeTo(Schema.optionalKey(schema), {
      decode: SchemaGetter.transformOptional(Option.filter(Schema.is(schema))),
      encode: SchemaGetter.transformOptional((value) => value)
    })
  )

/** A text of an answer. */
export const lenientText = lazy(() => lenient(Schema.String))

/** A count in an answer. */
export const lenientCount = lazy(() => lenient(Schema.Int))

/** An answer: its own fields under their names in snake_case, and what any answer may have: a message, and minor errors. */
export const answer = <F extends Schema.Struct.Fields>(
  fields: F,
  others: Readonly<Record<string, string>> = {}
) => renamed({ message: message(), ...fields, warnings: warnings() }, { ...others, warnings: "errors" })

/** `success`, or `queued` while Braze is under maintenance. */
export const message = lenientText
