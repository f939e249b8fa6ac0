/** IXON: agentPages. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentPageLink } from "./shared/AgentPageLink.ts"
import { AgentPageLinkGroup } from "./shared/AgentPageLinkGroup.ts"
import { AgentPageValue } from "./shared/AgentPageValue.ts"
import { AgentReportSchedule } from "./shared/AgentReportSchedule.ts"
import { ChangedAgentPageLink } from "./shared/ChangedAgentPageLink.ts"
import { ChangedAgentPageLinkGroup } from "./shared/ChangedAgentPageLinkGroup.ts"
import { ChangedAgentReportSchedule } from "./shared/ChangedAgentReportSchedule.ts"
import { ChangedAgentReportScheduleRecurrence } from "./shared/ChangedAgentReportScheduleRecurrence.ts"
import { NewAgentPageLink } from "./shared/NewAgentPageLink.ts"
import { NewAgentQueueReport } from "./shared/NewAgentQueueReport.ts"
import { NewAgentReportSchedule } from "./shared/NewAgentReportSchedule.ts"
import { companyOperation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/**
 * Deletes agent page link groups: `DELETE /agents/{agentId}/page-link-groups`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteAgentPageLinkGroups = companyOperation("deleteAgentPageLinkGroups", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/page-link-groups",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent page link groups; `.stream` reads all pages: `GET /agents/{agentId}/page-link-groups`. */
export const listAgentPageLinkGroups = companyOperation("listAgentPageLinkGroups", () => ({
  method: "GET",
  path: "/agents/{agentId}/page-link-groups",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageLinkGroup())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent page link groups: `PATCH /agents/{agentId}/page-link-groups`. Idempotent: it sets values, whatever they were. */
export const updateAgentPageLinkGroups = companyOperation("updateAgentPageLinkGroups", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/page-link-groups",
  input: Schema.Struct({ agentId: Id(), items: Schema.Array(ChangedAgentPageLinkGroup()) }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent page link groups: `POST /agents/{agentId}/page-link-groups`. Not idempotent: a repeat creates another. */
export const createAgentPageLinkGroups = companyOperation("createAgentPageLinkGroups", () => ({
  method: "POST",
  path: "/agents/{agentId}/page-link-groups",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent page link group: `DELETE /agents/{agentId}/page-link-groups/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAgentPageLinkGroup = companyOperation("deleteAgentPageLinkGroup", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/page-link-groups/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent page link group: `GET /agents/{agentId}/page-link-groups/{publicId}`. */
export const getAgentPageLinkGroup = companyOperation("getAgentPageLinkGroup", () => ({
  method: "GET",
  path: "/agents/{agentId}/page-link-groups/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentPageLinkGroup(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent page link group: `PATCH /agents/{agentId}/page-link-groups/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAgentPageLinkGroup = companyOperation("updateAgentPageLinkGroup", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/page-link-groups/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes agent page links: `DELETE /agents/{agentId}/page-links`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentPageLinks = companyOperation("deleteAgentPageLinks", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/page-links",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent page links; `.stream` reads all pages: `GET /agents/{agentId}/page-links`. */
export const listAgentPageLinks = companyOperation("listAgentPageLinks", () => ({
  method: "GET",
  path: "/agents/{agentId}/page-links",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageLink())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent page links: `PATCH /agents/{agentId}/page-links`. Idempotent: it sets values, whatever they were. */
export const updateAgentPageLinks = companyOperation("updateAgentPageLinks", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/page-links",
  input: Schema.Struct({ agentId: Id(), items: Schema.Array(ChangedAgentPageLink()) }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent page links: `POST /agents/{agentId}/page-links`. Not idempotent: a repeat creates another. */
export const createAgentPageLinks = companyOperation("createAgentPageLinks", () => ({
  method: "POST",
  path: "/agents/{agentId}/page-links",
  input: Schema.Struct({ agentId: Id(), items: Schema.Array(NewAgentPageLink()) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent page link: `DELETE /agents/{agentId}/page-links/{publicId}`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteAgentPageLink = companyOperation("deleteAgentPageLink", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/page-links/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent page link: `GET /agents/{agentId}/page-links/{publicId}`. */
export const getAgentPageLink = companyOperation("getAgentPageLink", () => ({
  method: "GET",
  path: "/agents/{agentId}/page-links/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentPageLink(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an agent page link: `PATCH /agents/{agentId}/page-links/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentPageLink = companyOperation("updateAgentPageLink", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/page-links/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    page: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** Or null. */ group: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Lists agent pages; `.stream` reads all pages: `GET /agents/{agentId}/pages`. */
export const listAgentPages = companyOperation("listAgentPages", () => ({
  method: "GET",
  path: "/agents/{agentId}/pages",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageValue())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/**
 * Deletes agent report schedules: `DELETE /agents/{agentId}/report-schedules`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteAgentReportSchedules = companyOperation("deleteAgentReportSchedules", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/report-schedules",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent report schedules; `.stream` reads all pages: `GET /agents/{agentId}/report-schedules`. */
export const listAgentReportSchedules = companyOperation("listAgentReportSchedules", () => ({
  method: "GET",
  path: "/agents/{agentId}/report-schedules",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentReportSchedule())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent report schedules: `PATCH /agents/{agentId}/report-schedules`. Idempotent: it sets values, whatever they were. */
export const updateAgentReportSchedules = companyOperation("updateAgentReportSchedules", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/report-schedules",
  input: Schema.Struct({ agentId: Id(), items: Schema.Array(ChangedAgentReportSchedule()) }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent report schedules: `POST /agents/{agentId}/report-schedules`. Not idempotent: a repeat creates another. */
export const createAgentReportSchedules = companyOperation("createAgentReportSchedules", () => ({
  method: "POST",
  path: "/agents/{agentId}/report-schedules",
  input: Schema.Struct({ agentId: Id(), items: Schema.Array(NewAgentReportSchedule()) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent report schedule: `DELETE /agents/{agentId}/report-schedules/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAgentReportSchedule = companyOperation("deleteAgentReportSchedule", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/report-schedules/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent report schedule: `GET /agents/{agentId}/report-schedules/{publicId}`. */
export const getAgentReportSchedule = companyOperation("getAgentReportSchedule", () => ({
  method: "GET",
  path: "/agents/{agentId}/report-schedules/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentReportSchedule(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent report schedule: `PATCH /agents/{agentId}/report-schedules/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAgentReportSchedule = companyOperation("updateAgentReportSchedule", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/report-schedules/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ timeZone: optional(text(1, 255)),
    recurrence: optional(ChangedAgentReportScheduleRecurrence()),
    deliveryTime: optional(Schema.String),
    /** A time, sent in UTC. */ start: optional(Moment.Text())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates agent queue reports: `POST /agents/{agentId}/report/queue`. Not idempotent: a repeat creates another. */
export const createAgentQueueReports = companyOperation("createAgentQueueReports", () => ({
  method: "POST",
  path: "/agents/{agentId}/report/queue",
  input: Schema.Struct({ agentId: Id(), items: Schema.Array(NewAgentQueueReport()) }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))
