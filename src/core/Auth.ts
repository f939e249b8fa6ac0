/**
 * Credentials become part of a request here and nowhere else. They stay `Redacted` until then. Tokens are fetched with one
 * request in flight however many callers wait, renewed before they expire, and forgotten when the vendor calls them stale.
 */
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import type { AnyFailure } from "./Failure.ts"
import type { AnyOperation } from "./Operation.ts"
import type { Outgoing } from "./Outgoing.ts"
import type * as Scope from "effect/Scope"
import { isRecord } from "./Wire.ts"

/** Credentials at work in one layer. */
export interface Ready {
  /** Adds the credentials of this operation. */
  readonly apply: (request: Outgoing, operation: AnyOperation) => Effect.Effect<Signed, AnyFailure>
  /** Every secret that may come back in an answer, to be blanked there. */
  readonly secrets: () => ReadonlyArray<string>
}

/** A request with its credentials. */
export interface Signed {
  readonly request: Outgoing
  /** Says that these credentials have been refused. Absent where there are no others. */
  readonly stale?: Effect.Effect<void>
}

/** Calls an operation of the same vendor with other credentials: how a token is asked for. */
export type Ask = (operation: AnyOperation, input: unknown, credentials: Ready) => Effect.Effect<unknown, AnyFailure>

/** Credentials, not yet at work. */
export type Auth = (ask: Ask) => Effect.Effect<Ready, never, Scope.Scope>

const fixed = (secrets: ReadonlyArray<Redacted.Redacted>, add: (request: Outgoing) => Outgoing): Auth => {
  const ready: Ready = {
    apply: (request) => Effect.sync(() => ({ request: add(request) })),
    secrets: () => secrets.map(Redacted.value)
  }
  return () => Effect.succeed(ready)
}

/** No credentials. */
export const none: Auth = fixed([], (request) => request)

/** Secrets in headers, each under its name. */
export const headers = (secrets: Readonly<Record<string, Redacted.Redacted>>): Auth =>
  fixed(Object.values(secrets), (request) => ({
    ...request,
    headers: {
      ...request.headers,
      ...Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, Redacted.value(secret)]))
    }
  }))

/** `Authorization: Bearer <key>`. */
export const bearer = (key: Redacted.Redacted): Auth =>
  fixed([key], (request) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${Redacted.value(key)}` } }))

/** `Authorization: Basic` of the parts joined by colons. */
export const basic = (...parts: ReadonlyArray<string | Redacted.Redacted>): Auth => {
  const joined = () => parts.map((part) => (typeof part === "string" ? part : Redacted.value(part))).join(":")
  const encoded = () => btoa(String.fromCharCode(...new TextEncoder().encode(joined())))
  return fixed(
    [...parts.filter((part) => typeof part !== "string"), Redacted.make(encoded())],
    (request) => ({ ...request, headers: { ...request.headers, authorization: `Basic ${encoded()}` } })
  )
}

/** A secret as a top-level field of the JSON body. */
export const bodyField = (name: string, secret: Redacted.Redacted): Auth =>
  fixed([secret], (request) => ({
    ...request,
    body: { [name]: Redacted.value(secret), ...(isRecord(request.body) ? request.body : {}) }
  }))

/** A token and how long it lives. */
export interface Token {
  readonly value: Redacted.Redacted
  readonly expiresIn: Duration.Duration
}

/** How a token is had. */
export interface TokenOptions {
  readonly operation: AnyOperation
  readonly input: unknown
  readonly credentials: Auth
  readonly read: (output: never) => Token
  /** How long before its end a token is renewed. */
  readonly renewBefore: Duration.Input
}

interface Held {
  readonly token: Deferred.Deferred<Token, AnyFailure>
  goodUntil: number
}

/**
 * A bearer token from an operation of the vendor. The request for it runs apart from the callers that wait: an interrupted
 * caller neither cancels it nor takes it from the others. A failed request is not kept.
 */
export const token =
  (options: TokenOptions): Auth =>
  (ask) =>
    Effect.gen(function* () {
      const credentials = yield* options.credentials(ask)
      const scope = yield* Effect.scope
      const seen = new Set<string>()
      let held: Held | undefined

      const fetch = Effect.map(
        Effect.suspend(() => ask(options.operation, options.input, credentials)),
        (output) => options.read(output as never) // as: `read` and `operation` are given together; AnyOperation has no output type
      )
      const settle = (mine: Held, exit: Exit.Exit<Token, AnyFailure>) =>
        Effect.gen(function* () {
          if (Exit.isSuccess(exit)) {
            seen.add(Redacted.value(exit.value.value))
            const life = Duration.toMillis(exit.value.expiresIn)
            const early = Math.min(Duration.toMillis(Duration.fromInputUnsafe(options.renewBefore)), life / 2)
            mine.goodUntil = (yield* Clock.currentTimeMillis) + life - early
          } else if (held === mine) held = undefined
          yield* Deferred.done(mine.token, exit)
        })
      // Uninterruptible but for the request itself: whoever waits is told, even when the layer closes in the meantime.
      const fill = (mine: Held) =>
        Effect.uninterruptibleMask((restore) => Effect.flatMap(Effect.exit(restore(fetch)), (exit) => settle(mine, exit)))
      const current = Effect.flatMap(Clock.currentTimeMillis, (now) => {
        if (held !== undefined && now < held.goodUntil) return Effect.succeed(held)
        const mine: Held = { token: Deferred.makeUnsafe(), goodUntil: Number.POSITIVE_INFINITY }
        held = mine
        return Effect.as(Effect.forkIn(fill(mine), scope, { startImmediately: true }), mine)
      })
      const ready: Ready = {
        secrets: () => [...credentials.secrets(), ...seen],
        apply: (request, operation) =>
          Effect.gen(function* () {
            // The token itself is asked for with what buys it, by whoever asks.
            if (operation.tag === options.operation.tag) return yield* credentials.apply(request, operation)
            const mine = yield* current
            const { value } = yield* Deferred.await(mine.token)
            const stale = Effect.sync(() => {
              if (held === mine) held = undefined
            })
            const authorization = `Bearer ${Redacted.value(value)}`
            return { request: { ...request, headers: { ...request.headers, authorization } }, stale }
          })
      }
      return ready
    })
