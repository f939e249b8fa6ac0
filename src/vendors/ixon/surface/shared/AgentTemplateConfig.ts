/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Secret } from "../../../../contract/secretText.ts"
import { attribute } from "../../operations/shape.ts"
import { AgentRouterAdditionalSubnet } from "./AgentRouterAdditionalSubnet.ts"
import { AgentRouterNtpServer } from "./AgentRouterNtpServer.ts"
import { AgentRouterPortForward } from "./AgentRouterPortForward.ts"

/** IXON's AgentTemplateConfig, as it comes. */
export interface AgentTemplateConfig extends Made<typeof agentTemplateConfigFields> {}
const agentTemplateConfigFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  configFileServer: attribute(Schema.String),
  configPushedOn: attribute(Schema.DateTimeUtcFromString),
  configFileReported: attribute(Schema.String),
  configFileReportedWlanKeyEnabled: attribute(Schema.Boolean),
  configFileReportedCellularPasswordEnabled: attribute(Schema.Boolean),
  configReportedOn: attribute(Schema.DateTimeUtcFromString),
  differentConfigs: attribute(Schema.Boolean),
  differentWanConfigs: attribute(Schema.Boolean),
  stewardConfigFileServer: attribute(Schema.String),
  stewardConfigFileReported: attribute(Schema.String),
  stewardConfigReportedOn: attribute(Schema.DateTimeUtcFromString),
  differentStewardConfigs: attribute(Schema.Boolean),
  routerLan: attribute(
    Schema.Struct({
      agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      ipAddress: attribute(Schema.String),
      netMask: attribute(Schema.String),
      network: attribute(Schema.String),
      dhcpServerEnabled: attribute(Schema.Boolean),
      dhcpServerRangeFrom: attribute(Schema.String),
      dhcpServerRangeTo: attribute(Schema.String),
      gatewayLessRouting: attribute(Schema.Boolean),
      forwardLanWan: attribute(words("neither", "public", "private", "both")),
      forwardLanWan2: attribute(words("neither", "public", "private", "both")),
      wlanEnable: attribute(Schema.Boolean),
      wlanSsid: attribute(Schema.String),
      wlanKey: attribute(Secret()),
      wlanChannel: attribute(Schema.Finite),
      bacnetBbmd: attribute(Schema.Array(Schema.String)),
      udpBroadcastRelayPort: attribute(Schema.Array(Schema.Finite))
    })
  ),
  routerVpn: attribute(
    Schema.Struct({
      agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      sourceNatEnabled: attribute(Schema.Boolean)
    })
  ),
  routerWan: attribute(
    Schema.Struct({
      agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      multiwanPolicy: attribute(
        words(
          "eth_cell_wifi",
          "cell_eth_wifi",
          "eth_wifi_cell",
          "wifi_eth_cell",
          "cell_wifi_eth",
          "wifi_cell_eth"
        )
      ),
      ipUseDhcp: attribute(Schema.Boolean),
      ipAddress: attribute(Schema.String),
      ipGateway: attribute(Schema.String),
      ipNetMask: attribute(Schema.String),
      dnsServers: attribute(Schema.Array(Schema.String)),
      dnsRebindProtectionEnabled: attribute(Schema.Boolean),
      cellularApn: attribute(Schema.String),
      cellularPincode: attribute(Secret()),
      cellularMtu: attribute(Schema.Finite),
      digitalInputMode: attribute(
        words("disable_vpn_high", "disable_vpn_low", "disable_wan_high", "disable_wan_low")
      ),
      wanTrackInterval: attribute(Schema.Finite),
      wanTrackIps: attribute(Schema.Array(Schema.String)),
      wlanTrackInterval: attribute(Schema.Finite),
      wlanTrackIps: attribute(Schema.Array(Schema.String)),
      cellularTrackInterval: attribute(Schema.Finite),
      cellularTrackIps: attribute(Schema.Array(Schema.String)),
      httpProxyAddress: attribute(Schema.String),
      httpProxyPort: attribute(Schema.Finite),
      httpProxyAuthentication: attribute(words("none", "basic", "ntlm")),
      httpProxyUsername: attribute(Schema.String),
      httpProxyIsSocks5: attribute(Schema.Boolean),
      wlanSsid: attribute(Schema.String),
      wlanIpUseDhcp: attribute(Schema.Boolean),
      wlanIpAddress: attribute(Schema.String),
      wlanIpGateway: attribute(Schema.String),
      wlanIpNetMask: attribute(Schema.String),
      wlanDnsServers: attribute(Schema.Array(Schema.String)),
      cellularUsername: attribute(Secret())
    })
  ),
  routerDisplay: attribute(
    Schema.Struct({
      agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      lockEnabled: attribute(Schema.Boolean),
      lockCode: attribute(Secret())
    })
  ),
  routerAdditionalSubnets: attribute(Schema.Array(AgentRouterAdditionalSubnet())),
  routerPortForwards: attribute(Schema.Array(AgentRouterPortForward())),
  routerNtpServers: attribute(Schema.Array(AgentRouterNtpServer()))
}))
export const AgentTemplateConfig = opaque<AgentTemplateConfig>()(agentTemplateConfigFields)
