/** IXON: roles. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
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
import { companyOperation, operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Lists permissions; `.stream` reads all pages: `GET /permissions`. */
export const listPermissions = operation("listPermissions", () => ({
  method: "GET",
  path: "/permissions",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(Schema.Struct({ publicId: attribute(Schema.String), custom: attribute(Attributes()) }))
  ),
  idempotent: true,
  anonymous: true,
  notes: listNotes
})).pipe(listed)

/** Deletes roles: `DELETE /roles`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteRoles = companyOperation("deleteRoles", () => ({
  method: "DELETE",
  path: "/roles",
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

/** Lists roles; `.stream` reads all pages: `GET /roles`. */
export const listRoles = companyOperation("listRoles", () => ({
  method: "GET",
  path: "/roles",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(pageOf(GroupRoleRole())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates roles: `PATCH /roles`. Idempotent: it sets values, whatever they were. */
export const updateRoles = companyOperation("updateRoles", () => ({
  method: "PATCH",
  path: "/roles",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
      enforce2fa: optional(Schema.Boolean),
      enforceSso: optional(Schema.Boolean),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates roles: `POST /roles`. Not idempotent: a repeat creates another. */
export const createRoles = companyOperation("createRoles", () => ({
  method: "POST",
  path: "/roles",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
      enforce2fa: optional(Schema.Boolean),
      enforceSso: optional(Schema.Boolean),
      permissions: optional(objects({ publicId: optional(Schema.String) })),
      audiences: optional(objects({ publicId: optional(Schema.String) })),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a role audience: `DELETE /roles/{parentId}/audiences/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteRoleAudience = companyOperation("deleteRoleAudience", () => ({
  method: "DELETE",
  path: "/roles/{parentId}/audiences/{publicId}",
  input: Schema.Struct({ parentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes a role permission: `DELETE /roles/{parentId}/permissions/{publicId}`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteRolePermission = companyOperation("deleteRolePermission", () => ({
  method: "DELETE",
  path: "/roles/{parentId}/permissions/{publicId}",
  input: Schema.Struct({ parentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes a role: `DELETE /roles/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteRole = companyOperation("deleteRole", () => ({
  method: "DELETE",
  path: "/roles/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a role: `GET /roles/{publicId}`. */
export const getRole = companyOperation("getRole", () => ({
  method: "GET",
  path: "/roles/{publicId}",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)), publicId: Id() }),
  output: GroupRoleRole(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a role: `PATCH /roles/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateRole = companyOperation("updateRole", () => ({
  method: "PATCH",
  path: "/roles/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
    enforce2fa: optional(Schema.Boolean),
    enforceSso: optional(Schema.Boolean),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes role audiences: `DELETE /roles/{publicId}/audiences`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteRoleAudiences = companyOperation("deleteRoleAudiences", () => ({
  method: "DELETE",
  path: "/roles/{publicId}/audiences",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates role audiences: `POST /roles/{publicId}/audiences`. Not idempotent: a repeat creates another. */
export const createRoleAudiences = companyOperation("createRoleAudiences", () => ({
  method: "POST",
  path: "/roles/{publicId}/audiences",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Replaces role audiences: `PUT /roles/{publicId}/audiences`. Idempotent: it sets values, whatever they were. */
export const replaceRoleAudiences = companyOperation("replaceRoleAudiences", () => ({
  method: "PUT",
  path: "/roles/{publicId}/audiences",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true
}))

/** Deletes role permissions: `DELETE /roles/{publicId}/permissions`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteRolePermissions = companyOperation("deleteRolePermissions", () => ({
  method: "DELETE",
  path: "/roles/{publicId}/permissions",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      /** 1 to 255 characters. */ publicId: text(1, 255)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates role permissions: `POST /roles/{publicId}/permissions`. Not idempotent: a repeat creates another. */
export const createRolePermissions = companyOperation("createRolePermissions", () => ({
  method: "POST",
  path: "/roles/{publicId}/permissions",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      /** 1 to 255 characters. */ publicId: text(1, 255)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Replaces role permissions: `PUT /roles/{publicId}/permissions`. Idempotent: it sets values, whatever they were. */
export const replaceRolePermissions = companyOperation("replaceRolePermissions", () => ({
  method: "PUT",
  path: "/roles/{publicId}/permissions",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      /** 1 to 255 characters. */ publicId: text(1, 255)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true
}))
