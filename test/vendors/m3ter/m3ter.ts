/** m3ter on a scripted transport: a token for whoever asks, and the given answers to everything else, the last one for ever. */
import { Effect, Layer, Redacted } from "effect"
import { fromJson, type Wire } from "../../../src/core/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { transport } from "../../core/shop/shop.ts"

export const apiKey = "key-0123456789"
export const apiSecret = "secret-0123456789"
export const orgId = "396d788d-0000-4e8b-9d69-a41f4671fc33"

/** A request as it was sent. */
export interface Sent {
  readonly line: string
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly body: string
}

/** The answer of the token endpoint, as the API reference shows it. */
export const token = (value: string) =>
  fromJson(200, {}, { access_token: value, expires_in: 18000, token_type: "Bearer", scope: null })

/** The layer over the script, with what was sent: token requests apart from the others. */
export const m3ter = (
  answers: ReadonlyArray<Wire>,
  options: Partial<M3ter.Options> = {},
  tokens: ReadonlyArray<Wire> = []
) => {
  const sent: Array<Sent> = []
  const asked: Array<Sent> = []
  const wire = transport((method, url, headers, body) => {
    const forToken = url.pathname.endsWith("/oauth/token")
    const list = forToken ? asked : sent
    list.push({
      line: `${method} ${url.href}`,
      authorization: headers["authorization"],
      contentType: headers["content-type"],
      body
    })
    if (!forToken) return answers[Math.min(sent.length, answers.length) - 1] ?? fromJson(200, {}, {})
    return tokens[Math.min(asked.length, tokens.length) - 1] ?? token(`token-${asked.length}`)
  })
  const layer = Layer.orDie(
    M3ter.layerNoTransport({
      apiKey: Redacted.make(apiKey),
      apiSecret: Redacted.make(apiSecret),
      orgId,
      ...options
    })
  ).pipe(Layer.provide(wire.layer))
  return { sent, asked, layer }
}

// The queue of a layer lets a held-back call go a few ms late.
const tenths = (millis: number) => Math.round(millis / 100) / 10

/** What a failed call tried: when, what it died of, and how long it then waited; in tenths of a second. */
export const story = (attempts: M3ter.RateLimited["attempts"]) =>
  attempts.map(({ at, ended, waited }) => [
    tenths(at.epochMilliseconds),
    ended,
    waited === undefined ? undefined : tenths(waited)
  ])

/** Two of anything at once, and more. */
export const atOnce = <A, E, R>(times: number, effect: Effect.Effect<A, E, R>) =>
  Effect.all(
    Array.from({ length: times }, () => effect),
    { concurrency: "unbounded" }
  )
