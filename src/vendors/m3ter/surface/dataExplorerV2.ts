/** m3ter: dataExplorerV2. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, open, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { DataExplorerAggregation } from "./shared/DataExplorerAggregation.ts"
import { DataExplorerAggregationAnswer } from "./shared/DataExplorerAggregationAnswer.ts"
import { DataExplorerDimensionFilter } from "./shared/DataExplorerDimensionFilter.ts"
import { DataExplorerDimensionFilterAnswer } from "./shared/DataExplorerDimensionFilterAnswer.ts"
import { DataExplorerGroup } from "./shared/DataExplorerGroup.ts"
import { DataExplorerGroupAnswer } from "./shared/DataExplorerGroupAnswer.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's UsageSavedQueryResponse, as it comes. */
export interface UsageSavedQueryResponse extends Made<typeof usageSavedQueryResponseFields> {}
const usageSavedQueryResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  usageQuery: optional(UsageQueryRequestWithTimePeriodAnswer())
}))
export const UsageSavedQueryResponse = opaque<UsageSavedQueryResponse>()(usageSavedQueryResponseFields)

/** m3ter's UsageQueryRequestWithTimePeriod, as it comes. */
export interface UsageQueryRequestWithTimePeriodAnswer extends Made<
  typeof usageQueryRequestWithTimePeriodAnswerFields
> {}
const usageQueryRequestWithTimePeriodAnswerFields = lazy(() => ({
  startDate: optional(Schema.DateTimeUtcFromString),
  endDate: optional(Schema.DateTimeUtcFromString),
  meterIds: optional(Schema.Array(Schema.String)),
  accountIds: optional(Schema.Array(Schema.String)),
  dimensionFilters: optional(Schema.Array(DataExplorerDimensionFilterAnswer())),
  aggregations: optional(Schema.Array(DataExplorerAggregationAnswer())),
  groups: optional(Schema.Array(DataExplorerGroupAnswer())),
  limit: optional(Schema.Finite),
  timePeriod: optional(open(UsageSavedQueryTimePeriod()))
}))
export const UsageQueryRequestWithTimePeriodAnswer = opaque<UsageQueryRequestWithTimePeriodAnswer>()(
  usageQueryRequestWithTimePeriodAnswerFields
)

/** m3ter's UsageSavedQueryTimePeriod. */
export const UsageSavedQueryTimePeriod = lazy(() =>
  Schema.Literals([
    "TODAY",
    "YESTERDAY",
    "WEEK_TO_DATE",
    "MONTH_TO_DATE",
    "YEAR_TO_DATE",
    "PREVIOUS_WEEK",
    "PREVIOUS_MONTH",
    "PREVIOUS_QUARTER",
    "PREVIOUS_YEAR",
    "LAST_12_HOURS",
    "LAST_7_DAYS",
    "LAST_30_DAYS",
    "LAST_35_DAYS",
    "LAST_90_DAYS",
    "LAST_120_DAYS",
    "LAST_YEAR"
  ])
)

/** m3ter's UsageQueryRequestWithTimePeriod. */
export interface UsageQueryRequestWithTimePeriod extends Made<typeof usageQueryRequestWithTimePeriodFields> {}
const usageQueryRequestWithTimePeriodFields = lazy(() => ({
  /** A time, sent in UTC. */ startDate: optional(Moment.Text()),
  /** A time, sent in UTC. */ endDate: optional(Moment.Text()),
  meterIds: optional(Schema.Array(Schema.String)),
  accountIds: optional(Schema.Array(Schema.String)),
  dimensionFilters: optional(Schema.Array(DataExplorerDimensionFilter())),
  aggregations: optional(Schema.Array(DataExplorerAggregation())),
  groups: optional(Schema.Array(DataExplorerGroup())),
  /** 1 to 20000. */ limit: optional(whole(1, 20000)),
  timePeriod: optional(UsageSavedQueryTimePeriod())
}))
export const UsageQueryRequestWithTimePeriod = opaque<UsageQueryRequestWithTimePeriod>()(
  usageQueryRequestWithTimePeriodFields
)

const usageSavedQueryRequest = lazy(() => ({
  /** Not empty. */ name: text(1),
  usageQuery: UsageQueryRequestWithTimePeriod()
}))

/** Lists usage saved queries; `.stream` reads all pages: `GET /organizations/{orgId}/usage/savedqueries`. */
export const listUsageSavedQueries = operation("listUsageSavedQueries", () => ({
  method: "GET",
  path: "/organizations/{orgId}/usage/savedqueries",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(UsageSavedQueryResponse()))),
  idempotent: true,
  quota: "data-explorer-v2"
})).pipe(listed(100))

/** Creates a usage saved query: `POST /organizations/{orgId}/usage/savedqueries`. Not idempotent: a repeat may create another. */
export const createUsageSavedQuery = operation("createUsageSavedQuery", () => ({
  method: "POST",
  path: "/organizations/{orgId}/usage/savedqueries",
  input: Schema.Struct({ ...usageSavedQueryRequest() }),
  output: withoutNulls(UsageSavedQueryResponse()),
  idempotent: false,
  quota: "data-explorer-v2"
}))

/** Deletes a usage saved query: `DELETE /organizations/{orgId}/usage/savedqueries/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteUsageSavedQuery = operation("deleteUsageSavedQuery", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/usage/savedqueries/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(UsageSavedQueryResponse()),
  idempotent: true,
  quota: "data-explorer-v2"
}))

/** Gets a usage saved query: `GET /organizations/{orgId}/usage/savedqueries/{id}`. */
export const getUsageSavedQuery = operation("getUsageSavedQuery", () => ({
  method: "GET",
  path: "/organizations/{orgId}/usage/savedqueries/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(UsageSavedQueryResponse()),
  idempotent: true,
  quota: "data-explorer-v2"
}))

/**
 * Updates a usage saved query: `PUT /organizations/{orgId}/usage/savedqueries/{id}`. Takes its present `version`: when in doubt,
 * read it again.
 */
export const updateUsageSavedQuery = operation("updateUsageSavedQuery", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/usage/savedqueries/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...usageSavedQueryRequest() }),
  output: withoutNulls(UsageSavedQueryResponse()),
  idempotent: false,
  quota: "data-explorer-v2",
  version: "version",
  settles: byVersion(getUsageSavedQuery, "id")
}))
