/** m3ter: exportJobs. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's JobResponse, as it comes. */
export interface JobResponse extends Made<typeof jobResponseFields> {}
const jobResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  scheduleId: optional(Schema.String),
  startedAt: optional(Schema.DateTimeUtcFromString),
  dateCreated: optional(Schema.DateTimeUtcFromString),
  sourceType: optional(words("USAGE", "OPERATIONAL")),
  status: optional(words("PENDING", "RUNNING", "SUCCEEDED", "FAILED"))
}))
export const JobResponse = opaque<JobResponse>()(jobResponseFields)

/** Lists job statuses; `.stream` reads all pages: `GET /organizations/{orgId}/dataexports/jobs`. */
export const listJobStatuses = operation("listJobStatuses", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/jobs",
  input: Schema.Struct({
    ids: optional(Schema.Array(Schema.String)),
    scheduleId: optional(Schema.String),
    status: optional(Schema.Literals(["PENDING", "RUNNING", "SUCCEEDED", "FAILED"])),
    dateCreatedStart: optional(Schema.String),
    dateCreatedEnd: optional(Schema.String),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(JobResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Gets a job: `GET /organizations/{orgId}/dataexports/jobs/{id}`. */
export const getJob = operation("getJob", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/jobs/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(JobResponse()),
  idempotent: true
}))
