/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { above, opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's CurrencyConversion. */
export interface CurrencyConversion extends Made<typeof currencyConversionFields> {}
const currencyConversionFields = lazy(() => ({
  /** Not empty. */ from: text(1),
  /** Not empty. */ to: text(1),
  /** More than 0. */ multiplier: optional(above(0, Schema.Finite))
}))
export const CurrencyConversion = opaque<CurrencyConversion>()(currencyConversionFields)
