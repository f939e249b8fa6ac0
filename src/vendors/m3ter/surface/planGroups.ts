/** m3ter: planGroups. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  atMost,
  like,
  numeric,
  opaque,
  optional,
  text,
  type Made,
  whole
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's PlanGroupResponse, as it comes. */
export interface PlanGroupResponse extends Made<typeof planGroupResponseFields> {}
const planGroupResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  code: optional(Schema.String),
  standingCharge: optional(Schema.Finite),
  standingChargeDescription: optional(Schema.String),
  minimumSpend: optional(Schema.Finite),
  minimumSpendDescription: optional(Schema.String),
  currency: optional(Schema.String),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  accountId: optional(Schema.String),
  minimumSpendAccountingProductId: optional(Schema.String),
  standingChargeAccountingProductId: optional(Schema.String),
  ...audit()
}))
export const PlanGroupResponse = opaque<PlanGroupResponse>()(planGroupResponseFields)

const planGroupRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(0, 80))),
  /** At least 0. */ minimumSpend: optional(numeric(0)),
  /** At most 200 characters. */ minimumSpendDescription: optional(text(0, 200)),
  /** At least 0. */ standingCharge: optional(numeric(0)),
  /** At most 200 characters. */ standingChargeDescription: optional(text(0, 200)),
  /** Exactly 3 characters. */ currency: text(3, 3),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  /** Exactly 36 characters. */ accountId: optional(text(36, 36)),
  minimumSpendAccountingProductId: optional(Schema.String),
  standingChargeAccountingProductId: optional(Schema.String)
}))

/** Lists plan groups; `.stream` reads all pages: `GET /organizations/{orgId}/plangroups`. */
export const listPlanGroups = operation("listPlanGroups", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plangroups",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    accountId: optional(Schema.Array(Schema.String)),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(PlanGroupResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates a plan group: `POST /organizations/{orgId}/plangroups`. Not idempotent: a repeat may create another. */
export const createPlanGroup = operation("createPlanGroup", () => ({
  method: "POST",
  path: "/organizations/{orgId}/plangroups",
  input: Schema.Struct({ ...planGroupRequest() }),
  output: withoutNulls(PlanGroupResponse()),
  idempotent: false
}))

/** Deletes a plan group: `DELETE /organizations/{orgId}/plangroups/{id}`. Idempotent: a repeat may be answered with 404. */
export const deletePlanGroup = operation("deletePlanGroup", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/plangroups/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PlanGroupResponse()),
  idempotent: true
}))

/** Gets a plan group: `GET /organizations/{orgId}/plangroups/{id}`. */
export const getPlanGroup = operation("getPlanGroup", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plangroups/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PlanGroupResponse()),
  idempotent: true
}))

/**
 * Updates a plan group: `PUT /organizations/{orgId}/plangroups/{id}`. Takes its present `version`: when in doubt, read it again.
 * `customFields` that are left out are erased.
 */
export const updatePlanGroup = operation("updatePlanGroup", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/plangroups/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...planGroupRequest() }),
  output: withoutNulls(PlanGroupResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getPlanGroup, "id")
}))
