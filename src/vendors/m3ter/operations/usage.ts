/** Usage data: what was measured, filtered, aggregated and grouped. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import { TokenExpired } from "../failures.ts"
import { operation } from "../vendor.ts"
import { told } from "./parts.ts"
import { inParts } from "./usageInParts.ts"

const field = { meterId: Schema.NonEmptyString, fieldCode: Schema.NonEmptyString }

const DimensionFilter = Schema.Struct({
  ...field,
  values: Schema.Array(Schema.String).check(Schema.isMinLength(1, { message: "at least one value" }))
})

const Aggregation = Schema.Struct({
  ...field,
  fieldType: Schema.Literals(["DIMENSION", "MEASURE"]),
  function: Schema.Literals(["SUM", "MIN", "MAX", "COUNT", "LATEST", "MEAN", "UNIQUE"])
})

const Group = Schema.Union([
  Schema.Struct({ groupType: Schema.Literal("ACCOUNT") }),
  Schema.Struct({ groupType: Schema.Literal("DIMENSION"), ...field }),
  Schema.Struct({
    groupType: Schema.Literal("TIME"),
    frequency: Schema.Literals(["DAY", "HOUR", "WEEK", "MONTH", "QUARTER"])
  })
])

const UsageQueryFields = Schema.Struct({
  /** The beginning, by the time of the measurements, not of their receipt. It belongs to what is read. */
  startDate: Schema.optionalKey(Schema.DateTimeUtcFromString),
  /** The end. It does not belong to what is read. */
  endDate: Schema.optionalKey(Schema.DateTimeUtcFromString),
  meterIds: Schema.optionalKey(Schema.Array(Schema.String)),
  accountIds: Schema.optionalKey(Schema.Array(Schema.String)),
  dimensionFilters: Schema.optionalKey(Schema.Array(DimensionFilter)),
  aggregations: Schema.optionalKey(Schema.Array(Aggregation)),
  /** Only together with aggregations. */
  groups: Schema.optionalKey(Schema.Array(Group)),
  /** The most rows, the most recent ones. */
  limit: Schema.optionalKey(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20_000 }, { message: "1 to 20,000" }))
  )
})

type Fields = Schema.Schema.Type<typeof UsageQueryFields>

const groupsNeedAggregations = Schema.makeFilter(({ aggregations = [], groups = [] }: Fields) =>
  groups.length === 0 || aggregations.length > 0
    ? undefined
    : { path: ["groups"], issue: "only together with aggregations" }
)

/** What usage to read. */
export interface UsageQuery extends Fields {}
export const UsageQuery = Schema.Opaque<UsageQuery>()(UsageQueryFields.check(groupsNeedAggregations))

/** Rows of usage data; their columns follow from the query. `hasMoreData` says that rows are missing: ask for less. */
export interface Usage extends Schema.Schema.Type<typeof UsageFields> {}
const UsageFields = Schema.Struct({
  data: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed([]))
  ),
  hasMoreData: told(Schema.Boolean)
})
export const Usage = Schema.Opaque<Usage>()(UsageFields)

const asOne = operation("M3ter.queryUsage", {
  method: "POST",
  path: "/organizations/{orgId}/usage/query",
  input: UsageQuery,
  output: Usage,
  fails: [TokenExpired],
  idempotent: true,
  reads: true,
  quota: "data-explorer-v2",
  see: "m3ter API reference, “Query and filter usage data”"
})

/**
 * Queries usage data: at most 20,000 rows, the most recent first. There is no next page; where `hasMoreData` is true, the rest is
 * had by narrower queries. What m3ter finds too large for one answer is asked for in parts: of its time where nothing is
 * aggregated, of its accounts where what is aggregated is grouped by account.
 */
export const queryUsage = Split.by(asOne, inParts)
