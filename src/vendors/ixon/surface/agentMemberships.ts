/** IXON: agentMemberships. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentMembership } from "./shared/AgentMembership.ts"
import { companyOperation } from "../vendor.ts"

/** Deletes agent memberships: `DELETE /agents/memberships`. Idempotent: a repeat may be refused, for the id is gone. Needs `companyId`. */
export const deleteAgentMemberships = companyOperation("deleteAgentMemberships", () => ({
  method: "DELETE",
  path: "/agents/memberships",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  see: "IXON OpenAPI document, AgentMembershipList"
}))

/** Lists agent memberships, a page at a time, or with `.stream` all of them: `GET /agents/memberships`. Needs `companyId`. */
export const listAgentMemberships = companyOperation("listAgentMemberships", () => ({
  method: "GET",
  path: "/agents/memberships",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentMembership())),
  idempotent: true,
  notes: listNotes,
  see: "IXON OpenAPI document, AgentMembershipList"
})).pipe(listed)

/** Updates agent memberships: `PATCH /agents/memberships`. Idempotent: it sets values, whatever they were. Needs `companyId`. */
export const updateAgentMemberships = companyOperation("updateAgentMemberships", () => ({
  method: "PATCH",
  path: "/agents/memberships",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      agent: Schema.Struct({ publicId: optional(Schema.String) }),
      group: Schema.Struct({ publicId: optional(Schema.String) })
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  see: "IXON OpenAPI document, AgentMembershipList"
}))

/** Creates agent memberships: `POST /agents/memberships`. Not idempotent: a repeat creates another. Needs `companyId`. */
export const createAgentMemberships = companyOperation("createAgentMemberships", () => ({
  method: "POST",
  path: "/agents/memberships",
  input: Schema.Struct({
    items: objects({
      agent: Schema.Struct({ publicId: optional(Schema.String) }),
      group: Schema.Struct({ publicId: optional(Schema.String) })
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false,
  see: "IXON OpenAPI document, AgentMembershipList"
}))

/**
 * Deletes an agent membership: `DELETE /agents/memberships/{publicId}`. Idempotent: a repeat may be refused, for the id is gone.
 * Needs `companyId`.
 */
export const deleteAgentMembership = companyOperation("deleteAgentMembership", () => ({
  method: "DELETE",
  path: "/agents/memberships/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true,
  see: "IXON OpenAPI document, AgentMembership"
}))

/** Gets an agent membership: `GET /agents/memberships/{publicId}`. Needs `companyId`. */
export const getAgentMembership = companyOperation("getAgentMembership", () => ({
  method: "GET",
  path: "/agents/memberships/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AgentMembership(),
  from: "data",
  idempotent: true,
  notes: readNotes,
  see: "IXON OpenAPI document, AgentMembership"
}))

/**
 * Updates an agent membership: `PATCH /agents/memberships/{publicId}`. Idempotent: it sets values, whatever they were. Needs
 * `companyId`.
 */
export const updateAgentMembership = companyOperation("updateAgentMembership", () => ({
  method: "PATCH",
  path: "/agents/memberships/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    agent: Schema.Struct({ publicId: optional(Schema.String) }),
    group: Schema.Struct({ publicId: optional(Schema.String) })
  }),
  output: Schema.Void,
  idempotent: true,
  see: "IXON OpenAPI document, AgentMembership"
}))
