/** m3ter: orgUsers. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { PermissionPolicyResponse } from "./shared/PermissionPolicyResponse.ts"
import { PermissionStatement } from "./shared/PermissionStatement.ts"
import { PermissionStatementAnswer } from "./shared/PermissionStatementAnswer.ts"
import { ResourceGroupResponse } from "./shared/ResourceGroupResponse.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's OrgUserResponse, as it comes. */
export interface OrgUserResponse extends Made<typeof orgUserResponseFields> {}
const orgUserResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  firstName: optional(Schema.String),
  lastName: optional(Schema.String),
  contactNumber: optional(Schema.String),
  email: optional(Schema.String),
  organizations: optional(Schema.Array(Schema.String)),
  firstAcceptedTermsAndConditions: optional(Schema.DateTimeUtcFromString),
  lastAcceptedTermsAndConditions: optional(Schema.DateTimeUtcFromString),
  supportUser: optional(Schema.Boolean),
  ...audit(),
  permissionPolicy: optional(Schema.Array(PermissionStatementAnswer())),
  dtEndAccess: optional(Schema.DateTimeUtcFromString)
}))
export const OrgUserResponse = opaque<OrgUserResponse>()(orgUserResponseFields)

/** Lists org users; `.stream` reads all pages: `GET /organizations/{orgId}/users`. */
export const listOrgUsers = operation("listOrgUsers", () => ({
  method: "GET",
  path: "/organizations/{orgId}/users",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(OrgUserResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Gets an org user: `GET /organizations/{orgId}/users/{id}`. */
export const getOrgUser = operation("getOrgUser", () => ({
  method: "GET",
  path: "/organizations/{orgId}/users/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(OrgUserResponse()),
  idempotent: true
}))

/** Updates an org user: `PUT /organizations/{orgId}/users/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateOrgUser = operation("updateOrgUser", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/users/{id}",
  input: Schema.Struct({
    id: Id(),
    version: Schema.Int,
    permissionPolicy: optional(Schema.Array(PermissionStatement())),
    /** A time, sent in UTC. */ dtEndAccess: optional(Moment.Text())
  }),
  output: withoutNulls(OrgUserResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getOrgUser, "id")
}))

/**
 * Resends a temp pass: `PUT /organizations/{orgId}/users/{id}/password/resend`. Not idempotent: a repeat sends the mail again.
 * 400 means that the user is in another state, 401 that it is not allowed, 404 that there is no such user. Sends mail (inferred,
 * not documented).
 */
export const adminResendTempPass = operation("adminResendTempPass", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/users/{id}/password/resend",
  input: Schema.Struct({ id: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/** Gets org user permissions: `GET /organizations/{orgId}/users/{id}/permissions`. */
export const getOrgUserPermissions = operation("getOrgUserPermissions", () => ({
  method: "GET",
  path: "/organizations/{orgId}/users/{id}/permissions",
  input: Schema.Struct({
    id: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(PermissionPolicyResponse()),
  idempotent: true
}))

/** Gets org user groups: `GET /organizations/{orgId}/users/{id}/usergroups`. */
export const getOrgUserGroups = operation("getOrgUserGroups", () => ({
  method: "GET",
  path: "/organizations/{orgId}/users/{id}/usergroups",
  input: Schema.Struct({
    id: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(ResourceGroupResponse()),
  idempotent: true
}))
