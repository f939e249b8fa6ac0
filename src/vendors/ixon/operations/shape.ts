/** What IXON's operations share: ids, the choice of attributes, and pages. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"

/** An id of anything but a company: 12 characters. */
export const PublicId = lazy(() =>
  Schema.String.check(Schema.isBetweenCodePoints(12, 12, { message: "exactly 12 characters" }))
)

/** An id of a company: `1111-2222-3333-4444-5555`. */
export const CompanyId = lazy(() =>
  Schema.String.check(
    Schema.isPattern(/^(\d{4}-){4}\d{4}$/, { message: "five groups of four digits, joined by hyphens" })
  )
)

/** A text of `least` to `most` characters. */
export const text = (least: number, most: number) =>
  Schema.String.check(Schema.isBetweenCodePoints(least, most, { message: `${least} to ${most} characters` }))

/** A whole number. */
export const Integer = lazy(() => Schema.Finite.check(Schema.isInt({ message: "a whole number" })))

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  Integer().check(Schema.isBetween({ minimum: least, maximum: most }, { message: `${least} to ${most}` }))

/** Which part of a list to read, and which attributes; `fields` and `filters` as IXON writes them. */
export const pageInput = lazy(() => ({
  /** Attributes to read: `name`, `*`, `type.name`, `type(name,description)`. Without it, IXON sends only a few. */
  fields: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Conditions: `eq(name,"Pump 1")`, `in(publicId,"…","…")`, `isnull(location)`. */
  filters: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Items per page. IXON documents no upper limit; without it, a page has up to 20. */
  pageSize: Schema.optionalKey(Integer().check(Schema.isGreaterThanOrEqualTo(1, { message: "at least 1" }))),
  /** `moreAfter` of the page before. */
  pageAfter: Schema.optionalKey(Schema.String)
}))

/** The spelling of `pageInput` on the wire. */
export const pageKeys = { pageSize: "page-size", pageAfter: "page-after" } as const

/** An attribute of an answer. Any of them may be missing, since `fields` chooses; where it is empty, IXON sends `null`. */
export const attribute = <S extends Schema.Constraint>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

/** An object that is passed on as IXON sent it. */
export const Attributes = lazy(() => Schema.Record(Schema.String, Schema.Unknown))

/** A reference to something by its id, with its name where `fields` asks for it. */
export interface Named extends Schema.Schema.Type<ReturnType<typeof NamedFields>> {}
const NamedFields = lazy(() =>
  Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
)
export const Named = lazy(() => Schema.Opaque<Named>()(NamedFields()))

/** A list. Where it has one item, IXON sometimes sends the item itself. */
export const listOf = <S extends Schema.Constraint>(item: S) =>
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

/** What a page of a list holds. */
export interface Page<Item> {
  readonly data: ReadonlyArray<Item>
  readonly moreAfter: string | null
}

/** Two pages as one. */
export const joined = <Item>(first: Page<Item>, second: Page<Item>): Page<Item> => ({
  ...second,
  data: [...first.data, ...second.data]
})

/** How a page that takes IXON too long is read in halves, but for `join`. A page has “up to 20” items where no size is given. */
export const halfPages = {
  size: "pageSize",
  usual: 20,
  next: ({ moreAfter }: Pick<Page<unknown>, "moreAfter">) =>
    moreAfter === null || moreAfter === "" ? undefined : { pageAfter: moreAfter }
} as const

/** How a list is read page by page, but for its items. */
export const pages = {
  token: ({ moreAfter }: Pick<Page<unknown>, "moreAfter">) => moreAfter,
  into: "pageAfter"
} as const

const chosen =
  "A missing attribute may have a value all the same: IXON sends only a few unless `fields` names them."

/** What a success does not mean, where one object is read. */
export const readNotes = [chosen]

/** What a success does not mean, where a list is read. */
export const listNotes = [chosen, "This is one page: where `moreAfter` is not null, there are more."]
