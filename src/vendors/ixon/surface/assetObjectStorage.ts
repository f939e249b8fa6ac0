/** IXON: assetObjectStorage. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { Id, Uuid, atMost, optional } from "../../../contract/described.ts"
import { Secret } from "../../../contract/secretText.ts"
import { attribute, listOf } from "../operations/shape.ts"
import { AgentObjectStorageListAction } from "./shared/AgentObjectStorageListAction.ts"
import { AgentObjectStorageUploadAction } from "./shared/AgentObjectStorageUploadAction.ts"
import { companyOperation } from "../vendor.ts"

/** Deletes an asset object storage: `POST /assets/{assetId}/object-storage/delete`. Not idempotent: a repeat creates another. */
export const deleteAssetObjectStorage = companyOperation("deleteAssetObjectStorage", () => ({
  method: "POST",
  path: "/assets/{assetId}/object-storage/delete",
  input: Schema.Struct({
    assetId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Exactly 36 characters. */ uuid: Uuid(),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Gets an asset object storage download: `POST /assets/{assetId}/object-storage/download`. */
export const getAssetObjectStorageDownload = companyOperation("getAssetObjectStorageDownload", () => ({
  method: "POST",
  path: "/assets/{assetId}/object-storage/download",
  input: Schema.Struct({
    assetId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Exactly 36 characters. */ uuid: Uuid(),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: Schema.Struct({ url: attribute(Secret()) }),
  from: "data",
  idempotent: true,
  reads: true,
  secrets: ["url"]
}))

/** Lists asset object storage: `POST /assets/{assetId}/object-storage/list`. */
export const listAssetObjectStorage = companyOperation("listAssetObjectStorage", () => ({
  method: "POST",
  path: "/assets/{assetId}/object-storage/list",
  input: Schema.Struct({
    assetId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: listOf(AgentObjectStorageListAction()),
  from: "data",
  idempotent: true,
  reads: true
}))

/** Updates asset object storage meta: `PATCH /assets/{assetId}/object-storage/meta`. Idempotent: it sets values, whatever they were. */
export const updateAssetObjectStorageMeta = companyOperation("updateAssetObjectStorageMeta", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/object-storage/meta",
  input: Schema.Struct({
    assetId: Id(),
    /** Exactly 36 characters. */ uuid: Uuid(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** At most 65535 fields. */ tags: optional(atMost(65535, Data()))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset object storage upload: `POST /assets/{assetId}/object-storage/upload`. Not idempotent: a repeat creates another. */
export const getAssetObjectStorageUpload = companyOperation("getAssetObjectStorageUpload", () => ({
  method: "POST",
  path: "/assets/{assetId}/object-storage/upload",
  input: Schema.Struct({
    assetId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Exactly 36 characters. */ uuid: Uuid(),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: AgentObjectStorageUploadAction(),
  from: "data",
  idempotent: false,
  secrets: ["url"]
}))
