/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, open, optional, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { audit } from "../../operations/derived.ts"
import { Aggregation } from "./Aggregation.ts"

/** m3ter's AggregationResponse, as it comes. */
export interface AggregationResponse extends Made<typeof aggregationResponseFields> {}
const aggregationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  rounding: optional(words("UP", "DOWN", "NEAREST", "NONE")),
  quantityPerUnit: optional(Schema.Finite),
  unit: optional(Schema.String),
  code: optional(Schema.String),
  segments: optional(Schema.Array(Schema.Record(Schema.String, Schema.String))),
  accountingProductId: optional(Schema.String),
  meterId: optional(Schema.String),
  targetField: optional(Schema.String),
  aggregation: optional(open(Aggregation())),
  segmentedFields: optional(Schema.Array(Schema.String)),
  defaultValue: optional(Schema.Finite),
  customSql: optional(Schema.String),
  ...audit()
}))
export const AggregationResponse = opaque<AggregationResponse>()(aggregationResponseFields)
