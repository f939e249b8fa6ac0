/** m3ter: notifications. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's NotificationResponse, as it comes. */
export interface NotificationResponse extends Made<typeof notificationResponseFields> {}
const notificationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  name: optional(Schema.String),
  description: optional(Schema.String),
  active: optional(Schema.Boolean),
  alwaysFireEvent: optional(Schema.Boolean),
  eventName: optional(Schema.String),
  calculation: optional(Schema.String),
  code: optional(Schema.String)
}))
export const NotificationResponse = opaque<NotificationResponse>()(notificationResponseFields)

/** m3ter's EvaluateCalculationResponse, as it comes. */
export interface EvaluateCalculationResponse extends Made<typeof evaluateCalculationResponseFields> {}
const evaluateCalculationResponseFields = lazy(() => ({
  success: optional(Schema.Boolean),
  errorMessage: optional(Schema.String)
}))
export const EvaluateCalculationResponse = opaque<EvaluateCalculationResponse>()(
  evaluateCalculationResponseFields
)

const notificationRequest = lazy(() => ({
  /** Not empty. */ name: text(1),
  /** Not empty. */ description: text(1),
  active: optional(Schema.Boolean),
  alwaysFireEvent: optional(Schema.Boolean),
  calculation: optional(Schema.String),
  /** Not empty. */ code: text(1),
  /** Not empty. */ eventName: text(1)
}))

/** Lists notifications; `.stream` reads all pages: `GET /organizations/{orgId}/notifications/configurations`. */
export const listNotifications = operation("listNotifications", () => ({
  method: "GET",
  path: "/organizations/{orgId}/notifications/configurations",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    active: optional(Schema.Boolean),
    eventName: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(NotificationResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a notification: `POST /organizations/{orgId}/notifications/configurations`. Not idempotent: a code is unique, and how
 * a repeat is answered is not documented; list by code first.
 */
export const createNotification = operation("createNotification", () => ({
  method: "POST",
  path: "/organizations/{orgId}/notifications/configurations",
  input: Schema.Struct({ ...notificationRequest() }),
  output: withoutNulls(NotificationResponse()),
  idempotent: false
}))

/**
 * Deletes a notification: `DELETE /organizations/{orgId}/notifications/configurations/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteNotification = operation("deleteNotification", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/notifications/configurations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(NotificationResponse()),
  idempotent: true
}))

/** Gets a notification: `GET /organizations/{orgId}/notifications/configurations/{id}`. */
export const getNotification = operation("getNotification", () => ({
  method: "GET",
  path: "/organizations/{orgId}/notifications/configurations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(NotificationResponse()),
  idempotent: true
}))

/**
 * Updates a notification: `PUT /organizations/{orgId}/notifications/configurations/{id}`. Takes its present `version`: when in
 * doubt, read it again.
 */
export const updateNotification = operation("updateNotification", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/notifications/configurations/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...notificationRequest() }),
  output: withoutNulls(NotificationResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getNotification, "id")
}))

/** Evaluates a calculation: `POST /organizations/{orgId}/notifications/evaluate`. A 200 may say `success: false`. */
export const evaluateCalculation = operation("evaluateCalculation", () => ({
  method: "POST",
  path: "/organizations/{orgId}/notifications/evaluate",
  input: Schema.Struct({
    eventId: optional(Schema.String),
    eventName: optional(Schema.String),
    calculation: optional(Schema.String)
  }),
  output: withoutNulls(EvaluateCalculationResponse()),
  idempotent: true,
  reads: true,
  notes: ["A 200 may say `success: false`."]
}))
