/** Access tokens: the bearer tokens that every other operation is called with. */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import {
  attribute,
  Attributes,
  halfPages,
  joined,
  listNotes,
  pageInput,
  pageKeys,
  pageOf,
  pages,
  PublicId,
  text
} from "./shape.ts"

const lifetime = { message: "60 seconds to 60 days, in whole seconds" }

const Lifetime = lazy(() =>
  Schema.Finite.check(
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
)

// Without `fields=secretId` the answer has no token in it.
const NewTokenFields = lazy(() =>
  Schema.Array(Schema.String).pipe(
    Schema.decodeTo(Schema.optionalKey(Schema.Array(Schema.String)), {
      decode: SchemaGetter.passthrough(),
      encode: SchemaGetter.transformOptional((fields: Option.Option<ReadonlyArray<string>>) =>
        Option.some([...new Set(["secretId", ...Option.getOrElse(fields, () => [])])])
      )
    })
  )
)

const flag = lazy(() => Schema.optionalKey(Schema.NullOr(Schema.Boolean)))

const Rel = lazy(() =>
  Schema.Struct({
    /** Name of the operations, as IXON's discovery lists them: `AgentList`. */
    rel: text(1, 255),
    /** Whether reading (GET) is meant. */
    get: flag(),
    /** Whether creating (POST) is meant. */
    post: flag(),
    /** Whether changing (PATCH) is meant. */
    patch: flag(),
    /** Whether deleting (DELETE) is meant. */
    delete: flag(),
    /** Whether replacing (PUT) is meant. */
    put: flag()
  })
)

/** What a token may be used for: everything, only the listed operations, or all but the listed ones. */
export const TokenScope = lazy(() =>
  Schema.Union([
    Schema.Struct({
      /** `unrestricted`: everything that the user may do. */
      type: Schema.Literal("unrestricted")
    }),
    Schema.Struct({
      /** `allow`: only the operations in `rels`; `deny`: all but those. */
      type: Schema.Literals(["allow", "deny"]),
      /** The operations that are allowed or denied. */
      rels: Schema.Array(Rel())
    })
  ])
)

/** A new access token. `secretId` is the bearer token, and is shown only here. */
export interface NewAccessToken extends Schema.Schema.Type<ReturnType<typeof NewAccessTokenFields>> {}
const NewAccessTokenFields = lazy(() =>
  Schema.Struct({
    publicId: attribute(Schema.String),
    secretId: Schema.RedactedFromValue(Schema.NonEmptyString, { label: "secretId" }),
    expiresOn: attribute(Schema.DateTimeUtcFromString),
    user: attribute(Attributes()),
    ssoIdentityProvider: attribute(Attributes())
  })
)
export const NewAccessToken = lazy(() => Schema.Opaque<NewAccessToken>()(NewAccessTokenFields()))

/** An access token of the user, without the token itself. */
export interface AccessToken extends Schema.Schema.Type<ReturnType<typeof AccessTokenFields>> {}
const AccessTokenFields = lazy(() =>
  Schema.Struct({
    publicId: attribute(Schema.String),
    expiresOn: attribute(Schema.DateTimeUtcFromString),
    geoLocation: attribute(Attributes()),
    created: attribute(
      Schema.Struct({
        ip: attribute(Schema.String),
        on: attribute(Schema.DateTimeUtcFromString),
        userAgent: attribute(Schema.String)
      })
    ),
    scope: attribute(Attributes()),
    ssoIdentityProvider: attribute(Attributes())
  })
)
export const AccessToken = lazy(() => Schema.Opaque<AccessToken>()(AccessTokenFields()))

/** A page of access tokens. */
export interface AccessTokenPage extends Schema.Schema.Type<ReturnType<typeof AccessTokenPageFields>> {}
const AccessTokenPageFields = lazy(() => Schema.Struct(pageOf(AccessToken())))
export const AccessTokenPage = lazy(() => Schema.Opaque<AccessTokenPage>()(AccessTokenPageFields()))

/**
 * Makes an access token, with the email, one-time password and password of the layer. The layer does so by itself; call it only
 * to use the token elsewhere. Calling it twice leaves an unused token, which expires by itself. It works with a login only: IXON
 * refuses it from a layer of a service account.
 */
export const createAccessToken = operation("createAccessToken", () => ({
  method: "POST",
  path: "/access-tokens",
  input: Schema.Struct({
    /** How long the token lives. */
    expiresIn: Lifetime(),
    /** Attributes to read besides `publicId` and `secretId`. */
    fields: NewTokenFields(),
    /** A name for the device that the token is for. IXON documents its type alone. */
    trustedDeviceName: Schema.optionalKey(Schema.NullOr(text(1, 255))),
    /** What the token may be used for. */
    scope: Schema.optionalKey(TokenScope())
  }),
  output: NewAccessToken(),
  query: ["fields"],
  from: "data",
  idempotent: true,
  quota: "login",
  secrets: ["secretId", "downloadUrl"],
  see: "IXON API reference, AccessTokenList"
}))

const onePage = operation("listAccessTokens", () => ({
  method: "GET",
  path: "/access-tokens",
  input: Schema.Struct(pageInput()).pipe(Schema.encodeKeys(pageKeys)),
  output: AccessTokenPage(),
  idempotent: true,
  notes: listNotes,
  see: "IXON API reference, AccessTokenList"
}))

/** Lists the user's access tokens, a page at a time, or with `.stream` all of them. */
export const listAccessTokens = Pages.byToken(Split.page(onePage, { ...halfPages, join: joined }), {
  ...pages,
  items: ({ data }) => data
})

/** Revokes an access token. A repeat may be refused, because the token is gone. */
export const deleteAccessToken = operation("deleteAccessToken", () => ({
  method: "DELETE",
  path: "/access-tokens/{publicId}",
  input: Schema.Struct({
    /** Id of the token to revoke: its `publicId`, never the token itself. */
    publicId: PublicId()
  }),
  output: Schema.Void,
  idempotent: true,
  see: "IXON API reference, AccessToken"
}))

/** Revokes the access token that the call is made with; the layer makes a new one for the next call. */
export const deleteMyAccessToken = operation("deleteMyAccessToken", () => ({
  method: "DELETE",
  path: "/access-tokens/me",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  see: "IXON API reference, MyAccessToken"
}))
