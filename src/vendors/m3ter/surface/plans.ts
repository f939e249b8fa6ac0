/** m3ter: plans. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
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

/** m3ter's PlanResponse, as it comes. */
export interface PlanResponse extends Made<typeof planResponseFields> {}
const planResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  planTemplateId: optional(Schema.String),
  productId: optional(Schema.String),
  name: optional(Schema.String),
  code: optional(Schema.String),
  standingCharge: optional(Schema.Finite),
  standingChargeDescription: optional(Schema.String),
  ordinal: optional(Schema.Finite),
  bespoke: optional(Schema.Boolean),
  minimumSpend: optional(Schema.Finite),
  minimumSpendDescription: optional(Schema.String),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  minimumSpendAccountingProductId: optional(Schema.String),
  standingChargeAccountingProductId: optional(Schema.String),
  accountId: optional(Schema.String),
  ...audit()
}))
export const PlanResponse = opaque<PlanResponse>()(planResponseFields)

const planRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** Exactly 36 characters. */ planTemplateId: text(36, 36),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** 1 to 80 characters, of a fixed form. */
  code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
  /** At least 0. */ standingCharge: optional(numeric(0)),
  /** At most 200 characters. */ standingChargeDescription: optional(text(0, 200)),
  /** At least 0. */ ordinal: optional(whole(0)),
  bespoke: optional(Schema.Boolean),
  /** At least 0. */ minimumSpend: optional(numeric(0)),
  /** At most 200 characters. */ minimumSpendDescription: optional(text(0, 200)),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  /** Exactly 36 characters. */ minimumSpendAccountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ standingChargeAccountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ accountId: optional(text(36, 36))
}))

/** Lists plans; `.stream` reads all pages: `GET /organizations/{orgId}/plans`. */
export const listPlans = operation("listPlans", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plans",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    /** Exactly 36 characters. */ productId: optional(text(36, 36)),
    accountId: optional(Schema.Array(Schema.String)),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(PlanResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a plan: `POST /organizations/{orgId}/plans`. Not idempotent: a code is unique, and how a repeat is answered is not
 * documented; list by code first.
 */
export const createPlan = operation("createPlan", () => ({
  method: "POST",
  path: "/organizations/{orgId}/plans",
  input: Schema.Struct({ ...planRequest() }),
  output: withoutNulls(PlanResponse()),
  idempotent: false
}))

/** Deletes a plan: `DELETE /organizations/{orgId}/plans/{id}`. Idempotent: a repeat may be answered with 404. */
export const deletePlan = operation("deletePlan", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/plans/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PlanResponse()),
  idempotent: true
}))

/** Gets a plan: `GET /organizations/{orgId}/plans/{id}`. */
export const getPlan = operation("getPlan", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plans/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PlanResponse()),
  idempotent: true
}))

/**
 * Updates a plan: `PUT /organizations/{orgId}/plans/{id}`. Takes its present `version`: when in doubt, read it again.
 * `customFields` that are left out are erased.
 */
export const updatePlan = operation("updatePlan", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/plans/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...planRequest() }),
  output: withoutNulls(PlanResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getPlan, "id")
}))
