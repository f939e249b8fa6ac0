/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { GroupType } from "./GroupType.ts"

/** IXON's MembershipGroup, as it comes. */
export interface MembershipGroup extends Made<typeof membershipGroupFields> {}
const membershipGroupFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  type: attribute(GroupType())
}))
export const MembershipGroup = opaque<MembershipGroup>()(membershipGroupFields)
