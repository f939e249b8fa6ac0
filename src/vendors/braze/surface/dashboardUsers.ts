/** Braze: dashboardUsers. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, items, objects, optional } from "../../../contract/described.ts"
import { DashboardUserExists, DashboardUserNotFound } from "../failures.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { scimOperation } from "../vendor.ts"

/** Searches dashboard users: `GET /scim/v2/Users`. */
export const searchDashboardUsers = scimOperation("searchDashboardUsers", () => ({
  method: "GET",
  path: "/scim/v2/Users",
  input: Schema.Struct({ filter: Text() }),
  output: answer(
    {
      schemas: Schema.Array(Schema.String),
      totalResults: optional(Schema.Finite),
      Resources: objects({
        id: optional(Schema.String),
        userName: optional(Schema.String),
        name: optional(
          Schema.Struct({ givenName: optional(Schema.String), familyName: optional(Schema.String) })
        ),
        department: optional(Schema.String),
        lastSignInAt: optional(Schema.String),
        permissions: optional(Schema.Record(Schema.String, Schema.Json))
      })
    },
    { totalResults: "totalResults", Resources: "Resources" }
  ),
  idempotent: true,
  quota: "scim",
  see: "https://www.braze.com/docs/api/endpoints/scim"
}))

/** Creates a dashboard user: `POST /scim/v2/Users`. Not idempotent: a repeat is refused as existing. */
export const createDashboardUser = scimOperation("createDashboardUser", () => ({
  method: "POST",
  path: "/scim/v2/Users",
  input: requestBody(
    Schema.Struct({
      /** Not empty. */ schemas: items(Schema.String, 1),
      userName: Text(),
      name: Schema.Struct({ givenName: Text(), familyName: Text() }),
      department: optional(Schema.String),
      permissions: DataObject()
    })
  ),
  output: answer(
    { id: optional(Schema.String), userName: optional(Schema.String) },
    { userName: "userName" }
  ),
  idempotent: false,
  fails: [DashboardUserExists],
  quota: "scim",
  see: "https://www.braze.com/docs/api/endpoints/scim"
}))

/** Deletes a dashboard user: `DELETE /scim/v2/Users/{id}`. Idempotent: a repeat is refused as unknown. */
export const deleteDashboardUser = scimOperation("deleteDashboardUser", () => ({
  method: "DELETE",
  path: "/scim/v2/Users/{id}",
  input: Schema.Struct({ id: Id() }),
  output: Schema.Void,
  idempotent: true,
  fails: [DashboardUserNotFound],
  quota: "scim",
  personal: ["id"],
  see: "https://www.braze.com/docs/api/endpoints/scim"
}))

/** Gets a dashboard user: `GET /scim/v2/Users/{id}`. */
export const getDashboardUser = scimOperation("getDashboardUser", () => ({
  method: "GET",
  path: "/scim/v2/Users/{id}",
  input: Schema.Struct({ id: Id() }),
  output: answer(
    {
      schemas: Schema.Array(Schema.String),
      id: optional(Schema.String),
      userName: optional(Schema.String),
      name: optional(
        Schema.Struct({ givenName: optional(Schema.String), familyName: optional(Schema.String) })
      ),
      department: optional(Schema.String),
      lastSignInAt: optional(Schema.String),
      createdAt: optional(Schema.String),
      permissions: optional(Schema.Record(Schema.String, Schema.Json))
    },
    { userName: "userName", lastSignInAt: "lastSignInAt", createdAt: "createdAt" }
  ),
  idempotent: true,
  fails: [DashboardUserNotFound],
  quota: "scim",
  personal: ["id"],
  see: "https://www.braze.com/docs/api/endpoints/scim"
}))

/** Updates a dashboard user: `PUT /scim/v2/Users/{id}`. Idempotent: it replaces what was there. */
export const updateDashboardUser = scimOperation("updateDashboardUser", () => ({
  method: "PUT",
  path: "/scim/v2/Users/{id}",
  input: requestBody(
    Schema.Struct({
      id: Id(),
      /** Not empty. */ schemas: items(Schema.String, 1),
      name: Schema.Struct({ givenName: Text(), familyName: Text() }),
      department: optional(Schema.String),
      permissions: DataObject()
    })
  ),
  output: answer(
    { id: optional(Schema.String), userName: optional(Schema.String) },
    { userName: "userName" }
  ),
  idempotent: true,
  fails: [DashboardUserNotFound],
  quota: "scim",
  personal: ["id"],
  see: "https://www.braze.com/docs/api/endpoints/scim"
}))
