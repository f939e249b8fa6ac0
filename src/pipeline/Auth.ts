/**
 * Credentials become part of a request here and nowhere else. They stay `Redacted` until then. Tokens are fetched with one
 * request in flight however many callers wait, renewed before they expire, and forgotten when the vendor calls them stale.
 */
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { AnyFailure } from "../contract/Failure.ts"
import { lazy } from "../contract/lazy.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import type { Outgoing } from "../contract/Outgoing.ts"
import type * as Scope from "effect/Scope"
import { isRecord } from "../contract/Wire.ts"
import { SeenTokens } from "./auth/seenTokens.ts"
import { type Held, type Token, TokenCache } from "./auth/tokenCache.ts"
import { sentOf } from "./credentialProblems.ts"
import { linked, type Renewal } from "./telemetry/renewal.ts"

export type { Token } from "./auth/tokenCache.ts"
export type { Renewal } from "./telemetry/renewal.ts"

/** Credentials at work in one layer. */
export interface Credentials {
  /** Adds the credentials of this operation. */
  readonly apply: (
    request: Outgoing,
    operation: AnyOperation
  ) => Effect.Effect<AuthenticatedRequest, AnyFailure>
  /** Adds credentials that are always at hand: there is nothing to wait for. */
  readonly fixed?: (request: Outgoing) => Outgoing
  /** Adds those that are at hand at `now` (Unix ms); `undefined` where they must be waited for. */
  readonly atHand?: (
    request: Outgoing,
    operation: AnyOperation,
    now: number
  ) => AuthenticatedRequest | undefined
  /** Every secret that may come back in an answer, to be blanked there: the same list as long as they are the same. */
  readonly secrets: () => ReadonlyArray<string>
  /** When (Unix ms) the token in use ends, where there is one. */
  readonly ends?: () => number | undefined
}

/** A request with its credentials. */
export interface AuthenticatedRequest {
  readonly request: Outgoing
  /** Says that these credentials have been refused. Absent where there are no others. */
  readonly stale?: Effect.Effect<void>
  /** Since when (Unix ms) they are in use. */
  readonly since?: number
}

/** Calls an operation of the same vendor with other credentials: how a token is asked for. Why is observed; by default, it is due. */
export type TokenRequest = (
  operation: AnyOperation,
  input: unknown,
  credentials: Credentials,
  renewal?: Renewal
) => Effect.Effect<unknown, AnyFailure>

/** Credentials, not yet at work. */
export type Auth = (request: TokenRequest) => Effect.Effect<Credentials, never, Scope.Scope>

const fixed = (secrets: ReadonlyArray<Redacted.Redacted>, add: (request: Outgoing) => Outgoing): Auth => {
  const values = lazy(() => secrets.map(sentOf))
  const ready: Credentials = {
    apply: (request) => Effect.sync(() => ({ request: add(request) })),
    fixed: add,
    secrets: values
  }
  return () => Effect.succeed(ready)
}

/** No credentials. */
export const none: Auth = fixed([], (request) => request)

/**
 * Secrets in headers, each under its name.
 *
 * @example
 * ```ts
 * import { Redacted } from "effect"
 * import { Auth } from "faultline"
 *
 * const auth: Auth.Auth = Auth.headers({ "x-api-key": Redacted.make("secret") })
 * console.log(typeof auth) // function
 * ```
 */
export const headers = (secrets: Readonly<Record<string, Redacted.Redacted>>): Auth =>
  fixed(Object.values(secrets), (request) => ({
    ...request,
    headers: {
      ...request.headers,
      ...Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, sentOf(secret)]))
    }
  }))

const withBearer = (request: Outgoing, key: string): Outgoing => ({
  ...request,
  headers: { ...request.headers, authorization: `Bearer ${key}` }
})

/**
 * `Authorization: Bearer <key>`.
 *
 * @example
 * ```ts
 * import { Redacted } from "effect"
 * import { Auth } from "faultline"
 *
 * const auth: Auth.Auth = Auth.bearer(Redacted.make("secret"))
 * console.log(typeof auth) // function
 * ```
 */
export const bearer = (key: Redacted.Redacted): Auth =>
  fixed([key], (request) => withBearer(request, sentOf(key)))

/**
 * `Authorization: Basic` of the parts joined by colons.
 *
 * @example
 * ```ts
 * import { Redacted } from "effect"
 * import { Auth } from "faultline"
 *
 * const auth: Auth.Auth = Auth.basic("user", Redacted.make("password"))
 * console.log(typeof auth) // function
 * ```
 */
export const basic = (...parts: ReadonlyArray<string | Redacted.Redacted>): Auth => {
  const encoded = () => btoa(String.fromCharCode(...new TextEncoder().encode(parts.map(sentOf).join(":"))))
  return fixed(
    [...parts.filter((part) => typeof part !== "string"), Redacted.make(encoded())],
    (request) => ({ ...request, headers: { ...request.headers, authorization: `Basic ${encoded()}` } })
  )
}

/** A secret as a top-level field of the JSON body. */
export const bodyField = (name: string, secret: Redacted.Redacted): Auth =>
  fixed([secret], (request) => ({
    ...request,
    body: { [name]: sentOf(secret), ...(isRecord(request.body) ? request.body : {}) }
  }))

/** How a token is had. */
export interface TokenOptions {
  readonly operation: AnyOperation
  readonly input: unknown
  readonly credentials: Auth
  readonly read: (output: never) => Token
  /** How long before its end a token is renewed. */
  readonly renewBefore: Duration.Input
}

const byToken = (
  cache: TokenCache,
  clock: Clock.Clock,
  operation: AnyOperation,
  credentials: Credentials
): Pick<Credentials, "apply" | "atHand"> => {
  // The token itself is wanted for with what buys it, by whoever asks.
  const buys = ({ tag }: AnyOperation): boolean => tag === operation.tag
  const using = (request: Outgoing, held: Held, value: string): AuthenticatedRequest => ({
    request: withBearer(request, value),
    since: held.since,
    stale: Effect.sync(() => cache.forget(held, clock.currentTimeMillisUnsafe()))
  })
  return {
    apply: (request, wanted) =>
      buys(wanted)
        ? credentials.apply(request, wanted)
        : Effect.flatMap(cache.current, (held) =>
            Effect.map(linked(Deferred.await(held.token), held.renewal), ({ value }) =>
              using(request, held, Redacted.value(value))
            )
          ),
    atHand: (request, wanted, now) => {
      const held = buys(wanted) ? undefined : cache.good(now)
      return held?.value === undefined ? undefined : using(request, held, held.value)
    }
  }
}

/**
 * A bearer token from an operation of the vendor. The request for it runs apart from the callers that wait: an interrupted
 * caller neither cancels it nor takes it from the others. A failed request is not kept.
 *
 * @example
 * ```ts
 * import { Duration, Redacted, Schema } from "effect"
 * import { Auth, Braze } from "faultline"
 *
 * const getToken = Braze.operation("getToken", () => ({
 *   method: "POST",
 *   path: "/token",
 *   input: Schema.Struct({}),
 *   output: Schema.Struct({ token: Schema.RedactedFromValue(Schema.String), seconds: Schema.Int }),
 *   idempotent: true
 * }))
 * const auth: Auth.Auth = Auth.token({
 *   operation: getToken,
 *   input: {},
 *   credentials: Auth.basic("client", Redacted.make("secret")),
 *   read: ({ seconds, token }: { readonly token: Redacted.Redacted; readonly seconds: number }) => ({
 *     value: token,
 *     expiresIn: Duration.seconds(seconds)
 *   }),
 *   renewBefore: "30 seconds"
 * })
 * console.log(typeof auth) // function
 * ```
 */
export const token =
  (options: TokenOptions): Auth =>
  (request) =>
    Effect.gen(function* () {
      const credentials = yield* options.credentials(request)
      const fetch = (renewal: Renewal) =>
        Effect.map(
          Effect.suspend(() => request(options.operation, options.input, credentials, renewal)),
          (output) => options.read(output as never) // as: `read` and `operation` are given together; AnyOperation has no output type
        )
      const clock = yield* Clock.Clock
      const seen = new SeenTokens(credentials.secrets())
      const cache = new TokenCache(fetch, options.renewBefore, yield* Effect.scope, seen)
      return {
        secrets: () => seen.all(clock.currentTimeMillisUnsafe()),
        ends: () => cache.ends,
        ...byToken(cache, clock, options.operation, credentials)
      }
    })
