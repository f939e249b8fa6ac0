/** m3ter: statementJobs. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, items, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Secret } from "../../../contract/secretText.ts"
import { audit, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's StatementJobResponse, as it comes. */
export interface StatementJobResponse extends Made<typeof statementJobResponseFields> {}
const statementJobResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  statementJobStatus: optional(words("PENDING", "RUNNING", "COMPLETE", "CANCELLED", "FAILED")),
  billId: optional(Schema.String),
  orgId: optional(Schema.String),
  includeCsvFormat: optional(Schema.Boolean),
  filters: optional(Schema.Struct({ meterIds: optional(Schema.Array(Schema.String)) })),
  presignedJsonStatementUrl: optional(Secret()),
  jsonStatementStatus: optional(words("LATEST", "STALE", "INVALIDATED")),
  presignedCsvStatementUrl: optional(Secret()),
  csvStatementStatus: optional(words("LATEST", "STALE", "INVALIDATED")),
  ...audit()
}))
export const StatementJobResponse = opaque<StatementJobResponse>()(statementJobResponseFields)

/** m3ter's StatementJobFilters. */
export interface StatementJobFilters extends Made<typeof statementJobFiltersFields> {}
const statementJobFiltersFields = lazy(() => ({
  /** At most 10 items. */ meterIds: optional(items(Schema.String, 0, 10))
}))
export const StatementJobFilters = opaque<StatementJobFilters>()(statementJobFiltersFields)

/**
 * Lists statement jobs; `.stream` reads all pages: `GET /organizations/{orgId}/statementjobs`. Takes only one of `active`,
 * `status` and `billId`, else it is refused with 400.
 */
export const listStatementJobs = operation("listStatementJobs", () => ({
  method: "GET",
  path: "/organizations/{orgId}/statementjobs",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    active: optional(Schema.String),
    status: optional(Schema.String),
    billId: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(StatementJobResponse()))),
  idempotent: true,
  secrets: ["presignedJsonStatementUrl", "presignedCsvStatementUrl"]
})).pipe(listed(100))

/** Creates a statement job: `POST /organizations/{orgId}/statementjobs`. Not idempotent: a repeat starts another job. */
export const createStatementJob = operation("createStatementJob", () => ({
  method: "POST",
  path: "/organizations/{orgId}/statementjobs",
  input: Schema.Struct({
    /** Not empty. */ billId: text(1),
    includeCsvFormat: optional(Schema.Boolean),
    filters: optional(StatementJobFilters())
  }),
  output: withoutNulls(StatementJobResponse()),
  idempotent: false,
  secrets: ["presignedJsonStatementUrl", "presignedCsvStatementUrl"],
  notes: [
    "Started, not done: look with `getStatementJob`; there is no URL while it is `PENDING` or `RUNNING`."
  ]
}))

/** Creates a statement job batch: `POST /organizations/{orgId}/statementjobs/batch`. Not idempotent: a repeat starts another job. */
export const createStatementJobBatch = operation("createStatementJobBatch", () => ({
  method: "POST",
  path: "/organizations/{orgId}/statementjobs/batch",
  input: Schema.Struct({
    /** 1 to 10 items. */ billIds: items(Schema.String, 1, 10),
    includeCsvFormat: optional(Schema.Boolean),
    filters: optional(StatementJobFilters())
  }),
  output: withoutNulls(Schema.Array(StatementJobResponse())),
  idempotent: false,
  secrets: ["presignedJsonStatementUrl", "presignedCsvStatementUrl"]
}))

/** Gets a statement job: `GET /organizations/{orgId}/statementjobs/{id}`. */
export const getStatementJob = operation("getStatementJob", () => ({
  method: "GET",
  path: "/organizations/{orgId}/statementjobs/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(StatementJobResponse()),
  idempotent: true,
  secrets: ["presignedJsonStatementUrl", "presignedCsvStatementUrl"]
}))

/**
 * Cancels a statement job: `POST /organizations/{orgId}/statementjobs/{id}/cancel`. Not idempotent: it sets a state; that a
 * repeat is harmless is inferred, not documented.
 */
export const cancelStatementJob = operation("cancelStatementJob", () => ({
  method: "POST",
  path: "/organizations/{orgId}/statementjobs/{id}/cancel",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(StatementJobResponse()),
  body: "none",
  idempotent: false,
  secrets: ["presignedJsonStatementUrl", "presignedCsvStatementUrl"]
}))
