/** The transport where undici is not: the platform's own fetch, in browsers, in workers, on Bun and on Deno. */
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import type { Silence, Unsent } from "./faults.ts"
import * as fetch from "./fetch.ts"
import { Unproxied } from "./proxies.ts"
import type { Route } from "./route.ts"

interface Closeable {
  readonly close: () => void
}

interface Runtime {
  readonly Bun?: unknown
  readonly Deno?: { readonly createHttpClient: (options: object) => Closeable }
}

const viaDeno = ({ createHttpClient }: NonNullable<Runtime["Deno"]>, proxy: string) => {
  const { host, password, protocol, username } = new URL(proxy)
  const basicAuth =
    username === ""
      ? {}
      : { basicAuth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }
  return Effect.acquireRelease(
    Effect.sync(() => createHttpClient({ proxy: { url: `${protocol}//${host}`, ...basicAuth } })),
    (client) => Effect.sync(() => client.close())
  )
}

/** What fetch is to be told of the proxy, on a runtime whose fetch takes one. */
const settings = (proxy: string): Effect.Effect<object, Unproxied, Scope.Scope> => {
  const { Bun, Deno } = globalThis as Runtime // as: globals of other runtimes than the types are of
  if (Bun !== undefined) return Effect.succeed({ proxy })
  if (Deno !== undefined) return Effect.map(viaDeno(Deno, proxy), (client) => ({ client }))
  return Effect.fail(new Unproxied({ problem: "The fetch of this platform cannot be told to use a proxy." }))
}

/** Fetch's client, through the proxy where one is given. */
export const layer = (proxy: string | undefined): Layer.Layer<HttpClient.HttpClient, Unproxied> =>
  proxy === undefined
    ? fetch.layer
    : Layer.provide(fetch.layer, Layer.effect(FetchHttpClient.RequestInit, settings(proxy)))

/** Fetch hands over answers decompressed. */
export const decompressed = (bytes: Uint8Array): Effect.Effect<Uint8Array, Silence> => Effect.succeed(bytes)

/** A fault as it is: other runtimes than Node use the proxies that the environment names. */
export const noted = (fault: Unsent | Silence): Unsent | Silence => fault

/** Other runtimes heed the environment by themselves, and do not tell: only the option of a layer is known. */
export const route = (_url: string, given: Redacted.Redacted | undefined): Route =>
  given === undefined ? {} : { proxy: given, from: "proxy" }
