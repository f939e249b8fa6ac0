/** m3ter on a scripted transport: a token for whoever asks, and the given answers to everything else, the last one for ever. */
import { Duration, Effect, Fiber, Layer, Redacted } from "effect"
import type { HttpClient } from "effect/http"
import { TestClock } from "effect/testing"
import { fromJson, type Wire } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { transport } from "../../shop/shop.ts"

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

/** The layer over a transport. */
export const over = (wire: Layer.Layer<HttpClient.HttpClient>, options: Partial<M3ter.Options> = {}) =>
  Layer.orDie(
    M3ter.layerNoTransport({
      apiKey: Redacted.make(apiKey),
      apiSecret: Redacted.make(apiSecret),
      orgId,
      ...options
    })
  ).pipe(Layer.provide(wire))

/** The layer over the script, with what was sent: token requests apart from the others. */
export const m3ter = (
  answers: ReadonlyArray<Wire>,
  options: Partial<M3ter.Options> = {},
  tokens: ReadonlyArray<Wire> = []
) => {
  const sent: Array<Sent> = []
  const requested: Array<Sent> = []
  const wire = transport((method, url, headers, body) => {
    const forToken = url.pathname.endsWith("/oauth/token")
    const list = forToken ? requested : sent
    list.push({
      line: `${method} ${url.href}`,
      authorization: headers["authorization"],
      contentType: headers["content-type"],
      body
    })
    if (!forToken) return answers[Math.min(sent.length, answers.length) - 1] ?? fromJson(200, {}, {})
    return tokens[Math.min(requested.length, tokens.length) - 1] ?? token(`token-${requested.length}`)
  })
  return { sent, requested, layer: over(wire.layer, options) }
}

// The queue of a layer lets a held-back call go a few ms late.
const tenths = (millis: number) => Math.round(millis / 100) / 10

/** What a failed call tried: when, what it died of, and how long it then waited; in tenths of a second. */
export const attemptsOf = (attempts: M3ter.RateLimited["attempts"]) =>
  attempts.map(({ at, ended, waited }) => [
    tenths(at.epochMilliseconds),
    ended,
    waited === undefined ? undefined : tenths(waited)
  ])

/** Runs to the end of it, second by second on the clock, within the time that it has. */
export const ended = <A, E, R>(effect: Effect.Effect<A, E, R>, within: Duration.Input = "1 hour") =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    const millis = Duration.toMillis(within)
    for (let passed = 0; passed < millis && fiber.pollUnsafe() === undefined; passed += 1000) {
      yield* TestClock.adjust(Math.min(1000, millis - passed))
    }
    return yield* Fiber.join(fiber)
  })

/** Two of anything at once, and more. */
export const atOnce = <A, E, R>(times: number, effect: Effect.Effect<A, E, R>) =>
  Effect.all(
    Array.from({ length: times }, () => effect),
    { concurrency: "unbounded" }
  )

/** The layer over an Ingest API that answers each batch as the test says, with the batches that came and their bodies. */
export const ingest = (answer: (batch: ReadonlyArray<M3ter.Measurement>, count: number) => Wire) => {
  const batches: Array<ReadonlyArray<M3ter.Measurement>> = []
  const bodies: Array<string> = []
  const wire = transport((_method, url, _headers, body) => {
    if (url.pathname.endsWith("/oauth/token")) return token("token")
    const { measurements } = JSON.parse(body) as { measurements: ReadonlyArray<M3ter.Measurement> }
    batches.push(measurements)
    bodies.push(body)
    return answer(measurements, batches.length)
  })
  return { batches, bodies, layer: over(wire.layer) }
}
