/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AcceptedTermsOfUsePolicyPolicy } from "./AcceptedTermsOfUsePolicyPolicy.ts"
import { CompanyBranding } from "./CompanyBranding.ts"

/** IXON's Company, as it comes. */
export interface CompanyValue extends Made<typeof companyValueFields> {}
const companyValueFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  custom: attribute(Attributes()),
  branding: attribute(CompanyBranding()),
  customTermsOfUse: attribute(words("sector", "company", "disabled")),
  customPrivacyStatement: attribute(words("sector", "company", "disabled")),
  latestTermsOfUse: attribute(AcceptedTermsOfUsePolicyPolicy()),
  latestPrivacyStatement: attribute(AcceptedTermsOfUsePolicyPolicy())
}))
export const CompanyValue = opaque<CompanyValue>()(companyValueFields)
