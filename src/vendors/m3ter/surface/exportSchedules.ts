/** m3ter: exportSchedules. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  items,
  like,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { DataExplorerAggregation } from "./shared/DataExplorerAggregation.ts"
import { DataExplorerAggregationAnswer } from "./shared/DataExplorerAggregationAnswer.ts"
import { DataExplorerDimensionFilter } from "./shared/DataExplorerDimensionFilter.ts"
import { DataExplorerDimensionFilterAnswer } from "./shared/DataExplorerDimensionFilterAnswer.ts"
import { DataExplorerGroup } from "./shared/DataExplorerGroup.ts"
import { DataExplorerGroupAnswer } from "./shared/DataExplorerGroupAnswer.ts"
import { OperationalDataType } from "./shared/OperationalDataType.ts"
import { operation } from "../vendor.ts"

/** m3ter's DataExportConfigurationResponseBase, as it comes. */
export interface DataExportConfigurationResponseBase extends Made<
  typeof dataExportConfigurationResponseBaseFields
> {}
const dataExportConfigurationResponseBaseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  code: optional(Schema.String),
  sourceType: optional(words("USAGE", "OPERATIONAL")),
  destinationIds: optional(Schema.Array(Schema.String)),
  scheduleType: optional(words("HOUR", "DAY", "MINUTE", "AD_HOC")),
  period: optional(Schema.Finite),
  offset: optional(Schema.Finite),
  cronExpression: optional(Schema.String),
  exportFileFormat: optional(words("CSV", "JSONL")),
  ...audit()
}))
export const DataExportConfigurationResponseBase = opaque<DataExportConfigurationResponseBase>()(
  dataExportConfigurationResponseBaseFields
)

/** m3ter's NewCreateSchedule. */
export const NewCreateSchedule = lazy(() =>
  Schema.Union([
    Schema.Struct({
      version: optional(Schema.Int),
      /** Not empty. */ name: text(1),
      /** 1 to 80 characters, of a fixed form. */
      code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
      sourceType: Schema.Literal("OPERATIONAL"),
      destinationIds: optional(Schema.Array(Schema.String)),
      /** Of a fixed form. */ scheduleType: optional(like(/HOUR|DAY|MINUTE/)),
      /** At least 1. */ period: optional(whole(1)),
      /** At least 1. */ offset: optional(whole(1)),
      cronExpression: optional(Schema.String),
      exportFileFormat: optional(Schema.Literals(["CSV", "JSONL"])),
      /** Not empty. */ operationalDataTypes: items(OperationalDataType(), 1)
    }),
    Schema.Struct({
      version: optional(Schema.Int),
      /** Not empty. */ name: text(1),
      /** 1 to 80 characters, of a fixed form. */
      code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
      sourceType: Schema.Literal("USAGE"),
      destinationIds: optional(Schema.Array(Schema.String)),
      /** Of a fixed form. */ scheduleType: optional(like(/HOUR|DAY|MINUTE/)),
      /** At least 1. */ period: optional(whole(1)),
      /** At least 1. */ offset: optional(whole(1)),
      cronExpression: optional(Schema.String),
      exportFileFormat: optional(Schema.Literals(["CSV", "JSONL"])),
      meterIds: optional(Schema.Array(Schema.String)),
      accountIds: optional(Schema.Array(Schema.String)),
      dimensionFilters: optional(Schema.Array(DataExplorerDimensionFilter())),
      aggregations: optional(Schema.Array(DataExplorerAggregation())),
      groups: optional(Schema.Array(DataExplorerGroup())),
      timePeriod: TimePeriod()
    })
  ])
)

/** m3ter's TimePeriod. */
export const TimePeriod = lazy(() =>
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

/** m3ter's CreateSchedule, as it comes. */
export interface CreateSchedule extends Made<typeof createScheduleFields> {}
const createScheduleFields = lazy(() => ({
  id: optional(Schema.String),
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  code: optional(Schema.String),
  sourceType: optional(words("OPERATIONAL", "USAGE")),
  destinationIds: optional(Schema.Array(Schema.String)),
  scheduleType: optional(words("HOUR", "DAY", "MINUTE", "AD_HOC")),
  period: optional(Schema.Finite),
  offset: optional(Schema.Finite),
  cronExpression: optional(Schema.String),
  exportFileFormat: optional(words("CSV", "JSONL")),
  ...audit(),
  operationalDataTypes: optional(Schema.Array(open(OperationalDataType()))),
  meterIds: optional(Schema.Array(Schema.String)),
  accountIds: optional(Schema.Array(Schema.String)),
  timePeriod: optional(open(TimePeriod())),
  dimensionFilters: optional(Schema.Array(DataExplorerDimensionFilterAnswer())),
  aggregations: optional(Schema.Array(DataExplorerAggregationAnswer())),
  groups: optional(Schema.Array(DataExplorerGroupAnswer()))
}))
export const CreateSchedule = opaque<CreateSchedule>()(createScheduleFields)

/** Lists schedules; `.stream` reads all pages: `GET /organizations/{orgId}/dataexports/schedules`. */
export const listSchedules = operation("listSchedules", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/schedules",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(DataExportConfigurationResponseBase()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a schedule: `POST /organizations/{orgId}/dataexports/schedules`. Not idempotent: a repeat may create another. It may
 * run every 15 minutes, and not more often.
 */
export const createSchedule = operation("createSchedule", () => ({
  method: "POST",
  path: "/organizations/{orgId}/dataexports/schedules",
  input: Schema.Struct({ body: NewCreateSchedule() }),
  output: withoutNulls(CreateSchedule()),
  body: "body",
  idempotent: false
}))

/** Deletes a schedule: `DELETE /organizations/{orgId}/dataexports/schedules/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteSchedule = operation("deleteSchedule", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/dataexports/schedules/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CreateSchedule()),
  idempotent: true
}))

/** Gets a schedule: `GET /organizations/{orgId}/dataexports/schedules/{id}`. */
export const getSchedule = operation("getSchedule", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/schedules/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CreateSchedule()),
  idempotent: true
}))

/**
 * Updates a schedule: `PUT /organizations/{orgId}/dataexports/schedules/{id}`. Not idempotent: it replaces the whole object,
 * which has no version; that a repeat is harmless is not verified.
 */
export const updateSchedule = operation("updateSchedule", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/dataexports/schedules/{id}",
  input: Schema.Struct({ id: Id(), body: NewCreateSchedule() }),
  output: withoutNulls(CreateSchedule()),
  body: "body",
  idempotent: false
}))
