/** Clocks that are wrong: ours may be set while a call is under way, and the vendor's may differ from ours. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Fiber, Schema } from "effect"
import { TestClock } from "effect/testing"
import { NotSent } from "../../src/contract/Common.ts"
import { forge } from "../../src/contract/Catalogue.ts"
import { failuresOf, header } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import { EpochSeconds, make, type Wire } from "../../src/contract/Wire.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Retry from "../../src/policy/Retry.ts"
import { type ChaosClock, make as makeClock } from "../chaos/clock.ts"
import * as Shop from "../shop/shop.ts"

const start = 1_800_000_000_000

/** Runs something by a wall clock that can be set wrong; what counts time does not jump. */
const jumpy = <A, E>(run: (clock: ChaosClock, pass: TestClock.TestClock["adjust"]) => Effect.Effect<A, E>) =>
  TestClock.testClockWith((test) => {
    const clock = makeClock(test)
    return Effect.andThen(
      TestClock.setTime(start),
      Effect.provideService(
        run(clock, (time) => test.adjust(time)),
        Clock.Clock,
        clock as Clock.Clock
      )
    )
  })

const fork = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.forkChild(effect, { startImmediately: true })

/** A transport that fails so often, then answers, and notes when it was sent to (ms since the start of the run, true time). */
const failing = (often: number, now: () => number, failure: () => Wire, slow = 0) => {
  const times: Array<number> = []
  const { layer } = Shop.transport(() => {
    times.push(now() - start)
    return times.length <= often ? failure() : Effect.delay(Effect.succeed(Shop.order(1)), slow)
  })
  return { times, layer }
}

describe("a wall clock that is set while a call is under way", () => {
  it.effect("ahead: the call has as much time as before, for its retries and for each attempt", () =>
    jumpy((clock, pass) => {
      const { times, layer } = failing(2, clock.now, () => forge(Shop.Closed, {}), 2000)
      return Effect.gen(function* () {
        const call = yield* fork(Shop.getOrder({ id: "a" }))
        yield* pass("500 millis")
        clock.jump(600_000)
        yield* pass("10 seconds")
        assert.strictEqual((yield* Fiber.join(call)).count, 1)
        assert.deepStrictEqual(times, [0, 1000, 3000])
      }).pipe(Effect.provide(Shop.layer(layer)))
    })
  )

  it.effect("back: the call has no more time than before", () =>
    jumpy((clock, pass) => {
      const { times, layer } = failing(Infinity, clock.now, () => forge(Shop.Closed, {}))
      return Effect.gen(function* () {
        const call = yield* fork(
          Effect.flip(Deadline.within(Shop.placeOrder({ article: "tea", count: 1 }), "2500 millis"))
        )
        yield* pass("500 millis")
        clock.jump(-3_600_000)
        yield* pass("1 hour")
        assert.strictEqual((yield* Fiber.join(call))._tag, "Shop.Closed")
        assert.deepStrictEqual(times, [0, 1000])
      }).pipe(Effect.provide(Shop.layer(layer)))
    })
  )

  it.effect("a schedule of one's own has as much time as before, and no more", () =>
    jumpy((clock, pass) =>
      Effect.gen(function* () {
        const policy = Policy.make({
          passing: Policy.waits("1 second", "1 second", "1 second"),
          jitter: "none",
          deadline: Duration.millis(1500)
        })
        let attempts = 0
        const call = Effect.suspend(() => Effect.fail((attempts++, new NotSent({ reason: "refused" }))))
        const retried = yield* fork(
          Effect.exit(Effect.retry(call, Retry.schedule(policy, { idempotent: true })))
        )
        yield* pass("500 millis")
        clock.jump(-3_600_000)
        yield* pass("5 seconds")
        clock.jump(600_000)
        yield* Fiber.join(retried)
        assert.strictEqual(attempts, 2)
      })
    )
  )

  it.effect("what is left of a deadline does not change", () =>
    jumpy((clock) =>
      Effect.gen(function* () {
        clock.jump(-3_600_000)
        assert.strictEqual(yield* Deadline.remaining, 5000)
      }).pipe(Deadline.within("5 seconds"))
    )
  )

  it.effect("calls keep their order in the queue", () =>
    jumpy((clock, pass) => {
      const answered: Array<string> = []
      const { layer } = Shop.transport((_method, { pathname }) => {
        answered.push(pathname)
        return Effect.delay(Effect.succeed(Shop.order(1)), "1 second")
      })
      return Effect.gen(function* () {
        for (const id of ["a", "b", "c"]) yield* fork(Shop.getOrder({ id }))
        clock.jump(-60_000)
        for (const id of ["d", "e"]) yield* fork(Shop.getOrder({ id }))
        yield* pass("1 minute")
        assert.deepStrictEqual(
          answered,
          ["a", "b", "c", "d", "e"].map((id) => `/orders/${id}`)
        )
      }).pipe(Effect.provide(Shop.layer(layer, { limit: { inFlight: { start: 1, most: 1 } } })))
    })
  )
})

class Held extends failuresOf(Shop.dialect)<Held>()("Shop.Held", {
  signature: { status: 429 },
  carries: { resetAt: header("x-ratelimit-reset", EpochSeconds) },
  category: "rate-limited",
  retry: { at: "resetAt" },
  means: "Too many requests.",
  remedy: "Wait for the reset.",
  see: "made up"
}) {}
const search = operations<Shop.Always>()(
  Shop.ShopApi,
  define({ ...Shop.vendor, failures: [Held, ...Shop.failures] })
)("search", () => ({
  method: "GET",
  path: "/search",
  input: Schema.Struct({}),
  output: Shop.Order,
  fails: [Held],
  idempotent: true
}))

describe("a vendor whose clock differs", () => {
  const http = (at: number) => new Date(at).toUTCString()
  const differing = [
    ["ahead", 300_000],
    ["behind", -300_000],
    ["a little behind", -3000],
    ["right", 0]
  ] as const

  it.effect.each(differing)("%s: a moment of its own is read against the Date of its answer", ([, by]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(start)
      const there = start + by
      const headers = { date: http(there), "x-ratelimit-reset": String((there + 20_000) / 1000) }
      const clock = yield* Clock.Clock
      const { times, layer } = failing(
        1,
        () => clock.currentTimeMillisUnsafe(),
        () => make(429, headers, "")
      )
      yield* Effect.gen(function* () {
        const calls = yield* Effect.forEach([1, 2], () => fork(search({})))
        yield* TestClock.adjust("30 seconds")
        yield* Effect.forEach(calls, Fiber.join)
        const later = times.filter((at) => at > 0)
        assert.isNotEmpty(later)
        for (const at of later) assert.isTrue(at >= 20_000 && at <= 21_000, String(at))
      }).pipe(Effect.provide(Shop.layer(layer, {}, undefined, [Held])))
    })
  )

  it.effect.each(differing)("%s: so is Retry-After as a date, whatever the status", ([, by]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(start)
      const headers = { date: http(start + by), "retry-after": http(start + by + 20_000) }
      const clock = yield* Clock.Clock
      const { times, layer } = failing(
        1,
        () => clock.currentTimeMillisUnsafe(),
        () => make(503, headers, "")
      )
      yield* Effect.gen(function* () {
        const call = yield* fork(Shop.getOrder({ id: "a" }))
        yield* TestClock.adjust("1 minute")
        yield* Fiber.join(call)
        assert.deepStrictEqual(times, [0, 20_000])
      }).pipe(Effect.provide(Shop.layer(layer)))
    })
  )

  it.effect("the failure keeps the vendor's own moment, and says how far the clocks differ", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(start)
      const headers = { date: http(start + 300_000), "x-ratelimit-reset": String(start / 1000 + 100_000) }
      const { layer } = failing(
        Infinity,
        () => start,
        () => make(429, headers, "")
      )
      const failure = yield* Effect.flip(search({})).pipe(
        Effect.provide(Shop.layer(layer, {}, undefined, [Held]))
      )
      assert.strictEqual(failure.call?.skew, 300_000)
      assert.strictEqual(
        failure._tag === "Shop.Held" && failure.resetAt.epochMilliseconds,
        start + 100_000_000
      )
    })
  )
})
