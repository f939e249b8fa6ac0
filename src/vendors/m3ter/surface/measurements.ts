/** m3ter: measurements. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's UrlUploadResponse, as it comes. */
export interface UrlUploadResponse extends Made<typeof urlUploadResponseFields> {}
const urlUploadResponseFields = lazy(() => ({
  jobId: optional(Schema.String),
  url: optional(Secret()),
  headers: optional(Schema.Record(Schema.String, Schema.String))
}))
export const UrlUploadResponse = opaque<UrlUploadResponse>()(urlUploadResponseFields)

/** m3ter's UploadJobResponse, as it comes. */
export interface UploadJobResponse extends Made<typeof uploadJobResponseFields> {}
const uploadJobResponseFields = lazy(() => ({
  id: optional(Schema.String),
  version: optional(Schema.Finite),
  fileName: optional(Schema.String),
  uploadDate: optional(Schema.String),
  contentLength: optional(Schema.Finite),
  status: optional(words("notUploaded", "running", "failed", "succeeded")),
  totalRows: optional(Schema.Finite),
  processedRows: optional(Schema.Finite),
  failedRows: optional(Schema.Finite)
}))
export const UploadJobResponse = opaque<UploadJobResponse>()(uploadJobResponseFields)

/** m3ter's UrlDownloadResponse, as it comes. */
export interface UrlDownloadResponse extends Made<typeof urlDownloadResponseFields> {}
const urlDownloadResponseFields = lazy(() => ({
  jobId: optional(Schema.String),
  url: optional(Secret()),
  headers: optional(Schema.Record(Schema.String, Schema.String))
}))
export const UrlDownloadResponse = opaque<UrlDownloadResponse>()(urlDownloadResponseFields)

/** m3ter's GenerateDownloadUrlResponse, as it comes. */
export interface GenerateDownloadUrlResponse extends Made<typeof generateDownloadUrlResponseFields> {}
const generateDownloadUrlResponseFields = lazy(() => ({ url: optional(Secret()) }))
export const GenerateDownloadUrlResponse = opaque<GenerateDownloadUrlResponse>()(
  generateDownloadUrlResponseFields
)

/**
 * Generates an upload URL: `POST /organizations/{orgId}/fileuploads/measurements/generateUploadUrl`. Needs the permission
 * `measurements:fileUpload`. The file is sent with PUT to `url`, with the headers of the answer and without credentials, within
 * a minute. A file has 1 to 1,073,741,824 bytes, and is `application/json` or `text/json`.
 */
export const generateUploadUrl = operation("generateUploadUrl", () => ({
  method: "POST",
  path: "/organizations/{orgId}/fileuploads/measurements/generateUploadUrl",
  input: Schema.Struct({
    /** 1 to 100 characters. */ fileName: text(1, 100),
    contentType: Schema.Literals(["application/json", "text/json"]),
    /** 1 to 1073741824. */ contentLength: whole(1, 1073741824)
  }),
  output: withoutNulls(UrlUploadResponse()),
  idempotent: true,
  reads: true,
  permission: "measurements:fileUpload",
  secrets: ["url"]
}))

/** Lists jobs; `.stream` reads all pages: `GET /organizations/{orgId}/fileuploads/measurements/jobs`. */
export const listJobs = operation("listJobs", () => ({
  method: "GET",
  path: "/organizations/{orgId}/fileuploads/measurements/jobs",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    dateCreatedStart: optional(Schema.String),
    dateCreatedEnd: optional(Schema.String),
    /** Or null. */ fileKey: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(UploadJobResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Gets an upload job response: `GET /organizations/{orgId}/fileuploads/measurements/jobs/{id}`. */
export const getUploadJobResponse = operation("getUploadJobResponse", () => ({
  method: "GET",
  path: "/organizations/{orgId}/fileuploads/measurements/jobs/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(UploadJobResponse()),
  idempotent: true
}))

/**
 * Gets a job original file download URL: `GET /organizations/{orgId}/fileuploads/measurements/jobs/{id}/original`. The URL is
 * read with GET and without credentials.
 */
export const getJobOriginalFileDownloadUrl = operation("getJobOriginalFileDownloadUrl", () => ({
  method: "GET",
  path: "/organizations/{orgId}/fileuploads/measurements/jobs/{id}/original",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(UrlDownloadResponse()),
  idempotent: true,
  secrets: ["url"]
}))

/**
 * Gets a validation error download URL: `GET /organizations/{orgId}/measurements/failedIngest/getDownloadUrl`. Needs the
 * permission `measurements:retrieve`. The URL of a log of JSON is read with GET and without credentials, within 5 minutes.
 */
export const getValidationErrorDownloadUrl = operation("getValidationErrorDownloadUrl", () => ({
  method: "GET",
  path: "/organizations/{orgId}/measurements/failedIngest/getDownloadUrl",
  input: Schema.Struct({ file: optional(Schema.String) }),
  output: withoutNulls(GenerateDownloadUrlResponse()),
  idempotent: true,
  permission: "measurements:retrieve",
  secrets: ["url"]
}))
