/** What a hedge may double: reads, and nothing else. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type { Wire } from "../../src/contract/Wire.ts"
import type * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

const calls = [
  ["a read", Shop.getOrder({ id: "a" }), 2],
  ["a write", Shop.placeOrder({ article: "tea", count: 1 }), 1],
  ["a write that is idempotent", Shop.putOrder({ id: "a", count: 1 }), 1]
] as const

it.effect.each(calls)("%s that is slow, once it is known how long it takes", ([, call, requests]) => {
  const wire = Shop.transport(() =>
    Effect.as(Effect.sleep(wire.requests.length > 30 ? "5 seconds" : "20 millis"), Shop.order(1))
  )
  return Effect.gen(function* () {
    const ended = (time: "50 millis" | "10 seconds") =>
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(call)
        yield* TestClock.adjust(time)
        yield* Fiber.join(fiber)
      })
    for (let turn = 0; turn < 30; turn++) yield* ended("50 millis")
    yield* ended("10 seconds")
    assert.strictEqual(wire.requests.length, 30 + requests)
  }).pipe(Effect.provide(Shop.layer(wire.layer, { hedge: true })))
})

/** How many requests a slow read makes after thirty quick ones. */
const requestsAfter = (quick: Wire, options: Layers.Options) => {
  const wire = Shop.transport(() =>
    wire.requests.length > 30
      ? Effect.as(Effect.sleep("5 seconds"), Shop.order(1))
      : Effect.as(Effect.sleep("20 millis"), quick)
  )
  return Effect.gen(function* () {
    for (let turn = 0; turn < 31; turn++) {
      const fiber = yield* Effect.forkChild(Effect.exit(Shop.getOrder({ id: "a" })))
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.join(fiber)
    }
    return wire.requests.length - 30
  }).pipe(Effect.provide(Shop.layer(wire.layer, options)))
}

it.effect("a hedge learns from answers, not from failures that come quickly", () =>
  Effect.gen(function* () {
    assert.strictEqual(yield* requestsAfter(Shop.order(1), { hedge: true }), 2)
    assert.strictEqual(yield* requestsAfter(forge(Shop.BadRequest, {}), { hedge: true }), 1)
  })
)

it.effect("a hedge is paid from the layer's budget, and not sent where that is spent", () => {
  const budget = { deposit: Effect.void, withdraw: Effect.succeed(false), balance: Effect.succeed(0) }
  return Effect.gen(function* () {
    assert.strictEqual(yield* requestsAfter(Shop.order(1), { hedge: true, budget }), 1)
  })
})
