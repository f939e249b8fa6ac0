/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AgentPageLinkAudience } from "./AgentPageLinkAudience.ts"

/** IXON's GroupRoleRole, as it comes. */
export interface GroupRoleRole extends Made<typeof groupRoleRoleFields> {}
const groupRoleRoleFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  enforce2fa: attribute(Schema.Boolean),
  enforceSso: attribute(Schema.Boolean),
  permissions: attribute(objects({ publicId: attribute(Schema.String), custom: attribute(Attributes()) })),
  audiences: attribute(Schema.Array(AgentPageLinkAudience())),
  custom: attribute(Attributes())
}))
export const GroupRoleRole = opaque<GroupRoleRole>()(groupRoleRoleFields)
