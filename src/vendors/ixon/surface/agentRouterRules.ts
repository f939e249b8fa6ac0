/** IXON: agentRouterRules. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentRouterLanWanAccessRule } from "./shared/AgentRouterLanWanAccessRule.ts"
import { AgentRouterLanWanAccessRuleProtocol } from "./shared/AgentRouterLanWanAccessRuleProtocol.ts"
import { AgentRouterOneToOneNatRule } from "./shared/AgentRouterOneToOneNatRule.ts"
import { AgentRouterPortForward } from "./shared/AgentRouterPortForward.ts"
import { AgentRouterVpnAccessRule } from "./shared/AgentRouterVpnAccessRule.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/**
 * Deletes agent router LAN WAN access rules: `DELETE /agents/{agentId}/router-lan-wan-access-rules`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterLanWanAccessRules = companyOperation(
  "deleteAgentRouterLanWanAccessRules",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-lan-wan-access-rules",
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

/** Lists agent router LAN WAN access rules; `.stream` reads all pages: `GET /agents/{agentId}/router-lan-wan-access-rules`. */
export const listAgentRouterLanWanAccessRules = companyOperation("listAgentRouterLanWanAccessRules", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-lan-wan-access-rules",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRouterLanWanAccessRule())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/**
 * Updates agent router LAN WAN access rules: `PATCH /agents/{agentId}/router-lan-wan-access-rules`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentRouterLanWanAccessRules = companyOperation(
  "updateAgentRouterLanWanAccessRules",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/router-lan-wan-access-rules",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        /** At most 255 characters; or null. */ sourceIpAddress: optional(Schema.NullOr(text(0, 255))),
        /** Exactly 17 characters, of a fixed form; or null. */
        sourceMacAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(17, 17)))),
        /** At most 65535; or null. */ destinationPort: optional(Schema.NullOr(whole(-Infinity, 65535))),
        protocol: optional(AgentRouterLanWanAccessRuleProtocol()),
        /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255)))
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/**
 * Creates agent router LAN WAN access rules: `POST /agents/{agentId}/router-lan-wan-access-rules`. Not idempotent: a repeat
 * creates another.
 */
export const createAgentRouterLanWanAccessRules = companyOperation(
  "createAgentRouterLanWanAccessRules",
  () => ({
    method: "POST",
    path: "/agents/{agentId}/router-lan-wan-access-rules",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** At most 255 characters; or null. */ sourceIpAddress: optional(Schema.NullOr(text(0, 255))),
        /** Exactly 17 characters, of a fixed form; or null. */
        sourceMacAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(17, 17)))),
        /** At most 65535; or null. */ destinationPort: optional(Schema.NullOr(whole(-Infinity, 65535))),
        protocol: AgentRouterLanWanAccessRuleProtocol(),
        /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255)))
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/**
 * Deletes an agent router LAN WAN access rule: `DELETE /agents/{agentId}/router-lan-wan-access-rules/{publicId}`. Idempotent: a
 * repeat may be refused, for the id is gone.
 */
export const deleteAgentRouterLanWanAccessRule = companyOperation(
  "deleteAgentRouterLanWanAccessRule",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-lan-wan-access-rules/{publicId}",
    input: Schema.Struct({ agentId: Id(), publicId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Gets an agent router LAN WAN access rule: `GET /agents/{agentId}/router-lan-wan-access-rules/{publicId}`. */
export const getAgentRouterLanWanAccessRule = companyOperation("getAgentRouterLanWanAccessRule", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-lan-wan-access-rules/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentRouterLanWanAccessRule(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent router LAN WAN access rule: `PATCH /agents/{agentId}/router-lan-wan-access-rules/{publicId}`. Idempotent: it
 * sets values, whatever they were.
 */
export const updateAgentRouterLanWanAccessRule = companyOperation(
  "updateAgentRouterLanWanAccessRule",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/router-lan-wan-access-rules/{publicId}",
    input: Schema.Struct({
      agentId: Id(),
      publicId: Id(),
      /** At most 255 characters; or null. */ sourceIpAddress: optional(Schema.NullOr(text(0, 255))),
      /** Exactly 17 characters, of a fixed form; or null. */
      sourceMacAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(17, 17)))),
      /** At most 65535; or null. */ destinationPort: optional(Schema.NullOr(whole(-Infinity, 65535))),
      protocol: optional(AgentRouterLanWanAccessRuleProtocol()),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255)))
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Deletes agent router one-to-one NAT rules: `DELETE /agents/{agentId}/router-one-to-one-nat-rules`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterOneToOneNatRules = companyOperation(
  "deleteAgentRouterOneToOneNatRules",
  () => ({
    method: "DELETE",
    path: "/agents/{agentId}/router-one-to-one-nat-rules",
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

/** Lists agent router one-to-one NAT rules; `.stream` reads all pages: `GET /agents/{agentId}/router-one-to-one-nat-rules`. */
export const listAgentRouterOneToOneNatRules = companyOperation("listAgentRouterOneToOneNatRules", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-one-to-one-nat-rules",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRouterOneToOneNatRule())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/**
 * Updates agent router one-to-one NAT rules: `PATCH /agents/{agentId}/router-one-to-one-nat-rules`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentRouterOneToOneNatRules = companyOperation(
  "updateAgentRouterOneToOneNatRules",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/router-one-to-one-nat-rules",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        type: optional(Schema.Literals(["wan", "wlan", "vpn"])),
        /** At most 255 characters. */ virtualIpAddress: optional(text(0, 255)),
        /** At most 255 characters. */ destinationIpAddress: optional(text(0, 255)),
        /** 1 to 255 characters. */ protocol: optional(text(1, 255)),
        /** At most 65535; or null. */ port: optional(Schema.NullOr(whole(-Infinity, 65535))),
        /** At most 255 characters; or null. */ sourceIpAddress: optional(Schema.NullOr(text(0, 255))),
        /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255)))
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/**
 * Creates agent router one-to-one NAT rules: `POST /agents/{agentId}/router-one-to-one-nat-rules`. Not idempotent: a repeat
 * creates another.
 */
export const createAgentRouterOneToOneNatRules = companyOperation(
  "createAgentRouterOneToOneNatRules",
  () => ({
    method: "POST",
    path: "/agents/{agentId}/router-one-to-one-nat-rules",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        type: Schema.Literals(["wan", "wlan", "vpn"]),
        /** At most 255 characters. */ virtualIpAddress: text(0, 255),
        /** At most 255 characters. */ destinationIpAddress: text(0, 255),
        protocol: AgentRouterLanWanAccessRuleProtocol(),
        /** At most 65535; or null. */ port: optional(Schema.NullOr(whole(-Infinity, 65535))),
        /** At most 255 characters; or null. */ sourceIpAddress: optional(Schema.NullOr(text(0, 255))),
        /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255)))
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/**
 * Deletes an agent router one-to-one NAT rule: `DELETE /agents/{agentId}/router-one-to-one-nat-rules/{publicId}`. Idempotent: a
 * repeat may be refused, for the id is gone.
 */
export const deleteAgentRouterOneToOneNatRule = companyOperation("deleteAgentRouterOneToOneNatRule", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-one-to-one-nat-rules/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent router one-to-one NAT rule: `GET /agents/{agentId}/router-one-to-one-nat-rules/{publicId}`. */
export const getAgentRouterOneToOneNatRule = companyOperation("getAgentRouterOneToOneNatRule", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-one-to-one-nat-rules/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentRouterOneToOneNatRule(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent router one-to-one NAT rule: `PATCH /agents/{agentId}/router-one-to-one-nat-rules/{publicId}`. Idempotent: it
 * sets values, whatever they were.
 */
export const updateAgentRouterOneToOneNatRule = companyOperation("updateAgentRouterOneToOneNatRule", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-one-to-one-nat-rules/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    type: optional(Schema.Literals(["wan", "wlan", "vpn"])),
    /** At most 255 characters. */ virtualIpAddress: optional(text(0, 255)),
    /** At most 255 characters. */ destinationIpAddress: optional(text(0, 255)),
    /** 1 to 255 characters. */ protocol: optional(text(1, 255)),
    /** At most 65535; or null. */ port: optional(Schema.NullOr(whole(-Infinity, 65535))),
    /** At most 255 characters; or null. */ sourceIpAddress: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes agent router port forwards: `DELETE /agents/{agentId}/router-port-forwards`. Idempotent: a repeat may be refused, for
 * the id is gone.
 */
export const deleteAgentRouterPortForwards = companyOperation("deleteAgentRouterPortForwards", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-port-forwards",
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

/** Lists agent router port forwards; `.stream` reads all pages: `GET /agents/{agentId}/router-port-forwards`. */
export const listAgentRouterPortForwards = companyOperation("listAgentRouterPortForwards", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-port-forwards",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRouterPortForward())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent router port forwards: `PATCH /agents/{agentId}/router-port-forwards`. Idempotent: it sets values, whatever they were. */
export const updateAgentRouterPortForwards = companyOperation("updateAgentRouterPortForwards", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-port-forwards",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** At most 255 characters. */ targetIpAddress: optional(text(0, 255)),
      /** At most 65535. */ targetPort: optional(whole(-Infinity, 65535)),
      /** At most 65535. */ externalPort: optional(whole(-Infinity, 65535))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent router port forwards: `POST /agents/{agentId}/router-port-forwards`. Not idempotent: a repeat creates another. */
export const createAgentRouterPortForwards = companyOperation("createAgentRouterPortForwards", () => ({
  method: "POST",
  path: "/agents/{agentId}/router-port-forwards",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** At most 255 characters. */ targetIpAddress: text(0, 255),
      /** At most 65535. */ targetPort: whole(-Infinity, 65535),
      /** At most 65535. */ externalPort: whole(-Infinity, 65535),
      interface: optional(Schema.Literals(["WAN", "WAN2"]))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent router port forward: `DELETE /agents/{agentId}/router-port-forwards/{publicId}`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterPortForward = companyOperation("deleteAgentRouterPortForward", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-port-forwards/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent router port forward: `GET /agents/{agentId}/router-port-forwards/{publicId}`. */
export const getAgentRouterPortForward = companyOperation("getAgentRouterPortForward", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-port-forwards/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentRouterPortForward(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent router port forward: `PATCH /agents/{agentId}/router-port-forwards/{publicId}`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentRouterPortForward = companyOperation("updateAgentRouterPortForward", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-port-forwards/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** At most 255 characters. */ targetIpAddress: optional(text(0, 255)),
    /** At most 65535. */ targetPort: optional(whole(-Infinity, 65535)),
    /** At most 65535. */ externalPort: optional(whole(-Infinity, 65535))
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes agent router VPN access rules: `DELETE /agents/{agentId}/router-vpn-access-rules`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRouterVpnAccessRules = companyOperation("deleteAgentRouterVpnAccessRules", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-vpn-access-rules",
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

/** Lists agent router VPN access rules; `.stream` reads all pages: `GET /agents/{agentId}/router-vpn-access-rules`. */
export const listAgentRouterVpnAccessRules = companyOperation("listAgentRouterVpnAccessRules", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-vpn-access-rules",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRouterVpnAccessRule())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/**
 * Updates agent router VPN access rules: `PATCH /agents/{agentId}/router-vpn-access-rules`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAgentRouterVpnAccessRules = companyOperation("updateAgentRouterVpnAccessRules", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-vpn-access-rules",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** At most 255 characters. */ ipAddress: optional(text(0, 255)),
      /** At most 255 characters. */ netMask: optional(text(0, 255))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent router VPN access rules: `POST /agents/{agentId}/router-vpn-access-rules`. Not idempotent: a repeat creates another. */
export const createAgentRouterVpnAccessRules = companyOperation("createAgentRouterVpnAccessRules", () => ({
  method: "POST",
  path: "/agents/{agentId}/router-vpn-access-rules",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      audience: Schema.Struct({ publicId: optional(Schema.String) }),
      /** At most 255 characters. */ ipAddress: text(0, 255),
      /** At most 255 characters. */ netMask: text(0, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent router VPN access rule: `DELETE /agents/{agentId}/router-vpn-access-rules/{publicId}`. Idempotent: a repeat
 * may be refused, for the id is gone.
 */
export const deleteAgentRouterVpnAccessRule = companyOperation("deleteAgentRouterVpnAccessRule", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/router-vpn-access-rules/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent router VPN access rule: `GET /agents/{agentId}/router-vpn-access-rules/{publicId}`. */
export const getAgentRouterVpnAccessRule = companyOperation("getAgentRouterVpnAccessRule", () => ({
  method: "GET",
  path: "/agents/{agentId}/router-vpn-access-rules/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentRouterVpnAccessRule(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent router VPN access rule: `PATCH /agents/{agentId}/router-vpn-access-rules/{publicId}`. Idempotent: it sets
 * values, whatever they were.
 */
export const updateAgentRouterVpnAccessRule = companyOperation("updateAgentRouterVpnAccessRule", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/router-vpn-access-rules/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** At most 255 characters. */ ipAddress: optional(text(0, 255)),
    /** At most 255 characters. */ netMask: optional(text(0, 255))
  }),
  output: Schema.Void,
  idempotent: true
}))
