/** Usage data: what was measured, filtered, aggregated and grouped. */
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import { Usage, UsageQuery } from "./usageQuery.ts"
import { usageSplitter } from "./usageSplit.ts"

const unsplit = operation("queryUsage", () => ({
  method: "POST",
  path: "/organizations/{orgId}/usage/query",
  input: UsageQuery(),
  output: Usage(),
  idempotent: true,
  reads: true,
  quota: "data-explorer-v2",
  notes: ["Where hasMoreData is true, rows are missing: there is no next page, so query less at a time."],
  see: "m3ter API reference, “Query and filter usage data”"
}))

/**
 * Queries usage data: at most 20,000 rows, the most recent first. There is no next page; where `hasMoreData` is true, query a
 * shorter time or fewer accounts for the rest. A query whose answer m3ter finds too large is split: by time where nothing is
 * aggregated, by accounts where what is aggregated is grouped by account.
 */
export const queryUsage = Split.by(unsplit, usageSplitter)
