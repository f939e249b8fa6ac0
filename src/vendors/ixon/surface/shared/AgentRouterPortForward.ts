/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentRouterPortForward, as it comes. */
export interface AgentRouterPortForward extends Made<typeof agentRouterPortForwardFields> {}
const agentRouterPortForwardFields = lazy(() => ({
  publicId: attribute(Schema.String),
  interface: attribute(words("VPN", "WAN", "WAN2")),
  targetIpAddress: attribute(Schema.String),
  targetPort: attribute(Schema.Finite),
  externalPort: attribute(Schema.Finite),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentRouterPortForward = opaque<AgentRouterPortForward>()(agentRouterPortForwardFields)
