/** IXON: groups. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, like, objects, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import {
  Attributes,
  attribute,
  listNotes,
  listOf,
  pageInput,
  pageKeys,
  pageOf,
  readNotes
} from "../operations/shape.ts"
import { GroupRoleRole } from "./shared/GroupRoleRole.ts"
import { GroupType } from "./shared/GroupType.ts"
import { MembershipGroup } from "./shared/MembershipGroup.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's Group, as it comes. */
export interface Group extends Made<typeof groupFields> {}
const groupFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  type: attribute(GroupType()),
  custom: attribute(Attributes()),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  parent: attribute(MembershipGroup()),
  managedBy: attribute(MembershipGroup()),
  isCompanyGroup: attribute(Schema.Boolean)
}))
export const Group = opaque<Group>()(groupFields)

/** Deletes group types: `DELETE /group-types`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteGroupTypes = companyOperation("deleteGroupTypes", () => ({
  method: "DELETE",
  path: "/group-types",
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

/** Lists group types; `.stream` reads all pages: `GET /group-types`. */
export const listGroupTypes = companyOperation("listGroupTypes", () => ({
  method: "GET",
  path: "/group-types",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(GroupType())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates group types: `PATCH /group-types`. Idempotent: it sets values, whatever they were. */
export const updateGroupTypes = companyOperation("updateGroupTypes", () => ({
  method: "PATCH",
  path: "/group-types",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
      order: optional(Schema.Int),
      /** 6 to 7 characters, of a fixed form; or null. */
      color: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates group types: `POST /group-types`. Not idempotent: a repeat creates another. */
export const createGroupTypes = companyOperation("createGroupTypes", () => ({
  method: "POST",
  path: "/group-types",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
      order: optional(Schema.Int),
      /** 6 to 7 characters, of a fixed form; or null. */
      color: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a group type: `DELETE /group-types/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteGroupType = companyOperation("deleteGroupType", () => ({
  method: "DELETE",
  path: "/group-types/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a group type: `GET /group-types/{publicId}`. */
export const getGroupType = companyOperation("getGroupType", () => ({
  method: "GET",
  path: "/group-types/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: GroupType(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a group type: `PATCH /group-types/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateGroupType = companyOperation("updateGroupType", () => ({
  method: "PATCH",
  path: "/group-types/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
    order: optional(Schema.Int),
    /** 6 to 7 characters, of a fixed form; or null. */
    color: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes groups: `DELETE /groups`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteGroups = companyOperation("deleteGroups", () => ({
  method: "DELETE",
  path: "/groups",
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

/** Lists groups; `.stream` reads all pages: `GET /groups`. */
export const listGroups = companyOperation("listGroups", () => ({
  method: "GET",
  path: "/groups",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(Group())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates groups: `PATCH /groups`. Idempotent: it sets values, whatever they were. */
export const updateGroups = companyOperation("updateGroups", () => ({
  method: "PATCH",
  path: "/groups",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      type: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** Or null. */
      parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates groups: `POST /groups`. Not idempotent: a repeat creates another. */
export const createGroups = companyOperation("createGroups", () => ({
  method: "POST",
  path: "/groups",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      type: Schema.Struct({ publicId: optional(Schema.String) }),
      /** Or null. */
      parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Lists group roles; `.stream` reads all pages: `GET /groups/roles`. */
export const listGroupRoles = companyOperation("listGroupRoles", () => ({
  method: "GET",
  path: "/groups/roles",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(
    pageOf(Schema.Struct({ group: attribute(Group()), roles: attribute(Schema.Array(GroupRoleRole())) }))
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes a group: `DELETE /groups/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteGroup = companyOperation("deleteGroup", () => ({
  method: "DELETE",
  path: "/groups/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a group: `GET /groups/{publicId}`. */
export const getGroup = companyOperation("getGroup", () => ({
  method: "GET",
  path: "/groups/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: Group(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a group: `PATCH /groups/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateGroup = companyOperation("updateGroup", () => ({
  method: "PATCH",
  path: "/groups/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    type: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** Or null. */ parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Imports a group page: `POST /groups/{publicId}/page-import`. Not idempotent: what a repeat does is not documented. */
export const importGroupPage = companyOperation("importGroupPage", () => ({
  method: "POST",
  path: "/groups/{publicId}/page-import",
  input: Schema.Struct({ publicId: Id(), content: DataObject() }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "content",
  from: "data",
  idempotent: false
}))
