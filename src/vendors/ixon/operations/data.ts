/** Historical data: what agents have logged from their data sources. It needs IXON's historical-data module. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import { inParts } from "./dataInParts.ts"
import { attribute, Attributes, Integer, Named, pageOf, PublicId, text, whole } from "./parts.ts"

/** What is asked of one tag. Each of its parts is IXON's own. */
const Query = Schema.Struct({
  /** The name that the values get in the answer. */
  ref: Schema.optionalKey(text(1, 255).check(Schema.isPattern(/^[^{}]*$/, { message: "no braces" }))),
  postAggr: Schema.optionalKey(
    Schema.Literals([
      "count",
      "mean",
      "median",
      "mode",
      "spread",
      "sum",
      "first",
      "last",
      "max",
      "min",
      "raw"
    ])
  ),
  postTransform: Schema.optionalKey(Schema.Literal("difference")),
  /** Points per tag. */
  limit: Schema.optionalKey(whole(1, 5_000)),
  /** The width of a step: a number of seconds. The API reference leaves its type open. */
  step: Schema.optionalKey(Schema.Unknown),
  offset: Schema.optionalKey(Integer),
  factor: Schema.optionalKey(Schema.String),
  operator: Schema.optionalKey(Schema.Literals(["*", "/", "+", "-"])),
  decimals: Schema.optionalKey(whole(0, 7)),
  extendedBoundary: Schema.optionalKey(Schema.Boolean),
  order: Schema.optionalKey(Schema.Literals(["asc", "desc"]))
})

const Tag = Schema.Struct({
  id: Schema.optionalKey(whole(0, 4_294_967_295)),
  slug: Schema.optionalKey(
    text(1, 64).check(
      Schema.isPattern(/^[a-zA-Z0-9_[\]-]+$/, { message: "letters, digits, _, -, [ and ] only" })
    )
  ),
  queries: Schema.optionalKey(Schema.Array(Query))
}).check(
  Schema.makeFilter(({ id, slug }) => id !== undefined || slug !== undefined, {
    message: "names the tag by `id` or by `slug`"
  })
)

/** What is asked of one data source: tags, and the span of time. */
const SourceQuery = Schema.Struct({
  source: Schema.Struct({ publicId: PublicId }),
  tags: Schema.Array(Tag),
  start: Schema.optionalKey(Schema.DateTimeUtcFromString),
  end: Schema.optionalKey(Schema.DateTimeUtcFromString),
  timeZone: Schema.optionalKey(text(1, 255))
})

/** What logged data to read. */
export interface DataQuery extends Schema.Schema.Type<typeof DataQueryFields> {}
const DataQueryFields = Schema.Struct({ sources: Schema.Array(SourceQuery) })
export const DataQuery = Schema.Opaque<DataQuery>()(DataQueryFields)

/** The logged values of one data source. `values` are under the `ref` of their query. */
export interface DataSeries extends Schema.Schema.Type<typeof DataSeriesFields> {}
const DataSeriesFields = Schema.Struct({
  start: attribute(Schema.DateTimeUtcFromString),
  end: attribute(Schema.DateTimeUtcFromString),
  timeZone: attribute(Schema.String),
  source: attribute(Named),
  points: attribute(
    Schema.Array(Schema.Struct({ time: attribute(Schema.String), values: attribute(Attributes) }))
  )
})
export const DataSeries = Schema.Opaque<DataSeries>()(DataSeriesFields)

/** The answer to a data query: a series for each source. */
export interface DataPage extends Schema.Schema.Type<typeof DataPageFields> {}
const DataPageFields = Schema.Struct(pageOf(DataSeries))
export const DataPage = Schema.Opaque<DataPage>()(DataPageFields)

const asOne = operation("Ixon.queryData", {
  method: "POST",
  path: "/data",
  input: DataQuery,
  body: "sources",
  output: DataPage,
  idempotent: true,
  reads: true,
  quota: "source-ip",
  see: "IXON API reference, DataList"
})

/**
 * Reads logged data of one or several sources. What takes IXON more than 60 seconds is asked for in parts, within the deadline of
 * the call: half of the sources, then half of a source's time. The latter needs `start` and `end`, and in each query a `ref` and
 * the same `order`; a value of the whole time (a mean without a `step`) has no parts.
 */
export const queryData = Split.by(asOne, inParts)
