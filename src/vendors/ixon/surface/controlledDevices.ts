/** IXON: controlledDevices. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  like,
  objects,
  opaque,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentActiveVpnSession } from "./shared/AgentActiveVpnSession.ts"
import { AgentAuditLog } from "./shared/AgentAuditLog.ts"
import { AgentLastSeenAgentUserAgent } from "./shared/AgentLastSeenAgentUserAgent.ts"
import { AgentTemplateConfig } from "./shared/AgentTemplateConfig.ts"
import { AgentTemplateType } from "./shared/AgentTemplateType.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's ControlledDevice, as it comes. */
export interface ControlledDevice extends Made<typeof controlledDeviceFields> {}
const controlledDeviceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  agent: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      deviceId: attribute(Schema.String),
      type: attribute(AgentTemplateType()),
      config: attribute(AgentTemplateConfig()),
      macAddress: attribute(Schema.String),
      serialNumber: attribute(Schema.String),
      company: attribute(
        Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
      ),
      activeStatus: attribute(words("active", "inactive")),
      activeVpnSession: attribute(AgentActiveVpnSession()),
      vpnChangedOn: attribute(Schema.DateTimeUtcFromString),
      mqttChangedOn: attribute(Schema.DateTimeUtcFromString),
      mdrServer: attribute(
        Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
      ),
      lastSeenAgentUserAgent: attribute(AgentLastSeenAgentUserAgent()),
      vpnLocked: attribute(Schema.Boolean),
      webAccessLocked: attribute(Schema.Boolean)
    })
  ),
  memberships: attribute(Schema.Array(ControlledDeviceMembership()))
}))
export const ControlledDevice = opaque<ControlledDevice>()(controlledDeviceFields)

/** IXON's ControlledDeviceMembership, as it comes. */
export interface ControlledDeviceMembership extends Made<typeof controlledDeviceMembershipFields> {}
const controlledDeviceMembershipFields = lazy(() => ({
  publicId: attribute(Schema.String),
  controlledDevice: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const ControlledDeviceMembership = opaque<ControlledDeviceMembership>()(
  controlledDeviceMembershipFields
)

/** Deletes controlled devices: `DELETE /controlled-devices`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteControlledDevices = companyOperation("deleteControlledDevices", () => ({
  method: "DELETE",
  path: "/controlled-devices",
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

/** Lists controlled devices; `.stream` reads all pages: `GET /controlled-devices`. */
export const listControlledDevices = companyOperation("listControlledDevices", () => ({
  method: "GET",
  path: "/controlled-devices",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(ControlledDevice())),
  idempotent: true,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode"],
  notes: listNotes
})).pipe(listed)

/** Updates controlled devices: `PATCH /controlled-devices`. Idempotent: it sets values, whatever they were. */
export const updateControlledDevices = companyOperation("updateControlledDevices", () => ({
  method: "PATCH",
  path: "/controlled-devices",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: optional(text(12, 12)),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      agent: optional(
        Schema.Struct({ vpnLocked: optional(Schema.Boolean), webAccessLocked: optional(Schema.Boolean) })
      )
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates controlled devices: `POST /controlled-devices`. Not idempotent: a repeat creates another. */
export const createControlledDevices = companyOperation("createControlledDevices", () => ({
  method: "POST",
  path: "/controlled-devices",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 255 characters. */ device: text(1, 255),
      /** Exactly 11 characters, of a fixed form. */
      controlKey: like(/[B-DF-HJ-NP-TV-Z]{3}-[1-9]{3}-[B-DF-HJ-NP-TV-Z]{3}/, text(11, 11)),
      groups: optional(objects({ publicId: optional(Schema.String) }))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes controlled device memberships: `DELETE /controlled-devices/memberships`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteControlledDeviceMemberships = companyOperation(
  "deleteControlledDeviceMemberships",
  () => ({
    method: "DELETE",
    path: "/controlled-devices/memberships",
    input: Schema.Struct({
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

/** Lists controlled device memberships; `.stream` reads all pages: `GET /controlled-devices/memberships`. */
export const listControlledDeviceMemberships = companyOperation("listControlledDeviceMemberships", () => ({
  method: "GET",
  path: "/controlled-devices/memberships",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(ControlledDeviceMembership())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates controlled device memberships: `POST /controlled-devices/memberships`. Not idempotent: a repeat creates another. */
export const createControlledDeviceMemberships = companyOperation(
  "createControlledDeviceMemberships",
  () => ({
    method: "POST",
    path: "/controlled-devices/memberships",
    input: Schema.Struct({
      items: objects({
        controlledDevice: Schema.Struct({ publicId: optional(Schema.String) }),
        group: Schema.Struct({ publicId: optional(Schema.String) })
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/**
 * Deletes a controlled device membership: `DELETE /controlled-devices/memberships/{publicId}`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteControlledDeviceMembership = companyOperation("deleteControlledDeviceMembership", () => ({
  method: "DELETE",
  path: "/controlled-devices/memberships/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a controlled device membership; `.stream` reads all pages: `GET /controlled-devices/memberships/{publicId}`. */
export const getControlledDeviceMembership = companyOperation("getControlledDeviceMembership", () => ({
  method: "GET",
  path: "/controlled-devices/memberships/{publicId}",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(ControlledDeviceMembership())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes a controlled device: `DELETE /controlled-devices/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteControlledDevice = companyOperation("deleteControlledDevice", () => ({
  method: "DELETE",
  path: "/controlled-devices/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a controlled device: `GET /controlled-devices/{publicId}`. */
export const getControlledDevice = companyOperation("getControlledDevice", () => ({
  method: "GET",
  path: "/controlled-devices/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: ControlledDevice(),
  from: "data",
  idempotent: true,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode"],
  notes: readNotes
}))

/** Updates a controlled device: `PATCH /controlled-devices/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateControlledDevice = companyOperation("updateControlledDevice", () => ({
  method: "PATCH",
  path: "/controlled-devices/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    agent: optional(
      Schema.Struct({ vpnLocked: optional(Schema.Boolean), webAccessLocked: optional(Schema.Boolean) })
    )
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates a controlled device: `POST /controlled-devices/{publicId}`. Not idempotent: a repeat creates another. */
export const createControlledDevice = companyOperation("createControlledDevice", () => ({
  method: "POST",
  path: "/controlled-devices/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: text(1, 255),
    /** 1 to 255 characters. */ device: text(1, 255),
    /** Exactly 11 characters, of a fixed form. */
    controlKey: like(/[B-DF-HJ-NP-TV-Z]{3}-[1-9]{3}-[B-DF-HJ-NP-TV-Z]{3}/, text(11, 11)),
    groups: optional(objects({ publicId: optional(Schema.String) }))
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  from: "data",
  idempotent: false
}))

/** Lists controlled device audit logs; `.stream` reads all pages: `GET /controlled-devices/{publicId}/audit-logs`. */
export const listControlledDeviceAuditLogs = companyOperation("listControlledDeviceAuditLogs", () => ({
  method: "GET",
  path: "/controlled-devices/{publicId}/audit-logs",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id(),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(pageOf(AgentAuditLog())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates demo devices: `POST /demo-devices`. Not idempotent: a repeat creates another. */
export const createDemoDevices = companyOperation("createDemoDevices", () => ({
  method: "POST",
  path: "/demo-devices",
  input: Schema.Struct({ items: objects({ type: Schema.Struct({ publicId: optional(Schema.String) }) }) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))
