/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { audit } from "../../operations/derived.ts"
import { PermissionStatementAnswer } from "./PermissionStatementAnswer.ts"

/** m3ter's PermissionPolicyResponse, as it comes. */
export interface PermissionPolicyResponse extends Made<typeof permissionPolicyResponseFields> {}
const permissionPolicyResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  permissionPolicy: optional(Schema.Array(PermissionStatementAnswer())),
  managedPolicy: optional(Schema.Boolean),
  ...audit()
}))
export const PermissionPolicyResponse = opaque<PermissionPolicyResponse>()(permissionPolicyResponseFields)
