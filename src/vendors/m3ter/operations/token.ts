/** The bearer token that every other operation carries, for the key and secret of a service user. */
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"
import { proven } from "../../../contract/Operation.ts"
import type { Always } from "../failures.ts"
import { M3terApi, vendor } from "../vendor.ts"

// This request carries no token, so it cannot fail with an expired one.
const operation = proven<Always>()(M3terApi, vendor, { quota: "token" })

const Seconds = lazy(() =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)).pipe(
    Schema.decodeTo(
      Schema.Duration,
      SchemaTransformation.transform({ decode: Duration.seconds, encode: Duration.toSeconds })
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
    expiresIn: Seconds()
  }).pipe(Schema.encodeKeys({ accessToken: "access_token", expiresIn: "expires_in" }))
)

/** A bearer token and how long it is valid (documented: 5 hours). */
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
