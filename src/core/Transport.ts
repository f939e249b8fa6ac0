/**
 * Sending one request and reading the whole answer, with every way that can fail told apart by whether the request can have
 * arrived: the codes are those of undici, of Node's sockets and of fetch.
 */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as HttpClientError from "effect/http/HttpClientError"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import type * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { NotSentReason, SilenceReason } from "./Common.ts"
import { type Outgoing, urlOf } from "./Outgoing.ts"
import { isRecord, make, type Wire } from "./Wire.ts"

/** The request did not reach the vendor. */
export class Unsent extends Data.TaggedError("Unsent")<{ readonly reason: typeof NotSentReason.Type; readonly code?: string }> {}

/** The request left, or may have left, and no whole answer came back. `answered` says whether a status line came. */
export class Silence extends Data.TaggedError("Silence")<{ readonly reason: typeof SilenceReason.Type; readonly code?: string }> {}

const unsent: Readonly<Record<string, typeof NotSentReason.Type>> = {
  ECONNREFUSED: "refused",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_NODATA: "dns",
  EAI_NONAME: "dns",
  UND_ERR_CONNECT_TIMEOUT: "connect-timeout",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETDOWN: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  UND_ERR_PRX_TLS: "tls"
}

// OpenSSL's verdicts on a certificate have these shapes; a handshake fails before any of the request is written.
const tls = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|EPROTO$|HOSTNAME_MISMATCH)/

const silence: Readonly<Record<string, typeof SilenceReason.Type>> = {
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "cut-off"
}

/** The code of a transport error, wherever in the chain of causes it stands. */
export const codeOf = (error: unknown): string | undefined => {
  let cause: unknown = error
  for (let depth = 0; depth < 8 && isRecord(cause); depth++) {
    if (typeof cause["code"] === "string" && cause["code"] !== "") return cause["code"]
    const inner = Array.isArray(cause["errors"]) ? cause["errors"][0] : undefined
    cause = inner ?? cause["cause"] ?? cause["reason"]
  }
  return undefined
}

const neverBegun = (error: unknown): boolean =>
  HttpClientError.isHttpClientError(error) &&
  (error.reason._tag === "InvalidUrlError" || error.reason._tag === "EncodeError")

/** Whether a transport error means that the request cannot have arrived. What is not known for certain is silence. */
export const faultOf = (error: unknown): Unsent | Silence => {
  if (neverBegun(error)) return new Unsent({ reason: "aborted" })
  const code = codeOf(error)
  if (code === undefined) return new Silence({ reason: "lost" })
  const reason = unsent[code] ?? (tls.test(code) ? "tls" : undefined)
  return reason === undefined ? new Silence({ reason: silence[code] ?? "lost", code }) : new Unsent({ reason, code })
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

const readText = (response: HttpClientResponse.HttpClientResponse, limit: number): Effect.Effect<string, Silence> =>
  response.stream.pipe(
    Stream.limitBytes(limit, () =>
      Stream.fail<Silence | HttpClientError.HttpClientError>(new Silence({ reason: "too-large" }))
    ),
    Stream.decodeText(),
    Stream.mkString,
    Effect.catch((error) => (isEmpty(error) ? Effect.succeed("") : Effect.fail(cutOff(error))))
  )

/** Sends the request and reads the answer to its end. */
export const send = (client: HttpClient.HttpClient, outgoing: Outgoing): Effect.Effect<Wire, Unsent | Silence> =>
  Effect.suspend(() => {
    const text = outgoing.body === undefined ? undefined : JSON.stringify(outgoing.body)
    const bare = HttpClientRequest.make(outgoing.method as "POST")(urlOf(outgoing), { headers: outgoing.headers }) // as: Outgoing's methods are HTTP's
    const request = text === undefined ? bare : HttpClientRequest.bodyText(bare, text, "application/json")
    return client.execute(request).pipe(
      Effect.mapError(faultOf),
      Effect.flatMap((response) =>
        readText(response, maxAnswerBytes).pipe(Effect.map((body) => make(response.status, { ...response.headers }, body)))
      )
    )
  })

const onNode = typeof process !== "undefined" && typeof process.versions?.node === "string"

/** The transport of this platform: undici on Node, fetch elsewhere (and where the Node client cannot be loaded). */
export const layer: Layer.Layer<HttpClient.HttpClient> = Layer.unwrap(
  Effect.gen(function* () {
    const fetch = Effect.map(
      Effect.promise(() => import("effect/http/FetchHttpClient")),
      (client) => client.layer
    )
    if (!onNode) return yield* fetch
    return yield* Effect.tryPromise(() => import("@effect/platform-node/NodeHttpClient")).pipe(
      Effect.map((client) => client.layerUndici),
      Effect.catch(() => fetch)
    )
  })
)
