/** m3ter: exportDestinations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Secret } from "../../../contract/secretText.ts"
import { audit, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's ExportDestinationBaseResponse, as it comes. */
export interface ExportDestinationBaseResponse extends Made<typeof exportDestinationBaseResponseFields> {}
const exportDestinationBaseResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  code: optional(Schema.String),
  destinationType: optional(words("S3", "GCS")),
  ...audit()
}))
export const ExportDestinationBaseResponse = opaque<ExportDestinationBaseResponse>()(
  exportDestinationBaseResponseFields
)

/** m3ter's NewPostDestination. */
export const NewPostDestination = lazy(() =>
  Schema.Union([
    Schema.Struct({
      version: optional(Schema.Int),
      /** 1 to 200 characters. */ name: text(1, 200),
      /** 1 to 80 characters, of a fixed form. */
      code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
      destinationType: Schema.Literal("S3"),
      /** 3 to 63 characters. */ bucketName: text(3, 63),
      prefix: optional(Schema.String),
      /** Not empty, of a fixed form. */ iamRoleArn: like(/^arn:aws:iam::\d+:role\/.*$/, text(1)),
      /** Or null. */
      partitionOrder: optional(Schema.NullOr(Schema.Literals(["TYPE_FIRST", "TIME_FIRST"])))
    }),
    Schema.Struct({
      version: optional(Schema.Int),
      /** 1 to 200 characters. */ name: text(1, 200),
      /** 1 to 80 characters, of a fixed form. */
      code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
      destinationType: Schema.Literal("GCS"),
      /** 3 to 63 characters. */ bucketName: text(3, 63),
      prefix: optional(Schema.String),
      /** Not empty. */ projectNumber: text(1),
      /** Not empty. */ poolId: text(1),
      /** Not empty. */ providerId: text(1),
      serviceAccountEmail: optional(Schema.String),
      /** Or null. */
      partitionOrder: optional(Schema.NullOr(Schema.Literals(["TYPE_FIRST", "TIME_FIRST"])))
    })
  ])
)

/** m3ter's PostDestination, as it comes. */
export interface PostDestination extends Made<typeof postDestinationFields> {}
const postDestinationFields = lazy(() => ({
  id: optional(Schema.String),
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  code: optional(Schema.String),
  destinationType: optional(words("S3", "GCS")),
  ...audit(),
  bucketName: optional(Schema.String),
  prefix: optional(Schema.String),
  iamRoleArn: optional(Schema.String),
  partitionOrder: optional(words("TYPE_FIRST", "TIME_FIRST")),
  projectNumber: optional(Schema.String),
  poolId: optional(Schema.String),
  providerId: optional(Schema.String),
  serviceAccountEmail: optional(Schema.String)
}))
export const PostDestination = opaque<PostDestination>()(postDestinationFields)

/** m3ter's GenerateExportDownloadUrlResponse, as it comes. */
export interface GenerateExportDownloadUrlResponse extends Made<
  typeof generateExportDownloadUrlResponseFields
> {}
const generateExportDownloadUrlResponseFields = lazy(() => ({
  url: optional(Secret()),
  expirationTime: optional(Schema.DateTimeUtcFromString)
}))
export const GenerateExportDownloadUrlResponse = opaque<GenerateExportDownloadUrlResponse>()(
  generateExportDownloadUrlResponseFields
)

/** Lists destinations; `.stream` reads all pages: `GET /organizations/{orgId}/dataexports/destinations`. */
export const listDestinations = operation("listDestinations", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/destinations",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(ExportDestinationBaseResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates a destination: `POST /organizations/{orgId}/dataexports/destinations`. Not idempotent: a repeat may create another. */
export const createDestination = operation("createDestination", () => ({
  method: "POST",
  path: "/organizations/{orgId}/dataexports/destinations",
  input: Schema.Struct({ body: NewPostDestination() }),
  output: withoutNulls(PostDestination()),
  body: "body",
  idempotent: false
}))

/**
 * Deletes a destination: `DELETE /organizations/{orgId}/dataexports/destinations/{id}`. Idempotent: a repeat may be answered
 * with 404. Fails while a schedule uses it.
 */
export const deleteDestination = operation("deleteDestination", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/dataexports/destinations/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(PostDestination()),
  idempotent: true
}))

/** Gets an export destination: `GET /organizations/{orgId}/dataexports/destinations/{id}`. */
export const getExportDestination = operation("getExportDestination", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/destinations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PostDestination()),
  idempotent: true
}))

/**
 * Updates a destination: `PUT /organizations/{orgId}/dataexports/destinations/{id}`. Not idempotent: it replaces the whole
 * object, which has no version; that a repeat is harmless is not verified.
 */
export const updateDestination = operation("updateDestination", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/dataexports/destinations/{id}",
  input: Schema.Struct({ id: Id(), body: NewPostDestination() }),
  output: withoutNulls(PostDestination()),
  body: "body",
  idempotent: false
}))

/**
 * Generates a data export file download URL: `GET /organizations/{orgId}/dataexports/jobs/{jobId}/getdownloadurl`. The URL is
 * read with GET and without credentials, within 15 minutes; only jobs of the last 24 hours have one.
 */
export const generateDataExportFileDownloadUrl = operation("generateDataExportFileDownloadUrl", () => ({
  method: "GET",
  path: "/organizations/{orgId}/dataexports/jobs/{jobId}/getdownloadurl",
  input: Schema.Struct({ jobId: Id() }),
  output: withoutNulls(GenerateExportDownloadUrlResponse()),
  idempotent: true,
  secrets: ["url"]
}))
