/** IXON: agents. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, like, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { ChangedAgentLocation } from "./shared/ChangedAgentLocation.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's ChangedAgentRateLimiting. */
export interface ChangedAgentRateLimiting extends Made<typeof changedAgentRateLimitingFields> {}
const changedAgentRateLimitingFields = lazy(() => ({
  /** Or null. */ configMqttCommandReset: optional(Schema.NullOr(Schema.Boolean)),
  /** Or null. */ configMqttDataReset: optional(Schema.NullOr(Schema.Boolean)),
  /** Or null. */ configOpenvpnReset: optional(Schema.NullOr(Schema.Boolean))
}))
export const ChangedAgentRateLimiting = opaque<ChangedAgentRateLimiting>()(changedAgentRateLimitingFields)

/** Deletes agents: `DELETE /agents`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgents = companyOperation("deleteAgents", () => ({
  method: "DELETE",
  path: "/agents",
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

/** Updates agents: `PATCH /agents`. Idempotent: it sets values, whatever they were. */
export const updateAgents = companyOperation("updateAgents", () => ({
  method: "PATCH",
  path: "/agents",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** Or null. */ location: optional(Schema.NullOr(ChangedAgentLocation())),
      /** 1 to 255 characters; or null. */ timeZone: optional(Schema.NullOr(text(1, 255))),
      custom: optional(DataObject()),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
      useStunnel: optional(Schema.Boolean),
      /** At most 17 characters, of a fixed form; or null. */
      replaceMacAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(0, 17)))),
      reRegistration: optional(Schema.Boolean),
      /** At most 255 characters; or null. */ fixedVpnAddress: optional(Schema.NullOr(text(0, 255))),
      preferLocationOverGeoip: optional(Schema.Boolean),
      /** Or null. */
      card: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      vpnAudience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      vpnRequireAccessApproval: optional(Schema.Boolean),
      vpnVisibleInMobileApp: optional(Schema.Boolean),
      vpnVisibleOnWeb: optional(Schema.Boolean),
      /** Or null. */
      dataAudience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      rateLimiting: optional(ChangedAgentRateLimiting()),
      vpnProtocol: optional(Schema.Literals(["udp", "tcp"]))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Deletes an agent: `DELETE /agents/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgent = companyOperation("deleteAgent", () => ({
  method: "DELETE",
  path: "/agents/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Updates an agent: `PATCH /agents/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgent = companyOperation("updateAgent", () => ({
  method: "PATCH",
  path: "/agents/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** Or null. */ location: optional(Schema.NullOr(ChangedAgentLocation())),
    /** 1 to 255 characters; or null. */ timeZone: optional(Schema.NullOr(text(1, 255))),
    custom: optional(DataObject()),
    /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
    useStunnel: optional(Schema.Boolean),
    /** At most 17 characters, of a fixed form; or null. */
    replaceMacAddress: optional(Schema.NullOr(like(/[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}/, text(0, 17)))),
    reRegistration: optional(Schema.Boolean),
    /** At most 255 characters; or null. */ fixedVpnAddress: optional(Schema.NullOr(text(0, 255))),
    preferLocationOverGeoip: optional(Schema.Boolean),
    /** Or null. */ card: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    vpnAudience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    vpnRequireAccessApproval: optional(Schema.Boolean),
    vpnVisibleInMobileApp: optional(Schema.Boolean),
    vpnVisibleOnWeb: optional(Schema.Boolean),
    /** Or null. */
    dataAudience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    rateLimiting: optional(ChangedAgentRateLimiting()),
    vpnProtocol: optional(Schema.Literals(["udp", "tcp"]))
  }),
  output: Schema.Void,
  idempotent: true
}))
