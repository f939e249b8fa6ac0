/** m3ter: marketplaceIntegrations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's MarketplaceUsageReportResponse, as it comes. */
export interface MarketplaceUsageReportResponse extends Made<typeof marketplaceUsageReportResponseFields> {}
const marketplaceUsageReportResponseFields = lazy(() => ({
  accountId: optional(Schema.String),
  billId: optional(Schema.String),
  externalSystem: optional(Schema.String),
  reportedUsage: optional(Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Finite)))
}))
export const MarketplaceUsageReportResponse = opaque<MarketplaceUsageReportResponse>()(
  marketplaceUsageReportResponseFields
)

/** Gets a usage report; `.stream` reads all pages: `GET /organizations/{orgId}/integrationdestinations/marketplace/usageReport`. */
export const getUsageReport = operation("getUsageReport", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationdestinations/marketplace/usageReport",
  input: Schema.Struct({
    billStartDate: optional(Schema.String),
    accountId: optional(Schema.String),
    externalSystem: optional(Schema.String),
    /** 1 to 50. */ pageSize: optional(whole(1, 50)),
    nextToken: optional(Schema.String),
    /** At most 50 characters; or null. */ billId: optional(Schema.NullOr(text(0, 50)))
  }),
  output: withoutNulls(Schema.Struct(page(MarketplaceUsageReportResponse()))),
  idempotent: true
})).pipe(listed(50))
