/** m3ter: creditReasons. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's CreditReasonResponse, as it comes. */
export interface CreditReasonResponse extends Made<typeof creditReasonResponseFields> {}
const creditReasonResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  code: optional(Schema.String),
  name: optional(Schema.String),
  archived: optional(Schema.Boolean),
  ...audit()
}))
export const CreditReasonResponse = opaque<CreditReasonResponse>()(creditReasonResponseFields)

const creditReasonRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** 1 to 200 characters. */ name: text(1, 200),
  archived: optional(Schema.Boolean)
}))

/** Lists credit reasons; `.stream` reads all pages: `GET /organizations/{orgId}/picklists/creditreasons`. */
export const listCreditReasons = operation("listCreditReasons", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/creditreasons",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    archived: optional(Schema.Boolean)
  }),
  output: withoutNulls(Schema.Struct(page(CreditReasonResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a credit reason: `POST /organizations/{orgId}/picklists/creditreasons`. Not idempotent: a repeat may create another. */
export const createCreditReason = operation("createCreditReason", () => ({
  method: "POST",
  path: "/organizations/{orgId}/picklists/creditreasons",
  input: Schema.Struct({ ...creditReasonRequest() }),
  output: withoutNulls(CreditReasonResponse()),
  idempotent: false,
  settles: byCode(listCreditReasons, "code")
}))

/**
 * Deletes a credit reason: `DELETE /organizations/{orgId}/picklists/creditreasons/{id}`. Idempotent: a repeat may be answered
 * with 404.
 */
export const deleteCreditReason = operation("deleteCreditReason", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/picklists/creditreasons/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CreditReasonResponse()),
  idempotent: true
}))

/** Gets a credit reason: `GET /organizations/{orgId}/picklists/creditreasons/{id}`. */
export const getCreditReason = operation("getCreditReason", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/creditreasons/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CreditReasonResponse()),
  idempotent: true
}))

/**
 * Updates a credit reason: `PUT /organizations/{orgId}/picklists/creditreasons/{id}`. Takes its present `version`: when in
 * doubt, read it again.
 */
export const updateCreditReason = operation("updateCreditReason", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/picklists/creditreasons/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...creditReasonRequest() }),
  output: withoutNulls(CreditReasonResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCreditReason, "id")
}))
