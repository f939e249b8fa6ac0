/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentAccessRequest, as it comes. */
export interface AgentAccessRequest extends Made<typeof agentAccessRequestFields> {}
const agentAccessRequestFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  user: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  approver: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  approverCompany: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  vpn: attribute(Schema.Boolean),
  servers: attribute(objects({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  start: attribute(Schema.DateTimeUtcFromString),
  end: attribute(Schema.DateTimeUtcFromString),
  status: attribute(words("approved", "pending", "rejected", "revoked")),
  reason: attribute(Schema.String),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  updatedOn: attribute(Schema.DateTimeUtcFromString),
  allowedApprovers: attribute(
    objects({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
  ),
  reviewExpiresOn: attribute(Schema.DateTimeUtcFromString)
}))
export const AgentAccessRequest = opaque<AgentAccessRequest>()(agentAccessRequestFields)
