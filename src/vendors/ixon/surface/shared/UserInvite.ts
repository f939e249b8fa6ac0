/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { InviteMembership } from "./InviteMembership.ts"

/** IXON's UserInvite, as it comes. */
export interface UserInvite extends Made<typeof userInviteFields> {}
const userInviteFields = lazy(() => ({
  publicId: attribute(Schema.String),
  emailAddress: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  memberships: attribute(Schema.Array(InviteMembership()))
}))
export const UserInvite = opaque<UserInvite>()(userInviteFields)
