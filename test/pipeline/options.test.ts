/** What a layer is built from is checked when it is built, and named where it cannot be meant. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

const built = (connection: Partial<Layers.Connection>) => {
  const urls: Array<string> = []
  const wire = Shop.transport((_method, url) => {
    urls.push(url.href)
    return Shop.order(1)
  })
  const layer = Layers.layerNoTransport(Shop.ShopApi, Shop.vendor, {
    auth: Auth.none,
    settings: { shopId: "s1" },
    ...connection
  }).pipe(Layer.provide(wire.layer))
  return { urls, layer }
}

describe("a layer is refused", () => {
  const wrong: ReadonlyArray<readonly [what: string, connection: Partial<Layers.Connection>, says: string]> =
    [
      ["an empty setting", { settings: { shopId: " " } }, "shopId: It must not be empty"],
      ["a base URL that is none", { hosts: { main: "shop.example" } }, "base URL (main): It is not a URL"],
      ["no base URL", { hosts: { main: " " } }, "base URL (main): There is no default"],
      [
        "credentials in a base URL",
        { hosts: { main: "https://me:pw@shop.example" } },
        "It has credentials in it"
      ],
      [
        "plain http to another machine",
        { hosts: { main: "http://shop.example" } },
        "It must begin with https://"
      ]
    ]
  it.effect.each(wrong)("with %s", ([, connection, says]) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Layer.build(built(connection).layer))
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.include(failure.message, says)
      assert.notInclude(failure.message, "pw")
    }).pipe(Effect.scoped)
  )
})

describe("a base URL", () => {
  const good = [
    ["http://localhost:8080", "http://localhost:8080/orders/a"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/orders/a"],
    [" https://shop.example/v1// ", "https://shop.example/v1/orders/a"]
  ] as const
  it.effect.each(good)("may be %s", ([main, url]) => {
    const { layer, urls } = built({ hosts: { main } })
    return Effect.gen(function* () {
      yield* Shop.getOrder({ id: "a" })
      assert.deepStrictEqual(urls, [url])
    }).pipe(Effect.provide(layer))
  })
})
