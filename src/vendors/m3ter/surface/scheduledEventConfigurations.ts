/** m3ter: scheduledEventConfigurations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's ScheduledEventConfigurationResponse, as it comes. */
export interface ScheduledEventConfigurationResponse extends Made<
  typeof scheduledEventConfigurationResponseFields
> {}
const scheduledEventConfigurationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  name: optional(Schema.String),
  entity: optional(Schema.String),
  field: optional(Schema.String),
  offset: optional(Schema.Finite)
}))
export const ScheduledEventConfigurationResponse = opaque<ScheduledEventConfigurationResponse>()(
  scheduledEventConfigurationResponseFields
)

const scheduledEventConfigurationRequest = lazy(() => ({
  /** Not empty. */ name: text(1),
  /** Not empty. */ entity: text(1),
  /** Not empty. */ field: text(1),
  offset: Schema.Int
}))

/** Lists scheduled event configurations; `.stream` reads all pages: `GET /organizations/{orgId}/scheduledevents/configurations`. */
export const listScheduledEventConfigurations = operation("listScheduledEventConfigurations", () => ({
  method: "GET",
  path: "/organizations/{orgId}/scheduledevents/configurations",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(ScheduledEventConfigurationResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a scheduled event configuration: `POST /organizations/{orgId}/scheduledevents/configurations`. Not idempotent: a
 * repeat may create another.
 */
export const createScheduledEventConfiguration = operation("createScheduledEventConfiguration", () => ({
  method: "POST",
  path: "/organizations/{orgId}/scheduledevents/configurations",
  input: Schema.Struct({ ...scheduledEventConfigurationRequest() }),
  output: withoutNulls(ScheduledEventConfigurationResponse()),
  idempotent: false
}))

/**
 * Deletes a scheduled event configuration: `DELETE /organizations/{orgId}/scheduledevents/configurations/{id}`. Idempotent: a
 * repeat may be answered with 404.
 */
export const deleteScheduledEventConfiguration = operation("deleteScheduledEventConfiguration", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/scheduledevents/configurations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ScheduledEventConfigurationResponse()),
  idempotent: true
}))

/** Gets a scheduled event configuration: `GET /organizations/{orgId}/scheduledevents/configurations/{id}`. */
export const getScheduledEventConfiguration = operation("getScheduledEventConfiguration", () => ({
  method: "GET",
  path: "/organizations/{orgId}/scheduledevents/configurations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ScheduledEventConfigurationResponse()),
  idempotent: true
}))

/**
 * Updates a scheduled event configuration: `PUT /organizations/{orgId}/scheduledevents/configurations/{id}`. Takes its present
 * `version`: when in doubt, read it again.
 */
export const updateScheduledEventConfiguration = operation("updateScheduledEventConfiguration", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/scheduledevents/configurations/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...scheduledEventConfigurationRequest() }),
  output: withoutNulls(ScheduledEventConfigurationResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getScheduledEventConfiguration, "id")
}))
