/**
 * Fetch as the transport, for where undici is not: browsers, other runtimes. It follows no redirect: a call that was carried
 * out and redirected could otherwise end in the redirect's “connection refused” and count as not sent, and the credentials
 * that vendors take in headers and bodies of their own would follow to another host.
 */
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"

/** Fetch's client. Options that the application sets by `FetchHttpClient.RequestInit` stay. */
export const layer: Layer.Layer<HttpClient.HttpClient> = Layer.effect(
  HttpClient.HttpClient,
  Effect.map(HttpClient.HttpClient, (client) =>
    HttpClient.transform(client, (answer) =>
      Effect.flatMap(Effect.serviceOption(FetchHttpClient.RequestInit), (set) =>
        Effect.provideService(answer, FetchHttpClient.RequestInit, {
          redirect: "manual",
          ...Option.getOrElse(set, () => ({}))
        })
      )
    )
  )
).pipe(Layer.provide(FetchHttpClient.layer))
