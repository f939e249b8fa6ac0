/** The bearer token that every other operation carries, for the key and secret of a service user. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"
import { proven } from "../../../contract/Operation.ts"
import { type Always, CredentialsRefused } from "../failures.ts"
import { M3terApi, vendor } from "../vendor.ts"

// This request carries no token, so it cannot fail with an expired one.
const operation = proven<Always>()(M3terApi, vendor, { quota: "token", fails: [CredentialsRefused] })

/**
 * Seconds that a token is taken to live where the answer does not say: ours. m3ter documents 5 hours; a short life costs a request
 * now and then, a long one would fail calls.
 */
const unstatedLife = 300

const lifeOf = (stated: unknown): number => {
  const seconds = typeof stated === "string" && stated.trim() !== "" ? Number(stated) : stated
  return typeof seconds === "number" && seconds > 0 && Number.isFinite(seconds) ? seconds : unstatedLife
}

// Proxies and other token servers write it as a text, as zero or not at all.
const Lifetime = lazy(() =>
  Schema.Unknown.pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(unstatedLife)),
    Schema.decodeTo(
      Schema.Duration,
      SchemaTransformation.transform<Duration.Duration, unknown>({
        decode: (stated) => Duration.seconds(lifeOf(stated)),
        encode: Duration.toSeconds
      })
    )
  )
)

const Grant = lazy(() =>
  Schema.Struct({ grant_type: Schema.Literal("client_credentials") }).pipe(
    Schema.decodeTo(
      Schema.Struct({}),
      SchemaTransformation.transform({
        decode: () => ({}),
        encode: () => ({ grant_type: "client_credentials" as const })
      })
    )
  )
)

const TokenFields = lazy(() =>
  Schema.Struct({
    accessToken: Schema.RedactedFromValue(Schema.String),
    expiresIn: Lifetime()
  }).pipe(Schema.encodeKeys({ accessToken: "access_token", expiresIn: "expires_in" }))
)

/** A bearer token and how long it is valid (documented: 5 hours; where the answer does not say, 5 minutes are assumed). */
export interface Token extends Schema.Schema.Type<ReturnType<typeof TokenFields>> {}
export const Token = lazy(() => Schema.Opaque<Token>()(TokenFields()))

/**
 * Gets a bearer token for the key and secret of the layer. The layer does this by itself, and renews the token 5 minutes before
 * its end; call it only to use the token elsewhere.
 */
export const getToken = operation("getToken", () => ({
  method: "POST",
  path: "/oauth/token",
  input: Grant(),
  output: Token(),
  idempotent: true,
  // A token that is issued and then lost does nothing.
  reads: true,
  secrets: ["access_token"],
  see: "m3ter documentation, “Authentication”"
}))
