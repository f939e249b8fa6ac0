/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Secret } from "../../../../contract/secretText.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentObjectStorageUploadAction, as it comes. */
export interface AgentObjectStorageUploadAction extends Made<typeof agentObjectStorageUploadActionFields> {}
const agentObjectStorageUploadActionFields = lazy(() => ({
  type: attribute(words("azure-blob-storage")),
  url: attribute(Secret())
}))
export const AgentObjectStorageUploadAction = opaque<AgentObjectStorageUploadAction>()(
  agentObjectStorageUploadActionFields
)
