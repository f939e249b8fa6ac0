import { assert, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import * as Hedge from "../../src/policy/Hedge.ts"

const trained = (options: Hedge.Options = {}) =>
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
    const hedge = yield* trained()
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

it.effect("sends no second request for a quick answer, nor one that the budget does not pay for", () =>
  Effect.gen(function* () {
    const hedge = yield* trained({ withdraw: Effect.succeed(false) })
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

it.effect("does not take slow for usual after a period in which every answer is slow", () =>
  Effect.gen(function* () {
    const hedge = yield* trained({ withdraw: Effect.succeed(false) })
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

it.effect("runs the effect that is given for the second request, and neither where none is needed", () =>
  Effect.gen(function* () {
    const hedge = yield* trained()
    const begun: Array<string> = []
    const request = (name: string, time: Duration.Input) =>
      Effect.suspend(() => {
        begun.push(name)
        return Effect.as(Effect.sleep(time), name)
      })
    const quick = yield* Effect.forkChild(hedge.run(request("first", "10 millis"), request("hedge", 0)))
    yield* TestClock.adjust("20 millis")
    assert.strictEqual(yield* Fiber.join(quick), "first")
    const slow = yield* Effect.forkChild(
      hedge.run(request("first", "1 minute"), request("hedge", "5 millis"))
    )
    yield* TestClock.adjust("25 millis")
    assert.strictEqual(yield* Fiber.join(slow), "hedge")
    assert.deepStrictEqual(begun, ["first", "first", "hedge"])
  })
)

it.effect("a second request that fails first ends the call with its failure", () =>
  Effect.gen(function* () {
    const hedge = yield* trained()
    const run = hedge.run<void, string, never>(Effect.sleep("1 minute"), Effect.fail("refused"))
    const fiber = yield* Effect.forkChild(Effect.flip(run))
    yield* TestClock.adjust("20 millis")
    assert.strictEqual(yield* Fiber.join(fiber), "refused")
  })
)

it.effect("learns only from successes that count as answers", () =>
  Effect.gen(function* () {
    const hedge = yield* Hedge.make({ atLeast: 2, counts: (value) => value === "answer" })
    const run = (value: string, time: Duration.Input) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(hedge.run(Effect.as(Effect.sleep(time), value)))
        yield* TestClock.adjust("1 second")
        yield* Fiber.join(fiber)
      })
    for (let index = 0; index < 10; index++) yield* run("failed attempt", "1 millis")
    assert.isUndefined(yield* hedge.delay)
    for (let index = 0; index < 10; index++) yield* run("answer", "50 millis")
    assert.strictEqual(Duration.toMillis((yield* hedge.delay)!), 50)
  })
)

it("has these defaults", () => {
  assert.deepStrictEqual(Hedge.defaults, { percentile: 0.95, atLeast: 20, floor: Duration.millis(1) })
})
