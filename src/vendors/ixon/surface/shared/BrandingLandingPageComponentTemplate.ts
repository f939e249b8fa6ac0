/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Secret } from "../../../../contract/secretText.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's BrandingLandingPageComponentTemplate, as it comes. */
export interface BrandingLandingPageComponentTemplate extends Made<
  typeof brandingLandingPageComponentTemplateFields
> {}
const brandingLandingPageComponentTemplateFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  version: attribute(Schema.String),
  author: attribute(Schema.String),
  licence: attribute(Schema.String),
  url: attribute(Secret()),
  sheetSettings: attribute(
    Schema.Struct({
      minCols: attribute(Schema.Finite),
      defaultCols: attribute(Schema.Finite),
      maxCols: attribute(Schema.Finite),
      minRows: attribute(Schema.Finite),
      defaultRows: attribute(Schema.Finite),
      maxRows: attribute(Schema.Finite)
    })
  ),
  cardSettings: attribute(
    Schema.Struct({
      minHeight: attribute(Schema.Finite),
      defaultHeight: attribute(Schema.Finite),
      maxHeight: attribute(Schema.Finite)
    })
  ),
  inputs: attribute(Schema.String),
  draft: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  published: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  category: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      name: attribute(Schema.String),
      order: attribute(Schema.Finite)
    })
  ),
  configuredVersion: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      number: attribute(Schema.String),
      mainPath: attribute(Schema.String)
    })
  ),
  backendComponent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  static: attribute(Schema.Boolean),
  intent: attribute(Schema.Array(words("asset-configuration", "landing-page", "main-page"))),
  private: attribute(Schema.Boolean)
}))
export const BrandingLandingPageComponentTemplate = opaque<BrandingLandingPageComponentTemplate>()(
  brandingLandingPageComponentTemplateFields
)
