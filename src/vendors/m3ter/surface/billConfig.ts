/** m3ter: billConfig. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Day, opaque, optional, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion } from "../operations/derived.ts"
import { operation } from "../vendor.ts"

/** m3ter's BillConfigResponse, as it comes. */
export interface BillConfigResponse extends Made<typeof billConfigResponseFields> {}
const billConfigResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  billLockDate: optional(Schema.String),
  ...audit()
}))
export const BillConfigResponse = opaque<BillConfigResponse>()(billConfigResponseFields)

/** Gets a bill config: `GET /organizations/{orgId}/billconfig`. */
export const getBillConfig = operation("getBillConfig", () => ({
  method: "GET",
  path: "/organizations/{orgId}/billconfig",
  input: Schema.Struct({}),
  output: withoutNulls(BillConfigResponse()),
  idempotent: true
}))

/**
 * Updates a bill config: `PUT /organizations/{orgId}/billconfig`. Takes its present `version`: when in doubt, read it again.
 * Refused while one of its bills is `PENDING`.
 */
export const updateBillConfig = operation("updateBillConfig", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/billconfig",
  input: Schema.Struct({
    version: Schema.Int,
    /** A day, as 2026-01-31. */ billLockDate: optional(Day())
  }),
  output: withoutNulls(BillConfigResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getBillConfig)
}))
