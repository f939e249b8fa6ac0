/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { PermissionAction } from "./PermissionAction.ts"

/** m3ter's PermissionStatement. */
export interface PermissionStatement extends Made<typeof permissionStatementFields> {}
const permissionStatementFields = lazy(() => ({
  effect: Schema.Literals(["ALLOW", "DENY"]),
  action: Schema.Array(PermissionAction()),
  /** Not empty. */ resource: items(Schema.String, 1)
}))
export const PermissionStatement = opaque<PermissionStatement>()(permissionStatementFields)
