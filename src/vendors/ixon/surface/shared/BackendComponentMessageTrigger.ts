/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's BackendComponentMessageTrigger, as it comes. */
export interface BackendComponentMessageTrigger extends Made<typeof backendComponentMessageTriggerFields> {}
const backendComponentMessageTriggerFields = lazy(() => ({
  publicId: attribute(Schema.String),
  lastTry: attribute(Schema.DateTimeUtcFromString),
  nextTry: attribute(Schema.DateTimeUtcFromString),
  ok: attribute(Schema.Boolean),
  retrying: attribute(Schema.Boolean),
  status: attribute(Schema.String),
  tryCount: attribute(Schema.Finite),
  subscription: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const BackendComponentMessageTrigger = opaque<BackendComponentMessageTrigger>()(
  backendComponentMessageTriggerFields
)
