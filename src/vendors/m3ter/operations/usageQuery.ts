/** What a usage query takes, and the rows that it gives. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { optionalOrNull } from "./parts.ts"

const field = lazy(() => ({
  /** Id of the meter, never its code. */
  meterId: Schema.NonEmptyString,
  /** Code of the meter's data field. */
  fieldCode: Schema.NonEmptyString
}))

const DimensionFilter = lazy(() =>
  Schema.Struct({
    ...field(),
    /** The values that the field may have: at least one. */
    values: Schema.Array(Schema.String).check(Schema.isMinLength(1, { message: "at least one value" }))
  })
)

const Aggregation = lazy(() =>
  Schema.Struct({
    ...field(),
    /** Whether the field holds texts (DIMENSION) or numbers (MEASURE). */
    fieldType: Schema.Literals(["DIMENSION", "MEASURE"]),
    /** How the values of the field become one; UNIQUE is for texts. */
    function: Schema.Literals(["SUM", "MIN", "MAX", "COUNT", "LATEST", "MEAN", "UNIQUE"])
  })
)

const Group = lazy(() =>
  Schema.Union([
    Schema.Struct({
      /** What rows are grouped by: accounts, the values of a field, or time. */
      groupType: Schema.Literal("ACCOUNT")
    }),
    Schema.Struct({
      /** What rows are grouped by: accounts, the values of a field, or time. */
      groupType: Schema.Literal("DIMENSION"),
      ...field()
    }),
    Schema.Struct({
      /** What rows are grouped by: accounts, the values of a field, or time. */
      groupType: Schema.Literal("TIME"),
      /** The length of a step of time. */
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
    /** Only usage of these meters, by id. */
    meterIds: Schema.optionalKey(Schema.Array(Schema.String)),
    /** Only usage of these accounts, by id. */
    accountIds: Schema.optionalKey(Schema.Array(Schema.String)),
    /** Only usage whose fields have certain values. */
    dimensionFilters: Schema.optionalKey(Schema.Array(DimensionFilter())),
    /** What to calculate; without it, the measurements themselves are read. */
    aggregations: Schema.optionalKey(Schema.Array(Aggregation())),
    /** What to calculate apart: by account, by the values of a field, by time. Only together with aggregations. */
    groups: Schema.optionalKey(Schema.Array(Group())),
    /** The most rows to read, the most recent ones: 1 to 20,000. */
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
