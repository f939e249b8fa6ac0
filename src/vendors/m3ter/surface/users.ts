/** m3ter: users. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit } from "../operations/derived.ts"
import { operation } from "../vendor.ts"

/** m3ter's MeResponse, as it comes. */
export interface MeResponse extends Made<typeof meResponseFields> {}
const meResponseFields = lazy(() => ({
  user: optional(UserResponse()),
  serviceUser: optional(
    Schema.Struct({
      id: Schema.String,
      version: optional(Schema.Finite),
      name: optional(Schema.String),
      ...audit()
    })
  ),
  organization: optional(OrganizationResponse())
}))
export const MeResponse = opaque<MeResponse>()(meResponseFields)

/** m3ter's UserResponse, as it comes. */
export interface UserResponse extends Made<typeof userResponseFields> {}
const userResponseFields = lazy(() => ({
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
  ...audit()
}))
export const UserResponse = opaque<UserResponse>()(userResponseFields)

/** m3ter's OrganizationResponse, as it comes. */
export interface OrganizationResponse extends Made<typeof organizationResponseFields> {}
const organizationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  orgId: optional(Schema.String),
  customerId: optional(Schema.String),
  organizationName: optional(Schema.String),
  shortName: optional(Schema.String),
  addressLine1: optional(Schema.String),
  addressLine2: optional(Schema.String),
  addressLine3: optional(Schema.String),
  addressLine4: optional(Schema.String),
  locality: optional(Schema.String),
  region: optional(Schema.String),
  postCode: optional(Schema.String),
  country: optional(Schema.String),
  taxId: optional(Schema.String),
  purchaseOrderNumber: optional(Schema.String),
  invoiceGeneralReference: optional(Schema.String),
  billingContactUserId1: optional(Schema.String),
  billingContactUserId2: optional(Schema.String),
  billingContactUserId3: optional(Schema.String),
  type: optional(words("PRODUCTION", "SANDBOX")),
  status: optional(words("ACTIVE", "ARCHIVED")),
  ...audit()
}))
export const OrganizationResponse = opaque<OrganizationResponse>()(organizationResponseFields)

/** Gets me: `GET /organizations/{orgId}/users/me`. */
export const getMe = operation("getMe", () => ({
  method: "GET",
  path: "/organizations/{orgId}/users/me",
  input: Schema.Struct({}),
  output: withoutNulls(MeResponse()),
  idempotent: true
}))
