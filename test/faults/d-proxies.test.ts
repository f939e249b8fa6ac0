/** Proxies: the option and the environment are used, what cannot be used is refused, and a proxy that nobody uses is named. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { HttpClient } from "effect/http"
import * as tls from "node:tls"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import { layer, send, through } from "../../src/pipeline/Transport.ts"
import { unusedProxy } from "../../src/pipeline/transport/proxies.ts"
import * as web from "../../src/pipeline/transport/web.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as certificates from "../pipeline/transport/certificates.ts"
import { closed, modern, nameless } from "../pipeline/transport/loopback.ts"
import { withEnvironment } from "../pipeline/transport/environment.ts"
import { proxy } from "../pipeline/transport/proxy.ts"
import * as Shop from "../shop/shop.ts"

const get = (url: string) =>
  Effect.flatMap(HttpClient.HttpClient, (client) =>
    send(client, { method: "GET", url, headers: {}, query: [], body: undefined, content: "json" })
  )

/** An HTTPS server that the client trusts. */
const site = Effect.suspend(() => {
  tls.setDefaultCACertificates([certificates.local])
  return modern
})

const addressOf = (url: string) => new URL(url).host

const failing = (url: string, options: Layers.Options) =>
  Effect.flip(
    Effect.provide(
      Shop.placeOrder({ article: "tea", count: 1 }),
      Layers.layer(
        Shop.ShopApi,
        Shop.vendor,
        { auth: Auth.bearer(Shop.key), settings: { shopId: "1" }, hosts: { main: url } },
        { policy: { passing: Policy.never }, ...options }
      )
    )
  )

describe("the option proxy", () => {
  it.live("sends through a tunnel, over HTTP/1.1", () =>
    Effect.gen(function* () {
      const [{ arrived, url }, { opened, url: via }] = [yield* site, yield* proxy()]
      assert.strictEqual((yield* Effect.provide(get(url), through(via))).body, "1.1")
      assert.deepStrictEqual(opened, [addressOf(url)])
      assert.strictEqual(arrived(), 1)
    })
  )

  it.live("brings its credentials to the proxy, and to nobody else", () =>
    Effect.gen(function* () {
      const [{ url }, { credentials, url: via }] = [yield* site, yield* proxy()]
      const withUser = via.replace("//", "//ada:pa%40ss@")
      yield* Effect.provide(get(url), through(withUser))
      assert.deepStrictEqual(credentials, [`Basic ${Buffer.from("ada:pa@ss").toString("base64")}`])
    })
  )

  it.live.each([403, 407, 502])("says of a proxy that answers %i that nothing was sent", (status) =>
    Effect.gen(function* () {
      const [{ arrived, url }, { url: via }] = [yield* site, yield* proxy(status)]
      const failure = yield* failing(url, { proxy: via })
      assert.strictEqual(failure._tag, "NotSent")
      assert.include(failure.message, "The proxy did not open a way to the host")
      assert.strictEqual(arrived(), 0)
    })
  )

  it.live("says of a proxy that nobody runs that nothing was sent", () =>
    Effect.gen(function* () {
      const [{ url }, { url: via }] = [yield* site, yield* closed]
      assert.strictEqual((yield* failing(url, { proxy: Redacted.make(via) }))._tag, "NotSent")
    })
  )

  it.live.each<readonly [string, string]>([
    ["is no URL", "proxy.example:8080:pa55word"],
    ["is of another kind", "socks5://ada:pa55word@proxy.example"]
  ])("that %s is refused when the layer is built, and not printed", ([, given]) =>
    Effect.gen(function* () {
      const failure = yield* failing("https://shop.example", { proxy: given })
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.include(failure.message, "Shop, proxy:")
      assert.notInclude(JSON.stringify(failure), "pa55word")
    })
  )

  it.live("is refused where the transport is given, and where the platform's fetch takes none", () =>
    Effect.gen(function* () {
      const options = { proxy: "http://proxy.example" }
      const connection = { auth: Auth.bearer(Shop.key), settings: { shopId: "1" } }
      const given = Layers.layerNoTransport(Shop.ShopApi, Shop.vendor, connection, options).pipe(
        Layer.provide(layer)
      )
      assert.include((yield* Effect.flip(Layer.build(given))).message, "set the proxy there")
      const { _tag } = yield* Effect.flip(Layer.build(web.layer(options.proxy)))
      assert.strictEqual(_tag, "Unproxied")
    }).pipe(Effect.scoped)
  )
})

describe("the environment's proxy", () => {
  it.live("is used with NODE_USE_ENV_PROXY=1, but not for what NO_PROXY names", () =>
    Effect.gen(function* () {
      const [{ url }, { opened, url: via }] = [yield* site, yield* proxy()]
      const variables = { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: via }
      yield* withEnvironment(variables, Effect.provide(get(url), Layer.fresh(layer)))
      assert.deepStrictEqual(opened, [addressOf(url)])
      yield* withEnvironment(
        { ...variables, NO_PROXY: "localhost" },
        Effect.provide(get(url), Layer.fresh(layer))
      )
      assert.strictEqual(opened.length, 1)
    })
  )

  it.live("is named where it is not used and nothing could be sent", () =>
    Effect.gen(function* () {
      const { url } = yield* nameless
      const https = url.replace("http:", "https:")
      const failure = yield* withEnvironment(
        { HTTPS_PROXY: "http://ada:pa55word@proxy.example" },
        failing(https, {})
      )
      assert.include(failure.message, "The environment has HTTPS_PROXY, which was not used")
      assert.notInclude(JSON.stringify(failure), "pa55word")
      const without = yield* withEnvironment({}, failing(https, {}))
      assert.notInclude(without.message, "PROXY")
    })
  )

  it.live.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["an address of this machine", { HTTPS_PROXY: "http://p" }, "https://localhost:1"],
    ["another scheme", { HTTP_PROXY: "http://p" }, "https://shop.example"],
    ["one that is used", { HTTPS_PROXY: "http://p", NODE_USE_ENV_PROXY: "1" }, "https://shop.example"],
    ["an empty one", { HTTPS_PROXY: "" }, "https://shop.example"]
  ])("is not named for %s", ([, variables, url]) =>
    withEnvironment(
      variables,
      Effect.sync(() => assert.isUndefined(unusedProxy(url)))
    )
  )
})
