/** Access tokens: the bearer tokens that every other operation is called with. */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import * as SchemaTransformation from "effect/SchemaTransformation"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { operation } from "../vendor.ts"
import {
  after,
  attribute,
  Attributes,
  joined,
  pageInput,
  pageKeys,
  pageOf,
  PublicId,
  text,
  usualPage
} from "./parts.ts"

const lifetime = { message: "60 seconds to 60 days, in whole seconds" }

const Lifetime = Schema.Finite.check(
  Schema.isInt(lifetime),
  Schema.isBetween({ minimum: 60, maximum: 5_184_000 }, lifetime)
).pipe(
  Schema.decodeTo(
    Schema.Duration,
    SchemaTransformation.transform({
      decode: (seconds) => Duration.seconds(seconds),
      encode: Duration.toSeconds
    })
  )
)

// Without `fields=secretId` the answer has no token in it.
const NewTokenFields = Schema.Array(Schema.String).pipe(
  Schema.decodeTo(Schema.optionalKey(Schema.Array(Schema.String)), {
    decode: SchemaGetter.passthrough(),
    encode: SchemaGetter.transformOptional((fields: Option.Option<ReadonlyArray<string>>) =>
      Option.some([...new Set(["secretId", ...Option.getOrElse(fields, () => [])])])
    )
  })
)

const Rel = Schema.Struct({
  rel: text(1, 255),
  get: Schema.optionalKey(Schema.NullOr(Schema.Boolean)),
  post: Schema.optionalKey(Schema.NullOr(Schema.Boolean)),
  patch: Schema.optionalKey(Schema.NullOr(Schema.Boolean)),
  delete: Schema.optionalKey(Schema.NullOr(Schema.Boolean)),
  put: Schema.optionalKey(Schema.NullOr(Schema.Boolean))
})

/** What a token may be used for: everything, only the listed operations, or all but the listed ones. */
export const TokenScope = Schema.Union([
  Schema.Struct({ type: Schema.Literal("unrestricted") }),
  Schema.Struct({ type: Schema.Literals(["allow", "deny"]), rels: Schema.Array(Rel) })
])

/** A new access token. `secretId` is the bearer token, and is shown only here. */
export interface NewAccessToken extends Schema.Schema.Type<typeof NewAccessTokenFields> {}
const NewAccessTokenFields = Schema.Struct({
  publicId: attribute(Schema.String),
  secretId: Schema.RedactedFromValue(Schema.NonEmptyString, { label: "secretId" }),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  user: attribute(Attributes),
  ssoIdentityProvider: attribute(Attributes)
})
export const NewAccessToken = Schema.Opaque<NewAccessToken>()(NewAccessTokenFields)

/** An access token of the user, without the token itself. */
export interface AccessToken extends Schema.Schema.Type<typeof AccessTokenFields> {}
const AccessTokenFields = Schema.Struct({
  publicId: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  geoLocation: attribute(Attributes),
  created: attribute(
    Schema.Struct({
      ip: attribute(Schema.String),
      on: attribute(Schema.DateTimeUtcFromString),
      userAgent: attribute(Schema.String)
    })
  ),
  scope: attribute(Attributes),
  ssoIdentityProvider: attribute(Attributes)
})
export const AccessToken = Schema.Opaque<AccessToken>()(AccessTokenFields)

/** A page of access tokens. */
export interface AccessTokenPage extends Schema.Schema.Type<typeof AccessTokenPageFields> {}
const AccessTokenPageFields = Schema.Struct(pageOf(AccessToken))
export const AccessTokenPage = Schema.Opaque<AccessTokenPage>()(AccessTokenPageFields)

/**
 * Makes an access token, with the email, one-time password and password of the layer. The layer does so by itself; call it only
 * to use the token elsewhere. Doing it twice leaves a token over, which lapses by itself. IXON takes no token for it, so that a
 * layer of a service account is refused.
 */
export const createAccessToken = operation("Ixon.createAccessToken", {
  method: "POST",
  path: "/access-tokens",
  input: Schema.Struct({
    /** How long the token lives. */
    expiresIn: Lifetime,
    /** Attributes to bring besides `publicId` and `secretId`. */
    fields: NewTokenFields,
    trustedDeviceName: Schema.optionalKey(Schema.NullOr(text(1, 255))),
    scope: Schema.optionalKey(TokenScope)
  }),
  query: ["fields"],
  output: NewAccessToken,
  from: "body.data",
  idempotent: true,
  quota: "login",
  see: "IXON API reference, AccessTokenList"
})

const inPages = operation("Ixon.listAccessTokens", {
  method: "GET",
  path: "/access-tokens",
  input: Schema.Struct(pageInput).pipe(Schema.encodeKeys(pageKeys)),
  output: AccessTokenPage,
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, AccessTokenList"
})

/** Lists the user's access tokens, a page at a time, or with `.stream` all of them. */
export const listAccessTokens = Pages.byToken(
  Split.page(inPages, { size: "pageSize", usual: usualPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ moreAfter }) => moreAfter, into: "pageAfter" }
)

/** Revokes an access token. */
export const deleteAccessToken = operation("Ixon.deleteAccessToken", {
  method: "DELETE",
  path: "/access-tokens/{publicId}",
  input: Schema.Struct({ publicId: PublicId }),
  output: Schema.Void,
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, AccessToken"
})

/** Revokes the access token that the call is made with: the layer makes a new one when it is called again. */
export const deleteMyAccessToken = operation("Ixon.deleteMyAccessToken", {
  method: "DELETE",
  path: "/access-tokens/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, MyAccessToken"
})
