/** A source that trickles is not waited for until a request is full. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Stream } from "effect"
import { TestClock } from "effect/testing"
import { addLines, ended, shop, upTo } from "./lines.ts"

/** So many lines, one after another. */
const trickle = (count: number, millis: number) =>
  Stream.mapEffect(Stream.fromIterable(upTo(count)), (line) => Effect.as(Effect.sleep(millis), line))

/** Notes when each request went out (ms), and its lines. */
const noting = (batching = {}) => {
  const lines = addLines(false, { count: 100, ...batching })
  const requests: Array<readonly [at: number, lines: ReadonlyArray<number>]> = []
  const { layer } = shop(lines, (some) =>
    Effect.clockWith((clock) =>
      Effect.sync(() => void requests.push([clock.currentTimeMillisUnsafe(), some]))
    )
  )
  return { lines, requests, layer }
}

describe("a source that trickles", () => {
  it.effect("is cut a second after the first item that waits, and no item waits longer", () => {
    const { layer, lines, requests } = noting()
    return Effect.gen(function* () {
      const { outcomes } = yield* ended(lines.many(trickle(30, 100)), 10)
      assert.deepStrictEqual(
        outcomes.map(({ index, item, outcome }) => [index, item, outcome]),
        upTo(30).map((line) => [line, line, "accepted"])
      )
      assert.isAbove(requests.length, 2)
      for (const [at, [first = 0]] of requests) assert.isAtMost(at - 100 * (first + 1), 1_000)
      assert.strictEqual(requests[0]?.[0], 1_100)
    }).pipe(Effect.provide(layer))
  })

  it.effect.each([
    ["what it is given", { linger: "250 millis" }, 350],
    ["none at all", { linger: 0 }, 100],
    ["as long as the source lasts", { linger: "1 hour" }, 3_000]
  ] as const)("lingers for %s", ([, options, first]) => {
    const { layer, lines, requests } = noting()
    return Effect.gen(function* () {
      yield* ended(lines.many(trickle(30, 100), options), 10)
      assert.strictEqual(requests[0]?.[0], first)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is not asked while nothing is there, and a request that is full does not wait", () => {
    const { layer, lines, requests } = noting({ count: 1_000 })
    const source = Stream.fromArrays(upTo(1_500)).pipe(
      Stream.concat(Stream.fromEffect(Effect.as(Effect.sleep("10 seconds"), 1_500)))
    )
    return Effect.gen(function* () {
      yield* ended(lines.many(source), 10)
      assert.deepStrictEqual(
        requests.map(([at, some]) => [at, some.length]),
        [
          [0, 1_000],
          [1_000, 500],
          [10_000, 1]
        ]
      )
    }).pipe(Effect.provide(layer))
  })
})

it.effect("what is read of a stream is given up with the run", () => {
  let isReading = false
  const reading = Effect.suspend(() => {
    isReading = true
    return Effect.onInterrupt(Effect.never, () => Effect.sync(() => (isReading = false)))
  })
  const { layer, lines, requests } = noting()
  return Effect.gen(function* () {
    const source = Stream.concat(Stream.make(0), Stream.fromEffect(reading))
    const fiber = yield* Effect.forkChild(Stream.runDrain(lines.many(source)))
    yield* TestClock.adjust("1 second")
    assert.deepStrictEqual([isReading, requests.length], [true, 1])
    yield* Fiber.interrupt(fiber)
    assert.isFalse(isReading)
  }).pipe(Effect.provide(layer))
})

it.effect("what came before the failure of a source is sent", () => {
  const { layer, lines, requests } = noting()
  return Effect.gen(function* () {
    const torn = Stream.concat(Stream.fromIterable(upTo(3)), Stream.fail("torn" as const))
    assert.strictEqual(yield* Effect.flip(Stream.runDrain(lines.many(torn))), "torn")
    assert.deepStrictEqual(requests, [[0, [0, 1, 2]]])
  }).pipe(Effect.provide(layer))
})
