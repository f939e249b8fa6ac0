/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentMembership, as it comes. */
export interface AgentMembership extends Made<typeof agentMembershipFields> {}
const agentMembershipFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentMembership = opaque<AgentMembership>()(agentMembershipFields)
