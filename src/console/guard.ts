/** What keeps other pages and other programs out: who may ask, and what a browser may do with what it gets. */
import * as Effect from "effect/Effect"
import { HttpServerRequest } from "effect/http/HttpServerRequest"
import * as Response from "effect/http/HttpServerResponse"

/** On every answer. No other origin is let in by any of them. */
const headers = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY"
} as const

/** A sentence as an answer. */
export const sentence = (status: number, text: string): Response.HttpServerResponse =>
  Response.text(text, { status })

// A name of its own that leads here would make any page of that name the console's own (DNS rebinding). The port may be another: of a tunnel.
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

type Sent = Readonly<Record<string, string | undefined>>

/** Why a request is refused before anything is looked at. */
const refusal = (method: string, { host = "", origin, "sec-fetch-site": site }: Sent): string | undefined => {
  if (!loopback.test(host)) return "The console answers to 127.0.0.1 and localhost only."
  const foreign = origin === undefined ? method === "POST" : origin !== `http://${host}`
  const far = site !== undefined && site !== "same-origin" && site !== "none"
  return foreign || far ? "The console answers to its own page only." : undefined
}

type App<E, R> = Effect.Effect<Response.HttpServerResponse, E, R | HttpServerRequest>

const fault = sentence(500, "That is a fault of the console; the log of its process has it.")

const whole = <E, R>(app: App<E, R>): App<E, R> =>
  Effect.catchDefect(app, (defect) => Effect.as(Effect.logError("The console broke.", defect), fault))

/** The console behind its guard. */
export const guarded = <E, R>(app: App<E, R>): App<E, R> =>
  Effect.flatMap(HttpServerRequest, ({ headers: sent, method }) => {
    const refused = refusal(method, sent)
    const answer: App<E, R> = refused === undefined ? whole(app) : Effect.succeed(sentence(403, refused))
    return Effect.map(answer, Response.setHeaders(headers))
  })

/** What only whoever has the token gets. */
export const withToken = <E, R>(allows: (header: string | undefined) => boolean, app: App<E, R>): App<E, R> =>
  Effect.flatMap(HttpServerRequest, ({ headers: sent }) =>
    allows(sent["authorization"])
      ? app
      : Effect.succeed(
          sentence(
            401,
            "The token is missing or not the present one: open the address that the console printed."
          )
        )
  )
