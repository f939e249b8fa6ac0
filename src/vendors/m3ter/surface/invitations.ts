/** m3ter: invitations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Email, Id, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's OrgUserInvitationResponse, as it comes. */
export interface OrgUserInvitationResponse extends Made<typeof orgUserInvitationResponseFields> {}
const orgUserInvitationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  email: optional(Schema.String),
  permissionPolicyIds: optional(Schema.Array(Schema.String)),
  firstName: optional(Schema.String),
  lastName: optional(Schema.String),
  dtEndAccess: optional(Schema.DateTimeUtcFromString),
  dtExpiry: optional(Schema.DateTimeUtcFromString),
  invitingPrincipalId: optional(Schema.String),
  accepted: optional(Schema.Boolean),
  ...audit()
}))
export const OrgUserInvitationResponse = opaque<OrgUserInvitationResponse>()(orgUserInvitationResponseFields)

/** Lists org user invitations; `.stream` reads all pages: `GET /organizations/{orgId}/invitations`. */
export const listOrgUserInvitations = operation("listOrgUserInvitations", () => ({
  method: "GET",
  path: "/organizations/{orgId}/invitations",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(OrgUserInvitationResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates an org user invitation: `POST /organizations/{orgId}/invitations`. Not idempotent: a repeat may create another. */
export const createOrgUserInvitation = operation("createOrgUserInvitation", () => ({
  method: "POST",
  path: "/organizations/{orgId}/invitations",
  input: Schema.Struct({
    m3terUser: optional(Schema.Boolean),
    /** 1 to 100 characters. */ firstName: text(1, 100),
    /** 1 to 100 characters. */ lastName: text(1, 100),
    /** At most 50 characters. */ contactNumber: optional(text(0, 50)),
    /** Not empty. */ email: Email(),
    permissionPolicyIds: optional(Schema.Array(Schema.String)),
    /** A time, sent in UTC. */ dtEndAccess: optional(Moment.Text()),
    /** A time, sent in UTC. */ dtExpiry: optional(Moment.Text())
  }),
  output: withoutNulls(OrgUserInvitationResponse()),
  idempotent: false
}))

/** Gets an org user invitation: `GET /organizations/{orgId}/invitations/{id}`. */
export const getOrgUserInvitation = operation("getOrgUserInvitation", () => ({
  method: "GET",
  path: "/organizations/{orgId}/invitations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(OrgUserInvitationResponse()),
  idempotent: true
}))
