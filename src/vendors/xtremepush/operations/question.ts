/** What requests to Xtremepush have in common: ids, the conventions of its list and info methods, and further attributes. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import * as SchemaTransformation from "effect/SchemaTransformation"
import type { Operation } from "../../../contract/Operation.ts"
import * as Pages from "../../../many/Pages.ts"
import type { Api } from "../vendor.ts"

/** A text that says something; `rule` is what a blank one breaks. */
export const filled = (rule: string) => Schema.String.check(Schema.isPattern(/\S/, { message: rule }))

/** A list that has at least one item, and at most `most`. */
export const bounded = <Item extends Schema.Constraint>(
  item: Item,
  things: string,
  most = Number.POSITIVE_INFINITY
) =>
  Schema.Array(item).check(
    Schema.isMinLength(1, { message: `the list of ${things} is empty` }),
    Schema.makeFilter((list) => list.length <= most, {
      message: `at most ${most.toLocaleString("en-US")} ${things} in one request`
    })
  )

/** The id of an object. Xtremepush refuses a blank one; so it is not sent. */
export const Id = Schema.Union([Schema.Int, filled("id cannot be blank")])

/** A filter: attribute, operator (`=`, `!=`, `>`, `<`, `>=`, `<=`, `IN`, `NOT IN`) and value. Times are Unix seconds. */
export const Condition = Schema.Tuple([
  filled("a filter names an attribute"),
  filled("a filter names an operator"),
  Schema.Json
])

const names = Schema.Array(filled("an attribute's name cannot be blank"))

/**
 * Rows of a page where the input does not say: ours, after the vendor's examples, for it publishes neither a default nor a
 * maximum. Source of the examples: docs.xtremepush.com/reference/task-list.
 */
export const pageSize = 50

const Limit = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1, { message: "a page has at least 1 row" }))

/** Input of a list method. There is no total and no cursor: the last page is the one that is shorter than `limit`. */
export interface Query extends Schema.Schema.Type<typeof QueryFields> {}
const QueryFields = Schema.Struct({
  /** Filters. That all of them must hold is unverified. */
  condition: Schema.optionalKey(Schema.Array(Condition)),
  /** Attributes to return; without it, all. */
  select: Schema.optionalKey(names),
  /** An attribute, or an attribute and ` ASC` or ` DESC`. */
  order: Schema.optionalKey(names),
  /**
   * Rows of one page. Default: 50. The vendor advises to send it always, so it is. It publishes no maximum; if a page came
   * shorter than was asked for, `.stream` would take it for the last.
   */
  limit: Schema.optionalKey(Limit).pipe(
    Schema.encodeTo(Limit, {
      decode: SchemaGetter.passthrough(),
      encode: SchemaGetter.withDefault(Effect.succeed(pageSize))
    })
  ),
  /** Rows to leave out, from the first. */
  offset: Schema.optionalKey(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(0, { message: "an offset is 0 or more" }))
  )
})
export const Query = Schema.Opaque<Query>()(QueryFields)

/** Lets a list method be read page by page. */
export const listed = <Row, Error>(operation: Operation<Query, ReadonlyArray<Row>, Error, Api>) =>
  Pages.byOffset(operation, { items: (rows) => rows, offset: "offset", limit: "limit", size: pageSize })

/** Input of an info method: which object, and which of its attributes; without `select`, all. */
export interface Lookup extends Schema.Schema.Type<typeof LookupFields> {}
const LookupFields = Schema.Struct({ id: Id, select: Schema.optionalKey(names) })
export const Lookup = Schema.Opaque<Lookup>()(LookupFields)

/** Attributes under the vendor's own names, for those that have no field here. */
export const Attributes = Schema.Record(Schema.String, Schema.Json)

const Loose = Schema.Record(Schema.String, Schema.Unknown)

/** The name under which the layer sends its token. */
const tokenName = "apptoken"

const gather = (
  known: ReadonlyArray<string>,
  wire: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> => {
  const entries = Object.entries(wire)
  const own = entries.filter(([name]) => known.includes(name))
  const more = entries.filter(([name]) => !known.includes(name) && name !== tokenName)
  return { ...Object.fromEntries(own), attributes: Object.fromEntries(more) }
}

const spread = ({
  attributes,
  ...own
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...(typeof attributes === "object" ? attributes : {}),
  ...own
})

/**
 * Puts `attributes` beside the other fields on the wire, and gathers there what has no field of its own. Names that have one
 * stand in it, and the app token is the layer's.
 */
export const flat = <
  Codec extends Schema.Constraint & { readonly from: { readonly fields: Schema.Struct.Fields } }
>(
  codec: Codec
) => {
  const known = Object.keys(codec.from.fields).filter((name) => name !== "attributes")
  const taken = new Set([...known, tokenName])
  const apart = Schema.makeFilter(({ attributes }: Readonly<Record<string, unknown>>) =>
    Object.keys(typeof attributes === "object" ? (attributes ?? {}) : {})
      .filter((name) => taken.has(name))
      .map((name) => ({ path: ["attributes", name], issue: "it has its own place: give it there" }))
  )
  return Loose.pipe(
    Schema.decodeTo(
      Loose.check(apart),
      SchemaTransformation.transform({
        decode: (wire: Readonly<Record<string, unknown>>) => gather(known, wire),
        encode: spread
      })
    ),
    Schema.decodeTo(codec)
  )
}
