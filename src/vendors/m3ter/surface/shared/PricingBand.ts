/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { numeric, opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's PricingBand. */
export interface PricingBand extends Made<typeof pricingBandFields> {}
const pricingBandFields = lazy(() => ({
  id: optional(Schema.String),
  /** At least 0. */ lowerLimit: numeric(0),
  fixedPrice: Schema.Finite,
  unitPrice: Schema.Finite,
  creditTypeId: optional(Schema.String)
}))
export const PricingBand = opaque<PricingBand>()(pricingBandFields)
