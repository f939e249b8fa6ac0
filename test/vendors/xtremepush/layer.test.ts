import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Exit, Layer, Redacted } from "effect"
import type * as Vendor from "../../../src/pipeline/layer.ts"
import { make } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import * as Shop from "../../shop/shop.ts"

const token = "tok-1234567890"

const env = (entries: Record<string, string>) =>
  ConfigProvider.layer(ConfigProvider.fromEnv({ env: entries }))

/** A pipeline whose innermost stage answers with the request that it would have sent. */
const echo: Vendor.Options["pipeline"] = (documented) => ({
  ...documented,
  wire: {
    ...documented.wire,
    make: () => (attempt) => Effect.succeed({ exit: Exit.succeed(attempt.outgoing), sent: true })
  }
})

const requestWith = (entries: Record<string, string>) =>
  Effect.map(
    Effect.provide(
      Xtremepush.infoTask({ id: 1 }),
      Layer.provide(Xtremepush.layerConfig({ pipeline: echo }), env(entries))
    ),
    (request) => JSON.parse(JSON.stringify(request)) as { url: string; body: unknown }
  )

it.effect("reads the app token and the base URL from the environment", () =>
  Effect.gen(function* () {
    const request = yield* requestWith({
      XTREMEPUSH_APP_TOKEN: token,
      XTREMEPUSH_BASE_URL: "https://api.us.xtremepush.com/"
    })
    assert.strictEqual(request.url, "https://api.us.xtremepush.com/api/external/info/task")
    assert.deepStrictEqual(request.body, { apptoken: token, id: 1 })
  })
)

it.effect("takes the default base URL where the environment has none, or an empty one", () =>
  Effect.gen(function* () {
    const url = "https://external-api.xtremepush.com/api/external/info/task"
    assert.strictEqual((yield* requestWith({ XTREMEPUSH_APP_TOKEN: token })).url, url)
    assert.strictEqual(
      (yield* requestWith({ XTREMEPUSH_APP_TOKEN: token, XTREMEPUSH_BASE_URL: "" })).url,
      url
    )
  })
)

it.effect("names the variable that is missing or empty", () =>
  Effect.gen(function* () {
    const missing = yield* Effect.flip(requestWith({}))
    assert.include(String(missing), "XTREMEPUSH_APP_TOKEN")
    const empty = yield* Effect.flip(requestWith({ XTREMEPUSH_APP_TOKEN: "" }))
    assert.include(String(empty), "XTREMEPUSH_APP_TOKEN")
  })
)

describe("refuses a base URL that would carry the token in the open or nowhere", () => {
  it.effect.each([
    "http://external-api.xtremepush.com",
    "not a url",
    "https://me:you@external-api.xtremepush.com",
    " "
  ])("%s", (baseUrl) =>
    Effect.gen(function* () {
      const layer = Xtremepush.layer({ appToken: Redacted.make(token), baseUrl })
      const failure = yield* Effect.flip(Effect.provide(Xtremepush.infoTask({ id: 1 }), layer))
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.include(failure.message, "Xtremepush, base URL (main)")
      assert.notInclude(failure.message + JSON.stringify(failure), token)
    })
  )
})

it.effect("takes plain http on this machine, and a URL object", () =>
  Effect.gen(function* () {
    const { layer, requests } = Shop.transport(() => make(500, {}, ""))
    const failure = yield* Effect.flip(Xtremepush.hitEvent({ userId: "u1", event: "order" })).pipe(
      Effect.provide(
        Xtremepush.layerNoTransport({
          appToken: Redacted.make(token),
          baseUrl: new URL("http://127.0.0.1:8080")
        }).pipe(Layer.provide(layer))
      )
    )
    assert.deepStrictEqual(
      [failure.request?.url, requests.length],
      ["http://127.0.0.1:8080/api/external/hit/event", 1]
    )
  })
)

it.effect("keeps the token out of failures, even where the vendor repeats it", () =>
  Effect.gen(function* () {
    const { layer } = Shop.transport((_method, _url, _headers, body) =>
      make(400, {}, `{"code":400,"message":"no such token: ${token}","echo":${body}}`)
    )
    const failure = yield* Effect.flip(Xtremepush.infoTask({ id: 1 })).pipe(
      Effect.provide(Layer.provide(Xtremepush.layerNoTransport({ appToken: Redacted.make(token) }), layer))
    )
    assert.strictEqual(failure.vendorMessage, "no such token: <redacted>")
    assert.notInclude(failure.message + JSON.stringify(failure) + String(failure.stack), token)
  })
)
