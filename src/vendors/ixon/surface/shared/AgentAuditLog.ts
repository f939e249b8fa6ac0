/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { AccessTokenGeoLocation } from "./AccessTokenGeoLocation.ts"

/** IXON's AgentAuditLog, as it comes. */
export interface AgentAuditLog extends Made<typeof agentAuditLogFields> {}
const agentAuditLogFields = lazy(() => ({
  publicId: attribute(Schema.String),
  action: attribute(words("CREATE", "UPDATE", "DELETE", "TRIGGER")),
  topic: attribute(
    Schema.Struct({
      company: attribute(Schema.String),
      user: attribute(Schema.String),
      agent: attribute(Schema.String),
      asset: attribute(Schema.String)
    })
  ),
  time: attribute(Schema.DateTimeUtcFromString),
  request: attribute(
    Schema.Struct({
      ipAddress: attribute(Schema.String),
      fromName: attribute(Schema.String),
      geoLocation: attribute(AccessTokenGeoLocation())
    })
  ),
  actor: attribute(
    Schema.Struct({
      type: attribute(words("agent", "support", "client", "webshopintegration", "scim-provisioning")),
      resource: attribute(
        Schema.Struct({
          publicId: attribute(Schema.String),
          name: attribute(Schema.String),
          type: attribute(Schema.String)
        })
      )
    })
  ),
  application: attribute(Schema.Struct({ name: attribute(Schema.String) })),
  target: attribute(Schema.String),
  before: attribute(Schema.Unknown),
  after: attribute(Schema.Unknown)
}))
export const AgentAuditLog = opaque<AgentAuditLog>()(agentAuditLogFields)
