/** IXON: files. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, words } from "../../../contract/described.ts"
import { Secret } from "../../../contract/secretText.ts"
import { attribute } from "../operations/shape.ts"
import { companyOperation } from "../vendor.ts"

/** Uploads a public file: `POST /public-files/upload`. Not idempotent: what a repeat does is not documented. */
export const uploadPublicFile = companyOperation("uploadPublicFile", () => ({
  method: "POST",
  path: "/public-files/upload",
  input: Schema.Struct({ content: Schema.Uint8Array }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
    type: attribute(words("image")),
    url: attribute(Secret()),
    size: attribute(Schema.Finite)
  }),
  body: "content",
  content: "image/png",
  from: "data",
  idempotent: false
}))

/**
 * Uploads a router display screensaver: `POST /router-display-screensaver/upload`. Not idempotent: what a repeat does is not
 * documented.
 */
export const uploadRouterDisplayScreensaver = companyOperation("uploadRouterDisplayScreensaver", () => ({
  method: "POST",
  path: "/router-display-screensaver/upload",
  input: Schema.Struct({ content: Schema.Uint8Array }),
  output: Schema.Struct({ publicId: attribute(Schema.String) }),
  body: "content",
  content: "image/png",
  from: "data",
  idempotent: false
}))

/**
 * Deletes a router display screensaver: `DELETE /router-display-screensaver/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteRouterDisplayScreensaver = companyOperation("deleteRouterDisplayScreensaver", () => ({
  method: "DELETE",
  path: "/router-display-screensaver/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a router display screensaver: `GET /router-display-screensaver/{publicId}`. */
export const getRouterDisplayScreensaver = companyOperation("getRouterDisplayScreensaver", () => ({
  method: "GET",
  path: "/router-display-screensaver/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))
