/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's MyInviteUser, as it comes. */
export interface MyInviteUser extends Made<typeof myInviteUserFields> {}
const myInviteUserFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  emailAddress: attribute(Schema.String),
  custom: attribute(Attributes()),
  language: attribute(Schema.String),
  localisation: attribute(Schema.String),
  timeZone: attribute(Schema.String)
}))
export const MyInviteUser = opaque<MyInviteUser>()(myInviteUserFields)
