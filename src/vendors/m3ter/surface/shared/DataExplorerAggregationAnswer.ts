/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, open, optional, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { DataExplorerAggregationFunction } from "./DataExplorerAggregationFunction.ts"

/** m3ter's DataExplorerAggregation, as it comes. */
export interface DataExplorerAggregationAnswer extends Made<typeof dataExplorerAggregationAnswerFields> {}
const dataExplorerAggregationAnswerFields = lazy(() => ({
  meterId: optional(Schema.String),
  fieldCode: optional(Schema.String),
  fieldType: optional(words("DIMENSION", "MEASURE")),
  function: optional(open(DataExplorerAggregationFunction()))
}))
export const DataExplorerAggregationAnswer = opaque<DataExplorerAggregationAnswer>()(
  dataExplorerAggregationAnswerFields
)
