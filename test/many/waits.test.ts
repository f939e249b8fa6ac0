/** What was not sent is not given up: batches wait while the vendor is out, and the source waits with them. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Fiber, Random, Stream } from "effect"
import { TestClock } from "effect/testing"
import * as Common from "../../src/contract/Common.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type { Progress } from "../../src/many/Batch.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, ended, type Failed, host, shop, upTo } from "./lines.ts"

const refused = new Common.NotSent({ reason: "refused" })
const unsure = new Common.NoAnswer({ reason: "timeout" })
const second = 1_000

/** Whether all of so many lines are accepted, in their order. */
const allAccepted = (outcomes: ReadonlyArray<{ readonly index: number; readonly outcome: string }>) =>
  outcomes.every(({ index, outcome }, place) => outcome === "accepted" && index === place)

describe("while nothing can be sent", () => {
  const notNow: Readonly<Record<string, () => Common.Common | Shop.Closed | Shop.TooMany>> = {
    "the host refuses connections": () => refused,
    "the circuit is open": () => new Common.CircuitOpen({ retryAfter: Duration.seconds(3) }),
    "the quota is held past the deadline": () =>
      new Common.OutOfTime({ deadline: Duration.seconds(5), readyIn: Duration.seconds(40) }),
    "the retry budget is spent": () => new Common.BudgetSpent({ tag: "NotSent", because: refused }),
    "the vendor says not now": () => new Shop.TooMany({ retryAfter: Duration.seconds(7) }),
    "the vendor is closed for a moment": () => new Shop.Closed({})
  }

  it.effect.each(Object.entries(notNow))("because %s, the batch goes again", ([, failure]) => {
    const lines = addLines(false)
    let isOut = true
    const { layer, taken } = shop(lines, () => (isOut ? Effect.fail(failure()) : Effect.void))
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(ended(lines.many(upTo(20))))
      yield* Effect.forkChild(
        Effect.andThen(
          Effect.sleep("2 minutes"),
          Effect.sync(() => (isOut = false))
        )
      )
      const { failure: end, outcomes, took } = yield* Fiber.join(fiber)
      assert.isUndefined(end)
      assert.isTrue(allAccepted(outcomes))
      assert.deepStrictEqual(
        taken.toSorted((left, right) => left - right),
        upTo(20)
      )
      assert.isBelow(took, 165 * second)
    }).pipe(Effect.provide(layer))
  })

  it.effect("waits grow, and are bounded", () => {
    const lines = addLines(false)
    const at: Array<number> = []
    const { layer } = shop(lines, () =>
      Effect.clockWith((clock) => {
        at.push(clock.currentTimeMillisUnsafe())
        return Effect.fail(refused)
      })
    )
    return Effect.gen(function* () {
      yield* ended(lines.many(upTo(2)))
      const waits = at.slice(1).map((time, index) => (time - (at[index] ?? 0)) / second)
      const bounds = [1, 2, 4, 8, 16, ...waits.slice(5).map(() => 30)]
      for (const [index, wait] of waits.entries()) {
        assert.isAtLeast(wait, 0.75 * (bounds[index] ?? 0))
        assert.isAtMost(wait, 1.25 * (bounds[index] ?? 0) + 0.001)
      }
      assert.isAbove(waits.length, 20)
    }).pipe(Effect.provide(layer), Random.withSeed("waits"))
  })

  const wait = Duration.seconds(90)
  const named: Readonly<Record<string, () => Common.Common | Shop.TooMany>> = {
    "the failure's own wait": () => new Shop.TooMany({ retryAfter: wait }),
    "Retry-After": () =>
      new Common.NotSent({
        reason: "refused",
        call: {
          vendor: "Shop",
          operation: "addLines",
          delivery: "NotSent",
          notBefore: DateTime.makeUnsafe(Duration.toMillis(wait))
        }
      }),
    "the time at which the queue is ready": () =>
      new Common.OutOfTime({ deadline: Duration.seconds(1), readyIn: wait })
  }

  it.effect.each(Object.entries(named))("%s is waited out, and not longer", ([, failure]) => {
    const lines = addLines(false)
    const at: Array<number> = []
    const { layer } = shop(lines, ([line = 0], call) =>
      Effect.clockWith((clock) => {
        if (line === 0) at.push(clock.currentTimeMillisUnsafe())
        // Others are accepted meanwhile: that is no reason to go earlier than the vendor allows.
        return call === 1 ? Effect.fail(failure()) : Effect.sleep("10 seconds")
      })
    )
    return Effect.gen(function* () {
      yield* ended(lines.many(upTo(8)))
      assert.deepStrictEqual(at, [0, Duration.toMillis(wait)])
    }).pipe(Effect.provide(layer))
  })

  it.effect("batches that wait go again at once when another one is accepted", () => {
    const lines = addLines(false)
    let [isOut, recovered] = [true, 0]
    const { layer } = shop(lines, () => (isOut ? Effect.fail(refused) : Effect.void))
    return Effect.gen(function* () {
      const outage = Effect.andThen(
        Effect.sleep("5 minutes"),
        Effect.sync(() => (isOut = false))
      )
      yield* Effect.forkChild(outage)
      const first = Stream.tap(lines.many(upTo(8)), () =>
        Effect.clockWith((clock) => Effect.sync(() => (recovered ||= clock.currentTimeMillisUnsafe())))
      )
      const { took } = yield* ended(first)
      assert.isAtMost(took - recovered, 250)
    }).pipe(Effect.provide(layer))
  })

  it.effect("the order within a key is kept", () => {
    const lines = addLines(false, { count: 1, key: (line) => String(line % 3) })
    const { layer, taken } = shop(lines, () =>
      Effect.flatMap(Random.next, (share) => (share < 0.4 ? Effect.fail(refused) : Effect.sleep(share * 50)))
    )
    return Effect.gen(function* () {
      const { failure } = yield* ended(lines.many(upTo(60), { concurrency: 8 }))
      assert.isUndefined(failure)
      for (const key of [0, 1, 2]) {
        const own = taken.filter((line) => line % 3 === key)
        assert.deepStrictEqual(
          own,
          own.toSorted((left, right) => left - right)
        )
        assert.strictEqual(own.length, 20)
      }
    }).pipe(Effect.provide(layer), Random.withSeed("keys"))
  })

  it.effect("nothing more than the requests under way and a window is taken from the source", () => {
    const lines = addLines(false)
    let drawn = 0
    const source = Stream.map(Stream.range(0, 99_999, 10), (line) => (drawn++, line))
    const { layer } = shop(lines, () => Effect.fail(refused))
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Stream.runDrain(lines.many(source)))
      yield* TestClock.adjust("5 minutes")
      assert.isAtMost(drawn, 1_100)
      yield* Fiber.interrupt(fiber)
    }).pipe(Effect.provide(layer))
  })

  it.effect("it can be interrupted at once", () => {
    const lines = addLines(false)
    const { calls, layer } = shop(lines, () => Effect.fail(refused))
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Stream.runDrain(lines.many(upTo(100))))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.interrupt(fiber)
      const before = calls()
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(calls(), before)
    }).pipe(Effect.provide(layer))
  })
})

it.effect(
  "150,000 lines through 40 s of refused connections are all accepted, once, in order, and few are held",
  () => {
    const lines = addLines(false, { count: 100 })
    let [isOut, drawn, settled, most] = [false, 0, 0, 0]
    const { layer, taken } = host(() => isOut)
    const source = Stream.map(Stream.range(0, 149_999, 500), (line) => {
      most = Math.max(most, ++drawn - settled)
      return line
    })
    return Effect.gen(function* () {
      yield* Effect.forkChild(
        Effect.sleep("5 seconds").pipe(
          Effect.andThen(Effect.sync(() => (isOut = true))),
          Effect.andThen(Effect.sleep("40 seconds")),
          Effect.andThen(Effect.sync(() => (isOut = false)))
        )
      )
      const counted = Stream.tap(lines.many(source), () => Effect.sync(() => void settled++))
      const { failure, outcomes } = yield* ended(counted)
      assert.isUndefined(failure)
      assert.strictEqual(outcomes.length, 150_000)
      assert.isTrue(allAccepted(outcomes))
      assert.strictEqual(taken.length, 150_000)
      assert.strictEqual(new Set(taken).size, 150_000)
      // A window, what is read ahead of it, and what is under way.
      assert.isAtMost(most, 3_000)
    }).pipe(Effect.provide(layer))
  },
  60_000
)

describe("a batch that may have been taken", () => {
  it.effect("is unknown, and not sent again, where doing it twice does harm", () => {
    const lines = addLines(false)
    const { calls, layer } = shop(lines, ([line = 0]) => (line === 0 ? Effect.fail(unsure) : Effect.void))
    return Effect.gen(function* () {
      const { outcomes } = yield* ended(lines.many(upTo(6)))
      assert.deepStrictEqual(
        outcomes.map(({ outcome }) => outcome),
        ["unknown", "unknown", "accepted", "accepted", "accepted", "accepted"]
      )
      assert.strictEqual(calls(), 3)
    }).pipe(Effect.provide(layer))
  })

  it.effect("goes again where doing it twice is as good as once", () => {
    const lines = addLines(true)
    const { layer } = shop(lines, (_, call) => (call < 9 ? Effect.fail(unsure) : Effect.void))
    return Effect.gen(function* () {
      const { failure, outcomes } = yield* ended(lines.many(upTo(6)))
      assert.isUndefined(failure)
      assert.isTrue(allAccepted(outcomes))
    }).pipe(Effect.provide(layer))
  })

  it.effect(
    "is unknown when others are accepted while it goes again: it would be in the way for ever",
    () => {
      const lines = addLines(true)
      const { layer } = shop(lines, ([line = 0]) =>
        line === 4
          ? Effect.andThen(Effect.sleep("1 second"), Effect.fail(unsure))
          : Effect.sleep("700 millis")
      )
      return Effect.gen(function* () {
        const { failure, outcomes } = yield* ended(lines.many(upTo(40)))
        assert.isUndefined(failure)
        assert.deepStrictEqual(
          outcomes.flatMap(({ index, outcome }) => (outcome === "accepted" ? [] : [[index, outcome]])),
          [
            [4, "unknown"],
            [5, "unknown"]
          ]
        )
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("three of them in a row are an outage: the next ones wait before they go at all", () => {
    const lines = addLines(false)
    let isOut = true
    const broken = new Shop.Broken({})
    const { layer } = shop(lines, () => (isOut ? Effect.fail(broken) : Effect.void))
    return Effect.gen(function* () {
      yield* Effect.forkChild(
        Effect.andThen(
          Effect.sleep("5 minutes"),
          Effect.sync(() => (isOut = false))
        )
      )
      const { failure, outcomes } = yield* ended(lines.many(upTo(2_000)))
      assert.isUndefined(failure)
      assert.strictEqual(outcomes.length, 2_000)
      const unknown = outcomes.filter(({ outcome }) => outcome === "unknown")
      assert.isAbove(unknown.length, 2)
      assert.isBelow(unknown.length, 150)
    }).pipe(Effect.provide(layer))
  })
})

describe("items that are refused for themselves", () => {
  it.effect("are refused as ever, and no batch waits for them", () => {
    const lines = addLines(false)
    const { layer } = shop(lines, (some) =>
      some.some((line) => line % 10 === 0) ? Effect.fail(new Shop.BadRequest({})) : Effect.void
    )
    return Effect.gen(function* () {
      const { outcomes, took } = yield* ended(lines.many(upTo(40)))
      assert.deepStrictEqual(
        outcomes.flatMap(({ index, outcome }) => (outcome === "refused" ? [index] : [])),
        [0, 10, 20, 30]
      )
      assert.isBelow(took, 750)
    }).pipe(Effect.provide(layer))
  })

  it.effect.each([
    ["wrong credentials", new Shop.TokenExpired({})],
    [
      "a missing setting",
      new Common.Misconfigured({ vendor: "Shop", setting: "shopId", problem: "is not set" })
    ]
  ] as const)("so it is with %s, for which waiting is no cure", ([, failure]) => {
    const lines = addLines(false)
    const { layer } = shop(lines, () => Effect.fail(failure))
    return Effect.gen(function* () {
      const { outcomes, took } = yield* ended(lines.many(upTo(6)))
      assert.isTrue(outcomes.every(({ outcome }) => outcome === "refused"))
      assert.isBelow(took, 750)
    }).pipe(Effect.provide(layer))
  })
})

it.effect("its progress can be followed: what is settled, and the failure that it waits for", () => {
  const lines = addLines(false)
  const seen: Array<Progress> = []
  const { layer } = shop(lines, ([line = 0], call): Effect.Effect<void, Failed> => {
    if (line === 2 && call < 4) return Effect.fail(refused)
    return line === 4 ? Effect.fail(new Shop.BadRequest({})) : Effect.void
  })
  const onProgress = (progress: Progress) => Effect.sync(() => void seen.push(progress))
  return Effect.gen(function* () {
    yield* ended(lines.many(upTo(6), { concurrency: 1, onProgress }))
    const counts = (accepted: number, refused = 0) => ({ accepted, warned: 0, refused, unknown: 0 })
    assert.deepStrictEqual(seen, [
      counts(2),
      { ...counts(2), waiting: refused as AnyFailure },
      { ...counts(2), waiting: refused as AnyFailure },
      counts(4),
      counts(4, 1),
      counts(5, 1)
    ])
  }).pipe(Effect.provide(layer))
})
