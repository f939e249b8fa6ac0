/** What a retry costs, and when it is paid: retries after faults only, at the end of their wait. */
import { assert, it } from "@effect/vitest"
import { Clock, Effect, Exit, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { NotSent } from "../../src/contract/Common.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import type * as Budget from "../../src/policy/Budget.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

/** A budget that pays or does not, and notes when it was asked. */
const budgetThat = (pays: boolean) => {
  const withdrawn: Array<number> = []
  const deposits: Array<string> = []
  const budget: Budget.Budget = {
    deposit: Effect.sync(() => void deposits.push("deposit")),
    withdraw: Effect.map(Clock.currentTimeMillis, (now) => {
      withdrawn.push(now)
      return pays
    }),
    balance: Effect.succeed(0)
  }
  return { deposits, withdrawn, budget }
}

const scripted = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  return Shop.transport((_method, url) =>
    url.pathname === "/token"
      ? fromJson(200, {}, { token: "t", seconds: 600 })
      : (wires[next++] ?? Shop.order(1))
  )
}

const read = Shop.getOrder({ id: "a" })

const called = (call = read) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(call))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

it.effect("a retry is paid when its wait is over, so that those who wait are not all let go together", () => {
  const { withdrawn, budget } = budgetThat(true)
  const { layer } = scripted(forge(Shop.Closed, {}), forge(Shop.Closed, {}))
  return Effect.gen(function* () {
    assert.isTrue(Exit.isSuccess(yield* called()))
    assert.deepStrictEqual(withdrawn, [1_000, 3_000])
  }).pipe(Effect.provide(Shop.layer(layer, { budget })))
})

it.effect("new credentials and a wait that the vendor names cost nothing", () => {
  const { withdrawn, budget } = budgetThat(false)
  const { layer, requests } = scripted(forge(Shop.TokenExpired, {}), forge(Shop.TooMany, {}))
  return Effect.gen(function* () {
    assert.isTrue(Exit.isSuccess(yield* called()))
    assert.deepStrictEqual(withdrawn, [])
    assert.strictEqual(requests.filter((one) => one === "GET /orders/a").length, 3)
  }).pipe(Effect.provide(Shop.layer(layer, { budget }, Shop.tokenAuth)))
})

it.effect("a probe that failed goes back to its place: no retry is spent, and none is paid", () => {
  const { deposits, withdrawn, budget } = budgetThat(false)
  let probes = 0
  const probing: Pipeline.AttemptStage<"probing"> = {
    of: "attempt",
    name: "probing",
    around: (_, next) => (attempt) =>
      Effect.suspend(() =>
        probes++ < 3
          ? Effect.succeed({
              exit: Exit.fail(new NotSent({ reason: "refused" })),
              sent: false,
              requeue: true
            })
          : next(attempt)
      )
  }
  const { layer, requests } = scripted()
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Policy.once(Shop.getOrder.withResponse({ id: "a" })))
    yield* TestClock.adjust("1 hour")
    const { attempts } = yield* Fiber.join(fiber)
    assert.deepStrictEqual(
      attempts.map(({ ended, kind }) => [kind, ended]),
      [["first", "ok"]]
    )
    assert.deepStrictEqual([withdrawn, deposits, requests.length], [[], ["deposit"], 1])
  }).pipe(
    Effect.provide(Shop.layer(layer, { budget, pipeline: Pipeline.insert(probing, { after: "queue" }) }))
  )
})
