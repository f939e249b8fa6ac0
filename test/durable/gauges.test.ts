/** The gauges of an outbox: what waits, how long, and what waits for a person. */
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Layer, Metric, Scope } from "effect"
import { TestClock } from "effect/testing"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import { layerMemory as memory } from "../../src/durable/outbox/memory.ts"
import type { Commands } from "../../src/durable/outbox/store.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line } from "./sale.ts"

/** By name and operation, `faultline.outbox.` left out. */
const series = Effect.map(Metric.snapshot, (all) =>
  Object.fromEntries(
    all.flatMap((one) => {
      if (one.type !== "Gauge" || !one.id.startsWith("faultline.outbox.")) return []
      assert.strictEqual(one.attributes?.["faultline.vendor"], "Shop")
      const name = one.id.replace("faultline.outbox.", "")
      return [[`${name} ${one.attributes?.["faultline.operation"] ?? ""}`, Number(one.state.value)]]
    })
  )
)

const alone = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.provideService(effect, Metric.MetricRegistry, new Map())

const counted =
  (counts: { stats: number }, lost: () => boolean) =>
  (store: Commands): Commands => ({
    ...store,
    stats: (command) =>
      Effect.suspend(() => {
        counts.stats += 1
        return lost()
          ? Effect.fail(
              new Outbox.StoreUnavailable({ store: "a test", reason: "other", problem: "it is away" })
            )
          : store.stats(command)
      })
  })

/** An outbox in memory whose store may be away, and how often it was asked for its counts. */
const watched = (lost: () => boolean = () => false) => {
  const counts = { stats: 0 }
  const store = Layer.effect(Outbox.OutboxStore, Effect.map(Outbox.OutboxStore, counted(counts, lost))).pipe(
    Layer.provide(memory)
  )
  return { counts, layer: Layer.provide(Outbox.layer(), store) }
}

const fill = Effect.forEach(["a", "a", "b"], (lane) => Outbox.enqueue(addLines, line(lane)))

it.effect("count what waits over the lanes of an operation, and say how old the oldest is", () => {
  const { layer } = watched()
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* series, {})
    yield* fill
    yield* Outbox.enqueue(Shop.placeOrder, { article: "tea", count: 1 })
    yield* TestClock.adjust("1 second")
    assert.deepStrictEqual(yield* series, {
      "depth Shop.addLines": 3,
      "oldest.age Shop.addLines": 1,
      "dead Shop.addLines": 0,
      "unknown Shop.addLines": 0,
      "depth Shop.placeOrder": 1,
      "oldest.age Shop.placeOrder": 1,
      "dead Shop.placeOrder": 0,
      "unknown Shop.placeOrder": 0
    })
  }).pipe(Effect.provide(layer), alone)
})

it.effect("are looked up four times a minute, whatever is enqueued and delivered", () => {
  const { counts, layer } = watched()
  const wire = Shop.transport(() => fromJson(200, {}, {}))
  const worker = Outbox.worker([addLines]).pipe(Layer.provide(Shop.layer(wire.layer)))
  return Effect.gen(function* () {
    yield* Layer.build(worker)
    for (let second = 0; second < 64; second++) {
      yield* fill
      yield* TestClock.adjust("1 second")
    }
    assert.strictEqual((yield* series)["depth Shop.addLines"], 0)
    assert.isAtMost(counts.stats, 5)
  }).pipe(Effect.scoped, Effect.provide(layer), alone)
})

it.effect(
  "show what a person should see within a second or two: an item that is dead or unknown, and its end",
  () => {
    const { layer } = watched()
    const wire = Shop.transport(() => fromJson(500, {}, { message: "broken" }))
    const worker = Outbox.worker([addLines]).pipe(Layer.provide(Shop.layer(wire.layer)))
    return Effect.gen(function* () {
      yield* TestClock.adjust("5 seconds")
      yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
      yield* Layer.build(worker)
      yield* TestClock.adjust("2 seconds")
      assert.include(yield* series, { "unknown Shop.addLines": 1, "depth Shop.addLines": 0 })
      yield* Outbox.resolve("a", "dead", { by: "me", because: "not there" })
      yield* TestClock.adjust("2 seconds")
      assert.include(yield* series, { "unknown Shop.addLines": 0, "dead Shop.addLines": 1 })
    }).pipe(Effect.scoped, Effect.provide(layer), alone)
  }
)

it.effect("keep their last values while the store is away, and what waits there grows older", () => {
  let lost = false
  const { layer } = watched(() => lost)
  return Effect.gen(function* () {
    yield* fill
    yield* TestClock.adjust("1 second")
    lost = true
    yield* TestClock.adjust("10 minutes")
    assert.include(yield* series, { "depth Shop.addLines": 3, "oldest.age Shop.addLines": 601 })
    lost = false
    yield* TestClock.adjust("20 seconds")
    assert.strictEqual((yield* series)["depth Shop.addLines"], 3)
  }).pipe(Effect.provide(layer), alone)
})

it.effect("add two outboxes of the process up, and leave with the last", () =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    const one = yield* Layer.buildWithScope(watched().layer, scope)
    const closing = yield* Scope.make()
    const other = yield* Layer.buildWithScope(watched().layer, closing)
    yield* Effect.provideContext(fill, one)
    yield* TestClock.adjust("5 seconds")
    yield* Effect.provideContext(fill, other)
    yield* TestClock.adjust("20 seconds")
    assert.include(yield* series, { "depth Shop.addLines": 6, "oldest.age Shop.addLines": 17 })
    yield* Scope.close(closing, Exit.void)
    assert.include(yield* series, { "depth Shop.addLines": 3 })
    yield* Scope.close(scope, Exit.void)
    assert.deepStrictEqual(yield* series, {})
  }).pipe(alone)
)
