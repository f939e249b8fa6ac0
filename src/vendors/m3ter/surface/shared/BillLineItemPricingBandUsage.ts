/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's BillLineItemPricingBandUsage, as it comes. */
export interface BillLineItemPricingBandUsage extends Made<typeof billLineItemPricingBandUsageFields> {}
const billLineItemPricingBandUsageFields = lazy(() => ({
  pricingBandId: optional(Schema.String),
  lowerLimit: optional(Schema.Finite),
  fixedPrice: optional(Schema.Finite),
  unitSubtotal: optional(Schema.Finite),
  unitPrice: optional(Schema.Finite),
  bandUnits: optional(Schema.Finite),
  bandQuantity: optional(Schema.Finite),
  bandSubtotal: optional(Schema.Finite),
  creditTypeId: optional(Schema.String),
  convertedBandSubtotal: optional(Schema.Finite)
}))
export const BillLineItemPricingBandUsage = opaque<BillLineItemPricingBandUsage>()(
  billLineItemPricingBandUsageFields
)
