/**
 * Sending one request and reading the whole answer, with every way that can fail told apart by whether the request can have
 * arrived. A request counts as not sent only where that is certain; whatever leaves a doubt is silence:
 *
 * | What happens | Error | It is |
 * |---|---|---|
 * | nothing listens, a firewall rejects | `ECONNREFUSED`, syscall `connect` | not sent: refused |
 * | the name does not resolve | `ENOTFOUND`, `EAI_AGAIN` …, syscall `getaddrinfo` | not sent: dns |
 * | no route, a firewall forbids | `EHOSTUNREACH`, `ENETUNREACH`, `EPERM` …, syscall `connect` | not sent: unreachable |
 * | connecting takes too long | `UND_ERR_CONNECT_TIMEOUT`; `ETIMEDOUT`, syscall `connect` | not sent: connect-timeout |
 * | the certificate is not accepted | `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID` … | not sent: tls |
 * | the handshake fails otherwise | `ERR_SSL_…`, `EPROTO` | with `Unwritten` not sent: tls; else silence: an open connection gives these codes too |
 * | the connection is reset while connecting | `ECONNRESET`, syscall `connect` | not sent: reset |
 * | it is reset or closed before the request is written | `ECONNRESET`, `UND_ERR_SOCKET` | with `Unwritten` not sent: reset; else silence |
 * | it is reset or closed after the request, or after some of it | `ECONNRESET`, `EPIPE`, `UND_ERR_SOCKET` | silence: reset |
 * | no status line comes in time | `UND_ERR_HEADERS_TIMEOUT`, or the attempt's own timeout | silence: timeout |
 * | the body breaks off, or is shorter than its content-length | any, in the body | silence: cut-off |
 * | the answer is not HTTP | `HPE_…` or none | silence: lost |
 *
 * The same codes come from undici and, one cause deeper, from fetch on Node. `Unwritten` is what the undici transport of this
 * package adds; fetch has nothing like it, and in browsers no codes at all. `test/pipeline/Transport.test.ts` proves the table on
 * real sockets as far as loopback goes; a missing route and a reset while connecting it proves by their codes.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientError from "effect/http/HttpClientError"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import type * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as platform from "#transport"
import type { Answer } from "../contract/Operation.ts"
import { type Outgoing, urlOf } from "../contract/Outgoing.ts"
import { accepted } from "../contract/read.ts"
import { spell } from "../contract/spelling.ts"
import { make, type Wire } from "../contract/Wire.ts"
import { codeOf, faultOf, Silence, type Unsent } from "./transport/faults.ts"
import { follow, type Progress } from "./transport/progress.ts"
import type { Unproxied } from "./transport/proxies.ts"
import type { Route } from "./transport/route.ts"

export type { Route } from "./transport/route.ts"
export { codeOf, faultOf, Silence, Unsent } from "./transport/faults.ts"

const mebibyte = 1_048_576

/** No vendor documents an answer larger than this; the longest documented one is a usage query of 20,000 rows. */
export const maxAnswerBytes = 64 * mebibyte

/** What is read of an answer that is no success: more than any vendor has to say, and little enough for many at once. */
export const maxRefusalBytes = 262_144

const isEmpty = (error: unknown): boolean =>
  HttpClientError.isHttpClientError(error) && error.reason._tag === "EmptyBodyError"

const cutOff = (error: unknown): Silence => {
  if (error instanceof Silence) return error
  const code = codeOf(error)
  return new Silence({ reason: "cut-off", ...(code === undefined ? {} : { code }) })
}

const joined = (chunks: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** The bytes of a body up to a limit: one that is longer is cut, or is a failure. */
const bounded = ({ stream }: HttpClientResponse.HttpClientResponse, limit: number, cut: boolean) =>
  Effect.suspend(() => {
    const chunks: Array<Uint8Array> = []
    let size = 0
    const keep = (chunk: Uint8Array): Effect.Effect<boolean, Silence> => {
      size += chunk.length
      if (size > limit && !cut) return Effect.fail(new Silence({ reason: "too-large" }))
      chunks.push(chunk)
      return Effect.succeed(!cut || size < limit)
    }
    const read = Stream.runForEachWhile(stream, keep)
    return Effect.map(read, () => joined(chunks, size).subarray(0, limit))
  })

const whole = <A>(read: Effect.Effect<A, Silence | HttpClientError.HttpClientError>, empty: A) =>
  Effect.catch(read, (error) => (isEmpty(error) ? Effect.succeed(empty) : Effect.fail(cutOff(error))))

/** The answer read to its end; of one that is no success the beginning, and the rest is given up. Bytes that are asked for come as they are, with their text for reading a refusal. */
const readWire = (
  response: HttpClientResponse.HttpClientResponse,
  answer: Answer
): Effect.Effect<Wire, Silence> => {
  const { status } = response
  const headers = { ...response.headers }
  const limit = accepted(response) ? maxAnswerBytes : maxRefusalBytes
  // A length that is known needs no stream to be held to: the HTTP client reads no more than it says.
  const isShort = headers["content-encoding"] === undefined && Number(headers["content-length"]) <= limit
  if (answer !== "bytes" && isShort)
    return Effect.map(whole(response.text, ""), (text) => make(status, headers, text))
  const read = Effect.flatMap(bounded(response, limit, limit !== maxAnswerBytes), (bytes) =>
    platform.decompressed(bytes, headers["content-encoding"], maxAnswerBytes)
  )
  return Effect.map(whole(read, new Uint8Array()), (bytes) => {
    const wire = make(status, headers, new TextDecoder().decode(bytes))
    return answer === "bytes" ? { ...wire, bytes } : wire
  })
}

const withBody = (
  request: HttpClientRequest.HttpClientRequest,
  outgoing: Outgoing
): HttpClientRequest.HttpClientRequest => {
  const spelled = spell(outgoing)
  if (spelled === undefined) return request
  const { body, type } = spelled
  return typeof body === "string"
    ? HttpClientRequest.bodyText(request, body, type)
    : HttpClientRequest.bodyUint8Array(request, body, type)
}

/** Our own spans instead of the client's, and no trace headers but those that a layer was asked to send. */
export const quiet: Context.Context<never> = Context.make(HttpClient.TracerPropagationEnabled, false).pipe(
  Context.add(HttpClient.TracerDisabledWhen, () => true)
)

const faultIn = (error: unknown): Unsent | Silence =>
  platform.noted(faultOf(error), HttpClientError.isHttpClientError(error) ? error.request.url : "")

/** Sends the request and reads the answer to its end. */
export const send = (
  client: HttpClient.HttpClient,
  outgoing: Outgoing,
  answer: Answer = "json",
  progress?: Progress
): Effect.Effect<Wire, Unsent | Silence> =>
  Effect.suspend(() => {
    // as: Outgoing's methods are HTTP's
    const bare = HttpClientRequest.make(outgoing.method as "POST")(urlOf(outgoing), {
      headers: outgoing.headers
    })
    const request = withBody(bare, outgoing)
    if (progress !== undefined) follow(request.headers, progress)
    return Effect.flatMap(Effect.mapError(client.execute(request), faultIn), (response) =>
      readWire(response, answer)
    )
  })

/**
 * The transport of this platform, without a proxy but what the environment names: undici on Node where it is installed, fetch
 * elsewhere.
 */
export const layer: Layer.Layer<HttpClient.HttpClient> = Layer.orDie(platform.layer(undefined))

/** The transport of this platform through a proxy; it fails where the platform's cannot use one. */
export const through = (proxy: string): Layer.Layer<HttpClient.HttpClient, Unproxied> => platform.layer(proxy)

/**
 * The way that requests to this address take: through which proxy, and what says so. `given` is the option `proxy` of a layer. Only
 * on Node is the environment known to the program.
 */
export const route = (url: string, given?: Redacted.Redacted): Route => platform.route(url, given)

/** The client that requests are sent with. */
export const Client = HttpClient.HttpClient
export type Client = HttpClient.HttpClient
