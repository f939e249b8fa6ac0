/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AccessTokenSsoIdentityProvider, as it comes. */
export interface AccessTokenSsoIdentityProvider extends Made<typeof accessTokenSsoIdentityProviderFields> {}
const accessTokenSsoIdentityProviderFields = lazy(() => ({
  publicId: attribute(Schema.String),
  companies: attribute(objects({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  logo: attribute(Schema.String)
}))
export const AccessTokenSsoIdentityProvider = opaque<AccessTokenSsoIdentityProvider>()(
  accessTokenSsoIdentityProviderFields
)
