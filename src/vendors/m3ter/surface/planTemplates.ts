/** m3ter: planTemplates. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  atMost,
  like,
  numeric,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { BillingFrequency } from "./shared/BillingFrequency.ts"
import { operation } from "../vendor.ts"

/** m3ter's PlanTemplateResponse, as it comes. */
export interface PlanTemplateResponse extends Made<typeof planTemplateResponseFields> {}
const planTemplateResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  productId: optional(Schema.String),
  name: optional(Schema.String),
  currency: optional(Schema.String),
  standingCharge: optional(Schema.Finite),
  standingChargeDescription: optional(Schema.String),
  standingChargeInterval: optional(Schema.Finite),
  standingChargeOffset: optional(Schema.Finite),
  billFrequencyInterval: optional(Schema.Finite),
  billFrequency: optional(open(BillingFrequency())),
  ordinal: optional(Schema.Finite),
  code: optional(Schema.String),
  minimumSpend: optional(Schema.Finite),
  minimumSpendDescription: optional(Schema.String),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  ...audit()
}))
export const PlanTemplateResponse = opaque<PlanTemplateResponse>()(planTemplateResponseFields)

const planTemplateRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** Exactly 36 characters. */ productId: text(36, 36),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** Exactly 3 characters. */ currency: text(3, 3),
  /** At least 0. */ standingCharge: numeric(0),
  /** At most 200 characters. */ standingChargeDescription: optional(text(0, 200)),
  /** 1 to 365. */ standingChargeInterval: optional(whole(1, 365)),
  /** 0 to 364. */ standingChargeOffset: optional(whole(0, 364)),
  /** 1 to 365. */ billFrequencyInterval: optional(whole(1, 365)),
  billFrequency: BillingFrequency(),
  /** At least 0. */ ordinal: optional(whole(0)),
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(0, 80))),
  /** At least 0. */ minimumSpend: optional(numeric(0)),
  /** At most 200 characters. */ minimumSpendDescription: optional(text(0, 200)),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean)
}))

/** Lists plan templates; `.stream` reads all pages: `GET /organizations/{orgId}/plantemplates`. */
export const listPlanTemplates = operation("listPlanTemplates", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plantemplates",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    /** Exactly 36 characters. */ productId: optional(text(36, 36)),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(PlanTemplateResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a plan template: `POST /organizations/{orgId}/plantemplates`. Not idempotent: a repeat may create another. */
export const createPlanTemplate = operation("createPlanTemplate", () => ({
  method: "POST",
  path: "/organizations/{orgId}/plantemplates",
  input: Schema.Struct({ ...planTemplateRequest() }),
  output: withoutNulls(PlanTemplateResponse()),
  idempotent: false
}))

/** Deletes a plan template: `DELETE /organizations/{orgId}/plantemplates/{id}`. Idempotent: a repeat may be answered with 404. */
export const deletePlanTemplate = operation("deletePlanTemplate", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/plantemplates/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(PlanTemplateResponse()),
  idempotent: true
}))

/** Gets a plan template: `GET /organizations/{orgId}/plantemplates/{id}`. */
export const getPlanTemplate = operation("getPlanTemplate", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plantemplates/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(PlanTemplateResponse()),
  idempotent: true
}))

/**
 * Updates a plan template: `PUT /organizations/{orgId}/plantemplates/{id}`. Takes its present `version`: when in doubt, read it
 * again. `customFields` that are left out are erased.
 */
export const updatePlanTemplate = operation("updatePlanTemplate", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/plantemplates/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36),
    version: Schema.Int,
    ...planTemplateRequest()
  }),
  output: withoutNulls(PlanTemplateResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getPlanTemplate, "id")
}))
