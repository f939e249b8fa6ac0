/** IXON: accessTokens. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AccessTokenGeoLocation } from "./shared/AccessTokenGeoLocation.ts"
import { AccessTokenSsoIdentityProvider } from "./shared/AccessTokenSsoIdentityProvider.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's AccessToken, as it comes. */
export interface AccessTokenValue extends Made<typeof accessTokenValueFields> {}
const accessTokenValueFields = lazy(() => ({
  publicId: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  geoLocation: attribute(AccessTokenGeoLocation()),
  created: attribute(AccessTokenCreated()),
  scope: attribute(
    Schema.Struct({
      type: attribute(words("unrestricted", "allow", "deny")),
      rels: attribute(Schema.Array(AllowRel()))
    })
  ),
  ssoIdentityProvider: attribute(AccessTokenSsoIdentityProvider())
}))
export const AccessTokenValue = opaque<AccessTokenValue>()(accessTokenValueFields)

/** IXON's AccessTokenCreated, as it comes. */
export interface AccessTokenCreated extends Made<typeof accessTokenCreatedFields> {}
const accessTokenCreatedFields = lazy(() => ({
  ip: attribute(Schema.String),
  on: attribute(Schema.DateTimeUtcFromString),
  userAgent: attribute(Schema.String)
}))
export const AccessTokenCreated = opaque<AccessTokenCreated>()(accessTokenCreatedFields)

/** IXON's AllowRel, as it comes. */
export interface AllowRel extends Made<typeof allowRelFields> {}
const allowRelFields = lazy(() => ({
  rel: attribute(Schema.String),
  get: attribute(Schema.Boolean),
  post: attribute(Schema.Boolean),
  patch: attribute(Schema.Boolean),
  delete: attribute(Schema.Boolean),
  put: attribute(Schema.Boolean)
}))
export const AllowRel = opaque<AllowRel>()(allowRelFields)

/** Deletes access tokens: `DELETE /access-tokens`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAccessTokens = operation("deleteAccessTokens", () => ({
  method: "DELETE",
  path: "/access-tokens",
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

/** Gets my access token: `GET /access-tokens/me`. */
export const getMyAccessToken = operation("getMyAccessToken", () => ({
  method: "GET",
  path: "/access-tokens/me",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)) }),
  output: AccessTokenValue(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Gets an access token: `GET /access-tokens/{publicId}`. */
export const getAccessToken = operation("getAccessToken", () => ({
  method: "GET",
  path: "/access-tokens/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AccessTokenValue(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Lists auth tokens; `.stream` reads all pages: `GET /auth-tokens`. */
export const listAuthTokens = operation("listAuthTokens", () => ({
  method: "GET",
  path: "/auth-tokens",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        purpose: attribute(words("change-notifications", "data", "ai-chat")),
        expiresOn: attribute(Schema.DateTimeUtcFromString),
        created: attribute(AccessTokenCreated())
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates an auth token AI chat: `POST /auth-tokens/ai-chat`. Not idempotent: a repeat creates another. */
export const createAuthTokenAiChat = operation("createAuthTokenAiChat", () => ({
  method: "POST",
  path: "/auth-tokens/ai-chat",
  input: Schema.Struct({
    /** 60 to 3600. */ expiresIn: whole(60, 3600)
  }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    secretId: attribute(Secret()),
    expiresOn: attribute(Schema.DateTimeUtcFromString)
  }),
  from: "data",
  idempotent: false,
  secrets: ["secretId"]
}))

/**
 * Creates auth token change notifications: `POST /auth-tokens/cns`. Not idempotent: a repeat creates another. `expiresIn` is 60
 * to 3,600 seconds.
 */
export const createAuthTokenChangeNotifications = operation("createAuthTokenChangeNotifications", () => ({
  method: "POST",
  path: "/auth-tokens/cns",
  input: Schema.Struct({
    /** 60 to 3600. */ expiresIn: whole(60, 3600)
  }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    secretId: attribute(Secret()),
    expiresOn: attribute(Schema.DateTimeUtcFromString)
  }),
  from: "data",
  idempotent: false,
  secrets: ["secretId"]
}))

/** Creates auth token data: `POST /auth-tokens/data`. Not idempotent: a repeat creates another. `expiresIn` is 60 to 3,600 seconds. */
export const createAuthTokenData = companyOperation("createAuthTokenData", () => ({
  method: "POST",
  path: "/auth-tokens/data",
  input: Schema.Struct({
    agents: objects({ publicId: optional(Schema.String) }),
    /** 60 to 3600. */ expiresIn: whole(60, 3600)
  }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    secretId: attribute(Secret()),
    expiresOn: attribute(Schema.DateTimeUtcFromString)
  }),
  from: "data",
  idempotent: false,
  secrets: ["secretId"]
}))
