/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { AssetAppConfigResource } from "./AssetAppConfigResource.ts"

/** IXON's AssetAppConfig, as it comes. */
export interface AssetAppConfig extends Made<typeof assetAppConfigFields> {}
const assetAppConfigFields = lazy(() => ({
  publicId: attribute(Schema.String),
  app: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  values: attribute(Schema.String),
  stateValues: attribute(Schema.String),
  resources: attribute(Schema.Array(AssetAppConfigResource()))
}))
export const AssetAppConfig = opaque<AssetAppConfig>()(assetAppConfigFields)
