/** IXON: assetReports. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentReportSchedule } from "./shared/AgentReportSchedule.ts"
import { ChangedAgentReportSchedule } from "./shared/ChangedAgentReportSchedule.ts"
import { ChangedAgentReportScheduleRecurrence } from "./shared/ChangedAgentReportScheduleRecurrence.ts"
import { NewAgentQueueReport } from "./shared/NewAgentQueueReport.ts"
import { NewAgentReportSchedule } from "./shared/NewAgentReportSchedule.ts"
import { companyOperation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/**
 * Deletes asset report schedules: `DELETE /assets/{assetId}/report-schedules`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteAssetReportSchedules = companyOperation("deleteAssetReportSchedules", () => ({
  method: "DELETE",
  path: "/assets/{assetId}/report-schedules",
  input: Schema.Struct({
    assetId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists asset report schedules; `.stream` reads all pages: `GET /assets/{assetId}/report-schedules`. */
export const listAssetReportSchedules = companyOperation("listAssetReportSchedules", () => ({
  method: "GET",
  path: "/assets/{assetId}/report-schedules",
  input: Schema.Struct({ assetId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentReportSchedule())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates asset report schedules: `PATCH /assets/{assetId}/report-schedules`. Idempotent: it sets values, whatever they were. */
export const updateAssetReportSchedules = companyOperation("updateAssetReportSchedules", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/report-schedules",
  input: Schema.Struct({ assetId: Id(), items: Schema.Array(ChangedAgentReportSchedule()) }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset report schedules: `POST /assets/{assetId}/report-schedules`. Not idempotent: a repeat creates another. */
export const createAssetReportSchedules = companyOperation("createAssetReportSchedules", () => ({
  method: "POST",
  path: "/assets/{assetId}/report-schedules",
  input: Schema.Struct({ assetId: Id(), items: Schema.Array(NewAgentReportSchedule()) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an asset report schedule: `DELETE /assets/{assetId}/report-schedules/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAssetReportSchedule = companyOperation("deleteAssetReportSchedule", () => ({
  method: "DELETE",
  path: "/assets/{assetId}/report-schedules/{publicId}",
  input: Schema.Struct({ assetId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset report schedule: `GET /assets/{assetId}/report-schedules/{publicId}`. */
export const getAssetReportSchedule = companyOperation("getAssetReportSchedule", () => ({
  method: "GET",
  path: "/assets/{assetId}/report-schedules/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    assetId: Id(),
    publicId: Id()
  }),
  output: AgentReportSchedule(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an asset report schedule: `PATCH /assets/{assetId}/report-schedules/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAssetReportSchedule = companyOperation("updateAssetReportSchedule", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/report-schedules/{publicId}",
  input: Schema.Struct({
    assetId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ timeZone: optional(text(1, 255)),
    recurrence: optional(ChangedAgentReportScheduleRecurrence()),
    deliveryTime: optional(Schema.String),
    /** A time, sent in UTC. */ start: optional(Moment.Text())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates asset queue reports: `POST /assets/{assetId}/report/queue`. Not idempotent: a repeat creates another. */
export const createAssetQueueReports = companyOperation("createAssetQueueReports", () => ({
  method: "POST",
  path: "/assets/{assetId}/report/queue",
  input: Schema.Struct({ assetId: Id(), items: Schema.Array(NewAgentQueueReport()) }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Gets an asset render: `GET /assets/{publicId}/render`. */
export const getAssetRender = companyOperation("getAssetRender", () => ({
  method: "GET",
  path: "/assets/{publicId}/render",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Struct({ publicId: attribute(Schema.String), renderedYaml: attribute(Schema.String) }),
  from: "data",
  idempotent: true,
  notes: readNotes
}))
