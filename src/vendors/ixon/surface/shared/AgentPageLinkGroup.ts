/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentPageLinkGroup, as it comes. */
export interface AgentPageLinkGroup extends Made<typeof agentPageLinkGroupFields> {}
const agentPageLinkGroupFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  menuItem: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String)
}))
export const AgentPageLinkGroup = opaque<AgentPageLinkGroup>()(agentPageLinkGroupFields)
