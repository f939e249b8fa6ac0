/** IXON: agentAccessRequests. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentAccessRequest } from "./shared/AgentAccessRequest.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** IXON's AgentAccessRequestInfo, as it comes. */
export interface AgentAccessRequestInfo extends Made<typeof agentAccessRequestInfoFields> {}
const agentAccessRequestInfoFields = lazy(() => ({
  deviceName: attribute(Schema.String),
  serviceNames: attribute(Schema.Array(Schema.String)),
  vpn: attribute(Schema.Boolean),
  emailAddress: attribute(Schema.String)
}))
export const AgentAccessRequestInfo = opaque<AgentAccessRequestInfo>()(agentAccessRequestInfoFields)

/** Gets an agent access request info: `GET /agents/access-requests`. */
export const getAgentAccessRequestInfo = operation("getAgentAccessRequestInfo", () => ({
  method: "GET",
  path: "/agents/access-requests",
  input: Schema.Struct({}),
  output: AgentAccessRequestInfo(),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Approves an agent access request: `POST /agents/access-requests/approve`. Not idempotent: what a repeat does is not documented. */
export const approveAgentAccessRequest = operation("approveAgentAccessRequest", () => ({
  method: "POST",
  path: "/agents/access-requests/approve",
  input: Schema.Struct({}),
  output: AgentAccessRequestInfo(),
  body: "none",
  from: "data",
  idempotent: false,
  anonymous: true
}))

/** Rejects an agent access request: `POST /agents/access-requests/reject`. Not idempotent: what a repeat does is not documented. */
export const rejectAgentAccessRequest = operation("rejectAgentAccessRequest", () => ({
  method: "POST",
  path: "/agents/access-requests/reject",
  input: Schema.Struct({}),
  output: AgentAccessRequestInfo(),
  body: "none",
  from: "data",
  idempotent: false,
  anonymous: true
}))

/** Lists agent access requests; `.stream` reads all pages: `GET /agents/{agentId}/access-requests`. */
export const listAgentAccessRequests = companyOperation("listAgentAccessRequests", () => ({
  method: "GET",
  path: "/agents/{agentId}/access-requests",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentAccessRequest())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates agent access requests: `POST /agents/{agentId}/access-requests`. Not idempotent: a repeat creates another. */
export const createAgentAccessRequests = companyOperation("createAgentAccessRequests", () => ({
  method: "POST",
  path: "/agents/{agentId}/access-requests",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      vpn: optional(Schema.Boolean),
      servers: objects({ publicId: optional(Schema.String) }),
      /** A time, sent in UTC. */ start: Moment.Text(),
      /** A time, sent in UTC. */ end: Moment.Text(),
      /** At most 65535 characters. */ reason: text(0, 65535),
      allowedApprovers: objects({ publicId: optional(Schema.String) })
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Approves an agent access request authenticated: `POST /agents/{agentId}/access-requests/approve/{publicId}`. Not idempotent:
 * what a repeat does is not documented.
 */
export const approveAgentAccessRequestAuthenticated = companyOperation(
  "approveAgentAccessRequestAuthenticated",
  () => ({
    method: "POST",
    path: "/agents/{agentId}/access-requests/approve/{publicId}",
    input: Schema.Struct({ agentId: Id(), publicId: Id() }),
    output: AgentAccessRequestInfo(),
    body: "none",
    from: "data",
    idempotent: false
  })
)

/**
 * Rejects an agent access request authenticated: `POST /agents/{agentId}/access-requests/reject/{publicId}`. Not idempotent:
 * what a repeat does is not documented.
 */
export const rejectAgentAccessRequestAuthenticated = companyOperation(
  "rejectAgentAccessRequestAuthenticated",
  () => ({
    method: "POST",
    path: "/agents/{agentId}/access-requests/reject/{publicId}",
    input: Schema.Struct({ agentId: Id(), publicId: Id() }),
    output: AgentAccessRequestInfo(),
    body: "none",
    from: "data",
    idempotent: false
  })
)

/**
 * Resends agent access requests: `POST /agents/{agentId}/access-requests/resend`. Not idempotent: what a repeat does is not
 * documented.
 */
export const resendAgentAccessRequests = companyOperation("resendAgentAccessRequests", () => ({
  method: "POST",
  path: "/agents/{agentId}/access-requests/resend",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/**
 * Resends an agent access request: `POST /agents/{agentId}/access-requests/resend/{publicId}/resend`. Not idempotent: what a
 * repeat does is not documented.
 */
export const resendAgentAccessRequest = companyOperation("resendAgentAccessRequest", () => ({
  method: "POST",
  path: "/agents/{agentId}/access-requests/resend/{publicId}/resend",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/** Gets an agent access request: `GET /agents/{agentId}/access-requests/{publicId}`. */
export const getAgentAccessRequest = companyOperation("getAgentAccessRequest", () => ({
  method: "GET",
  path: "/agents/{agentId}/access-requests/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentAccessRequest(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))
