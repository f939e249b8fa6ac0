/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's UserApiApplication, as it comes. */
export interface UserApiApplication extends Made<typeof userApiApplicationFields> {}
const userApiApplicationFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  custom: attribute(Attributes())
}))
export const UserApiApplication = opaque<UserApiApplication>()(userApiApplicationFields)
