/**
 * Undici as the transport on Node, made to tell whether a request had been begun when its connection failed. It comes with
 * `@effect/platform-node`, which is loaded on Node only, and only when the transport layer is built.
 */
import type * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import type * as Undici from "@effect/platform-node/Undici"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import { begin, taken } from "./progress.ts"
import { environmentIsUsed } from "./proxies.ts"

type Handler = Undici.Dispatcher.DispatchHandler

/** The failure of a request of which not one byte was written. */
export class Unwritten extends Error {
  readonly unwritten = true
  constructor(cause: Error) {
    super(cause.message, { cause })
    this.name = "Unwritten"
  }
}

// Undici calls `onRequestStart` right before it writes a request, and at no other time: a request that fails without it was
// not written. One error object may be given to several requests, so it is wrapped, not marked.
const watched = (headers: unknown, handler: Handler, protocol: "1.1" | undefined): Handler => {
  const progress = taken(headers, protocol)
  let begun = false
  return {
    onRequestStart: (controller, context) => {
      if (!begin(progress)) return controller.abort(new Error("The request was given up"))
      begun = true
      handler.onRequestStart?.(controller, context)
    },
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseStart: (...args) => handler.onResponseStart?.(...args),
    onResponseData: (...args) => handler.onResponseData?.(...args),
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (controller, error) =>
      handler.onResponseError?.(controller, begun ? error : new Unwritten(error))
  }
}

/** Makes a dispatcher tell, by `Unwritten`, which failed requests were never written, and its version of HTTP where that is known. */
export const telling = (dispatcher: Undici.Dispatcher, protocol?: "1.1"): Undici.Dispatcher =>
  dispatcher.compose(
    (dispatch) => (options, handler) => dispatch(options, watched(options.headers, handler, protocol))
  )

interface Loaded {
  readonly http: typeof NodeHttpClient
  readonly undici: typeof Undici
}

/** The package itself is loaded, not a module of ours: a bundler must keep whole whatever such a module imports. */
const load = Effect.promise(async (): Promise<Loaded | undefined> => {
  // A bundler that does not find the package takes an import within `try` for one that may be missing.
  try {
    const http = await import("@effect/platform-node/NodeHttpClient")
    return { http, undici: await import("@effect/platform-node/Undici") }
  } catch {
    return undefined
  }
})

// HTTP/1.1 only: over HTTP/2 undici sends a request again by itself when the server refuses its stream or goes away, and whether
// to send again is decided by the operation and the policy alone.
const http1 = { allowH2: false }

const dispatcherOf = (
  { Agent, EnvHttpProxyAgent, ProxyAgent }: typeof Undici,
  proxy: string | undefined
): Undici.Dispatcher => {
  if (proxy !== undefined) return new ProxyAgent({ ...http1, uri: proxy })
  return environmentIsUsed() ? new EnvHttpProxyAgent(http1) : new Agent(http1)
}

const layerOf = ({ http, undici }: Loaded, proxy: string | undefined): Layer.Layer<HttpClient.HttpClient> =>
  Layer.provide(
    http.layerUndiciNoDispatcher,
    Layer.effect(
      http.Dispatcher,
      Effect.map(
        Effect.acquireRelease(
          Effect.sync(() => dispatcherOf(undici, proxy)),
          (dispatcher) => Effect.promise(() => dispatcher.destroy())
        ),
        (dispatcher) => telling(dispatcher, "1.1")
      )
    )
  )

/** Undici's client, through the proxy or, without one, as the environment says; `undefined` where undici is not installed. */
export const layer = (
  proxy: string | undefined
): Effect.Effect<Layer.Layer<HttpClient.HttpClient> | undefined> =>
  Effect.map(load, (loaded) => (loaded === undefined ? undefined : layerOf(loaded, proxy)))
