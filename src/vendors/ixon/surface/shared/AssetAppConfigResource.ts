/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AssetAppConfigResource, as it comes. */
export interface AssetAppConfigResource extends Made<typeof assetAppConfigResourceFields> {}
const assetAppConfigResourceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  config: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  resourcePublicId: attribute(Schema.String),
  resourceType: attribute(words("AgentDataTag")),
  values: attribute(Schema.String),
  stateValues: attribute(Schema.String),
  slug: attribute(Schema.String)
}))
export const AssetAppConfigResource = opaque<AssetAppConfigResource>()(assetAppConfigResourceFields)
