/** What the queues of a layer learn from answers, and what they count. */
import { assert, it } from "@effect/vitest"
import { Clock, Effect, Fiber, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { failuresOf } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import { make, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Shop from "../shop/shop.ts"

const read = (id: string) => Shop.getOrder({ id })

/** A transport that notes when it was asked, and answers the first request in its own way. */
const noting = (first: Wire) => {
  const times: Array<number> = []
  const { layer } = Shop.transport(() =>
    Effect.map(Clock.currentTimeMillis, (now) => (times.push(now) === 1 ? first : Shop.order(1)))
  )
  return { times, layer }
}

/** One call, and three more a little later; how long each took does not matter. */
const afterAnother = Effect.gen(function* () {
  const first = yield* Effect.forkChild(Effect.exit(read("a")))
  yield* TestClock.adjust("500 millis")
  const others = yield* Effect.forkChild(Effect.forEach(["b", "c", "d"], read, { concurrency: "unbounded" }))
  yield* TestClock.adjust("1 minute")
  yield* Fiber.join(first)
  yield* Fiber.join(others)
})

class Banned extends failuresOf(Shop.dialect)<Banned>()("Shop.Banned", {
  signature: { status: 429 },
  category: "rate-limited",
  retry: "never",
  means: "Too many requests; the shop advises against a retry.",
  remedy: "Ask less often.",
  see: "made up"
}) {}

it.effect("a 429 that must not be retried still holds the others back", () => {
  const { layer, times } = noting(make(429, { "retry-after": "20" }, ""))
  const vendor = define({ ...Shop.vendor, failures: [Banned], always: [Banned] })
  return Effect.gen(function* () {
    yield* afterAnother
    assert.strictEqual(times.length, 4)
    for (const time of times.slice(1)) assert.isAtLeast(time, 20_000)
  }).pipe(
    Effect.provide(
      Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none }).pipe(Layer.provide(layer))
    )
  )
})

it.effect("the longer of two times counts: the failure's own and the one that the headers name", () => {
  const { layer, times } = noting(make(429, { "retry-after": "2", "x-ratelimit-retry-after": "20" }, ""))
  return Effect.gen(function* () {
    yield* afterAnother
    assert.strictEqual(times.length, 5)
    for (const time of times.slice(1)) assert.isAtLeast(time, 20_000)
  }).pipe(Effect.provide(Shop.layer(layer)))
})

it.effect("Retry-After holds back the next attempt on whatever status it came", () => {
  const { layer, times } = noting(make(503, { "retry-after": "20" }, ""))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(read("a"))
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(fiber)
    assert.deepStrictEqual(times, [0, 20_000])
  }).pipe(Effect.provide(Shop.layer(layer)))
})

it.effect.each([408, 413, 425, 429, 500, 502, 503])("Retry-After with %d holds back the queue", (status) => {
  const { layer, times } = noting(make(status, { "retry-after": "20" }, ""))
  return Effect.gen(function* () {
    yield* afterAnother
    assert.isAbove(times.length, 3)
    for (const time of times.slice(1)) assert.isAtLeast(time, 20_000)
  }).pipe(Effect.provide(Shop.layer(layer)))
})

it.effect.each([200, 202, 400, 404, 409])("and with %d it does not", (status) => {
  const wire = status < 300 ? { ...Shop.order(1), status } : make(status, {}, "")
  const { layer, times } = noting({ ...wire, headers: { ...wire.headers, "retry-after": "20" } })
  return Effect.gen(function* () {
    yield* afterAnother
    assert.deepStrictEqual(times, [0, 500, 500, 500])
  }).pipe(Effect.provide(Shop.layer(layer)))
})

it.effect(
  "a pause that ends past the deadline refuses at once, the call that met it and those behind it",
  () => {
    const { layer, times } = noting(make(503, { "retry-after": "20" }, ""))
    return Effect.gen(function* () {
      const first = yield* Effect.flip(Deadline.within(read("a"), "15 seconds"))
      const second = yield* Effect.flip(Deadline.within(read("b"), "15 seconds"))
      assert.deepStrictEqual([first._tag, second._tag, times], ["Shop.Closed", "OutOfTime", [0]])
      assert.strictEqual(yield* Clock.currentTimeMillis, 0)
    }).pipe(Effect.provide(Shop.layer(layer)))
  }
)

const quota = (name: string): Limit.Quota => ({
  name,
  limit: 50,
  per: "1 second",
  scope: "a shop",
  source: "made up"
})

it.effect("a call of a class within another counts once in each, in a store that processes share", () => {
  const vendor = define({
    ...Shop.vendor,
    quotas: { wide: { quotas: [quota("wide")] }, narrow: { quotas: [quota("narrow")], within: "wide" } }
  })
  const search = operations<Shop.Always>()(Shop.ShopApi, vendor)("search", () => ({
    method: "GET",
    path: "/search",
    input: Schema.Struct({}),
    output: Schema.Unknown,
    quota: "narrow",
    idempotent: true
  }))
  const taken: Array<string> = []
  const store: Limit.Store = { take: ({ name }) => Effect.sync(() => (taken.push(name), { allowed: true })) }
  const { layer } = Shop.transport(() => Shop.order(1))
  const connected = Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none }).pipe(
    Layer.provide(layer)
  )
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.provide(search({}), connected))
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(fiber)
    assert.deepStrictEqual(taken.toSorted(), ["narrow", "wide"])
  }).pipe(Effect.provideService(Limit.Store, store))
})
