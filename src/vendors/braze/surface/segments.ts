/** Braze: segments. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, optional, whole } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { Text, answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"

/** Gets segment series: `GET /segments/data_series`. Needs the permission `segments.data_series`. */
export const getSegmentSeries = operation("getSegmentSeries", () => ({
  method: "GET",
  path: "/segments/data_series",
  input: snake({
    segmentId: Text(),
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text())
  }),
  output: answer({ data: objects({ time: optional(Schema.String), size: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "segments.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets a segment: `GET /segments/details`. Needs the permission `segments.details`. */
export const getSegment = operation("getSegment", () => ({
  method: "GET",
  path: "/segments/details",
  input: snake({ segmentId: Text() }),
  output: answer({
    name: optional(Schema.String),
    createdAt: optional(Schema.String),
    updatedAt: optional(Schema.String),
    description: optional(Schema.String),
    textDescription: optional(Schema.String),
    tags: optional(Schema.Array(Schema.String)),
    teams: optional(Schema.Array(Schema.String))
  }),
  idempotent: true,
  permission: "segments.details",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

const listSegmentsPage = operation("listSegments", () => ({
  method: "GET",
  path: "/segments/list",
  input: snake({
    /** At least 0. */ page: optional(whole(0)),
    sortDirection: optional(Schema.Literals(["asc", "desc"]))
  }),
  output: answer({
    segments: Schema.Array(
      snake({
        id: optional(Schema.String),
        name: optional(Schema.String),
        analyticsTrackingEnabled: optional(Schema.Boolean),
        tags: optional(Schema.Array(Schema.String))
      })
    )
  }),
  idempotent: true,
  permission: "segments.list",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Lists segments; `.stream` reads all pages: `GET /segments/list`. Needs the permission `segments.list`. */
export const listSegments = Pages.byNumber(listSegmentsPage, {
  items: ({ segments }) => segments,
  page: "page",
  first: 0,
  size: 100
})
