/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's PricingBand, as it comes. */
export interface PricingBandAnswer extends Made<typeof pricingBandAnswerFields> {}
const pricingBandAnswerFields = lazy(() => ({
  id: optional(Schema.String),
  lowerLimit: optional(Schema.Finite),
  fixedPrice: optional(Schema.Finite),
  unitPrice: optional(Schema.Finite),
  creditTypeId: optional(Schema.String)
}))
export const PricingBandAnswer = opaque<PricingBandAnswer>()(pricingBandAnswerFields)
