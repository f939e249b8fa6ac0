/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's ComponentDimension, as it comes. */
export interface ComponentDimension extends Made<typeof componentDimensionFields> {}
const componentDimensionFields = lazy(() => ({
  type: attribute(words("sheet", "card", "report", "report-portrait", "report-landscape")),
  left: attribute(Schema.Finite),
  top: attribute(Schema.Finite),
  cols: attribute(Schema.Finite),
  rows: attribute(Schema.Finite),
  mobileHeight: attribute(Schema.Finite),
  mobileOrder: attribute(Schema.Finite),
  mobileLeft: attribute(Schema.Finite),
  mobileCols: attribute(Schema.Finite),
  height: attribute(Schema.Finite),
  order: attribute(Schema.Finite)
}))
export const ComponentDimension = opaque<ComponentDimension>()(componentDimensionFields)
