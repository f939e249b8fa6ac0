/** A query for logged data, and its answer. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { attribute, Attributes, Integer, Named, pageOf, PublicId, text, whole } from "./shape.ts"

const aggregators = [
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
] as const

/** Which values of one tag to read. All of its fields are IXON's own. */
const TagQuery = lazy(() =>
  Schema.Struct({
    /** The name that the values get in the answer. */
    ref: Schema.optionalKey(text(1, 255).check(Schema.isPattern(/^[^{}]*$/, { message: "no braces" }))),
    /** Which aggregate of the values is read: `mean`, `max`, …; `raw` for the values as they were logged. */
    postAggr: Schema.optionalKey(Schema.Literals(aggregators)),
    /** `difference`: how much a value differs from the one before it. */
    postTransform: Schema.optionalKey(Schema.Literal("difference")),
    /** Points per tag. */
    limit: Schema.optionalKey(whole(1, 5_000)),
    /** The width of a step: a number of seconds. The API reference leaves its type open. */
    step: Schema.optionalKey(Data()),
    /** An offset that IXON documents by its type alone: a whole number. */
    offset: Schema.optionalKey(Integer()),
    /** The second operand of `operator`: a number, written as text. */
    factor: Schema.optionalKey(Schema.String),
    /** Arithmetic on each value, with `factor`. */
    operator: Schema.optionalKey(Schema.Literals(["*", "/", "+", "-"])),
    /** Decimal places of the values: 0 to 7. */
    decimals: Schema.optionalKey(whole(0, 7)),
    /** Whether the boundary of the time span is extended. IXON documents its type alone. */
    extendedBoundary: Schema.optionalKey(Schema.Boolean),
    /** By time: `asc` begins with the oldest value, `desc` with the latest. */
    order: Schema.optionalKey(Schema.Literals(["asc", "desc"]))
  })
)

const Tag = lazy(() =>
  Schema.Struct({
    /** Number of the tag. Give this or `slug`. */
    id: Schema.optionalKey(whole(0, 4_294_967_295)),
    /** Short name of the tag. Give this or `id`. */
    slug: Schema.optionalKey(
      text(1, 64).check(
        Schema.isPattern(/^[a-zA-Z0-9_[\]-]+$/, { message: "letters, digits, _, -, [ and ] only" })
      )
    ),
    /** What to read of the tag: each query gives values of its own, under its `ref`. */
    queries: Schema.optionalKey(Schema.Array(TagQuery()))
  }).check(
    Schema.makeFilter(({ id, slug }) => id !== undefined || slug !== undefined, {
      message: "names the tag by `id` or by `slug`"
    })
  )
)

/** What to read of one data source: tags, and the span of time. */
const SourceQuery = lazy(() =>
  Schema.Struct({
    /** The data source. */
    source: Schema.Struct({
      /** Id of the data source: `publicId` of a `DataSource`. */
      publicId: PublicId()
    }),
    /** The tags of the source to read. */
    tags: Schema.Array(Tag()),
    /** Where the time span begins. Splitting a query that takes too long needs it. */
    start: Schema.optionalKey(Moment.Text()),
    /** Where the time span ends. Splitting a query that takes too long needs it. */
    end: Schema.optionalKey(Moment.Text()),
    /** Name of the time zone that the answer is in. */
    timeZone: Schema.optionalKey(text(1, 255))
  })
)

/** Which logged data to read. */
export interface DataQuery extends Schema.Schema.Type<ReturnType<typeof DataQueryFields>> {}
const DataQueryFields = lazy(() =>
  Schema.Struct({
    /** What to read, source by source. */
    sources: Schema.Array(SourceQuery())
  })
)
export const DataQuery = lazy(() => Schema.Opaque<DataQuery>()(DataQueryFields()))

/** The logged values of one data source. `values` are under the `ref` of their query. */
export interface DataSeries extends Schema.Schema.Type<ReturnType<typeof DataSeriesFields>> {}
const DataSeriesFields = lazy(() =>
  Schema.Struct({
    start: attribute(Schema.DateTimeUtcFromString),
    end: attribute(Schema.DateTimeUtcFromString),
    timeZone: attribute(Schema.String),
    source: attribute(Named()),
    points: attribute(
      Schema.Array(Schema.Struct({ time: attribute(Schema.String), values: attribute(Attributes()) }))
    )
  })
)
export const DataSeries = lazy(() => Schema.Opaque<DataSeries>()(DataSeriesFields()))

/** The answer to a data query: a series for each source. */
export interface DataPage extends Schema.Schema.Type<ReturnType<typeof DataPageFields>> {}
const DataPageFields = lazy(() => Schema.Struct(pageOf(DataSeries())))
export const DataPage = lazy(() => Schema.Opaque<DataPage>()(DataPageFields()))
