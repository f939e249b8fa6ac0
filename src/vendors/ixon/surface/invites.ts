/** IXON: invites. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { CompanyValue } from "./shared/CompanyValue.ts"
import { InviteMembership } from "./shared/InviteMembership.ts"
import { MyInviteUser } from "./shared/MyInviteUser.ts"
import { UserInvite } from "./shared/UserInvite.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes invites: `DELETE /invites`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteInvites = companyOperation("deleteInvites", () => ({
  method: "DELETE",
  path: "/invites",
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

/** Lists invites; `.stream` reads all pages: `GET /invites`. */
export const listInvites = companyOperation("listInvites", () => ({
  method: "GET",
  path: "/invites",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(UserInvite())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates invites: `POST /invites`. Not idempotent: a repeat sends the mail again. */
export const createInvites = companyOperation("createInvites", () => ({
  method: "POST",
  path: "/invites",
  input: Schema.Struct({
    items: objects({
      /** 6 to 254 characters, of a fixed form. */
      emailAddress: like(
        /^(?=.{1,254}$)(?=.{1,64}@)[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+)*@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
        text(6, 254)
      ),
      /** 1 to 1024 characters. */ message: optional(text(1, 1024)),
      groupRoles: objects({
        group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
        role: optional(Schema.Struct({ publicId: optional(Schema.String) })),
        /** A time, sent in UTC; or null. */ expiresOn: optional(Schema.NullOr(Moment.Text()))
      }),
      /** Exactly 2 characters. */ language: optional(text(2, 2))
    })
  }),
  output: Schema.Struct({
    invites: attribute(objects({ publicId: attribute(Schema.String) })),
    userMemberships: attribute(objects({ publicId: attribute(Schema.String) }))
  }),
  body: "items",
  from: "data",
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/** Deletes my invite: `DELETE /invites/me`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyInvite = operation("deleteMyInvite", () => ({
  method: "DELETE",
  path: "/invites/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets my invite: `GET /invites/me`. */
export const getMyInvite = operation("getMyInvite", () => ({
  method: "GET",
  path: "/invites/me",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)) }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    emailAddress: attribute(Schema.String),
    expiresOn: attribute(Schema.DateTimeUtcFromString),
    language: attribute(Schema.String),
    company: attribute(CompanyValue()),
    user: attribute(MyInviteUser()),
    memberships: attribute(Schema.Array(InviteMembership()))
  }),
  from: "data",
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Finishes my invite: `POST /invites/me/finish`. Not idempotent: what a repeat does is not documented. */
export const finishMyInvite = operation("finishMyInvite", () => ({
  method: "POST",
  path: "/invites/me/finish",
  input: Schema.Struct({
    /** Or null. */
    termsOfUsePolicy: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
  }),
  output: Schema.Void,
  idempotent: false,
  anonymous: true
}))

/** Resends invites: `POST /invites/resend`. Not idempotent: a repeat sends the mail again. */
export const resendInvites = companyOperation("resendInvites", () => ({
  method: "POST",
  path: "/invites/resend",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/** Deletes an invite: `DELETE /invites/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteInvite = companyOperation("deleteInvite", () => ({
  method: "DELETE",
  path: "/invites/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an invite: `GET /invites/{publicId}`. */
export const getInvite = companyOperation("getInvite", () => ({
  method: "GET",
  path: "/invites/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: UserInvite(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Finishes an invite: `POST /invites/{publicId}/finish`. Not idempotent: what a repeat does is not documented. */
export const finishInvite = operation("finishInvite", () => ({
  method: "POST",
  path: "/invites/{publicId}/finish",
  input: Schema.Struct({
    publicId: Id(),
    /** Or null. */
    termsOfUsePolicy: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Resends an invite: `POST /invites/{publicId}/resend`. Not idempotent: a repeat sends the mail again. */
export const resendInvite = companyOperation("resendInvite", () => ({
  method: "POST",
  path: "/invites/{publicId}/resend",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))
