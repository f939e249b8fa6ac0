/** m3ter: permissionPolicies. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, items, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { PermissionPolicyResponse } from "./shared/PermissionPolicyResponse.ts"
import { PermissionStatement } from "./shared/PermissionStatement.ts"
import { operation } from "../vendor.ts"

/** m3ter's PrincipalPermissionResponse, as it comes. */
export interface PrincipalPermissionResponse extends Made<typeof principalPermissionResponseFields> {}
const principalPermissionResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  permissionPolicyId: optional(Schema.String),
  principalId: optional(Schema.String),
  principalType: optional(words("USER", "USERGROUP", "SERVICEUSER", "SUPPORTUSERS")),
  ...audit()
}))
export const PrincipalPermissionResponse = opaque<PrincipalPermissionResponse>()(
  principalPermissionResponseFields
)

const permissionPolicyRequest = lazy(() => ({
  /** 1 to 100 characters. */ name: text(1, 100),
  /** Not empty. */ permissionPolicy: items(PermissionStatement(), 1)
}))

const principalPermissionRequest = lazy(() => ({
  /** Not empty. */ principalId: text(1)
}))

/** Lists permission policies; `.stream` reads all pages: `GET /organizations/{orgId}/permissionpolicies`. */
export const listPermissionPolicies = operation("listPermissionPolicies", () => ({
  method: "GET",
  path: "/organizations/{orgId}/permissionpolicies",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(PermissionPolicyResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a permission policy: `POST /organizations/{orgId}/permissionpolicies`. Not idempotent: a repeat may create another.
 * `effect`, `action` and `resource` are in lower case.
 */
export const createPermissionPolicy = operation("createPermissionPolicy", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies",
  input: Schema.Struct({ ...permissionPolicyRequest() }),
  output: withoutNulls(PermissionPolicyResponse()),
  idempotent: false
}))

/** Deletes a permission policy: `DELETE /organizations/{orgId}/permissionpolicies/{id}`. Idempotent: a repeat may be answered with 404. */
export const deletePermissionPolicy = operation("deletePermissionPolicy", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/permissionpolicies/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PermissionPolicyResponse()),
  idempotent: true
}))

/** Gets a permission policy: `GET /organizations/{orgId}/permissionpolicies/{id}`. */
export const getPermissionPolicy = operation("getPermissionPolicy", () => ({
  method: "GET",
  path: "/organizations/{orgId}/permissionpolicies/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PermissionPolicyResponse()),
  idempotent: true
}))

/**
 * Updates a permission policy: `PUT /organizations/{orgId}/permissionpolicies/{id}`. Takes its present `version`: when in doubt,
 * read it again. `effect`, `action` and `resource` are in lower case.
 */
export const updatePermissionPolicy = operation("updatePermissionPolicy", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/permissionpolicies/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...permissionPolicyRequest() }),
  output: withoutNulls(PermissionPolicyResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getPermissionPolicy, "id")
}))

/**
 * Adds a permission policy to a service user: `POST
 * /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtoserviceuser`. Not idempotent: what a repeat of a change of
 * membership does is not documented.
 */
export const addPermissionPolicyToServiceUser = operation("addPermissionPolicyToServiceUser", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtoserviceuser",
  input: Schema.Struct({ permissionPolicyId: Id(), ...principalPermissionRequest() }),
  output: withoutNulls(PrincipalPermissionResponse()),
  idempotent: false
}))

/**
 * Adds a permission policy to support users: `POST
 * /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtosupportusers`. Not idempotent: what a repeat of a change
 * of membership does is not documented.
 */
export const addPermissionPolicyToSupportUsers = operation("addPermissionPolicyToSupportUsers", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtosupportusers",
  input: Schema.Struct({ permissionPolicyId: Id() }),
  output: withoutNulls(PrincipalPermissionResponse()),
  idempotent: false
}))

/**
 * Adds a permission policy to a user: `POST /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtouser`. Not
 * idempotent: what a repeat of a change of membership does is not documented.
 */
export const addPermissionPolicyToUser = operation("addPermissionPolicyToUser", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtouser",
  input: Schema.Struct({ permissionPolicyId: Id(), ...principalPermissionRequest() }),
  output: withoutNulls(PrincipalPermissionResponse()),
  idempotent: false
}))

/**
 * Adds a permission policy to a user group: `POST
 * /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtousergroup`. Not idempotent: what a repeat of a change of
 * membership does is not documented.
 */
export const addPermissionPolicyToUserGroup = operation("addPermissionPolicyToUserGroup", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/addtousergroup",
  input: Schema.Struct({ permissionPolicyId: Id(), ...principalPermissionRequest() }),
  output: withoutNulls(PrincipalPermissionResponse()),
  idempotent: false
}))

/**
 * Removes a permission policy from a service user: `POST
 * /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromserviceuser`. Not idempotent: what a repeat of a
 * change of membership does is not documented.
 */
export const removePermissionPolicyFromServiceUser = operation(
  "removePermissionPolicyFromServiceUser",
  () => ({
    method: "POST",
    path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromserviceuser",
    input: Schema.Struct({ permissionPolicyId: Id(), ...principalPermissionRequest() }),
    output: withoutNulls(PrincipalPermissionResponse()),
    idempotent: false
  })
)

/**
 * Removes a permission policy from support users: `POST
 * /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromsupportusers`. Not idempotent: what a repeat of a
 * change of membership does is not documented.
 */
export const removePermissionPolicyFromSupportUsers = operation(
  "removePermissionPolicyFromSupportUsers",
  () => ({
    method: "POST",
    path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromsupportusers",
    input: Schema.Struct({ permissionPolicyId: Id() }),
    output: withoutNulls(PrincipalPermissionResponse()),
    body: "none",
    idempotent: false
  })
)

/**
 * Removes a permission policy from a user: `POST /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromuser`.
 * Not idempotent: what a repeat of a change of membership does is not documented.
 */
export const removePermissionPolicyFromUser = operation("removePermissionPolicyFromUser", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromuser",
  input: Schema.Struct({ permissionPolicyId: Id(), ...principalPermissionRequest() }),
  output: withoutNulls(PrincipalPermissionResponse()),
  idempotent: false
}))

/**
 * Removes a permission policy from a user group: `POST
 * /organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromusergroup`. Not idempotent: what a repeat of a change
 * of membership does is not documented.
 */
export const removePermissionPolicyFromUserGroup = operation("removePermissionPolicyFromUserGroup", () => ({
  method: "POST",
  path: "/organizations/{orgId}/permissionpolicies/{permissionPolicyId}/removefromusergroup",
  input: Schema.Struct({ permissionPolicyId: Id(), ...principalPermissionRequest() }),
  output: withoutNulls(PrincipalPermissionResponse()),
  idempotent: false
}))
