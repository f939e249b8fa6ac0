/** m3ter: transactionTypes. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's TransactionTypeResponse, as it comes. */
export interface TransactionTypeResponse extends Made<typeof transactionTypeResponseFields> {}
const transactionTypeResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  code: optional(Schema.String),
  name: optional(Schema.String),
  archived: optional(Schema.Boolean),
  ...audit()
}))
export const TransactionTypeResponse = opaque<TransactionTypeResponse>()(transactionTypeResponseFields)

const transactionTypeRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** 1 to 200 characters. */ name: text(1, 200),
  archived: optional(Schema.Boolean)
}))

/** Lists transaction types; `.stream` reads all pages: `GET /organizations/{orgId}/picklists/transactiontypes`. */
export const listTransactionTypes = operation("listTransactionTypes", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/transactiontypes",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    archived: optional(Schema.Boolean)
  }),
  output: withoutNulls(Schema.Struct(page(TransactionTypeResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a transaction type: `POST /organizations/{orgId}/picklists/transactiontypes`. Not idempotent: a repeat may create another. */
export const createTransactionType = operation("createTransactionType", () => ({
  method: "POST",
  path: "/organizations/{orgId}/picklists/transactiontypes",
  input: Schema.Struct({ ...transactionTypeRequest() }),
  output: withoutNulls(TransactionTypeResponse()),
  idempotent: false,
  settles: byCode(listTransactionTypes, "code")
}))

/**
 * Deletes a transaction type: `DELETE /organizations/{orgId}/picklists/transactiontypes/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteTransactionType = operation("deleteTransactionType", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/picklists/transactiontypes/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(TransactionTypeResponse()),
  idempotent: true
}))

/** Gets a transaction type: `GET /organizations/{orgId}/picklists/transactiontypes/{id}`. */
export const getTransactionType = operation("getTransactionType", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/transactiontypes/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(TransactionTypeResponse()),
  idempotent: true
}))

/**
 * Updates a transaction type: `PUT /organizations/{orgId}/picklists/transactiontypes/{id}`. Takes its present `version`: when in
 * doubt, read it again.
 */
export const updateTransactionType = operation("updateTransactionType", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/picklists/transactiontypes/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...transactionTypeRequest() }),
  output: withoutNulls(TransactionTypeResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getTransactionType, "id")
}))
