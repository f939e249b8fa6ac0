/** IXON: apps. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id } from "../../../contract/described.ts"
import { attribute, readNotes } from "../operations/shape.ts"
import { companyOperation, operation } from "../vendor.ts"

/** Updates an app config update: `PATCH /app-configs`. Idempotent: it sets values, whatever they were. */
export const updateAppConfigUpdate = companyOperation("updateAppConfigUpdate", () => ({
  method: "PATCH",
  path: "/app-configs",
  input: Schema.Struct({ enabled: Schema.Boolean }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an app install: `GET /apps/install/{publicId}`. */
export const getAppInstall = operation("getAppInstall", () => ({
  method: "GET",
  path: "/apps/install/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Installs an app: `POST /apps/install/{publicId}`. Not idempotent: what a repeat does is not documented. */
export const installApp = companyOperation("installApp", () => ({
  method: "POST",
  path: "/apps/install/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/** Deletes an app uninstall: `DELETE /apps/uninstall/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAppUninstall = companyOperation("deleteAppUninstall", () => ({
  method: "DELETE",
  path: "/apps/uninstall/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))
