/** IXON: agentRegistrationProfiles. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { MembershipGroup } from "./shared/MembershipGroup.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's AgentRegistrationProfile, as it comes. */
export interface AgentRegistrationProfile extends Made<typeof agentRegistrationProfileFields> {}
const agentRegistrationProfileFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  agentActivationName: attribute(Schema.String),
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  memberships: attribute(Schema.Array(AgentRegistrationProfileMembership()))
}))
export const AgentRegistrationProfile = opaque<AgentRegistrationProfile>()(agentRegistrationProfileFields)

/** IXON's AgentRegistrationProfileMembership, as it comes. */
export interface AgentRegistrationProfileMembership extends Made<
  typeof agentRegistrationProfileMembershipFields
> {}
const agentRegistrationProfileMembershipFields = lazy(() => ({
  publicId: attribute(Schema.String),
  profile: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(MembershipGroup())
}))
export const AgentRegistrationProfileMembership = opaque<AgentRegistrationProfileMembership>()(
  agentRegistrationProfileMembershipFields
)

/** Deletes agent registration profiles: `DELETE /agent-registration-profiles`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentRegistrationProfiles = companyOperation("deleteAgentRegistrationProfiles", () => ({
  method: "DELETE",
  path: "/agent-registration-profiles",
  input: Schema.Struct({
    items: objects({
      /** Exactly 24 characters, of a fixed form. */ publicId: like(/(\d{4}-){4}\d{4}/, text(24, 24))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent registration profiles; `.stream` reads all pages: `GET /agent-registration-profiles`. */
export const listAgentRegistrationProfiles = companyOperation("listAgentRegistrationProfiles", () => ({
  method: "GET",
  path: "/agent-registration-profiles",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentRegistrationProfile())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent registration profiles: `PATCH /agent-registration-profiles`. Idempotent: it sets values, whatever they were. */
export const updateAgentRegistrationProfiles = companyOperation("updateAgentRegistrationProfiles", () => ({
  method: "PATCH",
  path: "/agent-registration-profiles",
  input: Schema.Struct({
    items: objects({
      /** Exactly 24 characters, of a fixed form. */ publicId: like(/(\d{4}-){4}\d{4}/, text(24, 24)),
      /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ agentActivationName: optional(Schema.NullOr(text(1, 255))),
      /** Or null. */
      template: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent registration profiles: `POST /agent-registration-profiles`. Not idempotent: a repeat creates another. */
export const createAgentRegistrationProfiles = companyOperation("createAgentRegistrationProfiles", () => ({
  method: "POST",
  path: "/agent-registration-profiles",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ agentActivationName: optional(Schema.NullOr(text(1, 255))),
      /** Or null. */
      template: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      memberships: optional(objects({ publicId: optional(Schema.String) }))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes agent registration profile memberships: `DELETE /agent-registration-profiles/memberships`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentRegistrationProfileMemberships = companyOperation(
  "deleteAgentRegistrationProfileMemberships",
  () => ({
    method: "DELETE",
    path: "/agent-registration-profiles/memberships",
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

/** Lists agent registration profile memberships; `.stream` reads all pages: `GET /agent-registration-profiles/memberships`. */
export const listAgentRegistrationProfileMemberships = companyOperation(
  "listAgentRegistrationProfileMemberships",
  () => ({
    method: "GET",
    path: "/agent-registration-profiles/memberships",
    input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(AgentRegistrationProfileMembership())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)

/**
 * Updates agent registration profile memberships: `PATCH /agent-registration-profiles/memberships`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentRegistrationProfileMemberships = companyOperation(
  "updateAgentRegistrationProfileMemberships",
  () => ({
    method: "PATCH",
    path: "/agent-registration-profiles/memberships",
    input: Schema.Struct({
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        profile: Schema.Struct({ publicId: optional(Schema.String) }),
        group: Schema.Struct({ publicId: optional(Schema.String) })
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/**
 * Creates agent registration profile memberships: `POST /agent-registration-profiles/memberships`. Not idempotent: a repeat
 * creates another.
 */
export const createAgentRegistrationProfileMemberships = companyOperation(
  "createAgentRegistrationProfileMemberships",
  () => ({
    method: "POST",
    path: "/agent-registration-profiles/memberships",
    input: Schema.Struct({
      items: objects({
        profile: Schema.Struct({ publicId: optional(Schema.String) }),
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
 * Deletes an agent registration profile membership: `DELETE /agent-registration-profiles/memberships/{publicId}`. Idempotent: a
 * repeat may be refused, for the id is gone.
 */
export const deleteAgentRegistrationProfileMembership = companyOperation(
  "deleteAgentRegistrationProfileMembership",
  () => ({
    method: "DELETE",
    path: "/agent-registration-profiles/memberships/{publicId}",
    input: Schema.Struct({ publicId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Gets an agent registration profile membership: `GET /agent-registration-profiles/memberships/{publicId}`. */
export const getAgentRegistrationProfileMembership = companyOperation(
  "getAgentRegistrationProfileMembership",
  () => ({
    method: "GET",
    path: "/agent-registration-profiles/memberships/{publicId}",
    input: Schema.Struct({
      fields: optional(Schema.Array(Schema.String)),
      filters: optional(Schema.Array(Schema.String)),
      publicId: Id()
    }),
    output: AgentRegistrationProfileMembership(),
    from: "data",
    idempotent: true,
    notes: readNotes
  })
)

/**
 * Updates an agent registration profile membership: `PATCH /agent-registration-profiles/memberships/{publicId}`. Idempotent: it
 * sets values, whatever they were.
 */
export const updateAgentRegistrationProfileMembership = companyOperation(
  "updateAgentRegistrationProfileMembership",
  () => ({
    method: "PATCH",
    path: "/agent-registration-profiles/memberships/{publicId}",
    input: Schema.Struct({
      publicId: Id(),
      profile: Schema.Struct({ publicId: optional(Schema.String) }),
      group: Schema.Struct({ publicId: optional(Schema.String) })
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Deletes an agent registration profile: `DELETE /agent-registration-profiles/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAgentRegistrationProfile = companyOperation("deleteAgentRegistrationProfile", () => ({
  method: "DELETE",
  path: "/agent-registration-profiles/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent registration profile: `GET /agent-registration-profiles/{publicId}`. */
export const getAgentRegistrationProfile = companyOperation("getAgentRegistrationProfile", () => ({
  method: "GET",
  path: "/agent-registration-profiles/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AgentRegistrationProfile(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent registration profile: `PATCH /agent-registration-profiles/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAgentRegistrationProfile = companyOperation("updateAgentRegistrationProfile", () => ({
  method: "PATCH",
  path: "/agent-registration-profiles/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ agentActivationName: optional(Schema.NullOr(text(1, 255))),
    /** Or null. */
    template: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
  }),
  output: Schema.Void,
  idempotent: true
}))
