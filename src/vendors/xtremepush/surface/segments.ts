/** Xtremepush: segments. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional } from "../../../contract/described.ts"
import { BlankId } from "../failures.ts"
import { Attributes } from "../operations/attributes.ts"
import { Accepted, changed, rows } from "../operations/envelope.ts"
import { Id, filled } from "../operations/fields.ts"
import { Lookup, Query, paged } from "../operations/listing.ts"
import { SegmentConditions } from "../operations/segmentConditions.ts"
import { operation } from "../vendor.ts"

/** Creates a segment: `POST /api/external/create/segment`. Not idempotent: a repeat creates another. Needs the permission `Create`. */
export const createSegment = operation("createSegment", () => ({
  method: "POST",
  path: "/api/external/create/segment",
  input: Schema.Struct({ title: filled("must not be blank"), conditions: SegmentConditions() }),
  output: Attributes(),
  from: "model",
  idempotent: false,
  quota: "segment",
  permission: "Create",
  see: "https://docs.xtremepush.com/reference/segment-model"
}))

/**
 * Deletes a segment: `POST /api/external/delete/segment`. Idempotent: a repeat may be answered with 404. Needs the permission
 * `Delete`.
 */
export const deleteSegment = operation("deleteSegment", () => ({
  method: "POST",
  path: "/api/external/delete/segment",
  input: Schema.Struct({ id: Id() }),
  output: Accepted(),
  idempotent: true,
  fails: [BlankId],
  quota: "segment",
  permission: "Delete",
  see: "https://docs.xtremepush.com/reference/segment-model"
}))

/** Reads a segment: `POST /api/external/info/segment`. Needs the permission `Info`. */
export const infoSegment = operation("infoSegment", () => ({
  method: "POST",
  path: "/api/external/info/segment",
  input: Lookup(),
  output: Attributes(),
  from: "model",
  idempotent: true,
  reads: true,
  fails: [BlankId],
  quota: "segment",
  permission: "Info",
  see: "https://docs.xtremepush.com/reference/segment-model"
}))

const listSegmentsPage = operation("listSegments", () => ({
  method: "POST",
  path: "/api/external/list/segment",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "segment",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/segment-model"
}))

/** Lists segments; `.stream` reads all pages: `POST /api/external/list/segment`. Needs the permission `List`. */
export const listSegments = paged(listSegmentsPage)

/**
 * Updates a segment: `POST /api/external/update/segment`. Idempotent: it sets values, whatever they were. Needs the permission
 * `Update`.
 */
export const updateSegment = operation("updateSegment", () => ({
  method: "POST",
  path: "/api/external/update/segment",
  input: Schema.Struct({
    id: Id(),
    title: optional(Schema.String),
    conditions: optional(SegmentConditions())
  }),
  output: changed(Attributes(), {}),
  idempotent: true,
  fails: [BlankId],
  quota: "segment",
  permission: "Update",
  see: "https://docs.xtremepush.com/reference/segment-model"
}))
