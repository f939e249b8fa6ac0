/** A run that nothing comes of ends where another one can go on. */
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber, Random, Schema, Stream } from "effect"
import { TestClock } from "effect/testing"
import * as Common from "../../src/contract/Common.ts"
import { isFailure } from "../../src/contract/Failure.ts"
import type * as Batch from "../../src/many/Batch.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, ended, host, shop, upTo } from "./lines.ts"

const refused = new Common.NotSent({ reason: "refused" })
const minute = 60_000

describe("a vendor that never comes back", () => {
  it.effect("ends the run after the patience, with what came before it, and nothing else is sent", () => {
    const lines = addLines(false, { count: 100 })
    let isOut = false
    const { layer, taken } = host(() => isOut)
    return Effect.gen(function* () {
      yield* Effect.forkChild(
        Effect.andThen(
          Effect.sleep("5 seconds"),
          Effect.sync(() => (isOut = true))
        )
      )
      const { failure, outcomes, took } = yield* ended(lines.many(upTo(150_000)))
      assert.isDefined(failure)
      const { accepted, because, patience, refused, resumeFrom, settled, tag, unknown } = failure
      assert.isAbove(accepted, 30_000)
      assert.deepStrictEqual([accepted, refused, unknown], [taken.length, 0, 0])
      assert.strictEqual(Duration.toMinutes(patience), 10)
      assert.isTrue(isFailure(because) && because._tag === tag)
      assert.isTrue(outcomes.every(({ index, outcome }, place) => outcome === "accepted" && index === place))
      assert.deepStrictEqual([outcomes.length, settled], [resumeFrom, []])
      // Ten minutes, and the deadlines of the calls that are under way at their end.
      assert.isAbove(took, 10 * minute)
      assert.isBelow(took, 17 * minute)
    }).pipe(Effect.provide(layer))
  })

  it.effect.each([
    ["10 minutes by default", {}, 10],
    ["what it is given", { patience: "90 seconds" }, 1.5],
    ["none at all", { patience: 0 }, 0]
  ] as const)("patience is %s", ([, options, minutes]) => {
    const lines = addLines(false)
    const { layer } = shop(lines, () => Effect.fail(refused))
    return Effect.gen(function* () {
      const { failure, outcomes, took } = yield* ended(lines.many(upTo(20), options))
      assert.deepStrictEqual([failure?.resumeFrom, failure?.accepted, outcomes], [0, 0, []])
      assert.isAtLeast(took, minutes * minute)
      assert.isAtMost(took, minutes * minute + 500)
    }).pipe(Effect.provide(layer))
  })

  it.effect("says so, and what to do", () => {
    const lines = addLines(false)
    const { layer } = shop(lines, ([line = 0]) => (line < 4 ? Effect.void : Effect.fail(refused)))
    return Effect.gen(function* () {
      const { failure } = yield* ended(lines.many(upTo(20)))
      assert.include(failure?.message, "Waited 10m at item 4, after 4 accepted")
      assert.include(failure?.message, "NotSent: The request could not be sent.")
      assert.include(failure?.message, "resumeFrom")
      assert.deepStrictEqual([failure?.retry, failure?.delivery], ["never", "NotSent"])
      assert.isDefined(failure)
      const encoded = yield* Schema.encodeEffect(Common.Halted)(failure)
      assert.strictEqual((yield* Schema.decodeUnknownEffect(Common.Halted)(encoded)).resumeFrom, 4)
    }).pipe(Effect.provide(layer))
  })

  it.effect("does not wait for a source that gives nothing more", () => {
    const lines = addLines(false)
    let isReading = false
    const reading = Effect.onInterrupt(
      Effect.suspend(() => ((isReading = true), Effect.never)),
      () => Effect.sync(() => (isReading = false))
    )
    const source = Stream.concat(Stream.fromIterable(upTo(3)), Stream.fromEffect(reading))
    const { layer } = shop(lines, () => Effect.fail(refused))
    return Effect.gen(function* () {
      const { failure, took } = yield* ended(lines.many(source))
      assert.strictEqual(failure?.resumeFrom, 0)
      assert.isBelow(took, 11 * minute)
      assert.isFalse(isReading)
    }).pipe(Effect.provide(layer))
  })

  it.effect("what may have been taken is unknown, not left for another run", () => {
    const lines = addLines(true)
    const unsure = new Common.NoAnswer({ reason: "timeout" })
    const { layer } = shop(lines, ([line = 0], call) =>
      Effect.fail(line === 0 && call < 3 ? unsure : refused)
    )
    return Effect.gen(function* () {
      const { failure, outcomes } = yield* ended(lines.many(upTo(8)))
      assert.deepStrictEqual(
        outcomes.map(({ failure, index, outcome }) => [index, outcome, failure?._tag]),
        [
          [0, "unknown", "NoAnswer"],
          [1, "unknown", "NoAnswer"]
        ]
      )
      assert.deepStrictEqual([failure?.resumeFrom, failure?.unknown], [2, 2])
    }).pipe(Effect.provide(layer))
  })

  it.effect("a run of which every item is settled ends as it would", () => {
    const lines = addLines(true)
    const unsure = new Common.NoAnswer({ reason: "timeout" })
    const { layer } = shop(lines, () => Effect.fail(unsure))
    return Effect.gen(function* () {
      for (const concurrency of [1, 4]) {
        const { failure, outcomes } = yield* ended(lines.many(upTo(4), { concurrency }))
        // One after another, the second request was not tried any more.
        const settled = concurrency === 1 ? 2 : 4
        assert.deepStrictEqual(
          [outcomes.length, failure?.resumeFrom],
          [settled, settled === 4 ? undefined : 2]
        )
      }
    }).pipe(Effect.provide(layer))
  })
})

describe("patience", () => {
  it.effect("begins anew with each batch that is accepted", () => {
    const lines = addLines(false)
    const { layer } = shop(lines, () =>
      Effect.clockWith((clock) => {
        // Every nine minutes there is a second in which something is taken.
        const isOut = clock.currentTimeMillisUnsafe() % (9 * minute) > 31_000
        return isOut ? Effect.fail(refused) : Effect.sleep("10 seconds")
      })
    )
    return Effect.gen(function* () {
      const { failure, outcomes, took } = yield* ended(lines.many(upTo(60)), 1_000)
      assert.isUndefined(failure)
      assert.strictEqual(outcomes.length, 60)
      assert.isAbove(took, 15 * minute)
    }).pipe(Effect.provide(layer))
  })

  it.effect("begins anew for a batch that waits while others are accepted", () => {
    const lines = addLines(false)
    const busy = new Shop.TooMany({ retryAfter: Duration.minutes(9) })
    let tries = 0
    const { layer } = shop(lines, ([line = 0]) => {
      if (line > 0) return Effect.sleep(line === 2 ? "8 minutes" : "1 second")
      return ++tries < 3 ? Effect.fail(busy) : Effect.void
    })
    return Effect.gen(function* () {
      const { failure, took } = yield* ended(lines.many(upTo(8)), 1_000)
      assert.isUndefined(failure)
      assert.strictEqual(took, 18 * minute)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is for waits, not for a source that is slow or a batch that waited long ago", () => {
    const lines = addLines(false, { count: 1 })
    const source = Stream.mapEffect(Stream.fromIterable(upTo(3)), (line) =>
      Effect.as(Effect.sleep("20 minutes"), line)
    )
    const calls: Array<number> = []
    const { layer } = shop(lines, ([line = 0]) => {
      calls.push(line)
      const tried = calls.filter((one) => one === line).length
      return tried < 3
        ? Effect.fail(refused)
        : line === 1
          ? Effect.void
          : Effect.fail(new Shop.BadRequest({}))
    })
    return Effect.gen(function* () {
      const { failure, outcomes } = yield* ended(lines.many(source), 1_000)
      assert.isUndefined(failure)
      assert.deepStrictEqual(
        outcomes.map(({ outcome }) => outcome),
        ["refused", "accepted", "refused"]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("a run that goes on", () => {
  const batchings: Readonly<
    Record<string, Partial<Batch.Batching<number, { readonly lines: ReadonlyArray<number> }, void>>>
  > = {
    "in order": {},
    "of groups": { count: 3, group: (line) => String(line % 4) },
    "of groups with keys": { count: 3, group: (line) => String(line % 4), key: (line) => String(line % 7) }
  }

  it.effect.each(Object.entries(batchings))(
    "%s sends each item exactly once over all runs",
    ([, batching]) => {
      const lines = addLines(false, batching)
      // Each request goes through, or finds the shop out, by chance; by and by it is out for good.
      let chance = 0.7
      const { layer, taken } = shop(lines, () =>
        Effect.flatMap(Random.next, (share) =>
          Effect.andThen(
            Effect.sleep(share * 90),
            Effect.suspend(() => (share < (chance *= 0.999) ? Effect.void : Effect.fail(refused)))
          )
        )
      )
      return Effect.gen(function* () {
        const reported: Array<number> = []
        let position: Batch.Halted | undefined
        let runs = 0
        for (const total = 3_000; reported.length < total && runs < 200; runs++) {
          chance = 0.99
          const resumed = position === undefined ? {} : { resumeFrom: position }
          const source = Stream.fromIterable(upTo(total))
          const { failure, outcomes } = yield* ended(
            lines.many(source, { ...resumed, patience: "2 seconds", concurrency: 5 }),
            50
          )
          for (const { index, item, outcome } of outcomes) {
            assert.deepStrictEqual([index, outcome], [item, "accepted"])
            reported.push(index)
          }
          position = failure
        }
        const sorted = (some: ReadonlyArray<number>) => some.toSorted((left, right) => left - right)
        assert.isUndefined(position)
        assert.isAbove(runs, 2)
        assert.deepStrictEqual(sorted(taken), upTo(3_000))
        assert.deepStrictEqual(sorted(reported), upTo(3_000))
      }).pipe(Effect.provide(layer), Random.withSeed("runs"))
    }
  )

  it.effect.each([
    ["a list", upTo(10)],
    ["a stream", Stream.fromIterable(upTo(10))],
    ["any iterable", new Set(upTo(10))]
  ] as const)("at an index skips so many items of %s, and keeps the indexes", ([, items]) => {
    const lines = addLines(false)
    const { layer, taken } = shop(lines, () => Effect.void)
    return Effect.gen(function* () {
      const { outcomes } = yield* ended(lines.many(items, { resumeFrom: 7 }))
      assert.deepStrictEqual(
        outcomes.map(({ index, item }) => [index, item]),
        [
          [7, 7],
          [8, 8],
          [9, 9]
        ]
      )
      assert.deepStrictEqual(taken, [7, 8, 9])
    }).pipe(Effect.provide(layer))
  })
})

it.effect("the failure of the source still comes through while nothing is wrong with the vendor", () => {
  const lines = addLines(false)
  const { layer } = shop(lines, (_, call) => (call === 1 ? Effect.fail(refused) : Effect.void))
  const torn = Stream.concat(Stream.fromIterable(upTo(3)), Stream.fail("torn" as const))
  return Effect.gen(function* () {
    const seen: Array<number> = []
    const run = Stream.runForEach(lines.many(torn), ({ index }) => Effect.sync(() => void seen.push(index)))
    const fiber = yield* Effect.forkChild(Effect.flip(run))
    yield* TestClock.adjust("1 minute")
    assert.strictEqual(yield* Fiber.join(fiber), "torn")
    assert.deepStrictEqual(seen, [0, 1, 2])
  }).pipe(Effect.provide(layer))
})
