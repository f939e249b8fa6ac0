/** What a usage query takes, and the rows that it gives. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { optionalOrNull } from "./parts.ts"

const field = lazy(() => ({ meterId: Schema.NonEmptyString, fieldCode: Schema.NonEmptyString }))

const DimensionFilter = lazy(() =>
  Schema.Struct({
    ...field(),
    values: Schema.Array(Schema.String).check(Schema.isMinLength(1, { message: "at least one value" }))
  })
)

const Aggregation = lazy(() =>
  Schema.Struct({
    ...field(),
    fieldType: Schema.Literals(["DIMENSION", "MEASURE"]),
    function: Schema.Literals(["SUM", "MIN", "MAX", "COUNT", "LATEST", "MEAN", "UNIQUE"])
  })
)

const Group = lazy(() =>
  Schema.Union([
    Schema.Struct({ groupType: Schema.Literal("ACCOUNT") }),
    Schema.Struct({ groupType: Schema.Literal("DIMENSION"), ...field() }),
    Schema.Struct({
      groupType: Schema.Literal("TIME"),
      frequency: Schema.Literals(["DAY", "HOUR", "WEEK", "MONTH", "QUARTER"])
    })
  ])
)

const UsageQueryFields = lazy(() =>
  Schema.Struct({
    /** The beginning, by the time of the measurements, not of their receipt. It belongs to what is read. */
    startDate: Schema.optionalKey(Moment.Text()),
    /** The end. It does not belong to what is read. */
    endDate: Schema.optionalKey(Moment.Text()),
    meterIds: Schema.optionalKey(Schema.Array(Schema.String)),
    accountIds: Schema.optionalKey(Schema.Array(Schema.String)),
    dimensionFilters: Schema.optionalKey(Schema.Array(DimensionFilter())),
    aggregations: Schema.optionalKey(Schema.Array(Aggregation())),
    /** Only together with aggregations. */
    groups: Schema.optionalKey(Schema.Array(Group())),
    /** The most rows, the most recent ones. */
    limit: Schema.optionalKey(
      Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20_000 }, { message: "1 to 20,000" }))
    )
  })
)

type Fields = Schema.Schema.Type<ReturnType<typeof UsageQueryFields>>

const groupsNeedAggregations = ({ aggregations = [], groups = [] }: Fields) =>
  groups.length === 0 || aggregations.length > 0
    ? undefined
    : { path: ["groups"], issue: "only together with aggregations" }

/** What usage to read. */
export interface UsageQuery extends Fields {}
export const UsageQuery = lazy(() =>
  Schema.Opaque<UsageQuery>()(UsageQueryFields().check(Schema.makeFilter(groupsNeedAggregations)))
)

const UsageFields = lazy(() =>
  Schema.Struct({
    data: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)).pipe(
      Schema.withDecodingDefaultKey(Effect.succeed([]))
    ),
    hasMoreData: optionalOrNull(Schema.Boolean)
  })
)

/** Rows of usage data; their columns follow from the query. `hasMoreData` says that rows are missing: ask for less. */
export interface Usage extends Schema.Schema.Type<ReturnType<typeof UsageFields>> {}
export const Usage = lazy(() => Schema.Opaque<Usage>()(UsageFields()))
