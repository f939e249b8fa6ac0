/** IXON: agentRouters. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentRouterAdditionalSubnet } from "./shared/AgentRouterAdditionalSubnet.ts"
import { AgentRouterNtpServer } from "./shared/AgentRouterNtpServer.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/**
 * Deletes agent router additional subnets: `DELETE /agents/{agentId}/router-additional-subnets`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterAdditionalSubnets = companyOperation(
  "deleteAgentRouterAdditionalSubnets",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-additional-subnets",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12)
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/** Lists agent router additional subnets; `.stream` reads all pages: `GET /agents/{agentId}/router-additional-subnets`. */
export const listAgentRouterAdditionalSubnets = companyOperation("listAgentRouterAdditionalSubnets", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-additional-subnets",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRouterAdditionalSubnet())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/**
 * Updates agent router additional subnets: `PATCH /agents/{agentId}/router-additional-subnets`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentRouterAdditionalSubnets = companyOperation(
  "updateAgentRouterAdditionalSubnets",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/router-additional-subnets",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        /** At most 255 characters. */ networkAddress: optional(text(0, 255)),
        /** At most 255 characters. */ networkMask: optional(text(0, 255)),
        /** At most 255 characters. */ gatewayAddress: optional(text(0, 255))
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/**
 * Creates agent router additional subnets: `POST /agents/{agentId}/router-additional-subnets`. Not idempotent: a repeat creates
 * another.
 */
export const createAgentRouterAdditionalSubnets = companyOperation(
  "createAgentRouterAdditionalSubnets",
  () => ({
    method: "POST",
    path: "/agents/{agentId}/router-additional-subnets",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** At most 255 characters. */ networkAddress: text(0, 255),
        /** At most 255 characters. */ networkMask: text(0, 255),
        /** At most 255 characters. */ gatewayAddress: text(0, 255)
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/**
 * Deletes an agent router additional subnet: `DELETE /agents/{agentId}/router-additional-subnets/{publicId}`. Idempotent: a
 * repeat may be refused, for the id is gone.
 */
export const deleteAgentRouterAdditionalSubnet = companyOperation(
  "deleteAgentRouterAdditionalSubnet",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-additional-subnets/{publicId}",
    input: Schema.Struct({ agentId: Id(), publicId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Gets an agent router additional subnet: `GET /agents/{agentId}/router-additional-subnets/{publicId}`. */
export const getAgentRouterAdditionalSubnet = companyOperation("getAgentRouterAdditionalSubnet", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-additional-subnets/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentRouterAdditionalSubnet(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent router additional subnet: `PATCH /agents/{agentId}/router-additional-subnets/{publicId}`. Idempotent: it sets
 * values, whatever they were.
 */
export const updateAgentRouterAdditionalSubnet = companyOperation(
  "updateAgentRouterAdditionalSubnet",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/router-additional-subnets/{publicId}",
    input: Schema.Struct({
      agentId: Id(),
      publicId: Id(),
      /** At most 255 characters. */ networkAddress: optional(text(0, 255)),
      /** At most 255 characters. */ networkMask: optional(text(0, 255)),
      /** At most 255 characters. */ gatewayAddress: optional(text(0, 255))
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Updates an agent router display config: `PATCH /agents/{agentId}/router-display-config`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAgentRouterDisplayConfig = companyOperation("updateAgentRouterDisplayConfig", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-display-config",
  input: Schema.Struct({
    agentId: Id(),
    agent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    lockEnabled: optional(Schema.Boolean),
    /** Exactly 4 characters, of a fixed form; or null. */
    lockCode: optional(Schema.NullOr(like(/[0-9]+/, text(4, 4))))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Updates an agent router LAN config: `PATCH /agents/{agentId}/router-lan-config`. Idempotent: it sets values, whatever they were. */
export const updateAgentRouterLanConfig = companyOperation("updateAgentRouterLanConfig", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-lan-config",
  input: Schema.Struct({
    agentId: Id(),
    agent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** At most 255 characters. */ ipAddress: optional(text(0, 255)),
    /** At most 255 characters. */ netMask: optional(text(0, 255)),
    /** At most 255 characters. */ network: optional(text(0, 255)),
    dhcpServerEnabled: optional(Schema.Boolean),
    /** At most 255 characters; or null. */ dhcpServerRangeFrom: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ dhcpServerRangeTo: optional(Schema.NullOr(text(0, 255))),
    gatewayLessRouting: optional(Schema.Boolean),
    forwardLanWan: optional(Schema.Literals(["neither", "public", "private", "both"])),
    forwardLanWan2: optional(Schema.Literals(["neither", "public", "private", "both"])),
    /** Or null. */ wlanEnable: optional(Schema.NullOr(Schema.Boolean)),
    /** At most 32 characters; or null. */ wlanSsid: optional(Schema.NullOr(text(0, 32))),
    /** At most 255 characters; or null. */ wlanKey: optional(Schema.NullOr(text(0, 255))),
    /** At most 4294967295; or null. */ wlanChannel: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
    bacnetBbmd: optional(Schema.Array(text(0, 255))),
    udpBroadcastRelayPort: optional(Schema.Array(whole(-Infinity, 65535)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes agent router NTP servers: `DELETE /agents/{agentId}/router-ntp-servers`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteAgentRouterNtpServers = companyOperation("deleteAgentRouterNtpServers", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-ntp-servers",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent router NTP servers; `.stream` reads all pages: `GET /agents/{agentId}/router-ntp-servers`. */
export const listAgentRouterNtpServers = companyOperation("listAgentRouterNtpServers", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-ntp-servers",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRouterNtpServer())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent router NTP servers: `PATCH /agents/{agentId}/router-ntp-servers`. Idempotent: it sets values, whatever they were. */
export const updateAgentRouterNtpServers = companyOperation("updateAgentRouterNtpServers", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-ntp-servers",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ server: text(1, 255)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent router NTP servers: `POST /agents/{agentId}/router-ntp-servers`. Not idempotent: a repeat creates another. */
export const createAgentRouterNtpServers = companyOperation("createAgentRouterNtpServers", () => ({
  method: "POST",
  path: "/agents/{agentId}/router-ntp-servers",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** 1 to 255 characters. */ server: text(1, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Replaces agent router NTP servers: `PUT /agents/{agentId}/router-ntp-servers`. Idempotent: it sets values, whatever they were. */
export const replaceAgentRouterNtpServers = companyOperation("replaceAgentRouterNtpServers", () => ({
  method: "PUT",
  path: "/agents/{agentId}/router-ntp-servers",
  input: Schema.Struct({ agentId: Id(), servers: Schema.Array(text(1, 255)) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  from: "data",
  idempotent: true
}))

/**
 * Deletes an agent router NTP server: `DELETE /agents/{agentId}/router-ntp-servers/{publicId}`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterNtpServer = companyOperation("deleteAgentRouterNtpServer", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-ntp-servers/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent router NTP server: `GET /agents/{agentId}/router-ntp-servers/{publicId}`. */
export const getAgentRouterNtpServer = companyOperation("getAgentRouterNtpServer", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-ntp-servers/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentRouterNtpServer(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent router NTP server: `PATCH /agents/{agentId}/router-ntp-servers/{publicId}`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentRouterNtpServer = companyOperation("updateAgentRouterNtpServer", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-ntp-servers/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ server: text(1, 255)
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Updates an agent router VPN config: `PATCH /agents/{agentId}/router-vpn-config`. Idempotent: it sets values, whatever they were. */
export const updateAgentRouterVpnConfig = companyOperation("updateAgentRouterVpnConfig", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-vpn-config",
  input: Schema.Struct({
    agentId: Id(),
    agent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    sourceNatEnabled: optional(Schema.Boolean)
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Updates an agent router WAN config: `PATCH /agents/{agentId}/router-wan-config`. Idempotent: it sets values, whatever they were. */
export const updateAgentRouterWanConfig = companyOperation("updateAgentRouterWanConfig", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-wan-config",
  input: Schema.Struct({
    agentId: Id(),
    agent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** Or null. */
    multiwanPolicy: optional(
      Schema.NullOr(
        Schema.Literals([
          "eth_cell_wifi",
          "cell_eth_wifi",
          "eth_wifi_cell",
          "wifi_eth_cell",
          "cell_wifi_eth",
          "wifi_cell_eth"
        ])
      )
    ),
    /** Or null. */ ipUseDhcp: optional(Schema.NullOr(Schema.Boolean)),
    /** At most 255 characters; or null. */ ipAddress: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ ipGateway: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ ipNetMask: optional(Schema.NullOr(text(0, 255))),
    dnsServers: optional(Schema.Array(text(0, 255))),
    /** Or null. */ dnsRebindProtectionEnabled: optional(Schema.NullOr(Schema.Boolean)),
    /** At most 255 characters; or null. */ cellularApn: optional(Schema.NullOr(text(0, 255))),
    /** At most 8 characters; or null. */ cellularPincode: optional(Schema.NullOr(text(0, 8))),
    /** 576 to 1500; or null. */ cellularMtu: optional(Schema.NullOr(whole(576, 1500))),
    /** Or null. */
    digitalInputMode: optional(
      Schema.NullOr(
        Schema.Literals(["disable_vpn_high", "disable_vpn_low", "disable_wan_high", "disable_wan_low"])
      )
    ),
    /** At most 4294967295; or null. */
    wanTrackInterval: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
    wanTrackIps: optional(Schema.Array(text(0, 255))),
    /** At most 4294967295; or null. */
    wlanTrackInterval: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
    wlanTrackIps: optional(Schema.Array(text(0, 255))),
    /** At most 4294967295; or null. */
    cellularTrackInterval: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
    cellularTrackIps: optional(Schema.Array(text(0, 255))),
    /** At most 255 characters; or null. */ httpProxyAddress: optional(Schema.NullOr(text(0, 255))),
    /** At most 4294967295; or null. */
    httpProxyPort: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
    /** Or null. */
    httpProxyAuthentication: optional(Schema.NullOr(Schema.Literals(["none", "basic", "ntlm"]))),
    /** At most 255 characters; or null. */ httpProxyUsername: optional(Schema.NullOr(text(0, 255))),
    /** Or null. */ httpProxyIsSocks5: optional(Schema.NullOr(Schema.Boolean))
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes an agent router WAN config cellular push: `DELETE /agents/{agentId}/router-wan-config/cellular`. Idempotent: a repeat
 * may be refused, for the id is gone.
 */
export const deleteAgentRouterWanConfigCellularPush = companyOperation(
  "deleteAgentRouterWanConfigCellularPush",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-wan-config/cellular",
    input: Schema.Struct({ agentId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Pushes an agent router WAN config cellular: `POST /agents/{agentId}/router-wan-config/cellular`. Not idempotent: what a repeat
 * does is not documented.
 */
export const pushAgentRouterWanConfigCellular = companyOperation("pushAgentRouterWanConfigCellular", () => ({
  method: "POST",
  path: "/agents/{agentId}/router-wan-config/cellular",
  input: Schema.Struct({
    agentId: Id(),
    /** 1 to 255 characters. */ cellularApn: text(1, 255),
    /** At most 8 characters; or null. */ cellularPincode: optional(Schema.NullOr(text(0, 8))),
    /** 576 to 1500; or null. */ cellularMtu: optional(Schema.NullOr(whole(576, 1500))),
    /** At most 255 characters; or null. */ cellularUsername: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ cellularPassword: optional(Schema.NullOr(text(0, 255)))
  }),
  output: Schema.Void,
  idempotent: false
}))

/**
 * Deletes an agent router WAN config WLAN push: `DELETE /agents/{agentId}/router-wan-config/wlan`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterWanConfigWlanPush = companyOperation(
  "deleteAgentRouterWanConfigWlanPush",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-wan-config/wlan",
    input: Schema.Struct({ agentId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Pushes an agent router WAN config WLAN: `POST /agents/{agentId}/router-wan-config/wlan`. Not idempotent: what a repeat does is
 * not documented.
 */
export const pushAgentRouterWanConfigWlan = companyOperation("pushAgentRouterWanConfigWlan", () => ({
  method: "POST",
  path: "/agents/{agentId}/router-wan-config/wlan",
  input: Schema.Struct({
    agentId: Id(),
    /** 1 to 255 characters. */ wlanSsid: text(1, 255),
    /** At most 255 characters; or null. */ wlanKey: optional(Schema.NullOr(text(0, 255))),
    /** Or null. */ wlanIpUseDhcp: optional(Schema.NullOr(Schema.Boolean)),
    /** At most 255 characters; or null. */ wlanIpAddress: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ wlanIpGateway: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ wlanIpNetMask: optional(Schema.NullOr(text(0, 255))),
    wlanDnsServers: optional(Schema.Array(text(0, 255)))
  }),
  output: Schema.Void,
  idempotent: false
}))
