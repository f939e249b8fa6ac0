/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's AgentObjectStorageListAction, as it comes. */
export interface AgentObjectStorageListAction extends Made<typeof agentObjectStorageListActionFields> {}
const agentObjectStorageListActionFields = lazy(() => ({
  uuid: attribute(Schema.String),
  size: attribute(Schema.Finite),
  tags: attribute(Attributes()),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentObjectStorageListAction = opaque<AgentObjectStorageListAction>()(
  agentObjectStorageListActionFields
)
