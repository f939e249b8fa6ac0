/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's AgentPageLinkAudience, as it comes. */
export interface AgentPageLinkAudience extends Made<typeof agentPageLinkAudienceFields> {}
const agentPageLinkAudienceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  custom: attribute(Attributes()),
  default: attribute(Schema.Boolean),
  type: attribute(words("alarm", "page", "service"))
}))
export const AgentPageLinkAudience = opaque<AgentPageLinkAudience>()(agentPageLinkAudienceFields)
