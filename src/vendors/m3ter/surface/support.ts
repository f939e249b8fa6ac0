/** m3ter: support. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, objects, opaque, optional, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { byVersion } from "../operations/derived.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's SupportResponse, as it comes. */
export interface SupportResponse extends Made<typeof supportResponseFields> {}
const supportResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  dtEndSupportUsersAccess: optional(Schema.DateTimeUtcFromString),
  supportUsersPermissionPolicy: optional(
    objects({
      effect: optional(Schema.String),
      action: optional(Schema.Array(Schema.String)),
      resource: optional(Schema.Array(Schema.String))
    })
  )
}))
export const SupportResponse = opaque<SupportResponse>()(supportResponseFields)

/** Gets support: `GET /organizations/{orgId}/support`. */
export const getSupport = operation("getSupport", () => ({
  method: "GET",
  path: "/organizations/{orgId}/support",
  input: Schema.Struct({}),
  output: withoutNulls(SupportResponse()),
  idempotent: true
}))

/** Updates support: `PUT /organizations/{orgId}/support`. Takes its present `version`: when in doubt, read it again. */
export const updateSupport = operation("updateSupport", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/support",
  input: Schema.Struct({
    version: Schema.Int,
    /** A time, sent in UTC. */ dtEndSupportUsersAccess: Moment.Text(),
    supportUsersPermissionPolicy: optional(
      objects({
        effect: Schema.String,
        action: Schema.Array(Schema.String),
        /** Not empty. */ resource: items(Schema.String, 1)
      })
    )
  }),
  output: withoutNulls(SupportResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getSupport)
}))
