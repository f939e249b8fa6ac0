/** IXON: users. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import {
  Attributes,
  attribute,
  listNotes,
  listOf,
  pageInput,
  pageKeys,
  pageOf,
  readNotes
} from "../operations/shape.ts"
import { InviteMembership } from "./shared/InviteMembership.ts"
import { UserApiApplication } from "./shared/UserApiApplication.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's User, as it comes. */
export interface User extends Made<typeof userFields> {}
const userFields = lazy(() => ({
  publicId: attribute(Schema.String),
  type: attribute(words("person", "service_account")),
  name: attribute(Schema.String),
  emailAddress: attribute(Schema.String),
  support: attribute(Schema.Boolean),
  registeredOn: attribute(Schema.DateTimeUtcFromString),
  lastSeenOn: attribute(Schema.DateTimeUtcFromString),
  registeredBy: attribute(
    Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
  ),
  memberships: attribute(Schema.Array(InviteMembership())),
  apiApplications: attribute(Schema.Array(UserApiApplication())),
  custom: attribute(Attributes()),
  otpauthRequired: attribute(Schema.Boolean)
}))
export const User = opaque<User>()(userFields)

/** Lists user zone grants; `.stream` reads all pages: `GET /user-zone-grants`. */
export const listUserZoneGrants = companyOperation("listUserZoneGrants", () => ({
  method: "GET",
  path: "/user-zone-grants",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        user: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
        zone: attribute(
          Schema.Struct({ type: attribute(words("c", "g", "s", "a")), publicId: attribute(Schema.String) })
        ),
        startsOn: attribute(Schema.DateTimeUtcFromString),
        expiresOn: attribute(Schema.DateTimeUtcFromString),
        grants: attribute(Schema.Array(Schema.String))
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes users: `DELETE /users`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteUsers = companyOperation("deleteUsers", () => ({
  method: "DELETE",
  path: "/users",
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

/** Lists users; `.stream` reads all pages: `GET /users`. */
export const listUsers = companyOperation("listUsers", () => ({
  method: "GET",
  path: "/users",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(User())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates a user: `POST /users`. Not idempotent: a repeat creates another. */
export const createUser = operation("createUser", () => ({
  method: "POST",
  path: "/users",
  input: Schema.Struct({
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At least 8 characters. */ password: optional(text(8)),
    ssoAuthentication: optional(
      Schema.Struct({
        /** At most 4294967295 characters. */ code: optional(text(0, 4294967295)),
        /** 1 to 286 characters. */ state: optional(text(1, 286))
      })
    ),
    /** Exactly 2 characters. */ language: optional(text(2, 2)),
    /** 1 to 10 characters; or null. */ localisation: optional(Schema.NullOr(text(1, 10))),
    /** 1 to 255 characters; or null. */ timeZone: optional(Schema.NullOr(text(1, 255))),
    /** Or null. */
    termsOfUsePolicy: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
  }),
  output: Schema.Struct({ publicId: attribute(Schema.String) }),
  from: "data",
  idempotent: false,
  anonymous: true
}))

/** Deletes user memberships: `DELETE /users/memberships`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteUserMemberships = companyOperation("deleteUserMemberships", () => ({
  method: "DELETE",
  path: "/users/memberships",
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

/** Lists user memberships; `.stream` reads all pages: `GET /users/memberships`. */
export const listUserMemberships = companyOperation("listUserMemberships", () => ({
  method: "GET",
  path: "/users/memberships",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(InviteMembership())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates user memberships: `PATCH /users/memberships`. Idempotent: it sets values, whatever they were. */
export const updateUserMemberships = companyOperation("updateUserMemberships", () => ({
  method: "PATCH",
  path: "/users/memberships",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** Or null. */
      role: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** A time, sent in UTC; or null. */ expiresOn: optional(Schema.NullOr(Moment.Text()))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates user memberships: `POST /users/memberships`. Not idempotent: a repeat creates another. */
export const createUserMemberships = companyOperation("createUserMemberships", () => ({
  method: "POST",
  path: "/users/memberships",
  input: Schema.Struct({
    items: objects({
      user: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      invite: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      group: Schema.Struct({ publicId: optional(Schema.String) }),
      role: Schema.Struct({ publicId: optional(Schema.String) }),
      /** A time, sent in UTC; or null. */ expiresOn: optional(Schema.NullOr(Moment.Text()))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Replaces user membership users: `PUT /users/memberships/user/{publicId}`. Idempotent: it sets values, whatever they were. */
export const replaceUserMembershipUsers = companyOperation("replaceUserMembershipUsers", () => ({
  method: "PUT",
  path: "/users/memberships/user/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    items: objects({
      group: Schema.Struct({ publicId: optional(Schema.String) }),
      /** Or null. */
      role: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** A time, sent in UTC; or null. */ expiresOn: optional(Schema.NullOr(Moment.Text()))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: true
}))

/** Deletes a user membership: `DELETE /users/memberships/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteUserMembership = companyOperation("deleteUserMembership", () => ({
  method: "DELETE",
  path: "/users/memberships/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a user membership: `GET /users/memberships/{publicId}`. */
export const getUserMembership = companyOperation("getUserMembership", () => ({
  method: "GET",
  path: "/users/memberships/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: InviteMembership(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a user membership: `PATCH /users/memberships/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateUserMembership = companyOperation("updateUserMembership", () => ({
  method: "PATCH",
  path: "/users/memberships/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** Or null. */ role: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** A time, sent in UTC; or null. */ expiresOn: optional(Schema.NullOr(Moment.Text()))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes service accounts: `DELETE /users/service-account`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteServiceAccounts = companyOperation("deleteServiceAccounts", () => ({
  method: "DELETE",
  path: "/users/service-account",
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

/**
 * Creates service accounts: `POST /users/service-account`. Not idempotent: a repeat makes another token, and each is shown only
 * once. Needs the module API integrations.
 */
export const createServiceAccounts = companyOperation("createServiceAccounts", () => ({
  method: "POST",
  path: "/users/service-account",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255)
    })
  }),
  output: listOf(
    Schema.Struct({
      publicId: attribute(Schema.String),
      apiApplication: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      token: attribute(Secret())
    })
  ),
  body: "items",
  from: "data",
  idempotent: false,
  secrets: ["token"]
}))

/** Deletes a service account: `DELETE /users/service-account/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteServiceAccount = companyOperation("deleteServiceAccount", () => ({
  method: "DELETE",
  path: "/users/service-account/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes a user: `DELETE /users/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteUser = companyOperation("deleteUser", () => ({
  method: "DELETE",
  path: "/users/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a user: `GET /users/{publicId}`. */
export const getUser = companyOperation("getUser", () => ({
  method: "GET",
  path: "/users/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: User(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))
