/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { DataExplorerAggregationFunction } from "./DataExplorerAggregationFunction.ts"

/** m3ter's DataExplorerAggregation. */
export interface DataExplorerAggregation extends Made<typeof dataExplorerAggregationFields> {}
const dataExplorerAggregationFields = lazy(() => ({
  /** Not empty. */ meterId: text(1),
  /** Not empty. */ fieldCode: text(1),
  fieldType: Schema.Literals(["DIMENSION", "MEASURE"]),
  function: DataExplorerAggregationFunction()
}))
export const DataExplorerAggregation = opaque<DataExplorerAggregation>()(dataExplorerAggregationFields)
