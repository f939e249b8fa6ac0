/** Where it runs: what each transport knows of a connection that failed, and that compressed answers are read alike. */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer } from "effect"
import { HttpClient, HttpClientError, HttpClientRequest } from "effect/http"
import * as http from "node:http"
import * as zlib from "node:zlib"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import { faultOf, layer, send, type Silence, type Unsent } from "../../src/pipeline/Transport.ts"
import * as fetchTransport from "../../src/pipeline/transport/fetch.ts"
import * as web from "../../src/pipeline/transport/web.ts"
import * as Policy from "../../src/policy/Policy.ts"
import { full, tcp } from "../pipeline/transport/loopback.ts"
import * as Shop from "../shop/shop.ts"

const clients = { ours: layer, "undici as it comes": NodeHttpClient.layerUndici, fetch: fetchTransport.layer }

const show = (fault: Unsent | Silence) => `${fault._tag} ${fault.reason}`

const asked = (url: string, answer: "json" | "bytes" = "json") =>
  Effect.flatMap(HttpClient.HttpClient, (client) =>
    send(client, { method: "GET", url, headers: {}, query: [], body: undefined, content: "json" }, answer)
  )

const serving = (answer: (request: http.IncomingMessage, response: http.ServerResponse) => void) =>
  Effect.acquireRelease(
    Effect.callback<http.Server>((resume) => {
      const server = http.createServer(answer)
      server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
    }),
    (server) =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
  ).pipe(
    Effect.map((server) => {
      const address = server.address()
      return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
    })
  )

const text = JSON.stringify({
  message: "Jürgen’s order, sold out",
  list: Array.from({ length: 500 }, (_, n) => n)
})
const encodings: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => zlib.gzipSync(bytes),
  "x-gzip": (bytes) => zlib.gzipSync(bytes),
  GZIP: (bytes) => zlib.gzipSync(bytes),
  deflate: (bytes) => zlib.deflateSync(bytes),
  br: (bytes) => zlib.brotliCompressSync(bytes),
  "gzip, br": (bytes) => zlib.brotliCompressSync(zlib.gzipSync(bytes))
}

describe("a compressed answer", () => {
  for (const [client, transport] of Object.entries(clients)) {
    for (const [encoding, encode] of Object.entries(encodings)) {
      it.live.each([200, 400, 503])(`(${encoding}) of status %i is read over ${client}`, (status) =>
        Effect.gen(function* () {
          const url = yield* serving((_, response) => {
            const body = encode(Buffer.from(text))
            response.writeHead(status, { "content-encoding": encoding, "content-length": body.length })
            response.end(body)
          })
          const wire = yield* asked(url)
          assert.strictEqual(wire.status, status)
          assert.strictEqual(wire.text, text)
        }).pipe(Effect.scoped, Effect.provide(transport))
      )
    }

    it.live(`stays as it is over ${client} where the header is not true`, () =>
      Effect.gen(function* () {
        const url = yield* serving((_, response) => {
          response.writeHead(200, { "content-encoding": "identity" })
          response.end(text)
        })
        assert.strictEqual((yield* asked(url)).text, text)
      }).pipe(Effect.scoped, Effect.provide(transport))
    )

    it.live(`that is a file keeps its bytes over ${client}`, () =>
      Effect.gen(function* () {
        const file = zlib.gzipSync(Buffer.from(text))
        const url = yield* serving((_, response) => {
          response.writeHead(200, { "content-type": "application/gzip" })
          response.end(file)
        })
        assert.deepStrictEqual(Buffer.from((yield* asked(url, "bytes")).bytes ?? []), file)
      }).pipe(Effect.scoped, Effect.provide(transport))
    )
  }

  // Fetch, as browsers have it, takes what came of an answer that breaks off for the whole.
  it.live("that breaks off is silence over undici", () =>
    Effect.gen(function* () {
      const url = yield* serving((_, response) => {
        response.writeHead(200, { "content-encoding": "gzip" })
        response.end(zlib.gzipSync(text).subarray(0, 100))
      })
      assert.strictEqual(show(yield* Effect.flip(asked(url))), "Silence cut-off")
    }).pipe(Effect.scoped, Effect.provide(layer))
  )

  it.live("that swells beyond the limit of an answer is not read", () =>
    Effect.gen(function* () {
      const bomb = zlib.gzipSync(Buffer.alloc(80 * 1_048_576))
      const url = yield* serving((_, response) => {
        response.writeHead(200, { "content-encoding": "gzip" })
        response.end(bomb)
      })
      for (const transport of [layer, fetchTransport.layer])
        assert.strictEqual(
          show(yield* Effect.flip(Effect.provide(asked(url), transport))),
          "Silence too-large"
        )
    }).pipe(Effect.scoped)
  )
})

describe("a connection that is never made", () => {
  const failed = (cause: unknown) =>
    faultOf(
      new HttpClientError.HttpClientError({
        reason: new HttpClientError.TransportError({
          request: HttpClientRequest.get("http://localhost"),
          cause
        })
      })
    )
  const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)
  const fetched = (cause: Error) => new TypeError("fetch failed", { cause })
  const deno = (step: string) => fetched(error(`error sending request for url (https://a.b/): ${step}`))

  it.each<readonly [string, unknown, string]>([
    ["Node: refused", fetched(error("", { code: "ECONNREFUSED", syscall: "connect" })), "Unsent refused"],
    [
      "Node: refused at each address",
      fetched(
        Object.assign(new AggregateError([error("", { code: "ECONNREFUSED", syscall: "connect" })]), {
          code: "ECONNREFUSED"
        })
      ),
      "Unsent refused"
    ],
    ["Node: a forbidden port", fetched(error("bad port")), "Unsent aborted"],
    ["Bun: refused", error("Unable to connect.", { code: "ECONNREFUSED", errno: 0 }), "Unsent refused"],
    ["Bun: no such name", error("", { code: "ENOTFOUND", syscall: "getaddrinfo" }), "Unsent dns"],
    ["Bun: no tunnel", error("", { code: "ERR_PROXY_TUNNEL" }), "Unsent proxy"],
    ["Deno: no tunnel", deno("client error (Connect): unsuccessful tunnel"), "Unsent proxy"],
    ["Bun: closed", error("closed unexpectedly", { code: "ECONNRESET", errno: 0 }), "Silence reset"],
    [
      "Deno: refused",
      deno("client error (Connect): tcp connect error: Connection refused (os error 111)"),
      "Unsent refused"
    ],
    [
      "Deno: no such name",
      deno("client error (Connect): dns error: failed to lookup address information"),
      "Unsent dns"
    ],
    [
      "Deno: reset while connecting",
      deno("client error (Connect): tcp connect error: Connection reset by peer (os error 104)"),
      "Unsent reset"
    ],
    ["Deno: TLS", deno("client error (Connect): invalid peer certificate: UnknownIssuer"), "Unsent tls"],
    [
      "Deno: took too long",
      deno("client error (Connect): tcp connect error: Connection timed out (os error 110)"),
      "Unsent connect-timeout"
    ],
    [
      "Deno: closed after the request",
      deno("client error (SendRequest): connection closed before message completed"),
      "Silence lost"
    ],
    ["a browser: no word", new TypeError("Failed to fetch"), "Silence lost"]
  ])("%s", (_, cause, expected) => assert.strictEqual(show(failed(cause)), expected))
})

describe("connecting that hangs until the time is up", () => {
  const sent = (url: string, transport: Layer.Layer<HttpClient.HttpClient>) =>
    Effect.flip(Shop.placeOrder({ article: "7", count: 1 })).pipe(
      Effect.provide(
        Layers.layerNoTransport(
          Shop.ShopApi,
          Shop.vendor,
          { auth: Auth.bearer(Shop.key), settings: { shopId: "1" }, hosts: { main: url } },
          { policy: { passing: Policy.never, attemptTimeout: Duration.millis(300) } }
        ).pipe(Layer.provide(transport))
      )
    )

  it.live("is not sent, for nothing was written", () =>
    Effect.gen(function* () {
      const { url } = yield* full
      const failure = yield* sent(url, layer)
      assert.strictEqual(failure._tag, "NotSent")
      assert.include(failure.message, "did not take the connection in time")
    }).pipe(Effect.scoped)
  )

  it.live("is not certain over fetch, which does not tell", () =>
    Effect.gen(function* () {
      const { url } = yield* full
      const failure = yield* sent(url, Layer.orDie(web.layer(undefined)))
      assert.strictEqual(failure._tag, "DeliveryUnknown")
      assert.include(failure.message, "No answer came in time")
    }).pipe(Effect.scoped)
  )

  it.live("is in doubt once the request was written", () =>
    Effect.gen(function* () {
      const { url } = yield* tcp(() => {})
      assert.strictEqual((yield* sent(url, layer))._tag, "DeliveryUnknown")
    }).pipe(Effect.scoped)
  )
})
