/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's ChangedAgentLocation. */
export interface ChangedAgentLocation extends Made<typeof changedAgentLocationFields> {}
const changedAgentLocationFields = lazy(() => ({
  /** 1 to 255 characters. */ name: optional(text(1, 255)),
  latitude: optional(Schema.String),
  longitude: optional(Schema.String)
}))
export const ChangedAgentLocation = opaque<ChangedAgentLocation>()(changedAgentLocationFields)
