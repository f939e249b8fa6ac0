import { assert, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import * as Hedge from "../../src/core/Hedge.ts"

const taught = (options: Hedge.Options = {}) =>
  Effect.gen(function* () {
    const hedge = yield* Hedge.make(options)
    for (let index = 0; index < 100; index++) {
      const fiber = yield* Effect.forkChild(hedge.run(Effect.sleep(index < 95 ? "20 millis" : "1 second")))
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(fiber)
    }
    return hedge
  })

it.effect("sends a second request after the percentile and cancels the slower one", () =>
  Effect.gen(function* () {
    const hedge = yield* taught()
    assert.strictEqual(Duration.toMillis((yield* hedge.delay)!), 20)
    let sent = 0
    let canceled = 0
    const read = Effect.suspend(() => {
      const mine = ++sent
      return Effect.onInterrupt(Effect.as(Effect.sleep(mine === 1 ? "10 seconds" : "20 millis"), mine), () =>
        Effect.sync(() => void canceled++)
      )
    })
    const fiber = yield* Effect.forkChild(hedge.run(read))
    yield* TestClock.adjust("40 millis")
    assert.deepStrictEqual([yield* Fiber.join(fiber), sent, canceled], [2, 2, 1])
  })
)

it.effect("sends no second request for a quick answer, nor one that the budget does not pay", () =>
  Effect.gen(function* () {
    const hedge = yield* taught({ withdraw: Effect.succeed(false) })
    let sent = 0
    const read = (time: Duration.Input) => Effect.suspend(() => Effect.as(Effect.sleep(time), ++sent))
    for (const time of ["19 millis", "5 seconds"] as const) {
      const fiber = yield* Effect.forkChild(hedge.run(read(time)))
      yield* TestClock.adjust("5 seconds")
      yield* Fiber.join(fiber)
    }
    assert.strictEqual(sent, 2)
  })
)

it.effect("does not learn that slow is usual from a time in which all is slow", () =>
  Effect.gen(function* () {
    const hedge = yield* taught({ withdraw: Effect.succeed(false) })
    for (let index = 0; index < 300; index++) {
      const fiber = yield* Effect.forkChild(hedge.run(Effect.sleep("600 millis")))
      yield* TestClock.adjust("600 millis")
      yield* Fiber.join(fiber)
    }
    assert.strictEqual(Duration.toMillis((yield* hedge.delay)!), 20)
  })
)

it.effect("does not hedge before it knows what is usual", () =>
  Effect.gen(function* () {
    const hedge = yield* Hedge.make()
    assert.isUndefined(yield* hedge.delay)
  })
)
