/** m3ter: exportAdHoc. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, opaque, optional, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { DataExplorerAggregation } from "./shared/DataExplorerAggregation.ts"
import { DataExplorerDimensionFilter } from "./shared/DataExplorerDimensionFilter.ts"
import { DataExplorerGroup } from "./shared/DataExplorerGroup.ts"
import { OperationalDataType } from "./shared/OperationalDataType.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's AdHocResponse, as it comes. */
export interface AdHocResponse extends Made<typeof adHocResponseFields> {}
const adHocResponseFields = lazy(() => ({ jobId: optional(Schema.String) }))
export const AdHocResponse = opaque<AdHocResponse>()(adHocResponseFields)

/**
 * Triggers a data export: `POST /organizations/{orgId}/dataexports/adhoc`. Not idempotent: a repeat starts another job.
 * `endDate` is after `startDate`, and not after tomorrow, 00:00 UTC.
 */
export const triggerDataExport = operation("triggerDataExport", () => ({
  method: "POST",
  path: "/organizations/{orgId}/dataexports/adhoc",
  input: Schema.Struct({
    body: Schema.Union([
      Schema.Struct({
        version: optional(Schema.Int),
        sourceType: Schema.Literal("OPERATIONAL"),
        destinationIds: optional(Schema.Array(Schema.String)),
        exportFileFormat: optional(Schema.Literals(["CSV", "JSONL"])),
        /** A time, sent in UTC. */ startDate: optional(Moment.Text()),
        /** Not empty. */ operationalDataTypes: items(OperationalDataType(), 1)
      }),
      Schema.Struct({
        version: optional(Schema.Int),
        sourceType: Schema.Literal("USAGE"),
        destinationIds: optional(Schema.Array(Schema.String)),
        exportFileFormat: optional(Schema.Literals(["CSV", "JSONL"])),
        /** A time, sent in UTC. */ startDate: optional(Moment.Text()),
        /** A time, sent in UTC. */ endDate: optional(Moment.Text()),
        meterIds: optional(Schema.Array(Schema.String)),
        accountIds: optional(Schema.Array(Schema.String)),
        dimensionFilters: optional(Schema.Array(DataExplorerDimensionFilter())),
        aggregations: optional(Schema.Array(DataExplorerAggregation())),
        groups: optional(Schema.Array(DataExplorerGroup()))
      })
    ])
  }),
  output: withoutNulls(AdHocResponse()),
  body: "body",
  idempotent: false
}))
