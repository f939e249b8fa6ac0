/** What IXON's operations share: ids, the choice of attributes, and pages. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"

/** An id of anything but a company: 12 characters. */
export const PublicId = Schema.String.check(
  Schema.isBetweenLength(12, 12, { message: "exactly 12 characters" })
)

/** An id of a company: `1111-2222-3333-4444-5555`. */
export const CompanyId = Schema.String.check(
  Schema.isPattern(/^(\d{4}-){4}\d{4}$/, { message: "five groups of four digits, joined by hyphens" })
)

/** A text of `least` to `most` characters. */
export const text = (least: number, most: number) =>
  Schema.String.check(Schema.isBetweenCodePoints(least, most, { message: `${least} to ${most} characters` }))

/** A whole number. */
export const Integer = Schema.Finite.check(Schema.isInt({ message: "a whole number" }))

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  Integer.check(Schema.isBetween({ minimum: least, maximum: most }, { message: `${least} to ${most}` }))

/** Where to continue, and how much to bring; `fields` and `filters` as IXON writes them. */
export const pageInput = {
  /** Attributes to bring: `name`, `*`, `type.name`, `type(name,description)`. IXON brings only a few unless they are named. */
  fields: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Conditions: `eq(name,"Pump 1")`, `in(publicId,"…","…")`, `isnull(location)`. */
  filters: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Items per page. IXON documents no upper limit, and brings up to 20 by itself. */
  pageSize: Schema.optionalKey(Integer.check(Schema.isGreaterThanOrEqualTo(1, { message: "at least 1" }))),
  /** `moreAfter` of the page before. */
  pageAfter: Schema.optionalKey(Schema.String)
}

/** The spelling of `pageInput` on the wire. */
export const pageKeys = { pageSize: "page-size", pageAfter: "page-after" } as const

/** An attribute of an answer. Any of them may be missing, since `fields` chooses; where it is empty IXON sends `null`. */
export const attribute = <S extends Schema.Constraint>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

/** An object that is handed on as it came. */
export const Attributes = Schema.Record(Schema.String, Schema.Unknown)

/** A reference to something by its id, with its name where `fields` asks for it. */
export interface Named extends Schema.Schema.Type<typeof NamedFields> {}
const NamedFields = Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
export const Named = Schema.Opaque<Named>()(NamedFields)

/** IXON sends a list, or, where there is one thing to send, at times the thing itself. */
const listOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Unknown.pipe(
    Schema.decodeTo(
      Schema.Array(item),
      SchemaTransformation.transform({
        decode: (sent: unknown): ReadonlyArray<S["Encoded"]> => (Array.isArray(sent) ? sent : [sent]),
        encode: (list: ReadonlyArray<S["Encoded"]>): unknown => list
      })
    )
  )

/** The fields of a page: its items, and where the next page begins; `moreAfter` is `null` on the last one. */
export const pageOf = <S extends Schema.Constraint>(item: S) => ({
  data: listOf(item),
  moreAfter: Schema.NullOr(Schema.String).pipe(Schema.withDecodingDefaultKey(Effect.succeed(null)))
})

interface Page<Item> {
  readonly data: ReadonlyArray<Item>
  readonly moreAfter: string | null
}

/** How long a page is where no length is given. IXON's pages say “up to 20”. */
export const usualPage = 20

/** Where the page after this one begins; `undefined` after the last. */
export const after = ({ moreAfter }: Pick<Page<unknown>, "moreAfter">) =>
  moreAfter === null || moreAfter === "" ? undefined : { pageAfter: moreAfter }

/** Two pages as one. */
export const joined = <Item>(first: Page<Item>, second: Page<Item>): Page<Item> => ({
  ...second,
  data: [...first.data, ...second.data]
})
