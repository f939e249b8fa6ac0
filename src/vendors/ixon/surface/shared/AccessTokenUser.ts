/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AcceptedTermsOfUsePolicyPolicy } from "./AcceptedTermsOfUsePolicyPolicy.ts"
import { UserApiApplication } from "./UserApiApplication.ts"
import { UserInvite } from "./UserInvite.ts"

/** IXON's AccessTokenUser, as it comes. */
export interface AccessTokenUser extends Made<typeof accessTokenUserFields> {}
const accessTokenUserFields = lazy(() => ({
  publicId: attribute(Schema.String),
  type: attribute(words("person", "service_account")),
  name: attribute(Schema.String),
  emailAddress: attribute(Schema.String),
  support: attribute(Schema.Boolean),
  custom: attribute(Attributes()),
  hasPassword: attribute(Schema.Boolean),
  externallyManaged: attribute(Schema.Boolean),
  language: attribute(Schema.String),
  localisation: attribute(Schema.String),
  timeZone: attribute(Schema.String),
  registeredOn: attribute(Schema.DateTimeUtcFromString),
  lastSeenOn: attribute(Schema.DateTimeUtcFromString),
  registeredBy: attribute(
    Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
  ),
  emailAddressChanges: attribute(
    objects({
      publicId: attribute(Schema.String),
      oldEmailAddress: attribute(Schema.String),
      newEmailAddress: attribute(Schema.String),
      expiresOn: attribute(Schema.DateTimeUtcFromString)
    })
  ),
  invites: attribute(Schema.Array(UserInvite())),
  unreadMessagesCount: attribute(Schema.Finite),
  otpAuth: attribute(
    Schema.Struct({
      required: attribute(Schema.Boolean),
      deviceName: attribute(Schema.String),
      registeredOn: attribute(Schema.DateTimeUtcFromString),
      tokenExpiresOn: attribute(Schema.DateTimeUtcFromString),
      type: attribute(words("app", "sms"))
    })
  ),
  apiApplications: attribute(Schema.Array(UserApiApplication())),
  phoneNumber: attribute(Schema.String),
  acceptedTermsOfUsePolicies: attribute(
    objects({
      publicId: attribute(Schema.String),
      policy: attribute(AcceptedTermsOfUsePolicyPolicy()),
      company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      acceptedOn: attribute(Schema.DateTimeUtcFromString)
    })
  )
}))
export const AccessTokenUser = opaque<AccessTokenUser>()(accessTokenUserFields)
