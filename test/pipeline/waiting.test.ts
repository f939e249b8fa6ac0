/** Where time passes in a call, and what turns it away: each is a fact, with the time that really passed. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import type * as Layers from "../../src/pipeline/layer.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

const read = Shop.getOrder({ id: "a" })
const second = "1 second"

/** What the facts say that are neither ends of attempts nor of calls. */
const line = (fact: Telemetry.Fact): ReadonlyArray<string> => {
  switch (fact._tag) {
    case "Waited":
      return [`waited ${fact.millis} ${fact.reason}`]
    case "CredentialRenewed":
      return [`renewed ${fact.reason} ${fact.outcome} in ${fact.millis} by ${fact.operation}`]
    case "BudgetSpent":
      return [`budget spent after ${fact.after}`]
    case "CircuitMet":
      return [`circuit met for ${fact.retryAfter}`]
    case "CircuitChanged":
      return [`${fact.class} ${fact.state} with ${fact.operation}`]
    default:
      return []
  }
}

/** A layer whose facts are noted as lines. */
const noting = (
  answer: (nth: number, path: string) => Wire | Effect.Effect<Wire>,
  options: Layers.Options = {},
  auth = Shop.tokenAuth
) => {
  const lines: Array<string> = []
  let nth = 0
  const observer: Telemetry.Observer = {
    observe: (fact) => Effect.sync(() => void lines.push(...line(fact)))
  }
  const wire = Shop.transport((_, { pathname }) =>
    answer(pathname === "/token" ? nth : nth++, pathname)
  ).layer
  const run = <A, E>(program: Effect.Effect<A, E, Shop.ShopApi>) =>
    program.pipe(
      Effect.provideService(Telemetry.Current, observer),
      Effect.provide(Shop.layer(wire, options, auth))
    )
  return { lines, run }
}

const token = (seconds = 600) => fromJson(200, {}, { token: "t", seconds })
const tokenAt = (path: string, other: Wire) => (path === "/token" ? token() : other)

const passing = <A, E, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(call))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

const perSecond = {
  quotas: [{ name: "q", limit: 1, per: second, scope: "an account", source: "made up" }]
} as const

describe("a call in a queue", () => {
  it.effect("says how long it waited for its turn, and nothing where that came at once", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make(perSecond)
      const { lines, run } = noting(() => Shop.order(1), { limit }, Auth.none)
      yield* passing(run(Effect.forEach(["a", "b", "c"], (id) => Shop.getOrder({ id }), { concurrency: 3 })))
      const waits = lines.map((one) => Number(/^waited ([\d.]+) queue$/.exec(one)?.[1]))
      assert.lengthOf(waits, 2)
      assert.approximately(waits[0] ?? 0, 1_000, 100)
      assert.approximately(waits[1] ?? 0, 2_000, 100)
    })
  )

  it.effect("says so when it is interrupted", () =>
    Effect.gen(function* () {
      const { lines, run } = noting(() => Effect.never, { limit: yield* Limit.make(perSecond) }, Auth.none)
      yield* run(
        Effect.gen(function* () {
          const fibers = yield* Effect.forEach(["a", "b"], (id) => Effect.forkChild(Shop.getOrder({ id })))
          yield* TestClock.adjust("250 millis")
          yield* Effect.forEach(fibers, Fiber.interrupt)
        })
      )
      assert.deepStrictEqual(lines, ["waited 250 queue"])
    })
  )

  it.effect("says so when it is refused after a wait, and not when it is refused at once", () =>
    Effect.gen(function* () {
      const limited = Effect.as(Effect.sleep("200 millis"), make(429, { "retry-after": "60" }, ""))
      const { lines, run } = noting(() => limited, { limit: yield* Limit.make(perSecond) }, Auth.none)
      yield* passing(
        run(
          Effect.all(
            [Policy.once(read), Deadline.within(read, "10 seconds"), Deadline.within(read, "1 second")],
            {
              concurrency: 3,
              mode: "result"
            }
          )
        )
      )
      assert.deepStrictEqual(lines, ["waited 200 queue"])
    })
  )
})

it.effect("a wait before a retry is as long as it was, also where its call is interrupted", () => {
  const { lines, run } = noting((_, path) => tokenAt(path, forge(Shop.Closed, {})))
  return run(
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(read)
      yield* TestClock.adjust("1500 millis")
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(lines.slice(1), ["waited 1000 backoff", "waited 500 backoff"])
    })
  )
})

it.effect("the time that a vendor asks for has a reason of its own", () => {
  const { lines, run } = noting((nth, path) =>
    tokenAt(path, nth === 0 ? make(429, { "retry-after": "7" }, "") : Shop.order(1))
  )
  return Effect.map(passing(run(read)), () => assert.deepStrictEqual(lines.slice(1), ["waited 7000 vendor"]))
})

describe("a credential", () => {
  const slow = (nth: number, path: string) =>
    path === "/token"
      ? Effect.as(Effect.sleep("2 seconds"), token())
      : nth === 1
        ? forge(Shop.TokenExpired, {})
        : Shop.order(1)

  it.effect("is fetched once for all who wait: they say for how long, and one fact says why", () => {
    const { lines, run } = noting(slow)
    return Effect.gen(function* () {
      yield* passing(run(Effect.all([read, read], { concurrency: 2 })))
      assert.deepStrictEqual(lines, [
        "renewed due ok in 2000 by Shop.getToken",
        "waited 2000 credentials",
        "waited 2000 credentials",
        "renewed refused ok in 2000 by Shop.getToken",
        "waited 2000 credentials"
      ])
    })
  })

  it.effect("that is at hand is not waited for", () => {
    const { lines, run } = noting((_, path) => tokenAt(path, Shop.order(1)))
    return Effect.map(run(Effect.andThen(read, read)), () =>
      assert.deepStrictEqual(lines, ["renewed due ok in 0 by Shop.getToken"])
    )
  })

  it.effect("that is not given is a fact, too, and whoever gives up waiting says so", () => {
    const { lines, run } = noting(() => Effect.never)
    return Effect.gen(function* () {
      yield* passing(run(read.pipe(Deadline.within("3 seconds"))))
      assert.deepStrictEqual(lines, [
        "waited 3000 credentials",
        "renewed due interrupted in 3000 by Shop.getToken"
      ])
    })
  })
})

it.effect("a budget that is spent names the failure that was not retried", () => {
  const { lines, run } = noting((_, path) => tokenAt(path, forge(Shop.Closed, {})), {
    budget: {
      deposit: Effect.void,
      withdraw: Effect.succeed(false),
      balance: Effect.succeed(0)
    }
  })
  return Effect.map(passing(run(read)), () =>
    assert.deepStrictEqual(lines.slice(-1), ["budget spent after Shop.Closed"])
  )
})

it.effect("a circuit says to what it changes, with which call, and which calls it turned away", () => {
  let open = true
  const { lines, run } = noting(
    () => (open ? forge(Shop.Broken, {}) : Shop.order(1)),
    { breaker: { failures: 1, patience: 0, openDuration: "1 minute" } },
    Auth.none
  )
  return run(
    Effect.gen(function* () {
      const once = Shop.placeOrder({ article: "tea", count: 1 })
      yield* Effect.exit(once)
      yield* TestClock.adjust("20 seconds")
      const refused = yield* Effect.forkChild(Effect.exit(once))
      yield* Effect.yieldNow
      yield* Fiber.interrupt(refused)
      open = false
      yield* TestClock.adjust("1 hour")
      yield* once
      assert.deepStrictEqual(lines, [
        "default open with Shop.placeOrder",
        "circuit met for 40000",
        "default half_open with Shop.placeOrder",
        "default closed with Shop.placeOrder"
      ])
    })
  )
})
