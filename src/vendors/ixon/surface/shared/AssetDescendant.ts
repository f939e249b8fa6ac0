/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AgentLocation } from "./AgentLocation.ts"
import { AgentPageLink } from "./AgentPageLink.ts"
import { AssetAppConfig } from "./AssetAppConfig.ts"
import { AssetDescendantResourceVariant } from "./AssetDescendantResourceVariant.ts"
import { AssetLibraryVersionCompany } from "./AssetLibraryVersionCompany.ts"
import { AssetMembership } from "./AssetMembership.ts"

/** IXON's AssetDescendant, as it comes. */
export interface AssetDescendant extends Made<typeof assetDescendantFields> {}
const assetDescendantFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  order: attribute(Schema.Finite),
  resourceVariant: attribute(AssetDescendantResourceVariant()),
  slug: attribute(Schema.String),
  parent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  pageLinks: attribute(Schema.Array(AgentPageLink())),
  memberships: attribute(Schema.Array(AssetMembership())),
  card: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  enabled: attribute(Schema.Boolean),
  aiAssistantEnabled: attribute(Schema.Boolean),
  aiAssistantUserGreeting: attribute(Schema.String),
  custom: attribute(Attributes()),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  appConfigs: attribute(Schema.Array(AssetAppConfig())),
  libraryAsset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  libraryVersion: attribute(AssetLibraryVersionCompany()),
  isLibraryAsset: attribute(Schema.Boolean),
  hasChanges: attribute(Schema.Boolean),
  root: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  libraryRoot: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  location: attribute(AgentLocation()),
  timeZone: attribute(Schema.String)
}))
export const AssetDescendant = opaque<AssetDescendant>()(assetDescendantFields)
