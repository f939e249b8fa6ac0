/** m3ter: pricing. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  items,
  like,
  numeric,
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
import { PricingBand } from "./shared/PricingBand.ts"
import { PricingBandAnswer } from "./shared/PricingBandAnswer.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's PricingResponse, as it comes. */
export interface PricingResponse extends Made<typeof pricingResponseFields> {}
const pricingResponseFields = lazy(() => ({
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
  aggregationId: optional(Schema.String),
  compoundAggregationId: optional(Schema.String),
  type: optional(words("DEBIT", "PRODUCT_CREDIT", "GLOBAL_CREDIT")),
  segment: optional(Schema.Record(Schema.String, Schema.String)),
  tiersSpanPlan: optional(Schema.Boolean),
  minimumSpend: optional(Schema.Finite),
  minimumSpendDescription: optional(Schema.String),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  aggregationType: optional(words("SIMPLE", "COMPOUND")),
  segmentString: optional(Schema.String),
  overagePricingBands: optional(Schema.Array(PricingBandAnswer()))
}))
export const PricingResponse = opaque<PricingResponse>()(pricingResponseFields)

const pricingRequest = lazy(() => ({
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
  /** At most 36 characters. */ aggregationId: optional(text(0, 36)),
  /** At most 36 characters. */ compoundAggregationId: optional(text(0, 36)),
  type: optional(Schema.Literals(["DEBIT", "PRODUCT_CREDIT", "GLOBAL_CREDIT"])),
  segment: optional(Schema.Record(Schema.String, Schema.String)),
  tiersSpanPlan: optional(Schema.Boolean),
  /** At least 0. */ minimumSpend: optional(numeric(0)),
  /** At most 200 characters. */ minimumSpendDescription: optional(text(0, 200)),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  overagePricingBands: optional(Schema.Array(PricingBand()))
}))

/** Lists pricings; `.stream` reads all pages: `GET /organizations/{orgId}/pricings`. */
export const listPricings = operation("listPricings", () => ({
  method: "GET",
  path: "/organizations/{orgId}/pricings",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    date: optional(Schema.String),
    /** Exactly 36 characters. */ planId: optional(text(36, 36)),
    /** Exactly 36 characters. */ planTemplateId: optional(text(36, 36)),
    /** Exactly 36 characters. */ aggregationId: optional(text(36, 36)),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(PricingResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates pricing: `POST /organizations/{orgId}/pricings`. Not idempotent: a repeat may create another. Takes exactly one of
 * `planId` and `planTemplateId`, and of `aggregationId` and `compoundAggregationId`.
 */
export const createPricing = operation("createPricing", () => ({
  method: "POST",
  path: "/organizations/{orgId}/pricings",
  input: Schema.Struct({ ...pricingRequest() }),
  output: withoutNulls(PricingResponse()),
  idempotent: false
}))

/** Deletes pricing: `DELETE /organizations/{orgId}/pricings/{id}`. Idempotent: a repeat may be answered with 404. */
export const deletePricing = operation("deletePricing", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/pricings/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(PricingResponse()),
  idempotent: true
}))

/** Gets pricing: `GET /organizations/{orgId}/pricings/{id}`. */
export const getPricing = operation("getPricing", () => ({
  method: "GET",
  path: "/organizations/{orgId}/pricings/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PricingResponse()),
  idempotent: true
}))

/**
 * Updates pricing: `PUT /organizations/{orgId}/pricings/{id}`. Takes its present `version`: when in doubt, read it again. Takes
 * exactly one of `planId` and `planTemplateId`, and of `aggregationId` and `compoundAggregationId`.
 */
export const updatePricing = operation("updatePricing", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/pricings/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36),
    version: Schema.Int,
    ...pricingRequest()
  }),
  output: withoutNulls(PricingResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getPricing, "id")
}))
