/** What becomes of calls while a vendor is down: they wait in the queue, which probes, or fail fast where they say so. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Exit, Fiber, Layer } from "effect"
import { CircuitBreakerStore, layerStoreMemory } from "effect/persistence/CircuitBreaker"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type { Wire } from "../../src/contract/Wire.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

/** A shop that is down between two times (ms), and when each request came. */
const shop = (
  from: number,
  to: number,
  answer: () => Wire | Effect.Effect<Wire> = () => forge(Shop.Closed, {})
) => {
  const times: Array<readonly [request: string, at: number]> = []
  const { layer } = Shop.transport((method, { pathname }) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      times.push([`${method} ${pathname}`, now])
      const wire = now >= from && now < to ? answer() : Shop.order(1)
      return Effect.isEffect(wire) ? wire : Effect.succeed(wire)
    })
  )
  const sent = (request: string) => times.filter(([one]) => one === request).map(([, at]) => at)
  return { layer, sent, times }
}

const read = (id: string) => Shop.getOrder({ id })
const write = Shop.placeOrder({ article: "tea", count: 1 })
const orders = "POST /shops/s%201/orders"
const fork = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.forkChild(effect, { startImmediately: true })

/** Three calls that fail, and make no second attempt: an outage. */
const outage = Effect.forEach(["x", "y", "z"], (id) => Effect.exit(Policy.once(read(id))), { discard: true })

describe("by default", () => {
  it.effect(
    "calls wait in the queue until the vendor is back, whatever their policy, and spend nothing for it",
    () => {
      const { layer, sent } = shop(0, 60_000)
      return Effect.gen(function* () {
        yield* outage
        const calls = yield* Effect.forEach(["a", "b", "c"], (id) =>
          fork(Policy.once(Shop.getOrder.withResponse({ id })))
        )
        yield* TestClock.adjust("59 seconds")
        for (const call of calls) assert.isUndefined(call.pollUnsafe())
        yield* TestClock.adjust("2 seconds")
        for (const { attempts } of yield* Effect.forEach(calls, Fiber.join))
          assert.deepStrictEqual(
            attempts.map(({ ended, kind }) => [kind, ended]),
            [["first", "ok"]]
          )
        // All three took turns at finding out.
        for (const id of ["a", "b", "c"]) assert.isAbove(sent(`GET /orders/${id}`).length, 30)
      }).pipe(Effect.provide(Shop.layer(layer)))
    }
  )

  it.effect("a vendor that is down gets four probes a second at most, however many calls wait", () => {
    const { layer, times } = shop(0, Infinity)
    return Effect.gen(function* () {
      yield* outage
      const before = times.length
      for (let n = 0; n < 50; n++) yield* fork(Effect.exit(Deadline.within(read(String(n)), "1 minute")))
      yield* TestClock.adjust("40 seconds")
      const probes = times.slice(before).map(([, at]) => at)
      for (const from of probes)
        assert.isAtMost(probes.filter((at) => at >= from && at < from + 1000).length, 4)
      assert.isAbove(probes.length, 80)
      assert.isBelow(probes.filter((at) => at >= 30_000).length, 22)
    }).pipe(Effect.provide(Shop.layer(layer)))
  })

  it.effect("a call ends by its deadline, with what it last met", () => {
    const { layer } = shop(0, Infinity)
    return Effect.gen(function* () {
      yield* outage
      yield* fork(Effect.exit(read("waits")))
      const call = yield* fork(Effect.flip(Deadline.within(read("a"), "20 seconds")))
      const unlucky = yield* fork(Effect.flip(Deadline.within(read("b"), "40 millis")))
      yield* TestClock.adjust("20 seconds")
      const failure = yield* Fiber.join(call)
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, failure.attempts.map(({ ended }) => ended)],
        ["Shop.Closed", "Refused", ["Shop.Closed"]]
      )
      const { _tag, delivery } = yield* Fiber.join(unlucky)
      assert.deepStrictEqual([_tag, delivery], ["OutOfTime", "NotSent"])
    }).pipe(Effect.provide(Shop.layer(layer)))
  })

  it.effect("without a deadline a call is not sent again and again: its policy decides", () => {
    const { layer, sent } = shop(0, Infinity)
    const endless = { policy: { ...Shop.vendor.advice, deadline: Duration.infinity } }
    return Effect.gen(function* () {
      yield* outage
      const calls = yield* Effect.forEach(["a", "b"], (id) => fork(Effect.exit(Policy.once(read(id)))))
      yield* TestClock.adjust("1 minute")
      for (const call of calls) assert.isTrue(Exit.isFailure(yield* Fiber.join(call)))
      assert.deepStrictEqual([sent("GET /orders/a").length, sent("GET /orders/b").length], [1, 1])
    }).pipe(Effect.provide(Shop.layer(layer, endless)))
  })

  it.effect(
    "a call that nobody else waits with has the attempts of its policy, at the times of its policy",
    () => {
      const { layer, sent } = shop(0, Infinity)
      return Effect.gen(function* () {
        yield* outage
        const call = yield* fork(Effect.flip(read("a")))
        yield* TestClock.adjust("1 hour")
        assert.strictEqual((yield* Fiber.join(call)).attempts.length, 4)
        assert.deepStrictEqual(sent("GET /orders/a"), [50, 1050, 3050, 7050])
      }).pipe(Effect.provide(Shop.layer(layer)))
    }
  )

  it.effect("what may have been done is not sent again, nor is it reported as not sent", () => {
    const { layer, sent } = shop(0, Infinity, () => forge(Shop.Broken, {}))
    return Effect.gen(function* () {
      yield* outage
      const calls = [yield* fork(Effect.flip(write)), yield* fork(Effect.flip(write))]
      yield* TestClock.adjust("10 minutes")
      for (const { _tag, delivery } of yield* Effect.forEach(calls, Fiber.join))
        assert.deepStrictEqual([_tag, delivery], ["Shop.Broken", "Unknown"])
      assert.strictEqual(sent(orders).length, 2)
    }).pipe(Effect.provide(Shop.layer(layer)))
  })

  it.effect("a write is risked as a probe once at most while reads wait", () => {
    const { layer, sent } = shop(0, 30_000)
    return Effect.gen(function* () {
      yield* outage
      const order = yield* fork(Effect.exit(write))
      const reading = yield* Effect.forEach(["a", "b"], (id) => fork(read(id)))
      yield* TestClock.adjust("40 seconds")
      yield* Effect.forEach(reading, Fiber.join)
      assert.isTrue(Exit.isSuccess(yield* Fiber.join(order)))
      const [probes, after] = [
        sent(orders).filter((at) => at < 30_000),
        sent(orders).filter((at) => at >= 30_000)
      ]
      assert.deepStrictEqual([probes.length, after.length], [1, 1])
    }).pipe(Effect.provide(Shop.layer(layer)))
  })

  it.effect(
    "an attempt that was cut short while the vendor was silent may have been made, and its report says so",
    () => {
      const { layer } = shop(0, Infinity, () => Effect.never)
      return Effect.gen(function* () {
        yield* fork(outage)
        yield* TestClock.adjust("30 seconds")
        const call = yield* fork(
          Effect.flip(Deadline.within(Shop.putOrder({ id: "a", count: 1 }), "25 seconds"))
        )
        yield* TestClock.adjust("30 seconds")
        const failure: AnyFailure = yield* Fiber.join(call)
        assert.deepStrictEqual([failure._tag, failure.delivery], ["NoAnswer", "Unknown"])
      }).pipe(Effect.provide(Shop.layer(layer)))
    }
  )

  it.effect("no circuit opens", () => {
    const { layer } = shop(0, 200_000)
    return Effect.gen(function* () {
      yield* outage
      const calls = yield* Effect.forEach(Array.from({ length: 20 }), (_, n) => fork(read(String(n))))
      yield* TestClock.adjust("201 seconds")
      for (const exit of yield* Effect.forEach(calls, Fiber.await)) assert.isTrue(Exit.isSuccess(exit))
    }).pipe(Effect.provide(Shop.layer(layer)))
  })
})

describe("a circuit stands before the queue where the layer has one", () => {
  const open = Effect.gen(function* () {
    const calls = yield* fork(
      Effect.forEach(
        Array.from({ length: 8 }, (_, n) => n * 10),
        (seconds) => Effect.delay(Effect.exit(Policy.once(read("a"))), Duration.seconds(seconds)),
        { concurrency: "unbounded" }
      )
    )
    yield* TestClock.adjust("2 minutes")
    yield* Fiber.join(calls)
    return (yield* Effect.flip(Policy.once(read("b"))))._tag
  })
  const options = { policy: { deadline: Duration.seconds(5) } }

  it.effect("of its own", () =>
    Effect.gen(function* () {
      const { layer } = shop(0, Infinity)
      const breaker = { failures: 2, patience: "1 second", openDuration: "10 minutes" } as const
      assert.strictEqual(
        yield* Effect.provide(open, Shop.layer(layer, { ...options, breaker })),
        "CircuitOpen"
      )
    })
  )

  it.effect("or shared with other processes", () =>
    Effect.gen(function* () {
      const { layer } = shop(0, Infinity)
      const shared = yield* Layer.build(layerStoreMemory())
      const store = yield* Effect.provideContext(CircuitBreakerStore, shared)
      const connected = Shop.layer(layer, options).pipe(
        Layer.provide(Layer.succeed(CircuitBreakerStore, store))
      )
      yield* Effect.provide(open, connected)
      assert.notStrictEqual((yield* store.state("Shop/default"))._tag, "Closed")
    })
  )
})

describe("with failFast", () => {
  it.effect("calls are refused at once with the time of the next probe, and one at a time finds out", () => {
    const { layer, sent } = shop(0, 3000)
    return Effect.gen(function* () {
      yield* outage
      const refused = yield* Effect.flip(read("a"))
      assert.strictEqual(refused._tag === "CircuitOpen" && Duration.toMillis(refused.retryAfter), 50)
      assert.deepStrictEqual([refused.delivery, sent("GET /orders/a")], ["NotSent", []])
      yield* TestClock.adjust("50 millis")
      const probe = yield* Effect.flip(read("b"))
      assert.deepStrictEqual([probe._tag, sent("GET /orders/b")], ["Shop.Closed", [50]])
      yield* TestClock.adjust("3 seconds")
      assert.strictEqual((yield* read("c")).count, 1)
    }).pipe(Effect.provide(Shop.layer(layer, { failFast: true })))
  })

  it.effect("after a time, calls wait until then", () => {
    const { layer } = shop(0, Infinity)
    return Effect.gen(function* () {
      yield* outage
      const [call] = yield* Effect.forEach(["a", "also"], (id) => fork(Effect.flip(read(id))))
      if (call === undefined) return assert.fail("no call")
      yield* TestClock.adjust("4999 millis")
      assert.isUndefined(call.pollUnsafe())
      yield* TestClock.adjust("501 millis")
      yield* Fiber.join(call)
      // One of the two is the next probe.
      const [, refused] = yield* Effect.forEach(["b", "c"], (id) => Effect.flip(read(id)))
      assert.strictEqual(refused?._tag, "CircuitOpen")
    }).pipe(Effect.provide(Shop.layer(layer, { failFast: "5 seconds" })))
  })

  it.effect("some calls, and not others", () => {
    const { layer } = shop(0, 10_000)
    return Effect.gen(function* () {
      yield* outage
      const patient = yield* fork(Effect.all([read("a"), read("c")], { concurrency: 2 }))
      assert.strictEqual(
        (yield* Effect.flip(Policy.override(read("b"), { failFast: true })))._tag,
        "CircuitOpen"
      )
      yield* TestClock.adjust("11 seconds")
      assert.strictEqual((yield* Fiber.join(patient))[0].count, 1)
    }).pipe(Effect.provide(Shop.layer(layer)))
  })
})
