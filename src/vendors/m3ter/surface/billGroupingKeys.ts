/** m3ter: billGroupingKeys. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's BillGroupingKeyResponse, as it comes. */
export interface BillGroupingKeyResponse extends Made<typeof billGroupingKeyResponseFields> {}
const billGroupingKeyResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  code: optional(Schema.String),
  name: optional(Schema.String),
  archived: optional(Schema.Boolean),
  exclusive: optional(Schema.Boolean),
  ...audit()
}))
export const BillGroupingKeyResponse = opaque<BillGroupingKeyResponse>()(billGroupingKeyResponseFields)

const billGroupingKeyRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** 1 to 200 characters. */ name: text(1, 200),
  archived: optional(Schema.Boolean),
  exclusive: Schema.Boolean
}))

/** Lists bill grouping keys; `.stream` reads all pages: `GET /organizations/{orgId}/picklists/billgroupingkeys`. */
export const listBillGroupingKeys = operation("listBillGroupingKeys", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/billgroupingkeys",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    archived: optional(Schema.Boolean)
  }),
  output: withoutNulls(Schema.Struct(page(BillGroupingKeyResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a bill grouping key: `POST /organizations/{orgId}/picklists/billgroupingkeys`. Not idempotent: a repeat may create another. */
export const createBillGroupingKey = operation("createBillGroupingKey", () => ({
  method: "POST",
  path: "/organizations/{orgId}/picklists/billgroupingkeys",
  input: Schema.Struct({ ...billGroupingKeyRequest() }),
  output: withoutNulls(BillGroupingKeyResponse()),
  idempotent: false,
  settles: byCode(listBillGroupingKeys, "code")
}))

/**
 * Deletes a bill grouping key: `DELETE /organizations/{orgId}/picklists/billgroupingkeys/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteBillGroupingKey = operation("deleteBillGroupingKey", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/picklists/billgroupingkeys/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BillGroupingKeyResponse()),
  idempotent: true
}))

/** Gets a bill grouping key: `GET /organizations/{orgId}/picklists/billgroupingkeys/{id}`. */
export const getBillGroupingKey = operation("getBillGroupingKey", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/billgroupingkeys/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BillGroupingKeyResponse()),
  idempotent: true
}))

/**
 * Updates a bill grouping key: `PUT /organizations/{orgId}/picklists/billgroupingkeys/{id}`. Takes its present `version`: when
 * in doubt, read it again.
 */
export const updateBillGroupingKey = operation("updateBillGroupingKey", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/picklists/billgroupingkeys/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...billGroupingKeyRequest() }),
  output: withoutNulls(BillGroupingKeyResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getBillGroupingKey, "id")
}))
