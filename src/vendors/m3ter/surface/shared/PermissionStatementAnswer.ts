/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, open, optional, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { PermissionAction } from "./PermissionAction.ts"

/** m3ter's PermissionStatement, as it comes. */
export interface PermissionStatementAnswer extends Made<typeof permissionStatementAnswerFields> {}
const permissionStatementAnswerFields = lazy(() => ({
  effect: optional(words("ALLOW", "DENY")),
  action: optional(Schema.Array(open(PermissionAction()))),
  resource: optional(Schema.Array(Schema.String))
}))
export const PermissionStatementAnswer = opaque<PermissionStatementAnswer>()(permissionStatementAnswerFields)
