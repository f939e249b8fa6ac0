import { assert, it } from "@effect/vitest"
import { Effect, Layer, Stream } from "effect"
import { TestClock } from "effect/testing"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Alerts from "../../src/pipeline/Alerts.ts"
import * as Shop from "../shop/shop.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Auth from "../../src/pipeline/Auth.ts"

const loud: Vendor["records"] = [
  { status: "4xx", level: "Error" },
  { status: "5xx", level: "Warn" },
  { status: "gave up", level: "Error" }
]

const shop = (answer: () => ReturnType<typeof fromJson>, records: Vendor["records"] = loud) =>
  Layer.orDie(
    Layers.layerNoTransport(
      Shop.ShopApi,
      { ...Shop.vendor, records: records ?? [] },
      { auth: Auth.bearer(Shop.key), settings: { shopId: "s" } },
      {}
    )
  ).pipe(Layer.provide(Shop.transport(answer).layer))

const seenBy = (seen: Array<string>) =>
  Alerts.layer({
    hook: ({ count, kind, scope, state }) =>
      Effect.sync(() => void seen.push(`${kind} ${scope} ${state} ${count}`))
  })

const order = Effect.ignore(Shop.placeOrder({ article: "a", count: 1 }))

it.effect("refused credentials are one alert of the vendor, until a call of it succeeds", () => {
  const seen: Array<string> = []
  let status = 401
  return Effect.gen(function* () {
    for (let times = 0; times < 5; times++) yield* order
    yield* Effect.yieldNow
    assert.deepStrictEqual(seen, ["credentials Shop begins 1"])
    status = 200
    yield* Effect.ignore(Shop.getOrder({ id: "o1" }))
    yield* Effect.yieldNow
    assert.deepStrictEqual(seen, ["credentials Shop begins 1", "credentials Shop ends 5"])
  }).pipe(
    Effect.provide(
      Layer.mergeAll(
        shop(() => fromJson(status, {}, { id: "o1", count: 1 })),
        seenBy(seen)
      )
    )
  )
})

it.effect(
  "an answer of which the vendor advises to alert somebody is one, and fades when it is not seen again",
  () => {
    const seen: Array<string> = []
    return Effect.gen(function* () {
      yield* order
      yield* order
      yield* Effect.yieldNow
      assert.deepStrictEqual(seen, ["advised Shop.placeOrder begins 1"])
      yield* TestClock.adjust("20 minutes")
      assert.deepStrictEqual(seen, ["advised Shop.placeOrder begins 1", "advised Shop.placeOrder ends 2"])
    }).pipe(
      Effect.provide(
        Layer.mergeAll(
          shop(() => fromJson(400, {}, { message: "no" })),
          seenBy(seen)
        )
      )
    )
  }
)

it.effect("a vendor that does not ask for it gives no alert for a refused input", () =>
  Effect.gen(function* () {
    yield* order
    assert.deepStrictEqual(yield* (yield* Alerts.Alerts).standing, [])
  }).pipe(
    Effect.provide(
      Layer.mergeAll(
        shop(() => fromJson(400, {}, { message: "no" }), []),
        Alerts.layer()
      )
    )
  )
)

it.effect("a hook that fails or never ends harms no call", () =>
  Effect.gen(function* () {
    yield* order
    yield* order
    assert.lengthOf(yield* (yield* Alerts.Alerts).standing, 1)
  }).pipe(
    Effect.provide(
      Layer.mergeAll(
        shop(() => fromJson(401, {}, {})),
        Alerts.layer({ hook: () => Effect.never })
      )
    )
  )
)

it.effect("the stream has what the hook has", () =>
  Effect.gen(function* () {
    const { stream } = yield* Alerts.Alerts
    const kinds: Array<string> = []
    yield* Effect.forkScoped(
      Stream.runForEach(stream, ({ kind }) => Effect.sync(() => void kinds.push(kind)))
    )
    yield* Effect.yieldNow
    yield* order
    yield* Effect.yieldNow
    assert.deepStrictEqual(kinds, ["credentials"])
  }).pipe(
    Effect.scoped,
    Effect.provide(
      Layer.mergeAll(
        shop(() => fromJson(401, {}, {})),
        Alerts.layer()
      )
    )
  )
)
