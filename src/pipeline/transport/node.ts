/**
 * The transport on Node: undici where `@effect/platform-node` is installed and Node is new enough for it, else fetch. The same
 * names as in `web.ts`, which serves elsewhere: `#transport` in package.json chooses.
 */
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type { Inflate } from "./decompress.ts"
import * as fetch from "./fetch.ts"
import { Unproxied } from "./proxies.ts"
import * as undici from "./undici.ts"

// The undici client needs Node 22.19; on an older one it cannot even be tried, for loading it ends the process.
const takesUndici = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  return major > 22 || (major === 22 && minor >= 19)
}

const problem =
  "Node's own fetch takes no proxy as an option. Install @effect/platform-node (Node 22.19 or newer), or set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, which Node's fetch heeds from 22.21 and 24.0 on."

/** The client, through the proxy where one is given, else as the environment says. */
export const layer = (proxy: string | undefined): Layer.Layer<HttpClient.HttpClient, Unproxied> =>
  Layer.unwrap(
    Effect.gen(function* () {
      const found = takesUndici(process.versions.node) ? yield* undici.layer(proxy) : undefined
      if (found !== undefined) return found
      return proxy === undefined ? fetch.layer : yield* new Unproxied({ problem })
    })
  )

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const decoders = async (): Promise<Readonly<Record<string, Decode>>> => {
  const zlib = await import("node:zlib")
  // Some servers mean by `deflate` the bare stream, without the header that the standard wants.
  const deflate: Decode = (bytes, options) =>
    ((bytes[0] ?? 0) & 15) === 8 ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options)
  return { gzip: zlib.gunzipSync, "x-gzip": zlib.gunzipSync, deflate, br: zlib.brotliDecompressSync }
}

/** Decompresses what a client has left compressed. */
export const inflate: Inflate = async (bytes, encodings, limit) => {
  const known = await decoders()
  return encodings.toReversed().reduce((rest, name) => {
    const decode = known[name]
    return decode === undefined ? rest : decode(rest, { maxOutputLength: limit })
  }, bytes)
}
