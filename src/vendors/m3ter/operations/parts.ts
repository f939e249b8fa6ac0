/** What m3ter's objects are made of: texts with their limits, codes, ids, custom fields, what every answer has, and pages. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { lazy } from "../../../contract/lazy.ts"

/** A text of `least` to `most` characters, as m3ter's JSON schema counts them: code points, so that an emoji is one. */
export const text = (least: number, most: number) =>
  Schema.String.check(
    Schema.isBetweenCodePoints(least, most, {
      message: least === 0 ? `at most ${most} characters` : `${least} to ${most} characters`
    })
  )

/** A name: 1 to 200 characters. */
export const Name = lazy(() => text(1, 200))

/** The code of a product, meter or account: 1 to 80 characters, white space inside only. */
export const Code = lazy(() =>
  text(1, 80).check(
    Schema.isPattern(/^(?:[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?)?$/u, {
      message: "no control characters, and no white space at either end"
    })
  )
)

/** The code of a data field: 1 to 80 characters, as in a formula. */
export const FieldCode = lazy(() =>
  text(1, 80).check(
    Schema.isPattern(/^(?:[\p{L}_$][\p{L}_$0-9]*)?$/u, {
      message: "letters, digits, _ and $ only, and no digit first"
    })
  )
)

/** The id of another object in a request: 36 characters, never a code. */
export const Reference = lazy(() =>
  Schema.String.check(Schema.isBetweenCodePoints(36, 36, { message: "an id of 36 characters, not a code" }))
)

// Empty, “.” and “..” would make a path of another object.
/** The id of the object that a path names. A code in its place is not found. */
export const Id = lazy(() =>
  Schema.String.check(Schema.isPattern(/^(?!\.{0,2}$)/, { message: "an id of m3ter's, not empty" }))
)

/** The version that the object has now; m3ter counts up from 1 and refuses any other. */
export const Version = lazy(() =>
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(1, { message: "a whole number from 1" }))
)

/** Custom fields of an object: at most 100. */
export const CustomFields = lazy(() =>
  Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite])).check(
    Schema.isMaxProperties(100, { message: "at most 100 custom fields" })
  )
)

/** A field that m3ter may leave out, or send as null, in an answer whose other nulls mean something: both read as absent. */
export const optionalOrNull = <S extends Schema.Constraint>(schema: S) =>
  Schema.optionalKey(Schema.NullOr(schema)).pipe(
    Schema.decodeTo(Schema.optionalKey(Schema.toType(schema)), {
      decode: SchemaGetter.transformOptional((value: Option.Option<S["Type"] | null>) =>
        Option.filter(value, Predicate.isNotNull)
      ),
      encode: SchemaGetter.transformOptional((value: Option.Option<S["Type"]>) => value)
    })
  )

/** What every answer about an object has: m3ter guarantees the id alone. Read it with `withoutNulls`: what has no value may be null. */
export const stored = lazy(() => ({
  id: Schema.String,
  version: Schema.optionalKey(Schema.Int),
  customFields: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))
  ),
  dtCreated: Schema.optionalKey(Schema.DateTimeUtcFromString),
  dtLastModified: Schema.optionalKey(Schema.DateTimeUtcFromString),
  createdBy: Schema.optionalKey(Schema.String),
  lastModifiedBy: Schema.optionalKey(Schema.String)
}))

/** What to list: the length of the page, where it starts, and the ids. */
export const selection = (mostPerPage: number) => ({
  /** Items per page, from 1; the most is 200 for products, and 100 for accounts and meters. */
  pageSize: Schema.optionalKey(
    Schema.Int.check(
      Schema.isBetween({ minimum: 1, maximum: mostPerPage }, { message: `1 to ${mostPerPage}` })
    )
  ),
  /** `nextToken` of the page before; without it, the first page. */
  nextToken: Schema.optionalKey(Schema.String),
  /** Only the objects of these ids. */
  ids: Schema.optionalKey(Schema.Array(Schema.String))
})

/** A page of a list. No `nextToken`, or an empty one, means that it is the last. */
export const page = <S extends Schema.Constraint>(item: S) => ({
  data: Schema.Array(item).pipe(Schema.withDecodingDefaultKey(Effect.succeed([]))),
  nextToken: Schema.optionalKey(Schema.String)
})

/** What a page of a list holds. */
export interface Page<Item> {
  readonly data: ReadonlyArray<Item>
  readonly nextToken?: string
}

/** Where the page after this one begins; `undefined` after the last. */
export const after = ({ nextToken = "" }: Pick<Page<unknown>, "nextToken">) =>
  nextToken === "" ? undefined : { nextToken }

/** Two pages as one. */
export const joined = <Item>(first: Page<Item>, second: Page<Item>): Page<Item> => ({
  ...second,
  data: [...first.data, ...second.data]
})

/** How a page that is too large is read in halves, but for `join`. The usual length of a page is not published: at most `usual`. */
export const halves = (usual: number) => ({ size: "pageSize", usual, next: after }) as const

/** How a list is read page by page, but for its items. */
export const pages = {
  token: ({ nextToken }: Pick<Page<unknown>, "nextToken">) => nextToken,
  into: "nextToken"
} as const
