/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { ActivationLicenceType } from "./ActivationLicenceType.ts"
import { LicenceAgent } from "./LicenceAgent.ts"

/** IXON's AgentLoggingApp, as it comes. */
export interface AgentLoggingApp extends Made<typeof agentLoggingAppFields> {}
const agentLoggingAppFields = lazy(() => ({
  licence: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      type: attribute(ActivationLicenceType()),
      serialNumber: attribute(Schema.String),
      expiresOn: attribute(Schema.DateTimeUtcFromString),
      activated: attribute(Schema.Boolean),
      trial: attribute(Schema.Boolean),
      value: attribute(Schema.String),
      locked: attribute(Schema.Boolean),
      maxRetentionPolicy: attribute(Schema.String),
      agent: attribute(LicenceAgent()),
      hasAgent: attribute(Schema.Boolean),
      agentType: attribute(
        Schema.Struct({
          publicId: attribute(Schema.String),
          additionalSubnets: attribute(Schema.Boolean),
          allowDataPublishing: attribute(Schema.Boolean),
          allowDemoDevice: attribute(Schema.Boolean),
          allowTemplating: attribute(Schema.Boolean),
          allowReboot: attribute(Schema.Boolean),
          configPush: attribute(Schema.Boolean),
          configFileFormat: attribute(Schema.Finite),
          customServers: attribute(Schema.Boolean),
          deviceIdFormat: attribute(Schema.String),
          httpProxyPort: attribute(Schema.Finite),
          latestFirmwareFile: attribute(Attributes()),
          name: attribute(Schema.String),
          offlineConfiguration: attribute(Schema.Boolean),
          openvpnConfigMultiUse: attribute(Schema.Boolean),
          purchasePrice: attribute(Attributes()),
          router: attribute(Schema.Boolean),
          stunnelSupport: attribute(Schema.Boolean),
          wanPortForwardings: attribute(Schema.Boolean),
          custom: attribute(Attributes()),
          hasSecondWanPort: attribute(Schema.Boolean)
        })
      ),
      bundle: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }))
    })
  ),
  enabled: attribute(Schema.Boolean)
}))
export const AgentLoggingApp = opaque<AgentLoggingApp>()(agentLoggingAppFields)
