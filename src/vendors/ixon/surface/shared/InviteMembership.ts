/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's InviteMembership, as it comes. */
export interface InviteMembership extends Made<typeof inviteMembershipFields> {}
const inviteMembershipFields = lazy(() => ({
  publicId: attribute(Schema.String),
  user: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  invite: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  role: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  expiresOn: attribute(Schema.DateTimeUtcFromString)
}))
export const InviteMembership = opaque<InviteMembership>()(inviteMembershipFields)
