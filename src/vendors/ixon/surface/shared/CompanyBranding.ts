/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { BrandingLandingPageComponentTemplate } from "./BrandingLandingPageComponentTemplate.ts"

/** IXON's CompanyBranding, as it comes. */
export interface CompanyBranding extends Made<typeof companyBrandingFields> {}
const companyBrandingFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  fqdn: attribute(Schema.String),
  theme: attribute(
    Schema.Struct({
      primaryColor: attribute(Schema.String),
      primaryTextColor: attribute(Schema.String),
      accentColor: attribute(Schema.String),
      accentTextColor: attribute(Schema.String),
      headerColor: attribute(Schema.String),
      headerLineColor: attribute(Schema.String),
      menuColor: attribute(Schema.String),
      menuTextColor: attribute(Schema.String),
      pageColor: attribute(Schema.String),
      pageTextColor: attribute(Schema.String),
      cardColor: attribute(Schema.String),
      cardTextColor: attribute(Schema.String),
      logoHasBackgroundColor: attribute(Schema.Boolean),
      logoOnHeaderColorSpec: attribute(Schema.String)
    })
  ),
  appleTouchIcon: attribute(Schema.String),
  favicon: attribute(Schema.String),
  logo: attribute(Schema.String),
  logoDark: attribute(Schema.String),
  appleAppStoreLink: attribute(Schema.String),
  googlePlayStoreLink: attribute(Schema.String),
  landingPageComponentTemplate: attribute(BrandingLandingPageComponentTemplate()),
  custom: attribute(Attributes())
}))
export const CompanyBranding = opaque<CompanyBranding>()(companyBrandingFields)
