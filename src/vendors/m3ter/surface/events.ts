/** m3ter: events. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's EventResponse, as it comes. */
export interface EventResponse extends Made<typeof eventResponseFields> {}
const eventResponseFields = lazy(() => ({
  id: Schema.String,
  eventName: optional(Schema.String),
  eventTime: optional(Schema.DateTimeUtcFromString),
  m3terEvent: optional(Schema.Unknown),
  dtActioned: optional(Schema.DateTimeUtcFromString)
}))
export const EventResponse = opaque<EventResponse>()(eventResponseFields)

/** m3ter's EventFieldsResponse, as it comes. */
export interface EventFieldsResponse extends Made<typeof eventFieldsResponseFields> {}
const eventFieldsResponseFields = lazy(() => ({
  events: optional(Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.String)))
}))
export const EventFieldsResponse = opaque<EventFieldsResponse>()(eventFieldsResponseFields)

/** m3ter's EventTypeResponse, as it comes. */
export interface EventTypeResponse extends Made<typeof eventTypeResponseFields> {}
const eventTypeResponseFields = lazy(() => ({ events: optional(Schema.Array(Schema.String)) }))
export const EventTypeResponse = opaque<EventTypeResponse>()(eventTypeResponseFields)

/** Lists events; `.stream` reads all pages: `GET /organizations/{orgId}/events`. With `ids` no other filter is taken. Kept for 28 days. */
export const listEvents = operation("listEvents", () => ({
  method: "GET",
  path: "/organizations/{orgId}/events",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    ids: optional(Schema.Array(Schema.String)),
    notificationId: optional(Schema.String),
    accountId: optional(Schema.String),
    eventType: optional(Schema.String),
    notificationCode: optional(Schema.String),
    includeActioned: optional(Schema.Boolean),
    nextToken: optional(Schema.String),
    /** Or null. */ eventName: optional(Schema.NullOr(Schema.String)),
    /** Or null. */ resourceId: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(EventResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Lists event fields: `GET /organizations/{orgId}/events/fields`. */
export const listEventFields = operation("listEventFields", () => ({
  method: "GET",
  path: "/organizations/{orgId}/events/fields",
  input: Schema.Struct({ eventName: optional(Schema.String) }),
  output: withoutNulls(EventFieldsResponse()),
  idempotent: true
}))

/** Lists event types: `GET /organizations/{orgId}/events/types`. */
export const listEventTypes = operation("listEventTypes", () => ({
  method: "GET",
  path: "/organizations/{orgId}/events/types",
  input: Schema.Struct({}),
  output: withoutNulls(EventTypeResponse()),
  idempotent: true
}))

/** Gets an event: `GET /organizations/{orgId}/events/{id}`. */
export const getEvent = operation("getEvent", () => ({
  method: "GET",
  path: "/organizations/{orgId}/events/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(EventResponse()),
  idempotent: true
}))
