/** IXON: sso. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AccessTokenSsoIdentityProvider } from "./shared/AccessTokenSsoIdentityProvider.ts"
import { AccessTokenUser } from "./shared/AccessTokenUser.ts"
import { operation } from "../vendor.ts"

/** IXON's ScopeAllowRel. */
export interface ScopeAllowRel extends Made<typeof scopeAllowRelFields> {}
const scopeAllowRelFields = lazy(() => ({
  /** 1 to 255 characters. */ rel: optional(text(1, 255)),
  /** Or null. */ get: optional(Schema.NullOr(Schema.Boolean)),
  /** Or null. */ post: optional(Schema.NullOr(Schema.Boolean)),
  /** Or null. */ patch: optional(Schema.NullOr(Schema.Boolean)),
  /** Or null. */ delete: optional(Schema.NullOr(Schema.Boolean)),
  /** Or null. */ put: optional(Schema.NullOr(Schema.Boolean))
}))
export const ScopeAllowRel = opaque<ScopeAllowRel>()(scopeAllowRelFields)

/** IXON's AccessToken2, as it comes. */
export interface AccessToken2 extends Made<typeof accessToken2Fields> {}
const accessToken2Fields = lazy(() => ({
  publicId: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  secretId: attribute(Secret()),
  user: attribute(AccessTokenUser()),
  ssoIdentityProvider: attribute(AccessTokenSsoIdentityProvider())
}))
export const AccessToken2 = opaque<AccessToken2>()(accessToken2Fields)

/** Creates an SSO access token: `POST /sso/access-token`. Not idempotent: a repeat creates another. */
export const createSsoAccessToken = operation("createSsoAccessToken", () => ({
  method: "POST",
  path: "/sso/access-token",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    /** 60 to 5184000. */ expiresIn: whole(60, 5184000),
    /** 1 to 255 characters; or null. */ trustedDeviceName: optional(Schema.NullOr(text(1, 255))),
    scope: optional(
      Schema.Union([
        Schema.Struct({ type: Schema.Literal("unrestricted") }),
        Schema.Struct({ type: Schema.Literal("allow"), rels: Schema.Array(ScopeAllowRel()) }),
        Schema.Struct({ type: Schema.Literal("deny"), rels: Schema.Array(ScopeAllowRel()) })
      ])
    ),
    ssoAuthentication: Schema.Struct({
      /** At most 4294967295 characters. */ code: optional(text(0, 4294967295)),
      /** 1 to 286 characters. */ state: optional(text(1, 286))
    })
  }),
  output: AccessToken2(),
  query: ["fields"],
  from: "data",
  idempotent: false,
  anonymous: true,
  secrets: ["downloadUrl", "secretId"]
}))

/** Creates an SSO authentication request: `POST /sso/authentication/request`. Not idempotent: a repeat creates another. */
export const createSsoAuthenticationRequest = operation("createSsoAuthenticationRequest", () => ({
  method: "POST",
  path: "/sso/authentication/request",
  input: Schema.Struct({
    identityProvider: Schema.Struct({ publicId: optional(Schema.String) }),
    /** At most 255 characters. */ redirectUrl: text(0, 255)
  }),
  output: Schema.Struct({ url: attribute(Secret()) }),
  from: "data",
  idempotent: false,
  anonymous: true,
  secrets: ["url"]
}))

/** Lists SSO identity providers; `.stream` reads all pages: `GET /sso/identity-providers`. */
export const listSsoIdentityProviders = operation("listSsoIdentityProviders", () => ({
  method: "GET",
  path: "/sso/identity-providers",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AccessTokenSsoIdentityProvider())),
  idempotent: true,
  anonymous: true,
  notes: listNotes
})).pipe(listed)

/** Gets an SSO redirect: `GET /sso/redirect/2`. */
export const getSsoRedirect = operation("getSsoRedirect", () => ({
  method: "GET",
  path: "/sso/redirect/2",
  input: Schema.Struct({}),
  output: Schema.Struct({ headers: attribute(Schema.Struct({ location: attribute(Schema.String) })) }),
  succeeds: [302],
  from: "response",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Creates an SSO registration: `POST /sso/registrations`. Not idempotent: a repeat creates another. */
export const createSsoRegistration = operation("createSsoRegistration", () => ({
  method: "POST",
  path: "/sso/registrations",
  input: Schema.Struct({
    /** 1 to 255 characters. */ companyName: text(1, 255),
    /** Exactly 2 characters. */ language: optional(text(2, 2)),
    /** 1 to 10 characters. */ localisation: optional(text(1, 10)),
    /** 1 to 255 characters. */ timeZone: optional(text(1, 255)),
    /** Or null. */
    termsOfUsePolicy: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    ssoAuthentication: Schema.Struct({
      /** At most 4294967295 characters. */ code: optional(text(0, 4294967295)),
      /** 1 to 286 characters. */ state: optional(text(1, 286))
    })
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" },
  anonymous: true
}))
