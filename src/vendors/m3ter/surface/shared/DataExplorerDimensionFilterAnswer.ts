/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's DataExplorerDimensionFilter, as it comes. */
export interface DataExplorerDimensionFilterAnswer extends Made<
  typeof dataExplorerDimensionFilterAnswerFields
> {}
const dataExplorerDimensionFilterAnswerFields = lazy(() => ({
  meterId: optional(Schema.String),
  fieldCode: optional(Schema.String),
  values: optional(Schema.Array(Schema.String))
}))
export const DataExplorerDimensionFilterAnswer = opaque<DataExplorerDimensionFilterAnswer>()(
  dataExplorerDimensionFilterAnswerFields
)
