/** IXON: agentActions. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { Id, like, objects, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageOf, readNotes } from "../operations/shape.ts"
import { AgentAuditLog } from "./shared/AgentAuditLog.ts"
import { AgentVpnUsage } from "./shared/AgentVpnUsage.ts"
import { companyOperation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's NewAgentAppAlarmingListActivate. */
export interface NewAgentAppAlarmingListActivate extends Made<typeof newAgentAppAlarmingListActivateFields> {}
const newAgentAppAlarmingListActivateFields = lazy(() => ({
  /** Exactly 12 characters. */ publicId: text(12, 12),
  /** Exactly 15 characters, of a fixed form. */
  couponCode: optional(
    like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
  ),
  licence: optional(Schema.Struct({ publicId: optional(Schema.String) })),
  trial: optional(Schema.Boolean)
}))
export const NewAgentAppAlarmingListActivate = opaque<NewAgentAppAlarmingListActivate>()(
  newAgentAppAlarmingListActivateFields
)

/** IXON's AgentControlKey, as it comes. */
export interface AgentControlKey extends Made<typeof agentControlKeyFields> {}
const agentControlKeyFields = lazy(() => ({
  publicId: attribute(Schema.String),
  controlKey: attribute(Secret()),
  controlKeyGeneratedOn: attribute(Schema.DateTimeUtcFromString)
}))
export const AgentControlKey = opaque<AgentControlKey>()(agentControlKeyFields)

/** IXON's AgentPullCode, as it comes. */
export interface AgentPullCode extends Made<typeof agentPullCodeFields> {}
const agentPullCodeFields = lazy(() => ({
  publicId: attribute(Schema.String),
  pullCode: attribute(Secret()),
  pullCodeGeneratedOn: attribute(Schema.DateTimeUtcFromString)
}))
export const AgentPullCode = opaque<AgentPullCode>()(agentPullCodeFields)

/** Activates agents: `POST /agents/activate`. Not idempotent: a repeat spends another licence. */
export const activateAgents = companyOperation("activateAgents", () => ({
  method: "POST",
  path: "/agents/activate",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** Exactly 15 characters, of a fixed form. */
      couponCode: optional(
        like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
      ),
      licence: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      groups: optional(objects({ publicId: optional(Schema.String) })),
      /** Or null. */
      template: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Deletes agent app alarmings: `DELETE /agents/app/alarming`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentAppAlarmings = companyOperation("deleteAgentAppAlarmings", () => ({
  method: "DELETE",
  path: "/agents/app/alarming",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Activates agent app alarmings: `POST /agents/app/alarming/activate`. Not idempotent: what a repeat does is not documented. */
export const activateAgentAppAlarmings = companyOperation("activateAgentAppAlarmings", () => ({
  method: "POST",
  path: "/agents/app/alarming/activate",
  input: Schema.Struct({ items: Schema.Array(NewAgentAppAlarmingListActivate()) }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Deletes agent app loggings: `DELETE /agents/app/logging`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentAppLoggings = companyOperation("deleteAgentAppLoggings", () => ({
  method: "DELETE",
  path: "/agents/app/logging",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Activates agent app loggings: `POST /agents/app/logging/activate`. Not idempotent: what a repeat does is not documented. */
export const activateAgentAppLoggings = companyOperation("activateAgentAppLoggings", () => ({
  method: "POST",
  path: "/agents/app/logging/activate",
  input: Schema.Struct({ items: Schema.Array(NewAgentAppAlarmingListActivate()) }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/**
 * Imports agent configurations: `PUT /agents/configuration/import`. Not idempotent: what a repeat of the import does is not
 * documented.
 */
export const importAgentConfigurations = companyOperation("importAgentConfigurations", () => ({
  method: "PUT",
  path: "/agents/configuration/import",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Pushes agent configurations: `POST /agents/configuration/push`. Idempotent: it sets a state, whatever it was. */
export const pushAgentConfigurations = companyOperation("pushAgentConfigurations", () => ({
  method: "POST",
  path: "/agents/configuration/push",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/**
 * Creates agent OpenVPN connections: `POST /agents/connection/openvpn`. Idempotent: it sets a state, whatever it was. Answered
 * with 503 where the device has no MQTT connection (seen in other clients, not documented).
 */
export const createAgentOpenVpnConnections = companyOperation("createAgentOpenVpnConnections", () => ({
  method: "POST",
  path: "/agents/connection/openvpn",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      action: Schema.Literals(["connect", "disconnect"])
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Updates an agent from templates: `PATCH /agents/from-template`. Not idempotent: a repeat applies the template again. */
export const updateAgentFromTemplates = companyOperation("updateAgentFromTemplates", () => ({
  method: "PATCH",
  path: "/agents/from-template",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      template: Schema.Struct({ publicId: optional(Schema.String) }),
      importCustomProperties: optional(Schema.Boolean),
      importDisplaySettings: optional(Schema.Boolean),
      importLanSettings: optional(Schema.Boolean),
      importFirewallSettings: optional(Schema.Boolean),
      importPageLinks: optional(Schema.Boolean),
      importServices: optional(Schema.Boolean),
      importDataSettings: optional(Schema.Boolean),
      importVpnSettings: optional(Schema.Boolean)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Creates machine groups: `POST /agents/groups`. Not idempotent: a repeat creates another. */
export const createMachineGroups = companyOperation("createMachineGroups", () => ({
  method: "POST",
  path: "/agents/groups",
  input: Schema.Struct({
    items: objects({
      agent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      asset: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      parent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      managedBy: optional(Schema.Struct({ publicId: optional(Schema.String) }))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Activates an agent licence bundle: `POST /agents/licence-bundles/activate`. Not idempotent: a repeat spends another licence. */
export const activateAgentLicenceBundle = companyOperation("activateAgentLicenceBundle", () => ({
  method: "POST",
  path: "/agents/licence-bundles/activate",
  input: Schema.Struct({
    /** Exactly 15 characters, of a fixed form. */
    couponCode: optional(
      like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
    ),
    bundle: optional(Schema.Struct({ publicId: optional(Schema.String) }))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Pushes agent logging configurations: `POST /agents/logging-configuration/push`. Idempotent: it sets a state, whatever it was. */
export const pushAgentLoggingConfigurations = companyOperation("pushAgentLoggingConfigurations", () => ({
  method: "POST",
  path: "/agents/logging-configuration/push",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Pulls agents: `POST /agents/pull`. Not idempotent: what a repeat does is not documented. */
export const pullAgents = companyOperation("pullAgents", () => ({
  method: "POST",
  path: "/agents/pull",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ device: text(1, 255),
      /** Exactly 11 characters, of a fixed form. */
      pullCode: like(/[1-9]{3}-[B-DF-HJ-NP-TV-Z]{3}-[1-9]{3}/, text(11, 11)),
      groups: optional(objects({ publicId: optional(Schema.String) })),
      forced: optional(Schema.Boolean)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Creates shell agents: `POST /agents/shell`. Not idempotent: a repeat creates another. */
export const createShellAgents = companyOperation("createShellAgents", () => ({
  method: "POST",
  path: "/agents/shell",
  input: Schema.Struct({
    items: objects({
      /** 1 to 19 characters, of a fixed form. */
      registrationCode: like(/([A-Fa-f0-9]{4})(-([A-Fa-f0-9]{4})){3}/, text(1, 19)),
      /** Or null. */
      registrationProfile: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** At most 255 characters; or null. */ name: optional(Schema.NullOr(text(0, 255))),
      /** Exactly 15 characters, of a fixed form; or null. */
      couponCode: optional(
        Schema.NullOr(
          like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
        )
      ),
      /** Or null. */
      licence: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      groups: optional(objects({ publicId: optional(Schema.String) })),
      /** Or null. */
      template: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: listOf(
    Schema.Struct({
      publicId: attribute(Schema.String),
      conflictingAgents: attribute(objects({ publicId: attribute(Schema.String) }))
    })
  ),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Lists agent audit logs; `.stream` reads all pages: `GET /agents/{agentId}/audit-logs`. */
export const listAgentAuditLogs = companyOperation("listAgentAuditLogs", () => ({
  method: "GET",
  path: "/agents/{agentId}/audit-logs",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(pageOf(AgentAuditLog())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/**
 * Calls an agent backend component function: `POST /agents/{agentId}/backend-component-function-call`. Not idempotent: a repeat
 * runs the code again.
 */
export const callAgentBackendComponentFunction = companyOperation(
  "callAgentBackendComponentFunction",
  () => ({
    method: "POST",
    path: "/agents/{agentId}/backend-component-function-call",
    input: Schema.Struct({
      agentId: Id(),
      template: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** Or null. */ arguments: optional(Schema.NullOr(Data()))
    }),
    output: Schema.Struct({ value: attribute(Schema.Unknown) }),
    from: "data",
    idempotent: false
  })
)

/** Deletes an agent control key: `DELETE /agents/{agentId}/control-key`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentControlKey = companyOperation("deleteAgentControlKey", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/control-key",
  input: Schema.Struct({ agentId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent control key: `GET /agents/{agentId}/control-key`. */
export const getAgentControlKey = companyOperation("getAgentControlKey", () => ({
  method: "GET",
  path: "/agents/{agentId}/control-key",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id()
  }),
  output: AgentControlKey(),
  from: "data",
  idempotent: true,
  secrets: ["controlKey"],
  notes: readNotes
}))

/** Creates an agent control key: `POST /agents/{agentId}/control-key`. Not idempotent: a repeat creates another. */
export const createAgentControlKey = companyOperation("createAgentControlKey", () => ({
  method: "POST",
  path: "/agents/{agentId}/control-key",
  input: Schema.Struct({ agentId: Id() }),
  output: AgentControlKey(),
  body: "none",
  from: "data",
  idempotent: false,
  secrets: ["controlKey"]
}))

/** Upgrades agent firmware: `POST /agents/{agentId}/firmware-upgrade`. Not idempotent: a repeat upgrades again. */
export const upgradeAgentFirmware = companyOperation("upgradeAgentFirmware", () => ({
  method: "POST",
  path: "/agents/{agentId}/firmware-upgrade",
  input: Schema.Struct({
    agentId: Id(),
    file: Schema.Struct({ publicId: optional(Schema.String) }),
    /** 1 to 255 characters. */ version: optional(text(1, 255))
  }),
  output: Schema.Void,
  idempotent: false
}))

/**
 * Deletes agent licence bundles: `DELETE /agents/{agentId}/licence-bundles/activate`. Idempotent: a repeat may be refused, for
 * the id is gone.
 */
export const deleteAgentLicenceBundles = companyOperation("deleteAgentLicenceBundles", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/licence-bundles/activate",
  input: Schema.Struct({ agentId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes an agent pull code: `DELETE /agents/{agentId}/pull-code`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentPullCode = companyOperation("deleteAgentPullCode", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/pull-code",
  input: Schema.Struct({ agentId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent pull code: `GET /agents/{agentId}/pull-code`. */
export const getAgentPullCode = companyOperation("getAgentPullCode", () => ({
  method: "GET",
  path: "/agents/{agentId}/pull-code",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id()
  }),
  output: AgentPullCode(),
  from: "data",
  idempotent: true,
  secrets: ["pullCode"],
  notes: readNotes
}))

/** Creates an agent pull code: `POST /agents/{agentId}/pull-code`. Not idempotent: a repeat creates another. */
export const createAgentPullCode = companyOperation("createAgentPullCode", () => ({
  method: "POST",
  path: "/agents/{agentId}/pull-code",
  input: Schema.Struct({ agentId: Id() }),
  output: AgentPullCode(),
  body: "none",
  from: "data",
  idempotent: false,
  secrets: ["pullCode"]
}))

/** Reboots an agent: `POST /agents/{agentId}/reboot`. Not idempotent: a repeat reboots again. */
export const rebootAgent = companyOperation("rebootAgent", () => ({
  method: "POST",
  path: "/agents/{agentId}/reboot",
  input: Schema.Struct({ agentId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/** Queries agent VPN usage: `POST /agents/{agentId}/vpn-usage`. */
export const queryAgentVpnUsage = companyOperation("queryAgentVpnUsage", () => ({
  method: "POST",
  path: "/agents/{agentId}/vpn-usage",
  input: Schema.Struct({
    agentId: Id(),
    aggregator: optional(Schema.Literals(["hourly", "daily", "monthly", "yearly"])),
    /** A time, sent in UTC. */ before: optional(Moment.Text()),
    /** A time, sent in UTC. */ after: optional(Moment.Text())
  }),
  output: listOf(AgentVpnUsage()),
  from: "data",
  idempotent: true,
  reads: true
}))

/** Queries agent VPN usages: `POST /agents/{agentId}/vpn-usage-2`. */
export const queryAgentVpnUsages = companyOperation("queryAgentVpnUsages", () => ({
  method: "POST",
  path: "/agents/{agentId}/vpn-usage-2",
  input: Schema.Struct({
    agentId: Id(),
    aggregator: Schema.Literals(["hourly", "daily", "monthly", "yearly"]),
    /** A time, sent in UTC. */ before: Moment.Text(),
    /** A time, sent in UTC. */ after: Moment.Text()
  }),
  output: listOf(AgentVpnUsage()),
  from: "data",
  idempotent: true,
  reads: true
}))

/** Deletes an agent app alarming: `DELETE /agents/{publicId}/app/alarming`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentAppAlarming = companyOperation("deleteAgentAppAlarming", () => ({
  method: "DELETE",
  path: "/agents/{publicId}/app/alarming",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes an agent app logging: `DELETE /agents/{publicId}/app/logging`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentAppLogging = companyOperation("deleteAgentAppLogging", () => ({
  method: "DELETE",
  path: "/agents/{publicId}/app/logging",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Imports an agent configuration: `PUT /agents/{publicId}/configuration/import`. Not idempotent: what a repeat of the import
 * does is not documented.
 */
export const importAgentConfiguration = companyOperation("importAgentConfiguration", () => ({
  method: "PUT",
  path: "/agents/{publicId}/configuration/import",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/**
 * Creates an agent OpenVPN connection: `POST /agents/{publicId}/connection/openvpn`. Idempotent: it sets a state, whatever it
 * was. Answered with 503 where the device has no MQTT connection (seen in other clients, not documented).
 */
export const createAgentOpenVpnConnection = companyOperation("createAgentOpenVpnConnection", () => ({
  method: "POST",
  path: "/agents/{publicId}/connection/openvpn",
  input: Schema.Struct({ publicId: Id(), action: Schema.Literals(["connect", "disconnect"]) }),
  output: Schema.Void,
  idempotent: true
}))

/** Updates an agent from a template: `PATCH /agents/{publicId}/from-template`. Not idempotent: a repeat applies the template again. */
export const updateAgentFromTemplate = companyOperation("updateAgentFromTemplate", () => ({
  method: "PATCH",
  path: "/agents/{publicId}/from-template",
  input: Schema.Struct({
    publicId: Id(),
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    importCustomProperties: optional(Schema.Boolean),
    importDisplaySettings: optional(Schema.Boolean),
    importLanSettings: optional(Schema.Boolean),
    importFirewallSettings: optional(Schema.Boolean),
    importPageLinks: optional(Schema.Boolean),
    importServices: optional(Schema.Boolean),
    importDataSettings: optional(Schema.Boolean),
    importVpnSettings: optional(Schema.Boolean)
  }),
  output: Schema.Void,
  idempotent: false
}))
