/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AssetMembership, as it comes. */
export interface AssetMembership extends Made<typeof assetMembershipFields> {}
const assetMembershipFields = lazy(() => ({
  publicId: attribute(Schema.String),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AssetMembership = opaque<AssetMembership>()(assetMembershipFields)
