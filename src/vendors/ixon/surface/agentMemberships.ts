/** IXON: agentMemberships. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentMembership } from "./shared/AgentMembership.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes agent memberships: `DELETE /agents/memberships`. Idempotent: a repeat may be refused, for the id is gone. */
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
  splits: Split.inHalves("items")
}))

/** Lists agent memberships; `.stream` reads all pages: `GET /agents/memberships`. */
export const listAgentMemberships = companyOperation("listAgentMemberships", () => ({
  method: "GET",
  path: "/agents/memberships",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentMembership())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent memberships: `PATCH /agents/memberships`. Idempotent: it sets values, whatever they were. */
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
  splits: Split.inHalves("items")
}))

/** Creates agent memberships: `POST /agents/memberships`. Not idempotent: a repeat creates another. */
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
  idempotent: false
}))

/** Deletes an agent membership: `DELETE /agents/memberships/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentMembership = companyOperation("deleteAgentMembership", () => ({
  method: "DELETE",
  path: "/agents/memberships/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent membership: `GET /agents/memberships/{publicId}`. */
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
  notes: readNotes
}))

/** Updates an agent membership: `PATCH /agents/memberships/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentMembership = companyOperation("updateAgentMembership", () => ({
  method: "PATCH",
  path: "/agents/memberships/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    agent: Schema.Struct({ publicId: optional(Schema.String) }),
    group: Schema.Struct({ publicId: optional(Schema.String) })
  }),
  output: Schema.Void,
  idempotent: true
}))
