/** IXON: agentServers. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, like, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentServer } from "./shared/AgentServer.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes agent servers: `DELETE /agents/{agentId}/servers`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentServers = companyOperation("deleteAgentServers", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/servers",
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

/** Lists agent servers; `.stream` reads all pages: `GET /agents/{agentId}/servers`. */
export const listAgentServers = companyOperation("listAgentServers", () => ({
  method: "GET",
  path: "/agents/{agentId}/servers",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentServer())),
  idempotent: true,
  secrets: ["password"],
  notes: listNotes
})).pipe(listed)

/** Updates agent servers: `PATCH /agents/{agentId}/servers`. Idempotent: it sets values, whatever they were. */
export const updateAgentServers = companyOperation("updateAgentServers", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/servers",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      device: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** 1 to 255 characters; or null. */ serviceGroup: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 65535. */ port: optional(whole(-Infinity, 65535)),
      /** 1 to 255 characters; or null. */ username: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ password: optional(Schema.NullOr(text(1, 255))),
      /** 4 to 253 characters, of a fixed form; or null. */
      authDomain: optional(Schema.NullOr(like(/.+(\..[^.]+)/, text(4, 253)))),
      /** 1 to 255 characters. */ landingPage: optional(text(1, 255)),
      /** Or null. */
      connectionQuality: optional(Schema.NullOr(Schema.Literals(["low", "normal", "high"]))),
      /** Or null. */ readOnly: optional(Schema.NullOr(Schema.Boolean)),
      vncRightClickOnTouchHold: optional(Schema.Boolean),
      /** Or null. */
      vncEncoding: optional(
        Schema.NullOr(
          Schema.Literals([
            "copyrect",
            "corre",
            "hextile",
            "raw",
            "rre",
            "tight",
            "ultra",
            "ultrazip",
            "zlib",
            "zlibhex",
            "zrle",
            "zywrle"
          ])
        )
      ),
      useSsl: optional(Schema.Boolean),
      visibleInMobileApp: optional(Schema.Boolean),
      visibleOnWeb: optional(Schema.Boolean),
      /** Or null. */
      httpAuthenticationType: optional(Schema.NullOr(Schema.Literals(["ntlm", "basic", "digest"]))),
      /** Or null. */ recordSessions: optional(Schema.NullOr(Schema.Boolean)),
      audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      requireAccessApproval: optional(Schema.Boolean),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent servers: `POST /agents/{agentId}/servers`. Not idempotent: a repeat creates another. */
export const createAgentServers = companyOperation("createAgentServers", () => ({
  method: "POST",
  path: "/agents/{agentId}/servers",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      type: Schema.Literals(["http", "rdp", "rtsp", "ssh", "vnc", "websocket"]),
      template: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 65535. */ port: whole(-Infinity, 65535),
      device: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters; or null. */ serviceGroup: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ username: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ password: optional(Schema.NullOr(text(1, 255))),
      /** 4 to 253 characters, of a fixed form; or null. */
      authDomain: optional(Schema.NullOr(like(/.+(\..[^.]+)/, text(4, 253)))),
      /** 1 to 255 characters. */ landingPage: optional(text(1, 255)),
      /** Or null. */
      connectionQuality: optional(Schema.NullOr(Schema.Literals(["low", "normal", "high"]))),
      /** Or null. */ readOnly: optional(Schema.NullOr(Schema.Boolean)),
      vncRightClickOnTouchHold: optional(Schema.Boolean),
      /** Or null. */
      vncEncoding: optional(
        Schema.NullOr(
          Schema.Literals([
            "copyrect",
            "corre",
            "hextile",
            "raw",
            "rre",
            "tight",
            "ultra",
            "ultrazip",
            "zlib",
            "zlibhex",
            "zrle",
            "zywrle"
          ])
        )
      ),
      useSsl: optional(Schema.Boolean),
      visibleInMobileApp: optional(Schema.Boolean),
      visibleOnWeb: optional(Schema.Boolean),
      /** Or null. */
      httpAuthenticationType: optional(Schema.NullOr(Schema.Literals(["ntlm", "basic", "digest"]))),
      /** Or null. */ recordSessions: optional(Schema.NullOr(Schema.Boolean)),
      audience: Schema.Struct({ publicId: optional(Schema.String) }),
      requireAccessApproval: optional(Schema.Boolean),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Creates an agent server from templates: `POST /agents/{agentId}/servers/from-template`. Not idempotent: a repeat applies the
 * template again.
 */
export const createAgentServerFromTemplates = companyOperation("createAgentServerFromTemplates", () => ({
  method: "POST",
  path: "/agents/{agentId}/servers/from-template",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      template: Schema.Struct({ publicId: optional(Schema.String) }),
      device: Schema.Struct({ publicId: optional(Schema.String) }),
      audience: Schema.Struct({ publicId: optional(Schema.String) })
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an agent server: `DELETE /agents/{agentId}/servers/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentServer = companyOperation("deleteAgentServer", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/servers/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent server: `GET /agents/{agentId}/servers/{publicId}`. */
export const getAgentServer = companyOperation("getAgentServer", () => ({
  method: "GET",
  path: "/agents/{agentId}/servers/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentServer(),
  from: "data",
  idempotent: true,
  secrets: ["password"],
  notes: readNotes
}))

/** Updates an agent server: `PATCH /agents/{agentId}/servers/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentServer = companyOperation("updateAgentServer", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/servers/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    device: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** 1 to 255 characters; or null. */ serviceGroup: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 65535. */ port: optional(whole(-Infinity, 65535)),
    /** 1 to 255 characters; or null. */ username: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ password: optional(Schema.NullOr(text(1, 255))),
    /** 4 to 253 characters, of a fixed form; or null. */
    authDomain: optional(Schema.NullOr(like(/.+(\..[^.]+)/, text(4, 253)))),
    /** 1 to 255 characters. */ landingPage: optional(text(1, 255)),
    /** Or null. */ connectionQuality: optional(Schema.NullOr(Schema.Literals(["low", "normal", "high"]))),
    /** Or null. */ readOnly: optional(Schema.NullOr(Schema.Boolean)),
    vncRightClickOnTouchHold: optional(Schema.Boolean),
    /** Or null. */
    vncEncoding: optional(
      Schema.NullOr(
        Schema.Literals([
          "copyrect",
          "corre",
          "hextile",
          "raw",
          "rre",
          "tight",
          "ultra",
          "ultrazip",
          "zlib",
          "zlibhex",
          "zrle",
          "zywrle"
        ])
      )
    ),
    useSsl: optional(Schema.Boolean),
    visibleInMobileApp: optional(Schema.Boolean),
    visibleOnWeb: optional(Schema.Boolean),
    /** Or null. */
    httpAuthenticationType: optional(Schema.NullOr(Schema.Literals(["ntlm", "basic", "digest"]))),
    /** Or null. */ recordSessions: optional(Schema.NullOr(Schema.Boolean)),
    audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    requireAccessApproval: optional(Schema.Boolean),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))
