/** How the layers of a vendor stand: `Telemetry.health`. */
import { assert, it } from "@effect/vitest"
import { Deferred, Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type * as Breaker from "../../src/policy/Breaker.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Shop from "../shop/shop.ts"

import { answers, apart, first, get, limited, quota, shop } from "../shop/standing.ts"

it.effect("counts who waits and who is in flight, and says how fast calls may go and what is left", () => {
  const gate = Deferred.makeUnsafe<void>()
  const wire = Shop.transport((method) =>
    method === "POST" ? answers(method) : Effect.as(Deferred.await(gate), Shop.order(1))
  )
  const quotas = { default: { quotas: [quota(2, "1 second"), quota(100, "1 minute")] } }
  return Effect.gen(function* () {
    assert.deepInclude(yield* first, {
      waiting: 0,
      inFlight: 0,
      held: 0,
      downSince: undefined,
      circuit: undefined
    })
    const calls = yield* Effect.forkChild(
      Effect.forEach(Array.from({ length: 5 }), () => get, { concurrency: "unbounded" })
    )
    yield* TestClock.adjust("400 millis")
    // One asked for the token, and one of the five has left since then.
    const { inFlightLimit, quotas: left, ...standing } = yield* first
    assert.deepInclude(standing, { class: "default", waiting: 5, inFlight: 0, rate: 100 / 60 })
    assert.isAbove(inFlightLimit ?? 0, 1)
    assert.deepStrictEqual(left, [
      { window: 1, limit: 2, remaining: 1 },
      { window: 60, limit: 100, remaining: 99 }
    ])
    yield* TestClock.adjust("700 millis")
    assert.deepInclude(yield* first, { waiting: 3, inFlight: 2 })
    yield* Deferred.succeed(gate, undefined)
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(calls)
    assert.deepInclude(yield* first, { waiting: 0, inFlight: 0 })
    assert.strictEqual((yield* first).quotas[0]?.remaining, 2)
  }).pipe(Effect.provide(limited(wire.layer, quotas)), apart)
})

it.effect("says what the vendor's headers said last, and that all is left after their reset", () => {
  const headers = { "x-ratelimit-limit": "50", "x-ratelimit-remaining": "7", "x-ratelimit-reset": "60" }
  const wire = Shop.transport((method) =>
    method === "POST" ? answers(method) : { ...Shop.order(1), headers }
  )
  // They stand in place of what is documented for a window of that length.
  const quotas = { default: { quotas: [quota(100, "1 minute")] } }
  return Effect.gen(function* () {
    yield* get
    assert.deepStrictEqual((yield* first).quotas, [{ window: 60, limit: 50, remaining: 7 }])
    assert.closeTo((yield* first).rate ?? 0, 50 / 60, 0.01)
    yield* TestClock.adjust("61 seconds")
    assert.deepStrictEqual((yield* first).quotas, [{ window: 60, limit: 50, remaining: 50 }])
  }).pipe(Effect.provide(limited(wire.layer, quotas, {}, Auth.none)), apart)
})

it.effect(
  "says for how long the vendor holds calls back, in seconds, and changes nothing by saying so",
  () => {
    let refuses = true
    const wire = Shop.transport((method) => {
      if (method === "POST" || !refuses) return answers(method)
      refuses = false
      return forge(Shop.TooMany, { retryAfter: Duration.seconds(30) })
    })
    return Effect.gen(function* () {
      const call = yield* Effect.forkChild(get)
      yield* TestClock.adjust("10 seconds")
      const standing = yield* first
      assert.closeTo(standing.held, 20, 1)
      assert.deepStrictEqual(yield* first, standing)
      yield* TestClock.adjust("21 seconds")
      yield* Fiber.join(call)
      assert.strictEqual((yield* first).held, 0)
    }).pipe(Effect.provide(limited(wire.layer, {})), apart)
  }
)

const threeFail = Effect.forEach([1, 2, 3], () => Effect.exit(Policy.once(get)))

it.effect("says since when the vendor is down, and when it is asked next", () => {
  const wire = Shop.transport(() => forge(Shop.Closed, {}))
  return Effect.gen(function* () {
    yield* TestClock.adjust("5 seconds")
    yield* threeFail
    const { classes, downSince } = yield* shop
    assert.strictEqual(downSince, 5000)
    assert.strictEqual(classes[0]?.downSince, downSince)
    assert.isAbove(classes[0]?.held ?? 0, 0)
  }).pipe(Effect.provide(limited(wire.layer, {}, {}, Auth.none)), apart)
})

it.effect("has the worst of the circuits", () => {
  let down = true
  const gate = Deferred.makeUnsafe<void>()
  const wire = Shop.transport(() =>
    down ? forge(Shop.Closed, {}) : Effect.as(Deferred.await(gate), Shop.order(1))
  )
  const breaker: Breaker.Options = { failures: 3, patience: 0, openDuration: "10 seconds" }
  const layer = () => Layer.build(limited(wire.layer, {}, { breaker }, Auth.none))
  return Effect.gen(function* () {
    yield* layer()
    const troubled = yield* layer()
    assert.strictEqual((yield* first).circuit, "closed")
    yield* Effect.provideContext(threeFail, troubled)
    assert.strictEqual((yield* first).circuit, "open")
    down = false
    yield* TestClock.adjust("11 seconds")
    assert.strictEqual((yield* first).circuit, "open")
    const probe = yield* Effect.forkChild(Effect.provideContext(get, troubled), { startImmediately: true })
    yield* TestClock.adjust("5 seconds")
    assert.strictEqual((yield* first).circuit, "half_open")
    yield* Deferred.succeed(gate, undefined)
    yield* Fiber.join(probe)
    assert.strictEqual((yield* first).circuit, "closed")
  }).pipe(Effect.scoped, apart)
})

it.effect(
  "has the seconds until the token ends, once there is one, and what the budget would pay for",
  () => {
    const wire = Shop.transport(answers)
    return Effect.gen(function* () {
      assert.deepInclude(yield* shop, { tokenExpiresIn: undefined, retryBudget: 10 })
      yield* get
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* shop).tokenExpiresIn, 540)
    }).pipe(Effect.provide(limited(wire.layer, {})), apart)
  }
)
