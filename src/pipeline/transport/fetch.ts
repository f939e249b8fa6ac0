/**
 * Fetch as the transport, for where undici is not: browsers, other runtimes. It follows no redirect: a call that was carried
 * out and redirected could otherwise end in the redirect's “connection refused” and count as not sent, and the credentials
 * that vendors take in headers and bodies of their own would follow to another host.
 *
 * It is Effect's client for bodies that are whole, as all of ours are: what sends streams would be most of it.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Headers from "effect/http/Headers"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientError from "effect/http/HttpClientError"
import type * as HttpClientRequest from "effect/http/HttpClientRequest"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import type * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"

const failed = (
  request: HttpClientRequest.HttpClientRequest,
  cause: unknown
): HttpClientError.HttpClientError =>
  new HttpClientError.HttpClientError({ reason: new HttpClientError.TransportError({ request, cause }) })

type Failed = HttpClientError.HttpClientError

/** The body as fetch takes it. No operation streams one; a stream of the application's own is read to its end first. */
const bodyOf = (
  request: HttpClientRequest.HttpClientRequest
): Effect.Effect<BodyInit | undefined, Failed> => {
  const { body } = request
  if (body._tag === "Empty") return Effect.succeed(undefined)
  if (body._tag === "FormData") return Effect.succeed(body.formData)
  if (body._tag === "Stream")
    return Effect.mapError(Stream.mkArrayBuffer(body.stream), (cause) => failed(request, cause))
  return Effect.succeed(body.body as BodyInit) // as: bytes, or what the application says that fetch takes
}

/** Fetch has decompressed the body: what the headers say of it as it came no longer holds. */
const decoded = (response: HttpClientResponse.HttpClientResponse): HttpClientResponse.HttpClientResponse =>
  Object.create(response, {
    headers: { value: Headers.removeMany(response.headers, ["content-encoding", "content-length"]) }
  })

const client = HttpClient.make((request, url, signal, fiber) => {
  const fetch = fiber.getRef(FetchHttpClient.Fetch)
  const options = Context.getOrUndefined(fiber.context, FetchHttpClient.RequestInit) ?? {}
  const given = Headers.merge(Headers.fromInput(options.headers), request.headers)
  // Fetch counts for itself.
  const headers = Headers.remove(given, "content-length")
  const answer = Effect.flatMap(bodyOf(request), (body) =>
    Effect.tryPromise({
      try: () =>
        fetch(url, {
          redirect: "manual",
          ...options,
          method: request.method,
          headers,
          ...(body === undefined ? {} : { body }),
          signal
        }),
      catch: (cause) => failed(request, cause)
    })
  )
  return Effect.map(answer, (response) => {
    const made = HttpClientResponse.fromWeb(request, response)
    return response.headers.has("content-encoding") ? decoded(made) : made
  })
})

/** Fetch's client. Options that the application sets by `FetchHttpClient.RequestInit` stay. */
export const layer: Layer.Layer<HttpClient.HttpClient> = HttpClient.layerMergedContext(Effect.succeed(client))
