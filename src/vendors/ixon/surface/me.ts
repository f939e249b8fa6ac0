/** IXON: me. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, like, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AccessTokenGeoLocation } from "./shared/AccessTokenGeoLocation.ts"
import { AccessTokenUser } from "./shared/AccessTokenUser.ts"
import { AgentValue } from "./shared/AgentValue.ts"
import { CompanyValue } from "./shared/CompanyValue.ts"
import { InviteMembership } from "./shared/InviteMembership.ts"
import { MyInviteUser } from "./shared/MyInviteUser.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's MyEmailAddressChange, as it comes. */
export interface MyEmailAddressChange extends Made<typeof myEmailAddressChangeFields> {}
const myEmailAddressChangeFields = lazy(() => ({
  publicId: attribute(Schema.String),
  oldEmailAddress: attribute(Schema.String),
  newEmailAddress: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  user: attribute(MyInviteUser())
}))
export const MyEmailAddressChange = opaque<MyEmailAddressChange>()(myEmailAddressChangeFields)

/** IXON's MyUserInvite, as it comes. */
export interface MyUserInvite extends Made<typeof myUserInviteFields> {}
const myUserInviteFields = lazy(() => ({
  publicId: attribute(Schema.String),
  emailAddress: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  memberships: attribute(Schema.Array(InviteMembership())),
  company: attribute(CompanyValue())
}))
export const MyUserInvite = opaque<MyUserInvite>()(myUserInviteFields)

/** IXON's MyUserPushDevice, as it comes. */
export interface MyUserPushDevice extends Made<typeof myUserPushDeviceFields> {}
const myUserPushDeviceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  deactivated: attribute(Schema.Boolean),
  deviceId: attribute(Schema.String),
  userAgent: attribute(Schema.String)
}))
export const MyUserPushDevice = opaque<MyUserPushDevice>()(myUserPushDeviceFields)

/** Creates an access recover: `POST /access-recover`. Not idempotent: a repeat creates another. */
export const createAccessRecover = operation("createAccessRecover", () => ({
  method: "POST",
  path: "/access-recover",
  input: Schema.Struct({
    /** 6 to 254 characters, of a fixed form. */
    emailAddress: like(
      /^(?=.{1,254}$)(?=.{1,64}@)[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+)*@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
      text(6, 254)
    )
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" },
  anonymous: true
}))

/** Deletes my access recover: `DELETE /access-recover/me`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyAccessRecover = operation("deleteMyAccessRecover", () => ({
  method: "DELETE",
  path: "/access-recover/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets my access recover: `GET /access-recover/me`. */
export const getMyAccessRecover = operation("getMyAccessRecover", () => ({
  method: "GET",
  path: "/access-recover/me",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)) }),
  output: Schema.Struct({ emailAddress: attribute(Schema.String) }),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Finishes my access recover: `POST /access-recover/me/finish`. Not idempotent: what a repeat does is not documented. */
export const finishMyAccessRecover = operation("finishMyAccessRecover", () => ({
  method: "POST",
  path: "/access-recover/me/finish",
  input: Schema.Struct({
    /** At least 8 characters. */ newPassword: text(8),
    deleteAccessTokens: Schema.Boolean
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" },
  anonymous: true
}))

/** Deletes my email address change: `DELETE /email-address-changes/me`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyEmailAddressChange = operation("deleteMyEmailAddressChange", () => ({
  method: "DELETE",
  path: "/email-address-changes/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets my email address change: `GET /email-address-changes/me`. */
export const getMyEmailAddressChange = operation("getMyEmailAddressChange", () => ({
  method: "GET",
  path: "/email-address-changes/me",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)) }),
  output: MyEmailAddressChange(),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Finishes my email address change: `POST /email-address-changes/me/finish`. Not idempotent: what a repeat does is not documented. */
export const finishMyEmailAddressChange = operation("finishMyEmailAddressChange", () => ({
  method: "POST",
  path: "/email-address-changes/me/finish",
  input: Schema.Struct({}),
  output: Schema.Void,
  body: "none",
  idempotent: false,
  anonymous: true
}))

/** Deletes my OTP auth disable: `DELETE /otp-auth-disable/me`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyOtpAuthDisable = operation("deleteMyOtpAuthDisable", () => ({
  method: "DELETE",
  path: "/otp-auth-disable/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets my OTP auth disable: `GET /otp-auth-disable/me`. */
export const getMyOtpAuthDisable = operation("getMyOtpAuthDisable", () => ({
  method: "GET",
  path: "/otp-auth-disable/me",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)) }),
  output: MyInviteUser(),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Finishes my OTP auth disable: `POST /otp-auth-disable/me/finish`. Not idempotent: what a repeat does is not documented. */
export const finishMyOtpAuthDisable = operation("finishMyOtpAuthDisable", () => ({
  method: "POST",
  path: "/otp-auth-disable/me/finish",
  input: Schema.Struct({}),
  output: Schema.Void,
  body: "none",
  idempotent: false,
  anonymous: true
}))

/** Creates a registration: `POST /registrations`. Not idempotent: a repeat creates another. */
export const createRegistration = operation("createRegistration", () => ({
  method: "POST",
  path: "/registrations",
  input: Schema.Struct({
    /** 1 to 255 characters. */ companyName: text(1, 255),
    /** Exactly 2 characters. */ language: optional(text(2, 2)),
    /** 1 to 10 characters. */ localisation: optional(text(1, 10)),
    /** 1 to 255 characters. */ timeZone: optional(text(1, 255)),
    /** Or null. */
    termsOfUsePolicy: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** 1 to 255 characters. */ name: text(1, 255),
    /** 6 to 254 characters, of a fixed form. */
    emailAddress: like(
      /^(?=.{1,254}$)(?=.{1,64}@)[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+)*@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
      text(6, 254)
    ),
    /** At least 8 characters. */ password: text(8)
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" },
  anonymous: true
}))

/** Deletes my registration: `DELETE /registrations/me`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyRegistration = operation("deleteMyRegistration", () => ({
  method: "DELETE",
  path: "/registrations/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets my registration: `GET /registrations/me`. */
export const getMyRegistration = operation("getMyRegistration", () => ({
  method: "GET",
  path: "/registrations/me",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)) }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    companyName: attribute(Schema.String),
    name: attribute(Schema.String),
    emailAddress: attribute(Schema.String),
    language: attribute(Schema.String)
  }),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Finishes my registration: `POST /registrations/me/finish`. Not idempotent: what a repeat does is not documented. */
export const finishMyRegistration = operation("finishMyRegistration", () => ({
  method: "POST",
  path: "/registrations/me/finish",
  input: Schema.Struct({}),
  output: Schema.Void,
  body: "none",
  idempotent: false,
  anonymous: true
}))

/** Deletes trusted devices: `DELETE /trusted-devices`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteTrustedDevices = operation("deleteTrustedDevices", () => ({
  method: "DELETE",
  path: "/trusted-devices",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists trusted devices; `.stream` reads all pages: `GET /trusted-devices`. */
export const listTrustedDevices = operation("listTrustedDevices", () => ({
  method: "GET",
  path: "/trusted-devices",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        name: attribute(Schema.String),
        user: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
        userAgent: attribute(Schema.String),
        isCurrent: attribute(Schema.Boolean),
        createdOn: attribute(Schema.DateTimeUtcFromString),
        createdOnGeoLocation: attribute(AccessTokenGeoLocation()),
        lastLogin: attribute(Schema.DateTimeUtcFromString),
        lastLoginGeoLocation: attribute(AccessTokenGeoLocation())
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes a trusted device: `DELETE /trusted-devices/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteTrustedDevice = operation("deleteTrustedDevice", () => ({
  method: "DELETE",
  path: "/trusted-devices/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes my user: `DELETE /users/me`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyUser = operation("deleteMyUser", () => ({
  method: "DELETE",
  path: "/users/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true
}))

/** Gets my user: `GET /users/me`. */
export const getMyUser = operation("getMyUser", () => ({
  method: "GET",
  path: "/users/me",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String))
  }),
  output: AccessTokenUser(),
  from: "data",
  idempotent: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Updates my user: `PATCH /users/me`. Idempotent: it sets values, whatever they were. */
export const updateMyUser = operation("updateMyUser", () => ({
  method: "PATCH",
  path: "/users/me",
  input: Schema.Struct({
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** Exactly 2 characters. */ language: optional(text(2, 2)),
    /** 1 to 10 characters; or null. */ localisation: optional(Schema.NullOr(text(1, 10))),
    /** 1 to 255 characters; or null. */ timeZone: optional(Schema.NullOr(text(1, 255))),
    custom: optional(DataObject()),
    /** 3 to 16 characters, of a fixed form; or null. */
    phoneNumber: optional(Schema.NullOr(like(/\+[0-9]{2,15}/, text(3, 16))))
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes my user email address changes: `DELETE /users/me/email-address-changes`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteMyUserEmailAddressChanges = operation("deleteMyUserEmailAddressChanges", () => ({
  method: "DELETE",
  path: "/users/me/email-address-changes",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists my user email address changes; `.stream` reads all pages: `GET /users/me/email-address-changes`. */
export const listMyUserEmailAddressChanges = operation("listMyUserEmailAddressChanges", () => ({
  method: "GET",
  path: "/users/me/email-address-changes",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(MyEmailAddressChange())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates my user email address change: `POST /users/me/email-address-changes`. Not idempotent: a repeat creates another. */
export const createMyUserEmailAddressChange = operation("createMyUserEmailAddressChange", () => ({
  method: "POST",
  path: "/users/me/email-address-changes",
  input: Schema.Struct({
    /** 6 to 254 characters, of a fixed form. */
    newEmailAddress: like(
      /^(?=.{1,254}$)(?=.{1,64}@)[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+)*@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
      text(6, 254)
    )
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  from: "data",
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/**
 * Deletes my user email address change: `DELETE /users/me/email-address-changes/{publicId}`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteMyUserEmailAddressChange = operation("deleteMyUserEmailAddressChange", () => ({
  method: "DELETE",
  path: "/users/me/email-address-changes/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets my user email address change: `GET /users/me/email-address-changes/{publicId}`. */
export const getMyUserEmailAddressChange = operation("getMyUserEmailAddressChange", () => ({
  method: "GET",
  path: "/users/me/email-address-changes/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: MyEmailAddressChange(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Deletes my user invites: `DELETE /users/me/invites`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyUserInvites = operation("deleteMyUserInvites", () => ({
  method: "DELETE",
  path: "/users/me/invites",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists my user invites; `.stream` reads all pages: `GET /users/me/invites`. */
export const listMyUserInvites = operation("listMyUserInvites", () => ({
  method: "GET",
  path: "/users/me/invites",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(MyUserInvite())),
  idempotent: true,
  secrets: ["downloadUrl"],
  notes: listNotes
})).pipe(listed)

/** Deletes my user invite: `DELETE /users/me/invites/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyUserInvite = operation("deleteMyUserInvite", () => ({
  method: "DELETE",
  path: "/users/me/invites/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets my user invite: `GET /users/me/invites/{publicId}`. */
export const getMyUserInvite = operation("getMyUserInvite", () => ({
  method: "GET",
  path: "/users/me/invites/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: MyUserInvite(),
  from: "data",
  idempotent: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Deletes my user leave companies: `DELETE /users/me/leave-companies`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyUserLeaveCompanies = operation("deleteMyUserLeaveCompanies", () => ({
  method: "DELETE",
  path: "/users/me/leave-companies",
  input: Schema.Struct({
    items: objects({
      /** Exactly 24 characters, of a fixed form. */ publicId: like(/(\d{4}-){4}\d{4}/, text(24, 24))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Enables my user OTP auth SMS: `POST /users/me/otp-auth-sms/enable`. Not idempotent: what a repeat does is not documented. */
export const enableMyUserOtpAuthSms = operation("enableMyUserOtpAuthSms", () => ({
  method: "POST",
  path: "/users/me/otp-auth-sms/enable",
  input: Schema.Struct({}),
  output: Schema.Struct({ secret: attribute(Secret()) }),
  body: "none",
  from: "data",
  idempotent: false,
  secrets: ["secret"]
}))

/** Disables my user OTP auth: `POST /users/me/otp-auth/disable`. Not idempotent: what a repeat does is not documented. */
export const disableMyUserOtpAuth = operation("disableMyUserOtpAuth", () => ({
  method: "POST",
  path: "/users/me/otp-auth/disable",
  input: Schema.Struct({}),
  output: Schema.Void,
  body: "none",
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/** Enables my user OTP auth: `POST /users/me/otp-auth/enable`. Not idempotent: what a repeat does is not documented. */
export const enableMyUserOtpAuth = operation("enableMyUserOtpAuth", () => ({
  method: "POST",
  path: "/users/me/otp-auth/enable",
  input: Schema.Struct({}),
  output: Schema.Struct({ secret: attribute(Secret()) }),
  body: "none",
  from: "data",
  idempotent: false,
  secrets: ["secret"]
}))

/** Verifies my user OTP auth: `POST /users/me/otp-auth/verify`. Not idempotent: what a repeat does is not documented. */
export const verifyMyUserOtpAuth = operation("verifyMyUserOtpAuth", () => ({
  method: "POST",
  path: "/users/me/otp-auth/verify",
  input: Schema.Struct({
    /** 1 to 255 characters. */ oneTimePassword: text(1, 255),
    /** 1 to 255 characters. */ deviceName: text(1, 255)
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/** Creates my user password: `POST /users/me/password`. Not idempotent: a repeat creates another. */
export const createMyUserPassword = operation("createMyUserPassword", () => ({
  method: "POST",
  path: "/users/me/password",
  input: Schema.Struct({
    /** At least 8 characters. */ oldPassword: text(8),
    /** At least 8 characters. */ newPassword: text(8),
    deleteAccessTokens: Schema.Boolean
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/** Lists my user push devices; `.stream` reads all pages: `GET /users/me/push-devices`. */
export const listMyUserPushDevices = operation("listMyUserPushDevices", () => ({
  method: "GET",
  path: "/users/me/push-devices",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(MyUserPushDevice())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Activates my user push device: `POST /users/me/push-devices/activate`. Not idempotent: what a repeat does is not documented. */
export const activateMyUserPushDevice = operation("activateMyUserPushDevice", () => ({
  method: "POST",
  path: "/users/me/push-devices/activate",
  input: Schema.Struct({
    /** Exactly 36 characters, of a fixed form. */
    deviceId: like(/[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}/, text(36, 36)),
    /** 1 to 255 characters. */ token: optional(text(1, 255))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Claims my user push device: `POST /users/me/push-devices/claim`. Not idempotent: what a repeat does is not documented. */
export const claimMyUserPushDevice = operation("claimMyUserPushDevice", () => ({
  method: "POST",
  path: "/users/me/push-devices/claim",
  input: Schema.Struct({
    /** Exactly 36 characters, of a fixed form. */
    deviceId: like(/[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}/, text(36, 36)),
    /** 1 to 255 characters; or null. */ token: optional(Schema.NullOr(text(1, 255)))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Deactivates my user push device: `POST /users/me/push-devices/deactivate`. Not idempotent: what a repeat does is not documented. */
export const deactivateMyUserPushDevice = operation("deactivateMyUserPushDevice", () => ({
  method: "POST",
  path: "/users/me/push-devices/deactivate",
  input: Schema.Struct({
    /** Exactly 36 characters, of a fixed form. */
    deviceId: like(/[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}/, text(36, 36))
  }),
  output: Schema.Void,
  idempotent: false
}))

/**
 * Claims my user push device release: `POST /users/me/push-devices/release-claim`. Not idempotent: what a repeat does is not
 * documented.
 */
export const claimMyUserPushDeviceRelease = operation("claimMyUserPushDeviceRelease", () => ({
  method: "POST",
  path: "/users/me/push-devices/release-claim",
  input: Schema.Struct({
    /** Exactly 36 characters, of a fixed form. */
    deviceId: like(/[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}/, text(36, 36))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Gets my user push device: `GET /users/me/push-devices/{publicId}`. */
export const getMyUserPushDevice = operation("getMyUserPushDevice", () => ({
  method: "GET",
  path: "/users/me/push-devices/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: MyUserPushDevice(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Creates my user VPN config: `POST /users/me/vpn-configs`. Not idempotent: a repeat creates another. */
export const createMyUserVpnConfig = companyOperation("createMyUserVpnConfig", () => ({
  method: "POST",
  path: "/users/me/vpn-configs",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    /** 1 to 255 characters. */ hostname: optional(text(1, 255)),
    type: Schema.Literal("openvpn"),
    networkLayer: Schema.Literals(["tap", "tun"]),
    transportProtocol: Schema.Literals(["udp", "tcp", "stunnel"]),
    agent: Schema.Struct({ publicId: optional(Schema.String) }),
    addRoutes: Schema.Boolean,
    rsaPubKey: optional(Schema.String)
  }),
  output: Schema.Struct({
    openvpnConfig: attribute(Schema.String),
    agent: attribute(AgentValue()),
    company: attribute(CompanyValue())
  }),
  query: ["fields"],
  from: "data",
  idempotent: false,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode", "downloadUrl", "password"]
}))
