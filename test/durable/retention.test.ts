import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import * as Outbox from "../../src/durable/Outbox.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line, statesOf } from "./sale.ts"

const wire = Shop.transport((_method, _url, _headers, body) =>
  body.includes("bad") ? fromJson(400, {}, { message: "no" }) : fromJson(200, {}, {})
)

/** A worker that runs for some seconds. */
const worked = (options: Outbox.WorkerOptions = {}) =>
  Effect.scoped(
    Effect.gen(function* () {
      yield* Layer.build(Outbox.worker([addLines], options).pipe(Layer.provide(Shop.layer(wire.layer))))
      yield* Effect.yieldNow
      yield* TestClock.adjust("5 seconds")
    })
  )

it.effect(
  "deletes inputs of what was delivered after a week, items after a month, and what is dead never",
  () =>
    Effect.gen(function* () {
      yield* Outbox.enqueueAll(addLines, [line("a"), line("bad")], { id: ({ article }) => article })
      yield* worked()
      assert.deepStrictEqual(yield* statesOf, { a: "delivered", bad: "dead" })
      yield* TestClock.adjust("6 days")
      yield* worked()
      assert.notStrictEqual((yield* Outbox.get("a"))?.input, "")
      yield* TestClock.adjust("1 day")
      yield* worked()
      assert.strictEqual((yield* Outbox.get("a"))?.input, "")
      // The id is still known.
      const { outcome } = yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
      assert.strictEqual(outcome, "duplicate")
      yield* TestClock.adjust("23 days")
      yield* worked()
      assert.deepStrictEqual(yield* statesOf, { bad: "dead" })
      assert.notStrictEqual((yield* Outbox.get("bad"))?.input, "")
    }).pipe(Effect.provide(Outbox.layerMemory()))
)

it.effect("deletes more than one portion at once, after as long as it is told", () =>
  Effect.gen(function* () {
    const lines = Array.from({ length: 1_203 }, (_, n) => line(`a-${n}`))
    yield* Outbox.enqueueAll(addLines, lines, { id: ({ article }) => article })
    yield* worked()
    yield* TestClock.adjust("1 hour")
    yield* worked({ retention: { inputs: "30 minutes", ids: "1 hour" } })
    assert.deepStrictEqual(yield* Outbox.list(), [])
  }).pipe(Effect.provide(Outbox.layerMemory()))
)
