/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentVpnUsage, as it comes. */
export interface AgentVpnUsage extends Made<typeof agentVpnUsageFields> {}
const agentVpnUsageFields = lazy(() => ({
  bytesSent: attribute(Schema.Finite),
  bytesReceived: attribute(Schema.Finite),
  year: attribute(Schema.Finite),
  month: attribute(Schema.Finite),
  day: attribute(Schema.Finite),
  hour: attribute(Schema.Finite)
}))
export const AgentVpnUsage = opaque<AgentVpnUsage>()(agentVpnUsageFields)
