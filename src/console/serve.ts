/** Serving the page over any sources. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Scope } from "effect/Scope"
import { type CannotListen, served } from "./server.ts"
import type { Sources } from "./sources.ts"
import { tokenOf, type WeakToken } from "./token.ts"

/** How the page is served. It listens on 127.0.0.1 alone. */
export interface Serving {
  /** Default: 4780. 0 is any free one. */
  readonly port?: number
  /** How many failures, and how many items of each kind, the page shows: at most 500. Default: 50. */
  readonly most?: number
  /**
   * What a browser must show, 32 or more letters, digits, hyphens and underscores. Default: 256 random bits at every start; with one of
   * your own, a page that is open goes on after a restart.
   */
  readonly token?: Redacted.Redacted<string>
}

/** A console at work. */
export interface Served {
  readonly port: number
  /** Without the token. */
  readonly address: string
  /** With it: to be opened in a browser. */
  readonly open: Redacted.Redacted<string>
}

const usualPort = 4780

/** How many are shown where nothing else is said. */
export const most = 50

// A page that is drawn every second holds no more.
const atMost = 500

/** The number that is shown, for one that was asked for. */
export const bounded = (wanted: number): number =>
  Number.isFinite(wanted) ? Math.min(Math.max(1, Math.trunc(wanted)), atMost) : most

/**
 * Serves a page over any sources until the scope closes.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import * as Console from "faultline/console"
 *
 * const failed = {
 *   at: 1_764_061_200_000, vendor: "Shop", operation: "Shop.order", tag: "Shop.SoldOut", attempts: 1, message: "It is sold out."
 * }
 * const sources: Console.Sources = {
 *   failures: { last: () => Effect.succeed([failed]), report: () => Effect.succeed(undefined) }
 * }
 * const program = Effect.gen(function* () {
 *   const { address } = yield* Console.serve(sources, { port: 0 })
 *   const page = yield* Effect.promise(() => fetch(address))
 *   return page.status
 * })
 * console.log(await Effect.runPromise(Effect.scoped(program))) // 200
 * ```
 */
export const serve = (
  sources: Sources,
  { most: wanted = most, port = usualPort, token: given }: Serving = {}
): Effect.Effect<Served, CannotListen | WeakToken, Scope> =>
  Effect.gen(function* () {
    const token = yield* tokenOf(given)
    const bound = yield* served(sources, { port, most: bounded(wanted), token })
    const address = `http://127.0.0.1:${bound}/`
    return { port: bound, address, open: Redacted.make(`${address}#${Redacted.value(token)}`) }
  })
