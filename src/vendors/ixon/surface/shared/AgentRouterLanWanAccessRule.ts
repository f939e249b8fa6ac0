/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, open, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { AgentRouterLanWanAccessRuleProtocol } from "./AgentRouterLanWanAccessRuleProtocol.ts"

/** IXON's AgentRouterLanWanAccessRule, as it comes. */
export interface AgentRouterLanWanAccessRule extends Made<typeof agentRouterLanWanAccessRuleFields> {}
const agentRouterLanWanAccessRuleFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  sourceIpAddress: attribute(Schema.String),
  sourceMacAddress: attribute(Schema.String),
  destinationPort: attribute(Schema.Finite),
  destinationIpAddress: attribute(Schema.String),
  protocol: attribute(open(AgentRouterLanWanAccessRuleProtocol())),
  description: attribute(Schema.String)
}))
export const AgentRouterLanWanAccessRule = opaque<AgentRouterLanWanAccessRule>()(
  agentRouterLanWanAccessRuleFields
)
