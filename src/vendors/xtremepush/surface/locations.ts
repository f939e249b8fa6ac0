/** Xtremepush: locations. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { BlankId } from "../failures.ts"
import { Attributes } from "../operations/attributes.ts"
import { Accepted, changed } from "../operations/envelope.ts"
import { Id } from "../operations/fields.ts"
import { operation } from "../vendor.ts"

/**
 * Deletes a location: `POST /api/external/delete/location`. Idempotent: a repeat may be answered with 404. Needs the permission
 * `Delete`.
 */
export const deleteLocation = operation("deleteLocation", () => ({
  method: "POST",
  path: "/api/external/delete/location",
  input: Schema.Struct({ id: Id() }),
  output: Accepted(),
  idempotent: true,
  fails: [BlankId],
  quota: "location",
  permission: "Delete",
  see: "https://docs.xtremepush.com/docs/external-api-overview"
}))

/**
 * Updates a location: `POST /api/external/update/location`. Idempotent: it sets values, whatever they were. Needs the permission
 * `Update`.
 */
export const updateLocation = operation("updateLocation", () => ({
  method: "POST",
  path: "/api/external/update/location",
  input: snake({
    id: Id(),
    title: optional(Schema.String),
    address: optional(Schema.String),
    latitude: optional(Schema.String),
    longitude: optional(Schema.String),
    radius: optional(Schema.Int),
    type: optional(Schema.Literals([0, 2])),
    ibeaconMajor: optional(Schema.String),
    ibeaconMinor: optional(Schema.String),
    ibeaconUuid: optional(Schema.String),
    groupsStr: optional(Schema.String)
  }),
  output: changed(Attributes(), {}),
  idempotent: true,
  fails: [BlankId],
  quota: "location",
  permission: "Update",
  see: "https://docs.xtremepush.com/docs/external-api-overview"
}))
