/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, opaque, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's DataExplorerDimensionFilter. */
export interface DataExplorerDimensionFilter extends Made<typeof dataExplorerDimensionFilterFields> {}
const dataExplorerDimensionFilterFields = lazy(() => ({
  /** Not empty. */ meterId: text(1),
  /** Not empty. */ fieldCode: text(1),
  /** Not empty. */ values: items(Schema.String, 1)
}))
export const DataExplorerDimensionFilter = opaque<DataExplorerDimensionFilter>()(
  dataExplorerDimensionFilterFields
)
