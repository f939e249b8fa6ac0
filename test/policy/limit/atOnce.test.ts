/** Limits that a vendor counts in long windows: a part goes at once, so that nobody waits for an even release over a day. */
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { RateLimiter } from "effect/persistence"
import { TestClock } from "effect/testing"
import { gcraOf } from "../../../src/policy/limit/gcra.ts"
import { Jitter } from "../../../src/policy/limit/jitter.ts"
import * as Limit from "../../../src/policy/Limit.ts"
import { Pacer } from "../../../src/policy/limit/pacer.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"

const day = 86_400_000
const quota = (more: Partial<Limit.Quota> = {}): Limit.Quota => ({
  name: "test",
  limit: 100,
  per: day,
  atOnce: 50,
  scope: "workspace",
  source: "test",
  ...more
})

/** When calls leave that leave as soon as they may. */
const sends = (of: Limit.Quota, until: number): ReadonlyArray<number> => {
  const gcra = gcraOf(of, new Jitter())
  const times: Array<number> = []
  for (let now = 0; now < until; now = Math.max(now, gcra.readyAt(now, 0))) {
    gcra.sent(now)
    times.push(now)
  }
  return times
}

it("so many go at once, and no window holds more than the limit", () => {
  const times = sends(quota(), 3 * day)
  assert.lengthOf(
    times.filter((at) => at === 0),
    50
  )
  for (const from of times) assert.isAtMost(times.filter((at) => at >= from && at < from + day).length, 100)
  assert.isAtLeast(times.filter((at) => at < day).length, 99)
})

it("what is left of the window is that of the whole limit", () => {
  const gcra = gcraOf(quota(), new Jitter())
  for (let count = 0; count < 60; count++) gcra.sent(0)
  assert.deepStrictEqual(gcra.window(1), { limit: 100, millis: day, remaining: 40 })
})

it("headers that state the same limit slow nobody down; those that state less do", () => {
  const pacer = (limit: number) => {
    const one = new Pacer([quota()], () => 0.5)
    one.sent("", 0)
    one.answered({ limit, remaining: limit - 1, resetAt: day }, 0, 1)
    return one.readyAt(1)
  }
  assert.isAtMost(pacer(100), 1)
  assert.isAtMost(pacer(200), 1)
  assert.isAbove(pacer(10), 1)
})

it.effect("fifty ids of sends are made at once, as Braze allows a hundred a day", () =>
  Effect.gen(function* () {
    const limit = yield* Limit.make({ quotas: Braze.vendor.quotas["send-ids"].quotas })
    const fiber = yield* Effect.forkChild(
      Effect.forEach(Array.from({ length: 50 }), () => limit.run(Effect.void), { concurrency: "unbounded" })
    )
    yield* TestClock.adjust("1 second")
    assert.isDefined(fiber.pollUnsafe())
  })
)

it.effect("processes that share the limit have the same together", () =>
  Effect.gen(function* () {
    const store = yield* Limit.Store
    const taken = yield* Effect.forEach(
      Array.from({ length: 60 }),
      () => store?.take(quota(), "") ?? Effect.die("no store")
    )
    assert.lengthOf(
      taken.filter(({ allowed }) => allowed),
      50
    )
  }).pipe(
    Effect.provide(
      Layer.effect(Limit.Store, Effect.flatMap(RateLimiter.make, Limit.makeShared)).pipe(
        Layer.provide(RateLimiter.layerStoreMemory)
      )
    )
  )
)

it("a part that is no part is refused", () => {
  const wrong = (more: Partial<Limit.Quota>) => Limit.problems({ quotas: [quota(more)] }).length > 0
  assert.isFalse(wrong({}))
  for (const more of [{ atOnce: 0 }, { atOnce: 1.5 }, { atOnce: 100 }, { burst: 5 }])
    assert.isTrue(wrong(more))
})
