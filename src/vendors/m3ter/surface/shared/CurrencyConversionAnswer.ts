/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's CurrencyConversion, as it comes. */
export interface CurrencyConversionAnswer extends Made<typeof currencyConversionAnswerFields> {}
const currencyConversionAnswerFields = lazy(() => ({
  from: optional(Schema.String),
  to: optional(Schema.String),
  multiplier: optional(Schema.Finite)
}))
export const CurrencyConversionAnswer = opaque<CurrencyConversionAnswer>()(currencyConversionAnswerFields)
