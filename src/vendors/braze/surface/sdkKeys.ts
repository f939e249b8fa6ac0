/** Braze: sdkKeys. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/**
 * Creates an SDK key: `POST /app_group/sdk_authentication/create`. Not idempotent: a repeat makes another, of which there are
 * three at most. Needs the permission `sdk_authentication.create`. An app has at most three keys.
 */
export const createSdkKey = operation("createSdkKey", () => ({
  method: "POST",
  path: "/app_group/sdk_authentication/create",
  input: requestBody(
    snake({
      appId: Text(),
      rsaPublicKeyStr: Text(),
      description: Text(),
      makePrimary: optional(Schema.Boolean)
    })
  ),
  output: answer({ id: optional(Schema.String) }),
  idempotent: false,
  permission: "sdk_authentication.create",
  notes: ["An app has at most three keys."],
  see: "https://www.braze.com/docs/api/endpoints/sdk_authentication"
}))

/**
 * Deletes an SDK key: `DELETE /app_group/sdk_authentication/delete`. Idempotent: a repeat ends in the same state. Needs the
 * permission `sdk_authentication.delete`.
 */
export const deleteSdkKey = operation("deleteSdkKey", () => ({
  method: "DELETE",
  path: "/app_group/sdk_authentication/delete",
  input: requestBody(snake({ appId: Text(), keyId: Text() })),
  output: answer({
    keys: Schema.Array(
      snake({
        id: optional(Schema.String),
        rsaPublicKey: optional(Schema.String),
        description: optional(Schema.String),
        isPrimary: optional(Schema.Boolean)
      })
    )
  }),
  idempotent: true,
  permission: "sdk_authentication.delete",
  see: "https://www.braze.com/docs/api/endpoints/sdk_authentication"
}))

/** Lists SDK keys: `GET /app_group/sdk_authentication/keys`. Needs the permission `sdk_authentication.keys`. */
export const listSdkKeys = operation("listSdkKeys", () => ({
  method: "GET",
  path: "/app_group/sdk_authentication/keys",
  input: snake({ appId: Text() }),
  output: answer({
    keys: Schema.Array(
      snake({
        id: optional(Schema.String),
        rsaPublicKey: optional(Schema.String),
        description: optional(Schema.String),
        isPrimary: optional(Schema.Boolean)
      })
    )
  }),
  idempotent: true,
  permission: "sdk_authentication.keys",
  see: "https://www.braze.com/docs/api/endpoints/sdk_authentication"
}))

/**
 * Sets a primary SDK key: `PUT /app_group/sdk_authentication/primary`. Idempotent: it sets a state, whatever it was. Needs the
 * permission `sdk_authentication.primary`.
 */
export const setPrimarySdkKey = operation("setPrimarySdkKey", () => ({
  method: "PUT",
  path: "/app_group/sdk_authentication/primary",
  input: requestBody(snake({ appId: Text(), keyId: Text() })),
  output: answer({
    keys: Schema.Array(
      snake({
        id: optional(Schema.String),
        rsaPublicKey: optional(Schema.String),
        description: optional(Schema.String),
        isPrimary: optional(Schema.Boolean)
      })
    )
  }),
  idempotent: true,
  permission: "sdk_authentication.primary",
  see: "https://www.braze.com/docs/api/endpoints/sdk_authentication"
}))
