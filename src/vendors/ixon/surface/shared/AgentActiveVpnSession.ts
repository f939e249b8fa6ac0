/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentActiveVpnSession, as it comes. */
export interface AgentActiveVpnSession extends Made<typeof agentActiveVpnSessionFields> {}
const agentActiveVpnSessionFields = lazy(() => ({
  rscServer: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      name: attribute(Schema.String),
      vpnRange: attribute(Schema.String),
      supportedLayers: attribute(Schema.Array(words("tun", "tap"))),
      location: attribute(
        Schema.Struct({
          name: attribute(Schema.String),
          latitude: attribute(Schema.String),
          longitude: attribute(Schema.String)
        })
      )
    })
  ),
  startedOn: attribute(Schema.DateTimeUtcFromString),
  sessionName: attribute(Schema.String),
  vpnAddress: attribute(Schema.String),
  closed: attribute(Schema.Boolean)
}))
export const AgentActiveVpnSession = opaque<AgentActiveVpnSession>()(agentActiveVpnSessionFields)
