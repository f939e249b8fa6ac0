import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Exit, Layer, Redacted } from "effect"
import type * as Vendor from "../../../src/pipeline/layer.ts"
import { make } from "../../../src/contract/Wire.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import * as Shop from "../../shop/shop.ts"

const key = "key-1234567890"
const given = { appId: "app-1", apiKey: Redacted.make(key) }
const visit = Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })

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
    Effect.provide(visit, Layer.provide(Metrix.layerConfig({ pipeline: echo }), env(entries))),
    (request) => JSON.parse(JSON.stringify(request)) as { url: string; headers: Record<string, string> }
  )

it.effect("reads the application id, the key and the base URL from the environment", () =>
  Effect.gen(function* () {
    const request = yield* requestWith({
      METRIX_APP_ID: "app-1",
      METRIX_API_KEY: key,
      METRIX_BASE_URL: "http://127.0.0.1:8080"
    })
    assert.strictEqual(request.url, "http://127.0.0.1:8080/")
    assert.strictEqual(request.headers["x-application-id"], "app-1")
    assert.strictEqual(request.headers["x-api-key"], key)
  })
)

it.effect("takes the default base URL where the environment has none, or an empty one", () =>
  Effect.gen(function* () {
    const both = { METRIX_APP_ID: "app-1", METRIX_API_KEY: key }
    assert.strictEqual((yield* requestWith(both)).url, "https://entry.metrix.ir/")
    assert.strictEqual((yield* requestWith({ ...both, METRIX_BASE_URL: "" })).url, "https://entry.metrix.ir/")
  })
)

it.effect("names the variable that is missing", () =>
  Effect.gen(function* () {
    assert.include(String(yield* Effect.flip(requestWith({ METRIX_API_KEY: key }))), "METRIX_APP_ID")
    const failure = yield* Effect.flip(requestWith({ METRIX_APP_ID: "app-1", METRIX_API_KEY: "" }))
    assert.include(String(failure), "METRIX_API_KEY")
  })
)

describe("refuses a base URL that would carry the key in the open or nowhere", () => {
  it.effect.each(["http://entry.metrix.ir", "entry.metrix.ir", "https://me:you@entry.metrix.ir"])(
    "%s",
    (baseUrl) =>
      Effect.gen(function* () {
        const failure = yield* Effect.flip(Effect.provide(visit, Metrix.layer({ ...given, baseUrl })))
        assert.strictEqual(failure._tag, "Misconfigured")
        assert.include(failure.message, "Metrix, base URL (main)")
        assert.notInclude(failure.message + JSON.stringify(failure), key)
      })
  )
})

it.effect("is refused where there is a window, and says what to do about an exposed key", () => {
  const { layer, requests } = Shop.transport(() => make(200, {}, ""))
  const built = Layer.provide(Metrix.layerNoTransport(given), layer)
  const open = Effect.acquireRelease(
    Effect.sync(() => Object.defineProperty(globalThis, "window", { configurable: true, value: {} })),
    () => Effect.sync(() => Reflect.deleteProperty(globalThis, "window"))
  )
  return Effect.gen(function* () {
    const failure = yield* Effect.scoped(Effect.andThen(open, Effect.flip(Effect.provide(visit, built))))
    assert.strictEqual(failure._tag, "Misconfigured")
    assert.include(failure.message, "must never reach client-side code")
    assert.include(failure.message, "change its type to Client")
    assert.notInclude(failure.message + JSON.stringify(failure), key)
    assert.deepStrictEqual(requests, [])
    assert.strictEqual((yield* Effect.provide(visit, built)).status, 200)
  })
})

it.effect("keeps the key out of failures, even where the vendor repeats it", () =>
  Effect.gen(function* () {
    const { layer } = Shop.transport((_method, _url, headers) =>
      make(400, {}, JSON.stringify({ message: `bad key ${headers["x-api-key"]}`, headers }))
    )
    const failure = yield* Effect.flip(visit).pipe(
      Effect.provide(Layer.provide(Metrix.layerNoTransport(given), layer))
    )
    assert.strictEqual(failure.vendorMessage, "bad key <redacted>")
    assert.notInclude(failure.message + JSON.stringify(failure) + String(failure.stack), key)
  })
)
