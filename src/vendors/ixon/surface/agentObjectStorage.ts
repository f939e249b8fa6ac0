/** IXON: agentObjectStorage. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { Id, Uuid, atMost, optional } from "../../../contract/described.ts"
import { Secret } from "../../../contract/secretText.ts"
import { attribute, listOf } from "../operations/shape.ts"
import { AgentObjectStorageListAction } from "./shared/AgentObjectStorageListAction.ts"
import { AgentObjectStorageUploadAction } from "./shared/AgentObjectStorageUploadAction.ts"
import { companyOperation } from "../vendor.ts"

/** Deletes an agent object storage: `POST /agents/{agentId}/object-storage/delete`. Not idempotent: a repeat creates another. */
export const deleteAgentObjectStorage = companyOperation("deleteAgentObjectStorage", () => ({
  method: "POST",
  path: "/agents/{agentId}/object-storage/delete",
  input: Schema.Struct({
    agentId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Exactly 36 characters. */ uuid: Uuid(),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Gets an agent object storage download: `POST /agents/{agentId}/object-storage/download`. */
export const getAgentObjectStorageDownload = companyOperation("getAgentObjectStorageDownload", () => ({
  method: "POST",
  path: "/agents/{agentId}/object-storage/download",
  input: Schema.Struct({
    agentId: Id(),
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

/** Lists agent object storage: `POST /agents/{agentId}/object-storage/list`. */
export const listAgentObjectStorage = companyOperation("listAgentObjectStorage", () => ({
  method: "POST",
  path: "/agents/{agentId}/object-storage/list",
  input: Schema.Struct({
    agentId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: listOf(AgentObjectStorageListAction()),
  from: "data",
  idempotent: true,
  reads: true
}))

/** Updates agent object storage meta: `PATCH /agents/{agentId}/object-storage/meta`. Idempotent: it sets values, whatever they were. */
export const updateAgentObjectStorageMeta = companyOperation("updateAgentObjectStorageMeta", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/object-storage/meta",
  input: Schema.Struct({
    agentId: Id(),
    /** Exactly 36 characters. */ uuid: Uuid(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** At most 65535 fields. */ tags: optional(atMost(65535, Data()))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent object storage upload: `POST /agents/{agentId}/object-storage/upload`. Not idempotent: a repeat creates another. */
export const getAgentObjectStorageUpload = companyOperation("getAgentObjectStorageUpload", () => ({
  method: "POST",
  path: "/agents/{agentId}/object-storage/upload",
  input: Schema.Struct({
    agentId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** Exactly 36 characters. */ uuid: Uuid(),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: AgentObjectStorageUploadAction(),
  from: "data",
  idempotent: false,
  secrets: ["url"]
}))
