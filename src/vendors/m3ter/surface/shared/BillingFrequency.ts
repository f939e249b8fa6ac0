/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's BillingFrequency. */
export const BillingFrequency = lazy(() =>
  Schema.Literals(["DAILY", "WEEKLY", "MONTHLY", "ANNUALLY", "AD_HOC", "MIXED"])
)
