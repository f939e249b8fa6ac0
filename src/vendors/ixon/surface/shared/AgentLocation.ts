/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentLocation, as it comes. */
export interface AgentLocation extends Made<typeof agentLocationFields> {}
const agentLocationFields = lazy(() => ({
  name: attribute(Schema.String),
  latitude: attribute(Schema.String),
  longitude: attribute(Schema.String)
}))
export const AgentLocation = opaque<AgentLocation>()(agentLocationFields)
