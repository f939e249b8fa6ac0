/** Braze: events. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, optional, whole } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { InvalidCursor } from "../failures.ts"
import { Text, answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"

const listCustomAttributesPage = operation("listCustomAttributes", () => ({
  method: "GET",
  path: "/custom_attributes",
  input: Schema.Struct({ cursor: optional(Schema.String) }),
  output: answer({
    attributes: Schema.Array(
      snake({
        arrayLength: optional(Schema.Finite),
        dataType: optional(Schema.String),
        description: optional(Schema.String),
        name: optional(Schema.String),
        status: optional(Schema.String),
        tagNames: optional(Schema.Array(Schema.String))
      })
    )
  }),
  idempotent: true,
  fails: [InvalidCursor],
  quota: "event-details",
  permission: "custom_attributes.get",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Lists custom attributes; `.stream` reads all pages: `GET /custom_attributes`. Needs the permission `custom_attributes.get`. */
export const listCustomAttributes = Pages.byLink(listCustomAttributesPage, {
  items: ({ attributes }) => attributes,
  into: "cursor"
})

const listEventsPage = operation("listEvents", () => ({
  method: "GET",
  path: "/events",
  input: Schema.Struct({ cursor: optional(Schema.String) }),
  output: answer({
    events: Schema.Array(
      snake({
        name: optional(Schema.String),
        description: optional(Schema.String),
        includedInAnalyticsReport: optional(Schema.Boolean),
        status: optional(Schema.String),
        tagNames: optional(Schema.Array(Schema.String))
      })
    )
  }),
  idempotent: true,
  fails: [InvalidCursor],
  quota: "event-details",
  permission: "events.get",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Lists events; `.stream` reads all pages: `GET /events`. Needs the permission `events.get`. */
export const listEvents = Pages.byLink(listEventsPage, { items: ({ events }) => events, into: "cursor" })

/** Gets event series: `GET /events/data_series`. Needs the permission `events.data_series`. */
export const getEventSeries = operation("getEventSeries", () => ({
  method: "GET",
  path: "/events/data_series",
  input: snake({
    event: Text(),
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    unit: optional(Schema.Literals(["day", "hour"])),
    appId: optional(Schema.String),
    segmentId: optional(Schema.String)
  }),
  output: answer({ data: objects({ time: optional(Schema.String), count: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "events.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

const listEventNamesPage = operation("listEventNames", () => ({
  method: "GET",
  path: "/events/list",
  input: Schema.Struct({
    /** At least 0. */ page: optional(whole(0))
  }),
  output: answer({ events: Schema.Array(Schema.String) }),
  idempotent: true,
  quota: "events",
  permission: "events.list",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Lists event names; `.stream` reads all pages: `GET /events/list`. Needs the permission `events.list`. */
export const listEventNames = Pages.byNumber(listEventNamesPage, {
  items: ({ events }) => events,
  page: "page",
  first: 0,
  size: 250
})
