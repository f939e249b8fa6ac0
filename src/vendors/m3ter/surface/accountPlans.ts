/** m3ter: accountPlans. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Day,
  Id,
  atMost,
  like,
  opaque,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's AccountPlanResponse, as it comes. */
export interface AccountPlanResponse extends Made<typeof accountPlanResponseFields> {}
const accountPlanResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  accountId: optional(Schema.String),
  productId: optional(Schema.String),
  planId: optional(Schema.String),
  planGroupId: optional(Schema.String),
  startDate: optional(Schema.DateTimeUtcFromString),
  endDate: optional(Schema.DateTimeUtcFromString),
  code: optional(Schema.String),
  billEpoch: optional(Schema.String),
  contractId: optional(Schema.String),
  childBillingMode: optional(words("PARENT_SUMMARY", "PARENT_BREAKDOWN", "CHILD")),
  ...audit()
}))
export const AccountPlanResponse = opaque<AccountPlanResponse>()(accountPlanResponseFields)

/** m3ter's ReplaceAccountPlanResponse, as it comes. */
export interface ReplaceAccountPlanResponse extends Made<typeof replaceAccountPlanResponseFields> {}
const replaceAccountPlanResponseFields = lazy(() => ({
  originalAccountPlan: optional(AccountPlanResponse()),
  newAccountPlan: optional(AccountPlanResponse())
}))
export const ReplaceAccountPlanResponse = opaque<ReplaceAccountPlanResponse>()(
  replaceAccountPlanResponseFields
)

const accountPlanRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** Exactly 36 characters. */ accountId: text(36, 36),
  /** Exactly 36 characters. */ planId: optional(text(36, 36)),
  /** Exactly 36 characters. */ planGroupId: optional(text(36, 36)),
  /** A time, sent in UTC. */ startDate: Moment.Text(),
  /** A time, sent in UTC. */ endDate: optional(Moment.Text()),
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(0, 80))),
  /** A day, as 2026-01-31. */ billEpoch: optional(Day()),
  /** Exactly 36 characters. */ contractId: optional(text(36, 36)),
  childBillingMode: optional(Schema.Literals(["PARENT_SUMMARY", "PARENT_BREAKDOWN", "CHILD"]))
}))

/** Lists account plans; `.stream` reads all pages: `GET /organizations/{orgId}/accountplans`. */
export const listAccountPlans = operation("listAccountPlans", () => ({
  method: "GET",
  path: "/organizations/{orgId}/accountplans",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    date: optional(Schema.String),
    account: optional(Schema.String),
    plan: optional(Schema.String),
    product: optional(Schema.String),
    includeall: optional(Schema.Boolean),
    ids: optional(Schema.Array(Schema.String)),
    /** Or null. */ contract: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(AccountPlanResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates an account plan: `POST /organizations/{orgId}/accountplans`. Not idempotent: a repeat may create another. Takes
 * exactly one of `planId` and `planGroupId`; times that overlap are refused.
 */
export const createAccountPlan = operation("createAccountPlan", () => ({
  method: "POST",
  path: "/organizations/{orgId}/accountplans",
  input: Schema.Struct({ ...accountPlanRequest() }),
  output: withoutNulls(AccountPlanResponse()),
  idempotent: false
}))

/** Deletes an account plan: `DELETE /organizations/{orgId}/accountplans/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteAccountPlan = operation("deleteAccountPlan", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/accountplans/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(AccountPlanResponse()),
  idempotent: true
}))

/** Gets an account plan: `GET /organizations/{orgId}/accountplans/{id}`. */
export const getAccountPlan = operation("getAccountPlan", () => ({
  method: "GET",
  path: "/organizations/{orgId}/accountplans/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(AccountPlanResponse()),
  idempotent: true
}))

/**
 * Updates an account plan: `PUT /organizations/{orgId}/accountplans/{id}`. Takes its present `version`: when in doubt, read it
 * again. Takes exactly one of `planId` and `planGroupId`. `customFields` that are left out are erased.
 */
export const updateAccountPlan = operation("updateAccountPlan", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/accountplans/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...accountPlanRequest() }),
  output: withoutNulls(AccountPlanResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getAccountPlan, "id")
}))

/** Replaces an account plan: `POST /organizations/{orgId}/accountplans/{id}/replace`. Not idempotent: a repeat may create another. */
export const replaceAccountPlan = operation("replaceAccountPlan", () => ({
  method: "POST",
  path: "/organizations/{orgId}/accountplans/{id}/replace",
  input: Schema.Struct({ id: Id(), ...accountPlanRequest() }),
  output: withoutNulls(ReplaceAccountPlanResponse()),
  idempotent: false
}))
