/** What is kept of answers for later: those that the vendor advises to keep, each once, without secrets. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { define } from "../../src/contract/Vendor.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

const vendor = define({
  ...Shop.vendor,
  records: [
    { status: 400, level: "Info" },
    { status: 503, level: "Error" }
  ]
})

/** What is recorded of a call that is answered so. */
const recorded = (...answers: ReadonlyArray<Wire>) => {
  const { layer, requests } = Shop.transport(() => answers[requests.length - 1] ?? Shop.order(1))
  const connection = { auth: Auth.bodyField("app", Redacted.make("k-123")), settings: { shopId: "s1" } }
  const connected = Layers.layerNoTransport(Shop.ShopApi, vendor, connection).pipe(Layer.provide(layer))
  const entries: Array<Journal.Entry> = []
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(Shop.placeOrder({ article: "tea", count: 1 })))
    yield* TestClock.adjust("1 hour")
    yield* Fiber.join(fiber)
    return entries
  }).pipe(Effect.provideService(Journal.Current, Journal.into(entries)), Effect.provide(connected))
}

it.effect("every answer that the vendor advises to keep is recorded at its level, and no other one", () =>
  Effect.gen(function* () {
    const entries = yield* recorded(
      make(503, {}, `{"message":"a"}`),
      make(429, {}, "b"),
      make(503, {}, `{"message":"c"}`),
      make(400, {}, "d")
    )
    assert.deepStrictEqual(
      entries.map(({ answer, level, status, tag, time }) => [
        time.epochMilliseconds,
        status,
        tag,
        level,
        answer
      ]),
      [
        [0, 503, "Shop.Closed", "Error", `{"message":"a"}`],
        [2_000, 503, "Shop.Closed", "Error", `{"message":"c"}`],
        [4_000, 400, "Shop.BadRequest", "Info", "d"]
      ]
    )
  })
)

it.effect("the entries of a call have its id", () =>
  Effect.gen(function* () {
    const entries = yield* recorded(make(503, {}, `{"message":"a"}`), make(400, {}, "b"))
    assert.lengthOf(entries, 2)
    assert.lengthOf(entries[0]?.call ?? "", 36)
    assert.strictEqual(entries[0]?.call, entries[1]?.call)
  })
)

it.effect("an entry shows the request without its credentials, and the answer without secrets", () =>
  Effect.gen(function* () {
    const [entry] = yield* recorded(fromJson(400, {}, { message: "no k-123", password: "hunter2" }))
    assert.strictEqual(entry?.answer, `{"message":"no <redacted>","password":"<redacted>"}`)
    assert.strictEqual(entry?.request.body, `{"article":"tea","count":1}`)
  })
)
