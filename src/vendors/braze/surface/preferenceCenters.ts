/** Braze: preferenceCenters. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, like, optional, text } from "../../../contract/described.ts"
import { Secret } from "../../../contract/secretText.ts"
import { renamed, snake } from "../../../contract/snake.ts"
import { ExternalId, Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/**
 * Creates a preference center: `POST /preference_center/v1`. Not idempotent: a repeat makes another; whether a name may be taken
 * twice is not documented. Needs the permission `preference_center.update`.
 */
export const createPreferenceCenter = operation("createPreferenceCenter", () => ({
  method: "POST",
  path: "/preference_center/v1",
  input: requestBody(
    snake({
      /** Not empty, of a fixed form. */ name: like(/^[A-Za-z0-9_-]+$/, text(1)),
      preferenceCenterPageHtml: Text(),
      confirmationPageHtml: Text(),
      preferenceCenterTitle: optional(Schema.String),
      state: optional(Schema.Literals(["active", "draft"])),
      options: optional(DataObject())
    })
  ),
  output: answer({
    preferenceCenterApiId: optional(Schema.String),
    liquidTag: optional(Schema.String),
    createdAt: optional(Schema.String)
  }),
  idempotent: false,
  quota: "preference-write",
  permission: "preference_center.update",
  see: "https://www.braze.com/docs/api/endpoints/preference_center"
}))

/** Lists preference centers: `GET /preference_center/v1/list`. Needs the permission `preference_center.list`. */
export const listPreferenceCenters = operation("listPreferenceCenters", () => ({
  method: "GET",
  path: "/preference_center/v1/list",
  input: Schema.Struct({}),
  output: answer({
    preferenceCenters: Schema.Array(
      snake({
        name: optional(Schema.String),
        preferenceCenterApiId: optional(Schema.String),
        createdAt: optional(Schema.String),
        updatedAt: optional(Schema.String)
      })
    )
  }),
  idempotent: true,
  quota: "preference-read",
  permission: "preference_center.list",
  see: "https://www.braze.com/docs/api/endpoints/preference_center"
}))

/** Gets a preference center: `GET /preference_center/v1/{id}`. Needs the permission `preference_center.get`. */
export const getPreferenceCenter = operation("getPreferenceCenter", () => ({
  method: "GET",
  path: "/preference_center/v1/{id}",
  input: Schema.Struct({ id: Id() }),
  output: answer({
    name: optional(Schema.String),
    preferenceCenterApiId: optional(Schema.String),
    createdAt: optional(Schema.String),
    updatedAt: optional(Schema.String),
    preferenceCenterTitle: optional(Schema.String),
    preferenceCenterPageHtml: optional(Schema.String),
    confirmationPageHtml: optional(Schema.String),
    redirectPageHtml: optional(Schema.String),
    preferenceCenterOptions: optional(Schema.Record(Schema.String, Schema.Json)),
    state: optional(Schema.String)
  }),
  idempotent: true,
  quota: "preference-read",
  permission: "preference_center.get",
  see: "https://www.braze.com/docs/api/endpoints/preference_center"
}))

/**
 * Updates a preference center: `PUT /preference_center/v1/{id}`. Idempotent: it replaces what was there. Needs the permission
 * `preference_center.update`.
 */
export const updatePreferenceCenter = operation("updatePreferenceCenter", () => ({
  method: "PUT",
  path: "/preference_center/v1/{id}",
  input: requestBody(
    snake({
      id: Id(),
      preferenceCenterPageHtml: Text(),
      confirmationPageHtml: Text(),
      preferenceCenterTitle: optional(Schema.String),
      state: optional(Schema.Literals(["active", "draft"])),
      options: optional(DataObject())
    })
  ),
  output: answer({
    preferenceCenterApiId: optional(Schema.String),
    createdAt: optional(Schema.String),
    updatedAt: optional(Schema.String)
  }),
  idempotent: true,
  quota: "preference-write",
  permission: "preference_center.update",
  see: "https://www.braze.com/docs/api/endpoints/preference_center"
}))

/** Gets a preference center URL: `GET /preference_center/v1/{id}/url/{userId}`. Needs the permission `preference_center.user.get`. */
export const getPreferenceCenterUrl = operation("getPreferenceCenterUrl", () => ({
  method: "GET",
  path: "/preference_center/v1/{id}/url/{userId}",
  input: renamed(
    {
      id: Id(),
      userId: Id(),
      preferenceCenterApiId: optional(Schema.String),
      externalId: optional(ExternalId())
    },
    { userId: "userId" }
  ),
  output: answer({ preferenceCenterUrl: optional(Secret()) }),
  idempotent: true,
  quota: "preference-read",
  permission: "preference_center.user.get",
  secrets: ["preference_center_url"],
  see: "https://www.braze.com/docs/api/endpoints/preference_center"
}))
