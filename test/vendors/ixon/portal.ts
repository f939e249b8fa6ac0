/** A portal that answers as the test says, and keeps what it was asked. */
import { Duration, Effect, Fiber, Layer, Redacted } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"

export interface Sent {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A transport that answers from a function; `sent` holds every request. */
export const portal = (answer: (sent: Sent, count: number) => Wire | Effect.Effect<Wire>) => {
  const sent: Array<Sent> = []
  const transport = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const text = request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""
      const one = {
        method: request.method,
        url,
        headers: { ...request.headers },
        body: make(200, {}, text).body
      }
      sent.push(one)
      const wire = answer(one, sent.length)
      return Effect.map(Effect.isEffect(wire) ? wire : Effect.succeed(wire), ({ headers, status, text }) =>
        HttpClientResponse.fromWeb(
          request,
          new Response(text === "" ? null : text, { status, headers: { ...headers } })
        )
      )
    })
  )
  return { sent, transport }
}

export const account = { applicationId: "AppLicAt1on0", companyId: "1111-2222-3333-4444-5555" } as const
export const token = Redacted.make("service-account-token-0123456789")
export const person = {
  ...account,
  email: "engineer@example.com",
  password: Redacted.make("pass:word-ü"),
  otp: Redacted.make("987654")
} as const

/** Waits of exact length, so that the times of attempts can be compared. */
export const even = { policy: { jitter: "none" } } as const

export const layer = (
  transport: Layer.Layer<HttpClient.HttpClient>,
  options: Partial<Ixon.ServiceAccountOptions> = {}
): Layer.Layer<Ixon.IxonApi> =>
  Layer.orDie(Ixon.layerNoTransport({ ...account, token, ...even, ...options })).pipe(
    Layer.provide(transport)
  )

export const loginLayer = (
  transport: Layer.Layer<HttpClient.HttpClient>,
  options: Partial<Ixon.LoginOptions> = {}
): Layer.Layer<Ixon.IxonApi> =>
  Layer.orDie(Ixon.layerNoTransport({ ...person, ...even, ...options })).pipe(Layer.provide(transport))

/** IXON's envelope around a success. */
export const success = (data: unknown, moreAfter?: string | null, status = 200): Wire =>
  fromJson(
    status,
    {},
    { type: "AgentList", data, ...(moreAfter === undefined ? {} : { moreAfter }), status: "success" }
  )

/** IXON's envelope around complaints, as its page of common errors shows it. */
export const refusal = (status: number, ...data: ReadonlyArray<Record<string, unknown>>): Wire =>
  fromJson(status, {}, { type: "Error", data, moreAfter: null, status: "error" })

/** Whether a request asks for a token. */
export const makesToken = ({ method, url }: Sent): boolean =>
  method === "POST" && url.pathname.endsWith("/access-tokens")

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
