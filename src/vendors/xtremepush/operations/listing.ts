/** The conventions of Xtremepush's list and info methods: filters, selected attributes, order and pages. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { Data } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import type { Operation } from "../../../contract/Operation.ts"
import * as Pages from "../../../many/Pages.ts"
import type { XtremepushApi } from "../vendor.ts"
import { filled, Id } from "./fields.ts"

/** A filter: attribute, operator (`=`, `!=`, `>`, `<`, `>=`, `<=`, `IN`, `NOT IN`) and value. Times are Unix seconds. */
const Condition = lazy(() =>
  Schema.Tuple([filled("a filter names an attribute"), filled("a filter names an operator"), Data()])
)

const names = lazy(() => Schema.Array(filled("an attribute's name cannot be blank")))

/**
 * Rows of a page where the input has no `limit`: ours, after the vendor's examples, because it publishes neither a default nor a
 * maximum. Source of the examples: docs.xtremepush.com/reference/task-list.
 */
const pageSize = 50

const Limit = lazy(() =>
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(1, { message: "a page has at least 1 row" }))
)

/** Input of a list method. There is no total and no cursor: the last page is the one that is shorter than `limit`. */
export interface Query extends Schema.Schema.Type<ReturnType<typeof QueryFields>> {}
const QueryFields = lazy(() =>
  Schema.Struct({
    /** Filters. That all of them must hold is unverified. */
    condition: Schema.optionalKey(Schema.Array(Condition())),
    /** Attributes to return; without it, all. */
    select: Schema.optionalKey(names()),
    /** An attribute, or an attribute and ` ASC` or ` DESC`. */
    order: Schema.optionalKey(names()),
    /**
     * Rows of one page. Default: 50. The vendor advises to send it always, so it is. It publishes no maximum; a page that is
     * shorter than this is taken for the last.
     */
    limit: Schema.optionalKey(Limit()).pipe(
      Schema.encodeTo(Limit(), {
        decode: SchemaGetter.passthrough(),
        encode: SchemaGetter.withDefault(Effect.succeed(pageSize))
      })
    ),
    /** Rows to leave out, from the first. */
    offset: Schema.optionalKey(
      Schema.Int.check(Schema.isGreaterThanOrEqualTo(0, { message: "an offset is 0 or more" }))
    )
  })
)
export const Query = lazy(() => Schema.Opaque<Query>()(QueryFields()))

/** Lets a list method be read page by page. */
export const paged = <Row, Error>(operation: Operation<Query, ReadonlyArray<Row>, Error, XtremepushApi>) =>
  Pages.byOffset(operation, { items: (rows) => rows, offset: "offset", limit: "limit", size: pageSize })

/** Input of an info method: which object, and which of its attributes; without `select`, all. */
export interface Lookup extends Schema.Schema.Type<ReturnType<typeof LookupFields>> {}
const LookupFields = lazy(() =>
  Schema.Struct({
    /** Id of the object. */
    id: Id(),
    /** Attributes to return; without it, all. */
    select: Schema.optionalKey(names())
  })
)
export const Lookup = lazy(() => Schema.Opaque<Lookup>()(LookupFields()))
