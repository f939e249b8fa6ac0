/** m3ter: accounts. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, items, opaque, optional, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, listed, searched } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { BillingEntity } from "./shared/BillingEntity.ts"
import { EndDateBillingEntitiesResponse } from "./shared/EndDateBillingEntitiesResponse.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's AccountResponse, as it comes. */
export interface AccountResponse extends Made<typeof accountResponseFields> {}
const accountResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  code: optional(Schema.String),
  address: optional(Address()),
  emailAddress: optional(Schema.String),
  parentAccountId: optional(Schema.String),
  billEpoch: optional(Schema.String),
  purchaseOrderNumber: optional(Schema.String),
  currency: optional(Schema.String),
  statementDefinitionId: optional(Schema.String),
  ...audit(),
  autoGenerateStatementMode: optional(words("NONE", "JSON", "JSON_AND_CSV")),
  creditApplicationOrder: optional(Schema.Array(words("PREPAYMENT", "BALANCE"))),
  daysBeforeBillDue: optional(Schema.Finite)
}))
export const AccountResponse = opaque<AccountResponse>()(accountResponseFields)

/** m3ter's Address, as it comes. */
export interface Address extends Made<typeof addressFields> {}
const addressFields = lazy(() => ({
  addressLine1: optional(Schema.String),
  addressLine2: optional(Schema.String),
  addressLine3: optional(Schema.String),
  addressLine4: optional(Schema.String),
  locality: optional(Schema.String),
  region: optional(Schema.String),
  postCode: optional(Schema.String),
  country: optional(Schema.String)
}))
export const Address = opaque<Address>()(addressFields)

/** Searches accounts; `.stream` reads all pages: `GET /organizations/{orgId}/accounts/search`. */
export const searchAccounts = operation("searchAccounts", () => ({
  method: "GET",
  path: "/organizations/{orgId}/accounts/search",
  input: Schema.Struct({
    searchQuery: optional(Schema.String),
    fromDocument: optional(Schema.Int),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    operator: optional(Schema.Literals(["AND", "OR"])),
    sortBy: optional(Schema.String),
    sortOrder: optional(Schema.Literals(["ASC", "DESC"]))
  }),
  output: withoutNulls(Schema.Struct(page(AccountResponse()))),
  idempotent: true
})).pipe(searched(10))

/**
 * Deletes an account: `DELETE /organizations/{orgId}/accounts/{id}`. Idempotent: a repeat may be answered with 404. May fail
 * while account plans reference it.
 */
export const deleteAccount = operation("deleteAccount", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/accounts/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(AccountResponse()),
  idempotent: true
}))

/** Lists account children; `.stream` reads all pages: `GET /organizations/{orgId}/accounts/{id}/children`. */
export const listAccountChildren = operation("listAccountChildren", () => ({
  method: "GET",
  path: "/organizations/{orgId}/accounts/{id}/children",
  input: Schema.Struct({
    id: Id(),
    /** 1 to 200; or null. */ pageSize: optional(Schema.NullOr(whole(1, 200))),
    /** Or null. */ nextToken: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(AccountResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Sets the end date of billing entities for an account: `PUT /organizations/{orgId}/accounts/{id}/enddatebillingentities`. Not
 * idempotent: it replaces the whole object, which has no version; that a repeat is harmless is not verified. A 200 may name
 * entities that failed, in `failedEntities`.
 */
export const endDateBillingEntitiesForAccount = operation("endDateBillingEntitiesForAccount", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/accounts/{id}/enddatebillingentities",
  input: Schema.Struct({
    id: Id(),
    /** A time, sent in UTC. */ endDate: Moment.Text(),
    applyToChildren: optional(Schema.Boolean),
    /** Not empty. */ billingEntities: items(BillingEntity(), 1)
  }),
  output: withoutNulls(EndDateBillingEntitiesResponse()),
  idempotent: false,
  notes: ["A 200 may name entities that failed, in `failedEntities`."]
}))
