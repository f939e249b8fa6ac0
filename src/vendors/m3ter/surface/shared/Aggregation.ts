/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's Aggregation. */
export const Aggregation = lazy(() =>
  Schema.Literals(["SUM", "MIN", "MAX", "COUNT", "LATEST", "MEAN", "UNIQUE", "CUSTOM_SQL"])
)
