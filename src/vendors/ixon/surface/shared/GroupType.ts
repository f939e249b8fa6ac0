/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's GroupType, as it comes. */
export interface GroupType extends Made<typeof groupTypeFields> {}
const groupTypeFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  order: attribute(Schema.Finite),
  color: attribute(Schema.String),
  custom: attribute(Attributes())
}))
export const GroupType = opaque<GroupType>()(groupTypeFields)
