/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Secret } from "../../../../contract/secretText.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AcceptedTermsOfUsePolicyPolicy, as it comes. */
export interface AcceptedTermsOfUsePolicyPolicy extends Made<typeof acceptedTermsOfUsePolicyPolicyFields> {}
const acceptedTermsOfUsePolicyPolicyFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  latest: attribute(Schema.Boolean),
  version: attribute(Schema.String),
  publishedOn: attribute(Schema.DateTimeUtcFromString),
  downloadUrl: attribute(Secret()),
  type: attribute(words("termsofuse", "privacystatement")),
  languages: attribute(
    objects({
      publicId: attribute(Schema.String),
      languageCode: attribute(Schema.String),
      body: attribute(Schema.String),
      updateSummary: attribute(Schema.String),
      policy: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
    })
  )
}))
export const AcceptedTermsOfUsePolicyPolicy = opaque<AcceptedTermsOfUsePolicyPolicy>()(
  acceptedTermsOfUsePolicyPolicyFields
)
