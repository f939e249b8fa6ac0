/** m3ter: transactionTypes. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { halves, joined, page, pages } from "../operations/parts.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"

/** m3ter's TransactionTypeResponse, as it comes. */
export interface TransactionTypeResponse extends Made<typeof transactionTypeResponseFields> {}
const transactionTypeResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  code: optional(Schema.String),
  name: optional(Schema.String),
  archived: optional(Schema.Boolean),
  dtCreated: optional(Schema.DateTimeUtcFromString),
  dtLastModified: optional(Schema.DateTimeUtcFromString),
  createdBy: optional(Schema.String),
  lastModifiedBy: optional(Schema.String)
}))
export const TransactionTypeResponse = opaque<TransactionTypeResponse>()(transactionTypeResponseFields)

const transactionTypeRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** 1 to 200 characters. */ name: text(1, 200),
  archived: optional(Schema.Boolean)
}))

const listTransactionTypesPage = operation("listTransactionTypes", () => ({
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
}))

/** Lists transaction types; `.stream` reads all pages: `GET /organizations/{orgId}/picklists/transactiontypes`. */
export const listTransactionTypes = Pages.byToken(
  Split.page(listTransactionTypesPage, { ...halves(100), join: joined }),
  { ...pages, items: ({ data }) => data }
)

/** Creates a transaction type: `POST /organizations/{orgId}/picklists/transactiontypes`. Not idempotent: a repeat may create another. */
export const createTransactionType = operation("createTransactionType", () => ({
  method: "POST",
  path: "/organizations/{orgId}/picklists/transactiontypes",
  input: Schema.Struct({ ...transactionTypeRequest() }),
  output: withoutNulls(TransactionTypeResponse()),
  idempotent: false,
  settles: {
    guardedBy: "unique",
    read: listTransactionTypes,
    code: "code",
    ask: ({ code }) => (code === undefined ? undefined : { codes: [code] }),
    found: ({ data }: { readonly data: ReadonlyArray<TransactionTypeResponse> }) => data
  }
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
  settles: {
    guardedBy: "version",
    read: getTransactionType,
    version: "version",
    ask: ({ id }) => ({ id }),
    found: (answer: TransactionTypeResponse) => [answer]
  }
}))
