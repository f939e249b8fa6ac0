/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentRouterAdditionalSubnet, as it comes. */
export interface AgentRouterAdditionalSubnet extends Made<typeof agentRouterAdditionalSubnetFields> {}
const agentRouterAdditionalSubnetFields = lazy(() => ({
  publicId: attribute(Schema.String),
  networkAddress: attribute(Schema.String),
  networkMask: attribute(Schema.String),
  gatewayAddress: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentRouterAdditionalSubnet = opaque<AgentRouterAdditionalSubnet>()(
  agentRouterAdditionalSubnetFields
)
