/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AccessTokenGeoLocation } from "./AccessTokenGeoLocation.ts"
import { AgentAccessRequest } from "./AgentAccessRequest.ts"
import { AgentActivationLicence } from "./AgentActivationLicence.ts"
import { AgentActiveVpnSession } from "./AgentActiveVpnSession.ts"
import { AgentDataSource } from "./AgentDataSource.ts"
import { AgentDeviceValue } from "./AgentDeviceValue.ts"
import { AgentLastSeenAgentUserAgent } from "./AgentLastSeenAgentUserAgent.ts"
import { AgentLocation } from "./AgentLocation.ts"
import { AgentLoggingApp } from "./AgentLoggingApp.ts"
import { AgentMembership } from "./AgentMembership.ts"
import { AgentPageLink } from "./AgentPageLink.ts"
import { AgentPageLinkAudience } from "./AgentPageLinkAudience.ts"
import { AgentRouterLanWanAccessRule } from "./AgentRouterLanWanAccessRule.ts"
import { AgentRouterOneToOneNatRule } from "./AgentRouterOneToOneNatRule.ts"
import { AgentRouterVpnAccessRule } from "./AgentRouterVpnAccessRule.ts"
import { AgentServer } from "./AgentServer.ts"
import { AgentTemplateConfig } from "./AgentTemplateConfig.ts"
import { AgentTemplateType } from "./AgentTemplateType.ts"
import { AgentTemplateVersion } from "./AgentTemplateVersion.ts"

/** IXON's Agent, as it comes. */
export interface AgentValue extends Made<typeof agentValueFields> {}
const agentValueFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  deviceId: attribute(Schema.String),
  type: attribute(AgentTemplateType()),
  location: attribute(AgentLocation()),
  geoLocation: attribute(AccessTokenGeoLocation()),
  timeZone: attribute(Schema.String),
  custom: attribute(Attributes()),
  description: attribute(Schema.String),
  useStunnel: attribute(Schema.Boolean),
  preferLocationOverGeoip: attribute(Schema.Boolean),
  reRegistration: attribute(Schema.Boolean),
  replaceRegistration: attribute(Schema.Boolean),
  replaceMacAddress: attribute(Schema.String),
  fixedVpnAddress: attribute(Schema.String),
  macAddress: attribute(Schema.String),
  serialNumber: attribute(Schema.String),
  pullCodeGeneratedOn: attribute(Schema.DateTimeUtcFromString),
  controlKeyGeneratedOn: attribute(Schema.DateTimeUtcFromString),
  lastSeenAgentUserAgent: attribute(AgentLastSeenAgentUserAgent()),
  networkValues: attribute(
    objects({
      interface: attribute(Schema.String),
      name: attribute(Schema.String),
      value: attribute(Schema.Array(Schema.String))
    })
  ),
  networkReportedOn: attribute(Schema.DateTimeUtcFromString),
  activeStatus: attribute(words("active", "inactive")),
  activationLicence: attribute(AgentActivationLicence()),
  pendingRegistration: attribute(Schema.Boolean),
  card: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  activeVpnSession: attribute(AgentActiveVpnSession()),
  vpnChangedOn: attribute(Schema.DateTimeUtcFromString),
  mdrServer: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  mqttChangedOn: attribute(Schema.DateTimeUtcFromString),
  loggingMdrServer: attribute(
    Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
  ),
  loggingMqttChangedOn: attribute(Schema.DateTimeUtcFromString),
  lsiServer: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  controlledBy: attribute(
    Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
  ),
  vpnAudience: attribute(AgentPageLinkAudience()),
  vpnRequireAccessApproval: attribute(Schema.Boolean),
  vpnAccessRules: attribute(Schema.Array(AgentRouterVpnAccessRule())),
  vpnVisibleInMobileApp: attribute(Schema.Boolean),
  vpnVisibleOnWeb: attribute(Schema.Boolean),
  dataAudience: attribute(AgentPageLinkAudience()),
  memberships: attribute(Schema.Array(AgentMembership())),
  rateLimiting: attribute(
    Schema.Struct({
      configMqttCommandLimit: attribute(words("soft", "hard", "lock")),
      configMqttCommandCounter: attribute(Schema.Finite),
      configMqttCommandLastHit: attribute(Schema.DateTimeUtcFromString),
      configMqttDataLimit: attribute(words("soft", "hard", "lock")),
      configMqttDataCounter: attribute(Schema.Finite),
      configMqttDataLastHit: attribute(Schema.DateTimeUtcFromString),
      configOpenvpnLimit: attribute(words("soft", "hard", "lock")),
      configOpenvpnCounter: attribute(Schema.Finite),
      configOpenvpnLastHit: attribute(Schema.DateTimeUtcFromString)
    })
  ),
  vpnProtocol: attribute(words("udp", "tcp")),
  config: attribute(AgentTemplateConfig()),
  demoDevice: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      expiresOn: attribute(Schema.DateTimeUtcFromString),
      agentType: attribute(AgentTemplateType()),
      dmvServer: attribute(
        Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
      )
    })
  ),
  connectedUsers: attribute(objects({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  loggingApp: attribute(AgentLoggingApp()),
  valuesPerHour: attribute(Schema.Finite),
  alarmingApp: attribute(AgentLoggingApp()),
  lanWanAccessRules: attribute(Schema.Array(AgentRouterLanWanAccessRule())),
  oneToOneNatRules: attribute(Schema.Array(AgentRouterOneToOneNatRule())),
  devices: attribute(Schema.Array(AgentDeviceValue())),
  servers: attribute(Schema.Array(AgentServer())),
  dataSources: attribute(Schema.Array(AgentDataSource())),
  pageLinks: attribute(Schema.Array(AgentPageLink())),
  scheduledAccessRequests: attribute(Schema.Array(AgentAccessRequest())),
  assets: attribute(objects({ publicId: attribute(Schema.String) })),
  registrationProfile: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      name: attribute(Schema.String),
      agentActivationName: attribute(Schema.String)
    })
  ),
  vpnLocked: attribute(Schema.Boolean),
  webAccessLocked: attribute(Schema.Boolean),
  appliedTemplateVersion: attribute(AgentTemplateVersion())
}))
export const AgentValue = opaque<AgentValue>()(agentValueFields)
