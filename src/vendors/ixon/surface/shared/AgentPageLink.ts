/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AgentPageLinkAudience } from "./AgentPageLinkAudience.ts"
import { AgentPageLinkGroup } from "./AgentPageLinkGroup.ts"

/** IXON's AgentPageLink, as it comes. */
export interface AgentPageLink extends Made<typeof agentPageLinkFields> {}
const agentPageLinkFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  menuItem: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  page: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  audience: attribute(AgentPageLinkAudience()),
  group: attribute(AgentPageLinkGroup()),
  order: attribute(Schema.Finite),
  custom: attribute(Attributes())
}))
export const AgentPageLink = opaque<AgentPageLink>()(agentPageLinkFields)
