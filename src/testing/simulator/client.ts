/** A simulated world as an HTTP client. Its faults are the errors that undici gives for the same faults on real sockets. */
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientError from "effect/http/HttpClientError"
import type * as HttpClientRequest from "effect/http/HttpClientRequest"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Stream from "effect/Stream"
import type { Wire } from "../../contract/Wire.ts"
import type { Engine, NoConnection } from "./engine.ts"

/** The errors of a socket, as Node makes them: `test/core/simulator/parity.test.ts` compares them with real ones. */
const socketError = (syscall: string, code: string, detail = ""): Error =>
  Object.assign(new Error(`${syscall} ${code}${detail === "" ? "" : ` ${detail}`}`), { code, syscall })

const reset = () => socketError("read", "ECONNRESET")

const noConnection: Readonly<Record<NoConnection, (url: URL) => Error>> = {
  refused: ({ hostname, port }) =>
    socketError("connect", "ECONNREFUSED", `${hostname}:${port === "" ? 443 : port}`),
  dns: ({ hostname }) => socketError("getaddrinfo", "ENOTFOUND", hostname),
  tls: () => Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
  "connect-timeout": () =>
    Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" })
}

type Answered = Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>

const failed = (request: HttpClientRequest.HttpClientRequest, cause: Error, description?: string): Answered =>
  Effect.fail(
    new HttpClientError.HttpClientError({
      reason: new HttpClientError.TransportError({
        request,
        cause,
        ...(description === undefined ? {} : { description })
      })
    })
  )

const textOf = ({ body }: HttpClientRequest.HttpClientRequest): Effect.Effect<string> => {
  if (body._tag === "Uint8Array") return Effect.succeed(new TextDecoder().decode(body.body))
  if (body._tag === "Raw") return Effect.succeed(typeof body.body === "string" ? body.body : "")
  return body._tag === "Stream"
    ? Effect.orDie(Stream.mkString(Stream.decodeText(body.stream)))
    : Effect.succeed("")
}

const pieces = 8

/** The body in pieces, with a wait before each, over so many milliseconds in all. */
const trickle = (bytes: Uint8Array, millis: number): Stream.Stream<Uint8Array> => {
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size)
  return Stream.fromIterable(starts).pipe(
    Stream.mapEffect((start) =>
      Effect.as(Effect.sleep(millis / Math.max(1, starts.length)), bytes.slice(start, start + size))
    )
  )
}

const respond = (
  request: HttpClientRequest.HttpClientRequest,
  { headers, status }: Wire,
  body: Stream.Stream<Uint8Array, Error> | string
): Answered =>
  Effect.gen(function* () {
    const content =
      typeof body === "string"
        ? body === "" || status === 204
          ? null
          : body
        : yield* Stream.toReadableStreamEffect(body)
    return HttpClientResponse.fromWeb(request, new Response(content, { status, headers: { ...headers } }))
  })

/** The client of a world. `unexpected`: what becomes of a request that no operation fits. */
export const client = (engine: Engine, unexpected: "answer" | "die"): HttpClient.HttpClient =>
  HttpClient.make((request, url) =>
    Effect.gen(function* () {
      const arrival = engine.arrive({ method: request.method, url, headers: { ...request.headers } })
      const answer = yield* engine.carryOut(arrival, yield* textOf(request))
      const bytes = "wire" in answer ? new TextEncoder().encode(answer.wire.text) : new Uint8Array()
      switch (answer._tag) {
        case "Whole":
          if (answer.unexpected !== undefined && unexpected === "die")
            return yield* Effect.die(answer.unexpected)
          return yield* respond(
            request,
            answer.wire,
            answer.over > 0 ? trickle(bytes, answer.over) : answer.wire.text
          )
        case "Half": {
          const half = Stream.succeed(bytes.slice(0, Math.ceil(bytes.length / 2)))
          return yield* respond(request, answer.wire, Stream.concat(half, Stream.fail(reset())))
        }
        case "Cut":
          return yield* failed(request, reset())
        case "Refused":
          return yield* failed(request, noConnection[answer.as](url))
        case "Silent":
          return yield* Effect.never
        case "Nowhere":
          return yield* failed(request, noConnection.dns(url), `the simulator has no host ${url.hostname}`)
      }
    })
  )
