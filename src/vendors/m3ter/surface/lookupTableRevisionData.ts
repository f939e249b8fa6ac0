/** m3ter: lookupTableRevisionData. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, items, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Secret } from "../../../contract/secretText.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's LookupTableRevisionDataDeleteResponse, as it comes. */
export interface LookupTableRevisionDataDeleteResponse extends Made<
  typeof lookupTableRevisionDataDeleteResponseFields
> {}
const lookupTableRevisionDataDeleteResponseFields = lazy(() => ({ result: optional(Schema.String) }))
export const LookupTableRevisionDataDeleteResponse = opaque<LookupTableRevisionDataDeleteResponse>()(
  lookupTableRevisionDataDeleteResponseFields
)

/** m3ter's LookupTableRevisionDataResponse, as it comes. */
export interface LookupTableRevisionDataResponse extends Made<typeof lookupTableRevisionDataResponseFields> {}
const lookupTableRevisionDataResponseFields = lazy(() => ({
  items: optional(Schema.Array(Schema.Record(Schema.String, Schema.Unknown))),
  ...audit(),
  version: optional(Schema.Finite)
}))
export const LookupTableRevisionDataResponse = opaque<LookupTableRevisionDataResponse>()(
  lookupTableRevisionDataResponseFields
)

/** m3ter's LookupTableDataArchivedResponse, as it comes. */
export interface LookupTableDataArchivedResponse extends Made<typeof lookupTableDataArchivedResponseFields> {}
const lookupTableDataArchivedResponseFields = lazy(() => ({
  url: optional(Secret()),
  expiry: optional(Schema.DateTimeUtcFromString)
}))
export const LookupTableDataArchivedResponse = opaque<LookupTableDataArchivedResponse>()(
  lookupTableDataArchivedResponseFields
)

/** m3ter's LookupTableRevisionCopyResponse, as it comes. */
export interface LookupTableRevisionCopyResponse extends Made<typeof lookupTableRevisionCopyResponseFields> {}
const lookupTableRevisionCopyResponseFields = lazy(() => ({
  jobId: optional(Schema.String),
  revisionId: optional(Schema.String)
}))
export const LookupTableRevisionCopyResponse = opaque<LookupTableRevisionCopyResponse>()(
  lookupTableRevisionCopyResponseFields
)

/** m3ter's LookupTableDataUploadResponse, as it comes. */
export interface LookupTableDataUploadResponse extends Made<typeof lookupTableDataUploadResponseFields> {}
const lookupTableDataUploadResponseFields = lazy(() => ({
  jobId: optional(Schema.String),
  url: optional(Secret()),
  headers: optional(Schema.Record(Schema.String, Schema.String))
}))
export const LookupTableDataUploadResponse = opaque<LookupTableDataUploadResponse>()(
  lookupTableDataUploadResponseFields
)

/** m3ter's LookupTableRevisionDataJobResponse, as it comes. */
export interface LookupTableRevisionDataJobResponse extends Made<
  typeof lookupTableRevisionDataJobResponseFields
> {}
const lookupTableRevisionDataJobResponseFields = lazy(() => ({
  id: optional(Schema.String),
  version: optional(Schema.Finite),
  fileName: optional(Schema.String),
  lookupTableId: optional(Schema.String),
  lookupTableRevisionId: optional(Schema.String),
  destinationLookupTableRevisionId: optional(Schema.String),
  jobDate: optional(Schema.String),
  type: optional(words("COPY", "UPLOAD", "DOWNLOAD", "ARCHIVE")),
  status: optional(words("PENDING", "FAILED", "SUCCEEDED")),
  failureReason: optional(Schema.String),
  downloadUrl: optional(Secret()),
  downloadUrlExpiry: optional(Schema.String)
}))
export const LookupTableRevisionDataJobResponse = opaque<LookupTableRevisionDataJobResponse>()(
  lookupTableRevisionDataJobResponseFields
)

/** m3ter's LookupTableDataDownloadJobResponse, as it comes. */
export interface LookupTableDataDownloadJobResponse extends Made<
  typeof lookupTableDataDownloadJobResponseFields
> {}
const lookupTableDataDownloadJobResponseFields = lazy(() => ({ jobId: optional(Schema.String) }))
export const LookupTableDataDownloadJobResponse = opaque<LookupTableDataDownloadJobResponse>()(
  lookupTableDataDownloadJobResponseFields
)

/**
 * Deletes lookup table revision data: `DELETE
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteLookupTableRevisionData = operation("deleteLookupTableRevisionData", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data",
  input: Schema.Struct({ lookupTableId: Id(), lookupTableRevisionId: Id() }),
  output: withoutNulls(LookupTableRevisionDataDeleteResponse()),
  idempotent: true
}))

/** Gets lookup table revision data: `GET /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data`. */
export const getLookupTableRevisionData = operation("getLookupTableRevisionData", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    limit: optional(Schema.Int),
    additional: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(LookupTableRevisionDataResponse()),
  idempotent: true
}))

/**
 * Updates lookup table revision data: `PUT
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data`. Takes its present `version`: when
 * in doubt, read it again. Takes at most 2,000 rows.
 */
export const updateLookupTableRevisionData = operation("updateLookupTableRevisionData", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    additional: optional(Schema.Array(Schema.String)),
    /** At most 2000 items. */ items: items(DataObject(), 0, 2000),
    version: Schema.Int
  }),
  output: withoutNulls(LookupTableRevisionDataResponse()),
  query: ["additional"],
  idempotent: false,
  version: "version",
  settles: byVersion(getLookupTableRevisionData, "lookupTableId", "lookupTableRevisionId")
}))

/**
 * Gets a lookup table revision archived data URL: `POST
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/archived`. The URL is read with GET
 * and without credentials, within an hour.
 */
export const getLookupTableRevisionArchivedDataUrl = operation(
  "getLookupTableRevisionArchivedDataUrl",
  () => ({
    method: "POST",
    path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/archived",
    input: Schema.Struct({
      lookupTableId: Id(),
      lookupTableRevisionId: Id(),
      contentType: Schema.Literals(["application/jsonl", "text/csv"])
    }),
    output: withoutNulls(LookupTableDataArchivedResponse()),
    idempotent: true,
    reads: true,
    secrets: ["url"]
  })
)

/**
 * Copies lookup table revision data: `POST
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/copy`. Not idempotent: a repeat
 * starts another job.
 */
export const copyLookupTableRevisionData = operation("copyLookupTableRevisionData", () => ({
  method: "POST",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/copy",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    revisionId: optional(Schema.String)
  }),
  output: withoutNulls(LookupTableRevisionCopyResponse()),
  idempotent: false
}))

/**
 * Generates a lookup table data upload URL: `POST
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/generateuploadurl`. The file is
 * sent with PUT within a minute: at most 100 MiB of `application/jsonl` or `text/csv`.
 */
export const generateLookupTableDataUploadUrl = operation("generateLookupTableDataUploadUrl", () => ({
  method: "POST",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/generateuploadurl",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    /** 1 to 100 characters. */ fileName: text(1, 100),
    contentType: Schema.Literals(["application/jsonl", "text/csv"]),
    /** 1 to 104857600. */ contentLength: whole(1, 104857600)
  }),
  output: withoutNulls(LookupTableDataUploadResponse()),
  idempotent: true,
  reads: true,
  secrets: ["url"]
}))

/**
 * Lists lookup table revision data jobs; `.stream` reads all pages: `GET
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs`.
 */
export const listLookupTableRevisionDataJobs = operation("listLookupTableRevisionDataJobs", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(LookupTableRevisionDataJobResponse()))),
  idempotent: true,
  secrets: ["downloadUrl"]
})).pipe(listed(100))

/**
 * Triggers a lookup table revision data download job: `POST
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs/download`. Not idempotent: a
 * repeat starts another job.
 */
export const triggerLookupTableRevisionDataDownloadJob = operation(
  "triggerLookupTableRevisionDataDownloadJob",
  () => ({
    method: "POST",
    path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs/download",
    input: Schema.Struct({
      lookupTableId: Id(),
      lookupTableRevisionId: Id(),
      contentType: Schema.Literals(["application/jsonl", "text/csv"])
    }),
    output: withoutNulls(LookupTableDataDownloadJobResponse()),
    idempotent: false
  })
)

/**
 * Deletes a lookup table revision data job response: `DELETE
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs/{id}`. Idempotent: a repeat
 * may be answered with 404.
 */
export const deleteLookupTableRevisionDataJobResponse = operation(
  "deleteLookupTableRevisionDataJobResponse",
  () => ({
    method: "DELETE",
    path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs/{id}",
    input: Schema.Struct({ lookupTableId: Id(), lookupTableRevisionId: Id(), id: Id() }),
    output: withoutNulls(LookupTableRevisionDataJobResponse()),
    idempotent: true,
    secrets: ["downloadUrl"]
  })
)

/**
 * Gets a lookup table revision data job response: `GET
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs/{id}`.
 */
export const getLookupTableRevisionDataJobResponse = operation(
  "getLookupTableRevisionDataJobResponse",
  () => ({
    method: "GET",
    path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/jobs/{id}",
    input: Schema.Struct({ lookupTableId: Id(), lookupTableRevisionId: Id(), id: Id() }),
    output: withoutNulls(LookupTableRevisionDataJobResponse()),
    idempotent: true,
    secrets: ["downloadUrl"]
  })
)

/**
 * Deletes a lookup table revision data entry: `DELETE
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/{lookupKey}`. Idempotent: a repeat
 * may be answered with 404.
 */
export const deleteLookupTableRevisionDataEntry = operation("deleteLookupTableRevisionDataEntry", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/{lookupKey}",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    lookupKey: Id(),
    version: optional(Schema.Int)
  }),
  output: withoutNulls(LookupTableRevisionDataResponse()),
  body: "required",
  idempotent: true
}))

/**
 * Gets a lookup table revision data entry: `GET
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/{lookupKey}`.
 */
export const getLookupTableRevisionDataEntry = operation("getLookupTableRevisionDataEntry", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/{lookupKey}",
  input: Schema.Struct({ lookupTableId: Id(), lookupTableRevisionId: Id(), lookupKey: Id() }),
  output: withoutNulls(LookupTableRevisionDataResponse()),
  idempotent: true
}))

/**
 * Updates a lookup table revision data entry: `PUT
 * /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/{lookupKey}`. Takes its present
 * `version`: when in doubt, read it again.
 */
export const updateLookupTableRevisionDataEntry = operation("updateLookupTableRevisionDataEntry", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{lookupTableRevisionId}/data/{lookupKey}",
  input: Schema.Struct({
    lookupTableId: Id(),
    lookupTableRevisionId: Id(),
    lookupKey: Id(),
    additional: optional(Schema.Array(Schema.String)),
    item: DataObject(),
    version: Schema.Int
  }),
  output: withoutNulls(LookupTableRevisionDataResponse()),
  query: ["additional"],
  idempotent: false,
  version: "version",
  settles: byVersion(getLookupTableRevisionDataEntry, "lookupTableId", "lookupTableRevisionId", "lookupKey")
}))
