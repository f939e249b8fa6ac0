/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AssetLibraryVersionCompany, as it comes. */
export interface AssetLibraryVersionCompany extends Made<typeof assetLibraryVersionCompanyFields> {}
const assetLibraryVersionCompanyFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  library: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  version: attribute(Schema.Finite),
  description: attribute(Schema.String),
  publishedBy: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  publishedOn: attribute(Schema.DateTimeUtcFromString),
  renderedYaml: attribute(Schema.String),
  latest: attribute(Schema.Boolean)
}))
export const AssetLibraryVersionCompany = opaque<AssetLibraryVersionCompany>()(
  assetLibraryVersionCompanyFields
)
