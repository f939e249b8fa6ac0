/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AccessTokenGeoLocation, as it comes. */
export interface AccessTokenGeoLocation extends Made<typeof accessTokenGeoLocationFields> {}
const accessTokenGeoLocationFields = lazy(() => ({
  latitude: attribute(Schema.String),
  longitude: attribute(Schema.String),
  country: attribute(Schema.String),
  city: attribute(Schema.String)
}))
export const AccessTokenGeoLocation = opaque<AccessTokenGeoLocation>()(accessTokenGeoLocationFields)
