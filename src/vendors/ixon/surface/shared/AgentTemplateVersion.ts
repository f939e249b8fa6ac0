/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentTemplateVersion, as it comes. */
export interface AgentTemplateVersion extends Made<typeof agentTemplateVersionFields> {}
const agentTemplateVersionFields = lazy(() => ({
  publicId: attribute(Schema.String),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  createdBy: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  description: attribute(Schema.String),
  agentTemplate: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  number: attribute(Schema.String)
}))
export const AgentTemplateVersion = opaque<AgentTemplateVersion>()(agentTemplateVersionFields)
