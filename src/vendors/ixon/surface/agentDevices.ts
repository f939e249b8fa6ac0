/** IXON: agentDevices. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, optional, text } from "../../../contract/described.ts"
import { attribute, listOf, readNotes } from "../operations/shape.ts"
import { AgentDeviceValue } from "./shared/AgentDeviceValue.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes agent devices: `DELETE /agents/{agentId}/devices`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDevices = companyOperation("deleteAgentDevices", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/devices",
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

/** Updates agent devices: `PATCH /agents/{agentId}/devices`. Idempotent: it sets values, whatever they were. */
export const updateAgentDevices = companyOperation("updateAgentDevices", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/devices",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** At most 255 characters; or null. */ name: optional(Schema.NullOr(text(0, 255))),
      /** At most 255 characters; or null. */ ipAddress: optional(Schema.NullOr(text(0, 255))),
      /** Exactly 17 characters, of a fixed form; or null. */
      macAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(17, 17)))),
      /** At most 255 characters; or null. */ customAddress: optional(Schema.NullOr(text(0, 255)))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent devices: `POST /agents/{agentId}/devices`. Not idempotent: a repeat creates another. */
export const createAgentDevices = companyOperation("createAgentDevices", () => ({
  method: "POST",
  path: "/agents/{agentId}/devices",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** At most 255 characters; or null. */ name: optional(Schema.NullOr(text(0, 255))),
      /** At most 255 characters; or null. */ ipAddress: optional(Schema.NullOr(text(0, 255))),
      /** Exactly 17 characters, of a fixed form; or null. */
      macAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(17, 17)))),
      /** At most 255 characters; or null. */ customAddress: optional(Schema.NullOr(text(0, 255)))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an agent device: `DELETE /agents/{agentId}/devices/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDevice = companyOperation("deleteAgentDevice", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/devices/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent device: `GET /agents/{agentId}/devices/{publicId}`. */
export const getAgentDevice = companyOperation("getAgentDevice", () => ({
  method: "GET",
  path: "/agents/{agentId}/devices/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDeviceValue(),
  from: "data",
  idempotent: true,
  secrets: ["password"],
  notes: readNotes
}))

/** Updates an agent device: `PATCH /agents/{agentId}/devices/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentDevice = companyOperation("updateAgentDevice", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/devices/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** At most 255 characters; or null. */ name: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ ipAddress: optional(Schema.NullOr(text(0, 255))),
    /** Exactly 17 characters, of a fixed form; or null. */
    macAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(17, 17)))),
    /** At most 255 characters; or null. */ customAddress: optional(Schema.NullOr(text(0, 255)))
  }),
  output: Schema.Void,
  idempotent: true
}))
