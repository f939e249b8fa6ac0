/** m3ter: resourceGroups. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { PermissionPolicyResponse } from "./shared/PermissionPolicyResponse.ts"
import { ResourceGroupResponse } from "./shared/ResourceGroupResponse.ts"
import { operation } from "../vendor.ts"

/** m3ter's ResourceGroupItemResponse, as it comes. */
export interface ResourceGroupItemResponse extends Made<typeof resourceGroupItemResponseFields> {}
const resourceGroupItemResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  targetId: optional(Schema.String),
  targetType: optional(words("ITEM", "GROUP")),
  ...audit()
}))
export const ResourceGroupItemResponse = opaque<ResourceGroupItemResponse>()(resourceGroupItemResponseFields)

const resourceGroupRequest = lazy(() => ({
  /** 1 to 100 characters. */ name: text(1, 100)
}))

const resourceGroupItemRequest = lazy(() => ({
  /** Not empty. */ targetId: text(1),
  targetType: Schema.Literals(["ITEM", "GROUP"])
}))

/** Lists resource groups; `.stream` reads all pages: `GET /organizations/{orgId}/resourcegroups/{type}`. */
export const listResourceGroups = operation("listResourceGroups", () => ({
  method: "GET",
  path: "/organizations/{orgId}/resourcegroups/{type}",
  input: Schema.Struct({
    type: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(ResourceGroupResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a resource group: `POST /organizations/{orgId}/resourcegroups/{type}`. Not idempotent: a repeat may create another. */
export const createResourceGroup = operation("createResourceGroup", () => ({
  method: "POST",
  path: "/organizations/{orgId}/resourcegroups/{type}",
  input: Schema.Struct({ type: Id(), ...resourceGroupRequest() }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: false
}))

/** Deletes a resource group: `DELETE /organizations/{orgId}/resourcegroups/{type}/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteResourceGroup = operation("deleteResourceGroup", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/resourcegroups/{type}/{id}",
  input: Schema.Struct({ id: Id(), type: Id() }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: true
}))

/** Gets a resource group: `GET /organizations/{orgId}/resourcegroups/{type}/{id}`. */
export const getResourceGroup = operation("getResourceGroup", () => ({
  method: "GET",
  path: "/organizations/{orgId}/resourcegroups/{type}/{id}",
  input: Schema.Struct({ id: Id(), type: Id() }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: true
}))

/**
 * Updates a resource group: `PUT /organizations/{orgId}/resourcegroups/{type}/{id}`. Takes its present `version`: when in doubt,
 * read it again.
 */
export const updateResourceGroup = operation("updateResourceGroup", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/resourcegroups/{type}/{id}",
  input: Schema.Struct({ id: Id(), type: Id(), version: Schema.Int, ...resourceGroupRequest() }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getResourceGroup, "id", "type")
}))

/**
 * Adds a resource to a group: `POST /organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/addresource`. Not idempotent:
 * what a repeat of a change of membership does is not documented.
 */
export const addResourceToGroup = operation("addResourceToGroup", () => ({
  method: "POST",
  path: "/organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/addresource",
  input: Schema.Struct({ resourceGroupId: Id(), type: Id(), ...resourceGroupItemRequest() }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: false
}))

/**
 * Lists resource groups for id; `.stream` reads all pages: `POST
 * /organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/contents`.
 */
export const listResourceGroupsForId = operation("listResourceGroupsForId", () => ({
  method: "POST",
  path: "/organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/contents",
  input: Schema.Struct({
    type: Id(),
    resourceGroupId: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(ResourceGroupItemResponse()))),
  query: ["pageSize", "nextToken"],
  body: "none",
  idempotent: true,
  reads: true
})).pipe(listed(100))

/**
 * Gets resource group permissions; `.stream` reads all pages: `GET
 * /organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/permissions`.
 */
export const getResourceGroupPermissions = operation("getResourceGroupPermissions", () => ({
  method: "GET",
  path: "/organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/permissions",
  input: Schema.Struct({
    type: Id(),
    resourceGroupId: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(PermissionPolicyResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Removes a resource from a group: `POST /organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/removeresource`. Not
 * idempotent: what a repeat of a change of membership does is not documented.
 */
export const removeResourceFromGroup = operation("removeResourceFromGroup", () => ({
  method: "POST",
  path: "/organizations/{orgId}/resourcegroups/{type}/{resourceGroupId}/removeresource",
  input: Schema.Struct({ resourceGroupId: Id(), type: Id(), ...resourceGroupItemRequest() }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: false
}))
