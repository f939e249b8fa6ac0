/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentRouterOneToOneNatRule, as it comes. */
export interface AgentRouterOneToOneNatRule extends Made<typeof agentRouterOneToOneNatRuleFields> {}
const agentRouterOneToOneNatRuleFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  type: attribute(words("wan", "wlan", "vpn")),
  virtualIpAddress: attribute(Schema.String),
  destinationIpAddress: attribute(Schema.String),
  protocol: attribute(Schema.String),
  port: attribute(Schema.Finite),
  sourceIpAddress: attribute(Schema.String),
  description: attribute(Schema.String)
}))
export const AgentRouterOneToOneNatRule = opaque<AgentRouterOneToOneNatRule>()(
  agentRouterOneToOneNatRuleFields
)
