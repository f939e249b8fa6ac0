/**
 * The transport on Node: undici where `@effect/platform-node` is installed and Node is new enough for it, else fetch. The same
 * names as in `web.ts`, which serves elsewhere: `#transport` in package.json chooses.
 */
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type { Silence, Unsent } from "./faults.ts"
import * as fetch from "./fetch.ts"
import { nodeIsBefore, Unproxied, unusedProxy } from "./proxies.ts"
import * as undici from "./undici.ts"

const problem =
  "Node's own fetch takes no proxy as an option. Install @effect/platform-node (Node 22.19 or newer), or set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, which Node's fetch heeds from 22.21 and 24.0 on."

export { decompressed } from "./decompress.ts"
export { routeOf as route } from "./route.ts"

/** A fault, with what is to be known of proxies where nothing was sent. */
export const noted = (fault: Unsent | Silence, url: string): Unsent | Silence => {
  const note = fault._tag === "Unsent" ? unusedProxy(url) : undefined
  return note === undefined ? fault : Object.assign(fault, { note })
}

/** The client, through the proxy where one is given, else as the environment says. */
export const layer = (proxy: string | undefined): Layer.Layer<HttpClient.HttpClient, Unproxied> =>
  Layer.unwrap(
    Effect.gen(function* () {
      // The undici client needs Node 22.19; on an older one it cannot even be tried, for loading it ends the process.
      const found = nodeIsBefore(22, 19) ? undefined : yield* undici.layer(proxy)
      if (found !== undefined) return found
      return proxy === undefined ? fetch.layer : yield* new Unproxied({ problem })
    })
  )
