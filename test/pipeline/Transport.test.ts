import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { Agent, type Dispatcher } from "@effect/platform-node/Undici"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, type Scope, Stream } from "effect"
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http"
import type * as net from "node:net"
import * as tls from "node:tls"
import { faultOf, layer, send, type Silence, type Unsent } from "../../src/pipeline/Transport.ts"
import * as fetchTransport from "../../src/pipeline/transport/fetch.ts"
import { telling } from "../../src/pipeline/transport/undici.ts"
import * as certificates from "./transport/certificates.ts"
import { closed, fickle, full, modern, nameless, secure, type Site, tcp } from "./transport/loopback.ts"

const post = (url: string) =>
  Effect.flatMap(HttpClient.HttpClient, (client) =>
    send(client, { method: "POST", url, headers: {}, query: [], body: { hello: "world" }, content: "json" })
  )

const show = (fault: Unsent | Silence) => `${fault._tag} ${fault.reason} ${fault.code ?? "no code"}`

/** The transport of this package, undici as it comes, and fetch. */
const clients = { ours: layer, undici: NodeHttpClient.layerUndici, fetch: fetchTransport.layer }

const onRequest = (act: (socket: net.Socket) => void) => (socket: net.Socket) =>
  void socket.once("data", () => act(socket))
const half = `HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":`
const chunked = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`

interface Case {
  readonly site: Effect.Effect<Site, never, Scope.Scope>
  /** What each client makes of it; `others` where undici and fetch, as they come, know less. */
  readonly ours: RegExp
  readonly others?: RegExp
  /** The certificates that the client trusts, besides none. */
  readonly trust?: ReadonlyArray<string>
}

const cases: Readonly<Record<string, Case>> = {
  "nothing listens": { site: closed, ours: /^Unsent refused ECONNREFUSED$/ },
  "the name does not resolve": { site: nameless, ours: /^Unsent dns (ENOTFOUND|EAI_AGAIN)$/ },
  "the certificate is self-signed": { site: secure({}), ours: /^Unsent tls DEPTH_ZERO_SELF_SIGNED_CERT$/ },
  "the certificate has expired": {
    trust: [certificates.expired],
    site: secure({ cert: certificates.expired }),
    ours: /^Unsent tls CERT_HAS_EXPIRED$/
  },
  "the certificate is for another host": {
    trust: [certificates.other],
    site: secure({ cert: certificates.other }),
    ours: /^Unsent tls ERR_TLS_CERT_ALTNAME_INVALID$/
  },
  "the port speaks plain HTTP": {
    site: tcp(
      (socket) => void socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
      "https"
    ),
    ours: /^Unsent tls ERR_SSL_/,
    others: /^Silence lost ERR_SSL_/
  },
  "the server wants a certificate (TLS 1.2)": {
    trust: [certificates.local],
    site: secure({ requestCert: true, maxVersion: "TLSv1.2" }),
    ours: /^Unsent tls ERR_SSL_/,
    others: /^Silence lost ERR_SSL_/
  },
  "the connection is reset in the TLS handshake": {
    site: tcp(
      onRequest((socket) => socket.resetAndDestroy()),
      "https"
    ),
    ours: /^Unsent reset ECONNRESET$/,
    others: /^Silence reset ECONNRESET$/
  },
  "the connection is closed in the TLS handshake": {
    site: tcp(
      onRequest((socket) => socket.end()),
      "https"
    ),
    ours: /^Unsent reset ECONNRESET$/,
    others: /^Silence reset ECONNRESET$/
  },
  "the connection is reset after the request": {
    site: tcp(onRequest((socket) => socket.resetAndDestroy())),
    ours: /^Silence reset ECONNRESET$/
  },
  "the connection is closed after the request": {
    site: tcp(onRequest((socket) => socket.end())),
    ours: /^Silence reset UND_ERR_SOCKET$/
  },
  "the answer breaks off in its head": {
    site: tcp(onRequest((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-"))),
    ours: /^Silence (reset|lost|cut-off)/
  },
  "the connection is reset in the body": {
    site: tcp(
      onRequest((socket) => void socket.write(half, () => setTimeout(() => socket.resetAndDestroy(), 30)))
    ),
    ours: /^Silence cut-off ECONNRESET$/
  },
  "the connection is reset in a chunked body": {
    site: tcp(
      onRequest((socket) => void socket.write(chunked, () => setTimeout(() => socket.resetAndDestroy(), 30)))
    ),
    ours: /^Silence cut-off ECONNRESET$/
  },
  "the body is shorter than its content-length": {
    site: tcp(onRequest((socket) => void socket.end(half))),
    ours: /^Silence cut-off UND_ERR_SOCKET$/
  },
  "a chunked body does not end": {
    site: tcp(onRequest((socket) => void socket.end(chunked))),
    ours: /^Silence cut-off UND_ERR_SOCKET$/
  },
  "the answer is not HTTP": {
    site: tcp(onRequest((socket) => void socket.end("\u0000\u0001nonsense\r\n\r\n"))),
    ours: /^Silence lost/
  }
}

const readable = ({ source }: RegExp) => source.replaceAll(/[$^]/g, "")

for (const [name, { others, ours, site, trust }] of Object.entries(cases)) {
  describe(name, () => {
    for (const [client, transport] of Object.entries(clients)) {
      const expected = client === "ours" ? ours : (others ?? ours)
      it.live(`${client}: ${readable(expected)}`, () =>
        Effect.gen(function* () {
          tls.setDefaultCACertificates(trust ?? [])
          const { arrived, url } = yield* site
          const fault = yield* Effect.flip(post(url)).pipe(
            Effect.provide(transport),
            Effect.timeout("5 seconds")
          )
          assert.match(show(fault), expected)
          if (fault._tag === "Unsent") assert.strictEqual(arrived(), 0)
        })
      )
    }
  })
}

const dispatching = (agent: () => Dispatcher) =>
  NodeHttpClient.layerUndiciNoDispatcher.pipe(
    Layer.provide(
      Layer.effect(
        NodeHttpClient.Dispatcher,
        Effect.acquireRelease(
          Effect.sync(() => telling(agent())),
          (dispatcher) => Effect.promise(() => dispatcher.destroy())
        )
      )
    )
  )

it.live("connecting that takes too long is not sent", () =>
  Effect.gen(function* () {
    const { url } = yield* full
    const fault = yield* Effect.flip(post(url)).pipe(
      Effect.provide(dispatching(() => new Agent({ connect: { timeout: 200 } })))
    )
    assert.strictEqual(show(fault), "Unsent connect-timeout UND_ERR_CONNECT_TIMEOUT")
    const fetched = new TypeError("fetch failed", {
      cause: Object.assign(new Error(), { code: "UND_ERR_CONNECT_TIMEOUT" })
    })
    assert.strictEqual(show(faultOf(fetched)), "Unsent connect-timeout UND_ERR_CONNECT_TIMEOUT")
  })
)

it.live("no status line in time is silence, for the request was written", () =>
  Effect.gen(function* () {
    const { arrived, url } = yield* tcp(() => {})
    const hurried = () =>
      new Agent().compose(
        (dispatch) => (options, handler) => dispatch({ ...options, headersTimeout: 100 }, handler)
      )
    const fault = yield* Effect.flip(post(url)).pipe(Effect.provide(dispatching(hurried)))
    assert.strictEqual(show(fault), "Silence timeout UND_ERR_HEADERS_TIMEOUT")
    assert.strictEqual(arrived(), 1)
  })
)

for (const [client, transport] of Object.entries(clients)) {
  it.live(`a kept connection that is reset under the second request leaves a doubt to ${client}`, () =>
    Effect.gen(function* () {
      const { arrived, url } = yield* fickle
      const fault = yield* Effect.gen(function* () {
        yield* post(url)
        yield* Effect.sleep("50 millis")
        return yield* Effect.flip(post(url))
      }).pipe(Effect.provide(transport))
      assert.strictEqual(show(fault), "Silence reset ECONNRESET")
      assert.strictEqual(arrived(), 2)
    })
  )

  it.live(`TLS 1.3 lets ${client} send before the server refuses its certificate, so it is silence`, () =>
    Effect.gen(function* () {
      tls.setDefaultCACertificates([certificates.local])
      const { url } = yield* secure({ requestCert: true, minVersion: "TLSv1.3" })
      const fault = yield* Effect.flip(post(url)).pipe(Effect.provide(transport))
      assert.match(show(fault), /^Silence (reset|lost) /)
    })
  )
}

it.live("requests go out over HTTP/1.1 alone, where undici never sends one again by itself", () =>
  Effect.gen(function* () {
    tls.setDefaultCACertificates([certificates.local])
    const { url } = yield* modern
    assert.strictEqual((yield* post(url).pipe(Effect.provide(layer))).body, "1.1")
    assert.strictEqual((yield* post(url).pipe(Effect.provide(NodeHttpClient.layerUndici))).body, "2.0")
  })
)

it.effect("fetch sends whole bodies, with what the application set for it", () =>
  Effect.gen(function* () {
    const sent: Array<RequestInit> = []
    const stub = (_: unknown, init?: RequestInit) => {
      sent.push(init ?? {})
      return Promise.resolve(new Response("ok"))
    }
    const client = yield* HttpClient.HttpClient
    const request = HttpClientRequest.post("https://shop.example", { headers: { "x-own": "1" } })
    const bodies = [
      HttpClientRequest.bodyText(request, "text"),
      HttpClientRequest.bodyStream(request, Stream.make(Uint8Array.of(97), Uint8Array.of(98)), {
        contentLength: 2
      }),
      HttpClientRequest.bodyFormData(request, new FormData()),
      request
    ]
    for (const one of bodies)
      yield* client.execute(one).pipe(Effect.provideService(FetchHttpClient.Fetch, stub as typeof fetch))
    const [text, streamed, form, none] = sent
    assert.strictEqual(new TextDecoder().decode(text?.body as Uint8Array), "text")
    assert.strictEqual(new TextDecoder().decode(streamed?.body as ArrayBuffer), "ab")
    assert.instanceOf(form?.body, FormData)
    assert.isFalse(Object.hasOwn(none ?? {}, "body"))
    assert.deepInclude(streamed, { method: "POST", redirect: "manual", credentials: "omit" })
    assert.deepInclude({ ...streamed?.headers }, { "x-own": "1", "x-app": "2" })
    assert.notProperty({ ...streamed?.headers }, "content-length")
  }).pipe(
    Effect.provide(fetchTransport.layer),
    Effect.provideService(FetchHttpClient.RequestInit, { credentials: "omit", headers: { "x-app": "2" } })
  )
)

it.live("fetch follows no redirect: the call was carried out before it", () =>
  Effect.gen(function* () {
    const { url: gone } = yield* closed
    const moved = `HTTP/1.1 303 See Other\r\nLocation: ${gone}\r\nContent-Length: 0\r\n\r\n`
    const { url } = yield* tcp(onRequest((socket) => void socket.write(moved)))
    const { status } = yield* post(url).pipe(Effect.provide(fetchTransport.layer))
    assert.strictEqual(status, 303)
    const following = Layer.merge(
      fetchTransport.layer,
      Layer.succeed(FetchHttpClient.RequestInit, { redirect: "follow" })
    )
    assert.strictEqual((yield* Effect.flip(post(url)).pipe(Effect.provide(following)))._tag, "Unsent")
  })
)

const caused = (code: string, syscall?: string) =>
  faultOf(
    new TypeError("fetch failed", {
      cause: Object.assign(new Error(), { code }, syscall === undefined ? {} : { syscall })
    })
  )

it("believes a socket's code only with the syscall that makes it certain", () => {
  assert.deepStrictEqual(
    (
      [
        ["ECONNRESET", "connect"],
        ["ECONNRESET", "read"],
        ["ETIMEDOUT", "connect"],
        ["ETIMEDOUT", "read"],
        ["EHOSTUNREACH", "connect"],
        ["EHOSTUNREACH", "read"],
        ["EPERM", "connect"],
        ["ECONNREFUSED", "read"],
        ["EPIPE", "write"],
        ["EPROTO", "write"]
      ] as const
    ).map(([code, syscall]) => show(caused(code, syscall)).replace(` ${code}`, "")),
    [
      "Unsent reset",
      "Silence reset",
      "Unsent connect-timeout",
      "Silence timeout",
      "Unsent unreachable",
      "Silence lost",
      "Unsent unreachable",
      "Silence lost",
      "Silence reset",
      "Silence lost"
    ]
  )
})

it("finds the code among several addresses that were tried", () => {
  const refused = Object.assign(new Error(), { code: "ECONNREFUSED", syscall: "connect" })
  const all = Object.assign(new AggregateError([refused, refused]), { code: "ECONNREFUSED" })
  assert.strictEqual(
    show(faultOf(new TypeError("fetch failed", { cause: all }))),
    "Unsent refused ECONNREFUSED"
  )
})

it("calls an error without any code silence", () => {
  assert.strictEqual(show(faultOf(new TypeError("Failed to fetch"))), "Silence lost no code")
  assert.strictEqual(show(faultOf(undefined)), "Silence lost no code")
})
