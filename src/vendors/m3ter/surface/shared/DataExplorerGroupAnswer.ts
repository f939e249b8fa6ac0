/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's DataExplorerGroup, as it comes. */
export interface DataExplorerGroupAnswer extends Made<typeof dataExplorerGroupAnswerFields> {}
const dataExplorerGroupAnswerFields = lazy(() => ({
  groupType: optional(words("ACCOUNT", "DIMENSION", "TIME")),
  meterId: optional(Schema.String),
  fieldCode: optional(Schema.String),
  frequency: optional(words("DAY", "HOUR", "WEEK", "MONTH", "QUARTER"))
}))
export const DataExplorerGroupAnswer = opaque<DataExplorerGroupAnswer>()(dataExplorerGroupAnswerFields)
