/** m3ter: debitReasons. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's DebitReasonResponse, as it comes. */
export interface DebitReasonResponse extends Made<typeof debitReasonResponseFields> {}
const debitReasonResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  code: optional(Schema.String),
  name: optional(Schema.String),
  archived: optional(Schema.Boolean),
  ...audit()
}))
export const DebitReasonResponse = opaque<DebitReasonResponse>()(debitReasonResponseFields)

const debitReasonRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** 1 to 200 characters. */ name: text(1, 200),
  archived: optional(Schema.Boolean)
}))

/** Lists debit reasons; `.stream` reads all pages: `GET /organizations/{orgId}/picklists/debitreasons`. */
export const listDebitReasons = operation("listDebitReasons", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/debitreasons",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    archived: optional(Schema.Boolean)
  }),
  output: withoutNulls(Schema.Struct(page(DebitReasonResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a debit reason: `POST /organizations/{orgId}/picklists/debitreasons`. Not idempotent: a repeat may create another. */
export const createDebitReason = operation("createDebitReason", () => ({
  method: "POST",
  path: "/organizations/{orgId}/picklists/debitreasons",
  input: Schema.Struct({ ...debitReasonRequest() }),
  output: withoutNulls(DebitReasonResponse()),
  idempotent: false,
  settles: byCode(listDebitReasons, "code")
}))

/** Deletes a debit reason: `DELETE /organizations/{orgId}/picklists/debitreasons/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteDebitReason = operation("deleteDebitReason", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/picklists/debitreasons/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(DebitReasonResponse()),
  idempotent: true
}))

/** Gets a debit reason: `GET /organizations/{orgId}/picklists/debitreasons/{id}`. */
export const getDebitReason = operation("getDebitReason", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/debitreasons/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(DebitReasonResponse()),
  idempotent: true
}))

/**
 * Updates a debit reason: `PUT /organizations/{orgId}/picklists/debitreasons/{id}`. Takes its present `version`: when in doubt,
 * read it again.
 */
export const updateDebitReason = operation("updateDebitReason", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/picklists/debitreasons/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...debitReasonRequest() }),
  output: withoutNulls(DebitReasonResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getDebitReason, "id")
}))
