/**
 * Undici as the transport on Node, made to tell whether a request had been begun when its connection failed. The client is loaded
 * on Node only, and only when the transport layer is built.
 */
import type * as Undici from "@effect/platform-node/Undici"
import type * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"

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
const watched = (handler: Handler): Handler => {
  let begun = false
  return {
    onRequestStart: (controller, context) => {
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

/** Makes a dispatcher tell, by `Unwritten`, which failed requests were never written. */
export const telling = (dispatcher: Undici.Dispatcher): Undici.Dispatcher =>
  dispatcher.compose((dispatch) => (options, handler) => dispatch(options, watched(handler)))

/**
 * Undici's client. HTTP/1.1 only: over HTTP/2 undici sends a request again by itself when the server refuses its stream or
 * goes away, and whether to send again is decided here, by the operation and the policy, alone.
 *
 * The package itself is loaded, not a module of ours: a bundler must keep whole whatever such a module imports.
 */
export const load: Effect.Effect<Layer.Layer<HttpClient.HttpClient>, Cause.UnknownError> = Effect.map(
  Effect.tryPromise(() => import("@effect/platform-node/NodeHttpClient")),
  ({ Dispatcher, layerUndiciNoDispatcher, makeDispatcherOptions }) =>
    Layer.provide(
      layerUndiciNoDispatcher,
      Layer.effect(Dispatcher, Effect.map(makeDispatcherOptions({ allowH2: false }), telling))
    )
)
