/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentEdgeAppInstanceFile, as it comes. */
export interface AgentEdgeAppInstanceFile extends Made<typeof agentEdgeAppInstanceFileFields> {}
const agentEdgeAppInstanceFileFields = lazy(() => ({
  publicId: attribute(Schema.String),
  path: attribute(Schema.String),
  edgeAppVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  agentEdgeAppInstance: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentEdgeAppInstanceFile = opaque<AgentEdgeAppInstanceFile>()(agentEdgeAppInstanceFileFields)
