/** m3ter: contracts. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Day,
  Id,
  atMost,
  items,
  like,
  objects,
  opaque,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { BillingEntity } from "./shared/BillingEntity.ts"
import { EndDateBillingEntitiesResponse } from "./shared/EndDateBillingEntitiesResponse.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's ContractResponse, as it comes. */
export interface ContractResponse extends Made<typeof contractResponseFields> {}
const contractResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  accountId: optional(Schema.String),
  name: optional(Schema.String),
  code: optional(Schema.String),
  description: optional(Schema.String),
  purchaseOrderNumber: optional(Schema.String),
  applyContractPeriodLimits: optional(Schema.Boolean),
  usageFilters: optional(
    objects({
      dimensionCode: optional(Schema.String),
      value: optional(Schema.String),
      mode: optional(words("INCLUDE", "EXCLUDE"))
    })
  ),
  billGroupingKeyId: optional(Schema.String),
  startDate: optional(Schema.String),
  endDate: optional(Schema.String),
  ...audit()
}))
export const ContractResponse = opaque<ContractResponse>()(contractResponseFields)

/** m3ter's UsageFilter. */
export interface UsageFilter extends Made<typeof usageFilterFields> {}
const usageFilterFields = lazy(() => ({
  /** Not empty. */ dimensionCode: text(1),
  /** Not empty. */ value: text(1),
  mode: Schema.Literals(["INCLUDE", "EXCLUDE"])
}))
export const UsageFilter = opaque<UsageFilter>()(usageFilterFields)

const contractRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** Not empty. */ accountId: text(1),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(0, 80))),
  /** At most 500 characters. */ description: optional(text(0, 500)),
  /** At most 100 characters. */ purchaseOrderNumber: optional(text(0, 100)),
  applyContractPeriodLimits: optional(Schema.Boolean),
  usageFilters: optional(Schema.Array(UsageFilter())),
  billGroupingKeyId: optional(Schema.String),
  /** A day, as 2026-01-31. */ startDate: Day(),
  /** A day, as 2026-01-31. */ endDate: Day()
}))

/** Lists contracts; `.stream` reads all pages: `GET /organizations/{orgId}/contracts`. */
export const listContracts = operation("listContracts", () => ({
  method: "GET",
  path: "/organizations/{orgId}/contracts",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    /** Exactly 36 characters; or null. */ accountId: optional(Schema.NullOr(text(36, 36)))
  }),
  output: withoutNulls(Schema.Struct(page(ContractResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a contract: `POST /organizations/{orgId}/contracts`. Not idempotent: a repeat may create another. */
export const createContract = operation("createContract", () => ({
  method: "POST",
  path: "/organizations/{orgId}/contracts",
  input: Schema.Struct({ ...contractRequest() }),
  output: withoutNulls(ContractResponse()),
  idempotent: false,
  settles: byCode(listContracts, "code")
}))

/**
 * Deletes a contract: `DELETE /organizations/{orgId}/contracts/{id}`. Idempotent: a repeat may be answered with 404. Fails while
 * account plans, balances or commitments belong to it.
 */
export const deleteContract = operation("deleteContract", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/contracts/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ContractResponse()),
  idempotent: true
}))

/** Gets a contract: `GET /organizations/{orgId}/contracts/{id}`. */
export const getContract = operation("getContract", () => ({
  method: "GET",
  path: "/organizations/{orgId}/contracts/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ContractResponse()),
  idempotent: true
}))

/**
 * Updates a contract: `PUT /organizations/{orgId}/contracts/{id}`. Takes its present `version`: when in doubt, read it again.
 * `customFields` that are left out are erased.
 */
export const updateContract = operation("updateContract", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/contracts/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...contractRequest() }),
  output: withoutNulls(ContractResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getContract, "id")
}))

/**
 * Sets the end date of billing entities for a contract: `PUT /organizations/{orgId}/contracts/{id}/enddatebillingentities`. Not
 * idempotent: it replaces the whole object, which has no version; that a repeat is harmless is not verified. A 200 may name
 * entities that failed, in `failedEntities`.
 */
export const endDateBillingEntitiesForContract = operation("endDateBillingEntitiesForContract", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/contracts/{id}/enddatebillingentities",
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
