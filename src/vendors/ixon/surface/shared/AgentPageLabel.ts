/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentPageLabel, as it comes. */
export interface AgentPageLabel extends Made<typeof agentPageLabelFields> {}
const agentPageLabelFields = lazy(() => ({
  color: attribute(Schema.String),
  name: attribute(Schema.String),
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentPageLabel = opaque<AgentPageLabel>()(agentPageLabelFields)
