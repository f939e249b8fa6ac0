/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Secret } from "../../../../contract/secretText.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's AgentServer, as it comes. */
export interface AgentServer extends Made<typeof agentServerFields> {}
const agentServerFields = lazy(() => ({
  publicId: attribute(Schema.String),
  type: attribute(words("http", "rdp", "rtsp", "ssh", "vnc", "websocket")),
  name: attribute(Schema.String),
  port: attribute(Schema.Finite),
  username: attribute(Schema.String),
  password: attribute(Secret()),
  hasPassword: attribute(Schema.Boolean),
  authDomain: attribute(Schema.String),
  landingPage: attribute(Schema.String),
  connectionQuality: attribute(words("low", "normal", "high")),
  readOnly: attribute(Schema.Boolean),
  vncRightClickOnTouchHold: attribute(Schema.Boolean),
  vncEncoding: attribute(
    words(
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
    )
  ),
  useSsl: attribute(Schema.Boolean),
  visibleInMobileApp: attribute(Schema.Boolean),
  visibleOnWeb: attribute(Schema.Boolean),
  httpAuthenticationType: attribute(words("ntlm", "basic", "digest")),
  recordSessions: attribute(Schema.Boolean),
  audience: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  requireAccessApproval: attribute(Schema.Boolean),
  custom: attribute(Attributes()),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  device: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  serviceGroup: attribute(Schema.String),
  template: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      type: attribute(words("http", "rdp", "rtsp", "ssh", "vnc", "websocket")),
      name: attribute(Schema.String),
      port: attribute(Schema.Finite),
      username: attribute(Schema.String),
      password: attribute(Secret()),
      hasPassword: attribute(Schema.Boolean),
      authDomain: attribute(Schema.String),
      landingPage: attribute(Schema.String),
      connectionQuality: attribute(words("low", "normal", "high")),
      readOnly: attribute(Schema.Boolean),
      vncRightClickOnTouchHold: attribute(Schema.Boolean),
      vncEncoding: attribute(
        words(
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
        )
      ),
      useSsl: attribute(Schema.Boolean),
      visibleInMobileApp: attribute(Schema.Boolean),
      visibleOnWeb: attribute(Schema.Boolean),
      httpAuthenticationType: attribute(words("ntlm", "basic", "digest")),
      recordSessions: attribute(Schema.Boolean),
      audience: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      requireAccessApproval: attribute(Schema.Boolean),
      custom: attribute(Attributes())
    })
  )
}))
export const AgentServer = opaque<AgentServer>()(agentServerFields)
