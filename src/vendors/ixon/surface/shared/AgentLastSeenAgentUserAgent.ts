/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentLastSeenAgentUserAgent, as it comes. */
export interface AgentLastSeenAgentUserAgent extends Made<typeof agentLastSeenAgentUserAgentFields> {}
const agentLastSeenAgentUserAgentFields = lazy(() => ({
  publicId: attribute(Schema.String),
  value: attribute(Schema.String),
  configName: attribute(Schema.String),
  configVersion: attribute(Schema.String),
  hardware: attribute(Schema.String),
  hardwareCode: attribute(Schema.String),
  hardwareVersion: attribute(Schema.String),
  firmwareVersion: attribute(Schema.String),
  osName: attribute(Schema.String),
  osVersion: attribute(Schema.String),
  appName: attribute(Schema.String),
  appVersion: attribute(Schema.String),
  packageName: attribute(Schema.String),
  packageVersion: attribute(Schema.String),
  libixagentVersion: attribute(Schema.String),
  libixloggerVersion: attribute(Schema.String),
  logOnTrigger: attribute(Schema.Boolean),
  alarming: attribute(Schema.Boolean),
  dataMonitoring: attribute(Schema.Boolean),
  wifi: attribute(Schema.Boolean),
  remoteFirmwareUpgrade: attribute(Schema.Boolean),
  staticMapping: attribute(Schema.Boolean),
  stewardConfigPush: attribute(Schema.Boolean),
  wanInterfaceEth0: attribute(Schema.Boolean),
  wanInterfaceWifi0: attribute(Schema.Boolean),
  wanInterfaceCell0: attribute(words("3G", "4G", "neither")),
  multiWan: attribute(Schema.Boolean),
  openvpnVersion: attribute(Schema.String),
  openvpnOccEnabled: attribute(Schema.Boolean),
  openvpnOpensslVersion: attribute(Schema.String)
}))
export const AgentLastSeenAgentUserAgent = opaque<AgentLastSeenAgentUserAgent>()(
  agentLastSeenAgentUserAgentFields
)
