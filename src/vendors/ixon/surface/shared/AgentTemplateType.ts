/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { TypeLatestFirmwareFile } from "./TypeLatestFirmwareFile.ts"

/** IXON's AgentTemplateType, as it comes. */
export interface AgentTemplateType extends Made<typeof agentTemplateTypeFields> {}
const agentTemplateTypeFields = lazy(() => ({
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
  latestFirmwareFile: attribute(TypeLatestFirmwareFile()),
  name: attribute(Schema.String),
  offlineConfiguration: attribute(Schema.Boolean),
  openvpnConfigMultiUse: attribute(Schema.Boolean),
  purchasePrice: attribute(Schema.Struct({ gratis: attribute(Schema.Boolean) })),
  router: attribute(Schema.Boolean),
  stunnelSupport: attribute(Schema.Boolean),
  wanPortForwardings: attribute(Schema.Boolean),
  custom: attribute(Attributes()),
  hasSecondWanPort: attribute(Schema.Boolean)
}))
export const AgentTemplateType = opaque<AgentTemplateType>()(agentTemplateTypeFields)
