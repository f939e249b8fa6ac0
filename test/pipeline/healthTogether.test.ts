/** Several layers of a vendor, and several classes, together. */
import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Layer, Schema, Scope } from "effect"
import { TestClock } from "effect/testing"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import * as Budget from "../../src/policy/Budget.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

import { answers, apart, first, get, limited, quota, shop } from "../shop/standing.ts"

it.effect(
  "adds the layers of one vendor up, counts what they share once, and forgets those that are closed",
  () => {
    const gate = Deferred.makeUnsafe<void>()
    const wire = Shop.transport((method) =>
      method === "POST" ? answers(method) : Effect.as(Deferred.await(gate), Shop.order(1))
    )
    const quotas = { default: { quotas: [quota(10, "1 second")] } }
    return Effect.gen(function* () {
      const budget = yield* Budget.make({ reserve: 0.5 })
      const layer = () => limited(wire.layer, quotas, { budget })
      const [one, other] = [yield* Scope.make(), yield* Scope.make()]
      const built = [yield* Layer.buildWithScope(layer(), one), yield* Layer.buildWithScope(layer(), other)]
      for (const context of built) yield* Effect.forkChild(Effect.provideContext(get, context))
      yield* TestClock.adjust("500 millis")
      assert.deepInclude(yield* shop, { layers: 2, retryBudget: 5 + 4 * 0.1 })
      assert.deepInclude(yield* first, { inFlight: 2, rate: 20 })
      // Each has sent one call, and one for its token.
      assert.deepStrictEqual((yield* first).quotas, [{ window: 1, limit: 20, remaining: 16 }])
      yield* Scope.close(one, Exit.void)
      assert.deepInclude(yield* shop, { layers: 1 })
      assert.deepInclude(yield* first, { inFlight: 1, rate: 10 })
      yield* Scope.close(other, Exit.void)
      assert.deepStrictEqual(yield* Telemetry.health, [])
    }).pipe(apart)
  }
)

it.effect("counts a queue that layers share once", () => {
  const wire = Shop.transport(answers)
  return Effect.gen(function* () {
    const limit = yield* Limit.make({ quotas: [quota(10, "1 second")] })
    const scope = yield* Scope.make()
    for (let layer = 0; layer < 2; layer++)
      yield* Layer.buildWithScope(limited(wire.layer, {}, { limit }), scope)
    assert.deepInclude(yield* shop, { layers: 2 })
    assert.deepInclude(yield* first, { class: "default", rate: 10 })
    yield* Scope.close(scope, Exit.void)
  }).pipe(apart)
})

it.effect("has a class within a wider one in both", () => {
  const wire = Shop.transport(answers)
  const quotas = {
    default: { quotas: [quota(10, "1 second")] },
    narrow: { quotas: [quota(60, "1 minute", { burst: 5 })], within: "default" }
  }
  return Effect.gen(function* () {
    const { classes } = yield* shop
    assert.deepStrictEqual(
      classes.map(({ class: name, inFlightLimit, rate }) => [name, inFlightLimit !== undefined, rate]),
      [
        ["default", true, 10],
        ["narrow", false, 1]
      ]
    )
    assert.deepStrictEqual(JSON.parse(JSON.stringify(classes[0])).quotas, [
      { window: 1, limit: 10, remaining: 10 }
    ])
  }).pipe(Effect.provide(limited(wire.layer, quotas)), apart)
})

it.effect(
  "shows a call of a narrower class that waits in the wider one as waiting there, and in flight nowhere",
  () => {
    const wire = Shop.transport(answers)
    const quotas = {
      default: { quotas: [quota(1, "1 second")] },
      narrow: { quotas: [quota(60, "1 minute", { burst: 5 })], within: "default" }
    }
    const browse = operations<Shop.Always>()(Shop.ShopApi, define({ ...Shop.vendor, quotas }))(
      "browse",
      () => ({
        method: "GET",
        path: "/browse",
        input: Schema.Struct({}),
        output: Schema.Unknown,
        idempotent: true,
        quota: "narrow"
      })
    )
    return Effect.gen(function* () {
      yield* browse({})
      yield* Effect.forkChild(browse({}), { startImmediately: true })
      yield* TestClock.adjust("100 millis")
      assert.deepStrictEqual(
        (yield* shop).classes.map(({ inFlight, waiting }) => [waiting, inFlight]),
        [
          [1, 0],
          [0, 0]
        ]
      )
    }).pipe(Effect.provide(limited(wire.layer, quotas, {}, Auth.none)), apart)
  }
)

it.effect("is of the whole process unless another register is provided", () =>
  Effect.gen(function* () {
    const wire = Shop.transport(answers)
    const inProcess = yield* Effect.provide(Telemetry.health, limited(wire.layer, {}))
    assert.include(
      inProcess.map(({ vendor }) => vendor),
      "Shop"
    )
    assert.deepStrictEqual(yield* apart(Telemetry.health), [])
  })
)
