/** m3ter: counterPricing. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, items, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { PricingBand } from "./shared/PricingBand.ts"
import { PricingBandAnswer } from "./shared/PricingBandAnswer.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's CounterPricingResponse, as it comes. */
export interface CounterPricingResponse extends Made<typeof counterPricingResponseFields> {}
const counterPricingResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  planId: optional(Schema.String),
  planTemplateId: optional(Schema.String),
  cumulative: optional(Schema.Boolean),
  startDate: optional(Schema.DateTimeUtcFromString),
  endDate: optional(Schema.DateTimeUtcFromString),
  code: optional(Schema.String),
  description: optional(Schema.String),
  accountingProductId: optional(Schema.String),
  pricingBands: optional(Schema.Array(PricingBandAnswer())),
  counterId: optional(Schema.String),
  runningTotalBillInAdvance: optional(Schema.Boolean),
  proRateRunningTotal: optional(Schema.Boolean),
  proRateAdjustmentDebit: optional(Schema.Boolean),
  proRateAdjustmentCredit: optional(Schema.Boolean)
}))
export const CounterPricingResponse = opaque<CounterPricingResponse>()(counterPricingResponseFields)

const counterPricingRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(0, 80))),
  planId: optional(Schema.String),
  planTemplateId: optional(Schema.String),
  cumulative: optional(Schema.Boolean),
  /** A time, sent in UTC. */ startDate: Moment.Text(),
  /** A time, sent in UTC. */ endDate: optional(Moment.Text()),
  /** At most 200 characters. */ description: optional(text(0, 200)),
  /** Exactly 36 characters. */ accountingProductId: optional(text(36, 36)),
  /** Not empty. */ pricingBands: items(PricingBand(), 1),
  /** Not empty. */ counterId: text(1),
  runningTotalBillInAdvance: optional(Schema.Boolean),
  proRateRunningTotal: optional(Schema.Boolean),
  proRateAdjustmentDebit: optional(Schema.Boolean),
  proRateAdjustmentCredit: optional(Schema.Boolean)
}))

/** Lists counter pricings; `.stream` reads all pages: `GET /organizations/{orgId}/counterpricings`. */
export const listCounterPricings = operation("listCounterPricings", () => ({
  method: "GET",
  path: "/organizations/{orgId}/counterpricings",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    date: optional(Schema.String),
    planId: optional(Schema.String),
    planTemplateId: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(CounterPricingResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates counter pricing: `POST /organizations/{orgId}/counterpricings`. Not idempotent: a repeat may create another. */
export const createCounterPricing = operation("createCounterPricing", () => ({
  method: "POST",
  path: "/organizations/{orgId}/counterpricings",
  input: Schema.Struct({ ...counterPricingRequest() }),
  output: withoutNulls(CounterPricingResponse()),
  idempotent: false
}))

/** Deletes counter pricing: `DELETE /organizations/{orgId}/counterpricings/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteCounterPricing = operation("deleteCounterPricing", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/counterpricings/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CounterPricingResponse()),
  idempotent: true
}))

/** Gets counter pricing: `GET /organizations/{orgId}/counterpricings/{id}`. */
export const getCounterPricing = operation("getCounterPricing", () => ({
  method: "GET",
  path: "/organizations/{orgId}/counterpricings/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CounterPricingResponse()),
  idempotent: true
}))

/**
 * Updates counter pricing: `PUT /organizations/{orgId}/counterpricings/{id}`. Takes its present `version`: when in doubt, read
 * it again.
 */
export const updateCounterPricing = operation("updateCounterPricing", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/counterpricings/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...counterPricingRequest() }),
  output: withoutNulls(CounterPricingResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCounterPricing, "id")
}))
