/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AccessTokenGeoLocation } from "./AccessTokenGeoLocation.ts"

/** IXON's LicenceAgent, as it comes. */
export interface LicenceAgent extends Made<typeof licenceAgentFields> {}
const licenceAgentFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  deviceId: attribute(Schema.String),
  type: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  location: attribute(
    Schema.Struct({
      name: attribute(Schema.String),
      latitude: attribute(Schema.String),
      longitude: attribute(Schema.String)
    })
  ),
  geoLocation: attribute(AccessTokenGeoLocation()),
  custom: attribute(Attributes())
}))
export const LicenceAgent = opaque<LicenceAgent>()(licenceAgentFields)
