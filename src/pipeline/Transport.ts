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
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as HttpClientError from "effect/http/HttpClientError"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import type * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { NotSentReason, SilenceReason } from "../contract/Common.ts"
import { type Outgoing, urlOf } from "../contract/Outgoing.ts"
import { isRecord, make, type Wire } from "../contract/Wire.ts"

/** The request did not reach the vendor. */
export class Unsent extends Data.TaggedError("Unsent")<{
  readonly reason: typeof NotSentReason.Type
  readonly code?: string
}> {}

/** The request left, or may have left, and no whole answer came back. */
export class Silence extends Data.TaggedError("Silence")<{
  readonly reason: typeof SilenceReason.Type
  readonly code?: string
}> {}

// While connecting: by the error's syscall, or by codes that nothing else gives.
const connecting: Readonly<Record<string, typeof NotSentReason.Type>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  ETIMEDOUT: "connect-timeout"
}
const beforeConnected: Readonly<Record<string, typeof NotSentReason.Type>> = {
  UND_ERR_CONNECT_TIMEOUT: "connect-timeout",
  UND_ERR_PRX_TLS: "tls"
}
const resolving = /^(ENOTFOUND|EAI_[A-Z]+)$/

// Node checks the certificate before it hands the connection over, so these verdicts of OpenSSL's come before any request.
const certificate =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/
const handshake = /^(ERR_SSL_|ERR_TLS_|EPROTO$)/

const silence: Readonly<Record<string, typeof SilenceReason.Type>> = {
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "cut-off",
  UND_ERR_HEADERS_OVERFLOW: "too-large",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large"
}

type Link = Readonly<Record<string, unknown>>

// The error, what caused it, and so on; of several addresses that were tried, the first.
const chain = (error: unknown): ReadonlyArray<Link> => {
  const links: Array<Link> = []
  for (let link: unknown = error; isRecord(link) && links.length < 8;) {
    links.push(link)
    const first = Array.isArray(link["errors"]) ? link["errors"][0] : undefined
    link = first ?? link["cause"] ?? link["reason"]
  }
  return links
}

const firstText = (links: ReadonlyArray<Link>, key: string): string | undefined =>
  links.map((link) => link[key]).find((value): value is string => typeof value === "string" && value !== "")

/** The code of a transport error, wherever in the chain of causes it stands. */
export const codeOf = (error: unknown): string | undefined => firstText(chain(error), "code")

const neverBegun = (error: unknown): boolean =>
  HttpClientError.isHttpClientError(error) &&
  (error.reason._tag === "InvalidUrlError" || error.reason._tag === "EncodeError")

const certainly = (code: string, syscall: string | undefined): typeof NotSentReason.Type | undefined => {
  if (resolving.test(code) || syscall === "getaddrinfo") return "dns"
  if (certificate.test(code)) return "tls"
  if (syscall === "connect") return connecting[code] ?? "unreachable"
  return beforeConnected[code]
}

// Only for requests that are known not to have been written.
const unwritten = (code: string): typeof NotSentReason.Type => {
  if (handshake.test(code)) return "tls"
  return silence[code] === "reset" ? "reset" : silence[code] === "timeout" ? "connect-timeout" : "aborted"
}

/** Whether a transport error means that the request cannot have arrived. What is not known for certain is silence. */
export const faultOf = (error: unknown): Unsent | Silence => {
  if (neverBegun(error)) return new Unsent({ reason: "aborted" })
  const links = chain(error)
  const code = firstText(links, "code")
  const told = code === undefined ? {} : { code }
  const reason = code === undefined ? undefined : certainly(code, firstText(links, "syscall"))
  if (reason !== undefined) return new Unsent({ reason, ...told })
  if (links.some((link) => link["unwritten"] === true))
    return new Unsent({ reason: unwritten(code ?? ""), ...told })
  return new Silence({ reason: (code === undefined ? undefined : silence[code]) ?? "lost", ...told })
}

const mebibyte = 1_048_576

/** No vendor documents an answer larger than this; the longest documented one is a usage query of 20,000 rows. */
export const maxAnswerBytes = 64 * mebibyte

const isEmpty = (error: unknown): boolean =>
  HttpClientError.isHttpClientError(error) && error.reason._tag === "EmptyBodyError"

const cutOff = (error: unknown): Silence => {
  if (error instanceof Silence) return error
  const code = codeOf(error)
  return new Silence({ reason: "cut-off", ...(code === undefined ? {} : { code }) })
}

const readText = (
  response: HttpClientResponse.HttpClientResponse,
  limit: number
): Effect.Effect<string, Silence> =>
  response.stream.pipe(
    Stream.limitBytes(limit, () =>
      Stream.fail<Silence | HttpClientError.HttpClientError>(new Silence({ reason: "too-large" }))
    ),
    Stream.decodeText(),
    Stream.mkString,
    Effect.catch((error) => (isEmpty(error) ? Effect.succeed("") : Effect.fail(cutOff(error))))
  )

/** Sends the request and reads the answer to its end. */
export const send = (
  client: HttpClient.HttpClient,
  outgoing: Outgoing
): Effect.Effect<Wire, Unsent | Silence> =>
  Effect.suspend(() => {
    const text = outgoing.body === undefined ? undefined : JSON.stringify(outgoing.body)
    const bare = HttpClientRequest.make(outgoing.method as "POST")(urlOf(outgoing), {
      headers: outgoing.headers
    }) // as: Outgoing's methods are HTTP's
    const request = text === undefined ? bare : HttpClientRequest.bodyText(bare, text, "application/json")
    return client.execute(request).pipe(
      Effect.mapError(faultOf),
      Effect.flatMap((response) =>
        readText(response, maxAnswerBytes).pipe(
          Effect.map((body) => make(response.status, { ...response.headers }, body))
        )
      )
    )
  })

// The transports are loaded when the layer is built, so that a browser never asks for undici. The undici client needs Node 22.19;
// on an older one it cannot even be tried, for loading it ends the process.
const takesUndici = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  return major > 22 || (major === 22 && minor >= 19)
}
const onNode = typeof process !== "undefined" && takesUndici(process.versions?.node ?? "0")

/** The transport of this platform: undici on Node 22.19 and later, fetch elsewhere. */
export const layer: Layer.Layer<HttpClient.HttpClient> = Layer.unwrap(
  Effect.gen(function* () {
    const fetch = Effect.map(
      Effect.promise(() => import("./transport/fetch.ts")),
      (client) => client.layer
    )
    if (!onNode) return yield* fetch
    return yield* Effect.tryPromise(() => import("./transport/undici.ts")).pipe(
      Effect.map((client) => client.layer),
      Effect.catch(() => fetch)
    )
  })
)
