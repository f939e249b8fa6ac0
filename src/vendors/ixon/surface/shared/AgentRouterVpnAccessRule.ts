/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentRouterVpnAccessRule, as it comes. */
export interface AgentRouterVpnAccessRule extends Made<typeof agentRouterVpnAccessRuleFields> {}
const agentRouterVpnAccessRuleFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  audience: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  ipAddress: attribute(Schema.String),
  netMask: attribute(Schema.String)
}))
export const AgentRouterVpnAccessRule = opaque<AgentRouterVpnAccessRule>()(agentRouterVpnAccessRuleFields)
