/** Attempts that are given up, and those that come too late to begin. */
import { assert, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import * as LateAnswers from "../../src/pipeline/LateAnswers.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Shop from "../shop/shop.ts"

it.effect(
  "an attempt that was given up is waited for as long as the listener says, and then canceled with a second for a last look",
  () => {
    const canceled: Array<number> = []
    const wire = Shop.transport(() =>
      Effect.onInterrupt(Effect.as(Effect.sleep("1 hour"), Shop.order(1)), () =>
        Effect.clockWith((clock) => Effect.sync(() => void canceled.push(clock.currentTimeMillisUnsafe())))
      )
    )
    const late: Array<LateAnswers.Late> = []
    const listener: LateAnswers.Listener = {
      listen: (one) => Effect.sync(() => void late.push(one)),
      within: Duration.seconds(30)
    }
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.flip(Shop.placeOrder({ article: "tea", count: 1 })))
      yield* TestClock.adjust("29 seconds")
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "DeliveryUnknown")
      assert.deepStrictEqual(canceled, [])
      yield* TestClock.adjust("2 hours")
      assert.deepStrictEqual([canceled, late], [[31_000], []])
    }).pipe(Effect.provideService(LateAnswers.LateAnswers, listener), Effect.provide(Shop.layer(wire.layer)))
  }
)

it.effect("without a listener it is canceled at once", () => {
  let canceled = 0
  const wire = Shop.transport(() =>
    Effect.onInterrupt(Effect.never, () => Effect.sync(() => void canceled++))
  )
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(Shop.placeOrder({ article: "tea", count: 1 })))
    yield* TestClock.adjust("10 seconds")
    assert.strictEqual((yield* Fiber.join(fiber))._tag, "DeliveryUnknown")
    assert.strictEqual(canceled, 1)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("an attempt whose turn comes after the deadline is not sent", () => {
  const wire = Shop.transport(() => Shop.order(1))
  const slow: Pipeline.AttemptStage<"slow"> = {
    of: "attempt",
    name: "slow",
    around: (_, next) => (attempt) => Effect.andThen(Effect.sleep("5 seconds"), next(attempt))
  }
  return Effect.gen(function* () {
    const call = Shop.placeOrder({ article: "tea", count: 1 }).pipe(Effect.flip, Deadline.within("3 seconds"))
    const fiber = yield* Effect.forkChild(call)
    yield* TestClock.adjust("1 minute")
    const failure = yield* Fiber.join(fiber)
    assert.deepStrictEqual([failure._tag, failure.delivery, wire.requests], ["OutOfTime", "NotSent", []])
  }).pipe(Effect.provide(Shop.layer(wire.layer, { pipeline: Pipeline.insert(slow, { before: "timeout" }) })))
})
