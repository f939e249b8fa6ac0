/** Credentials that are fetched: one request for all who wait, under nobody's deadline and nobody's policy but the layer's. */
import { assert, it } from "@effect/vitest"
import { Clock, Effect, Fiber, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

const issue = (seconds = 600) => fromJson(200, {}, { token: "t", seconds })
const read = Shop.getOrder({ id: "a" })

/** A shop whose tokens come as `answer` says; `counts` tells what was asked for. */
const shop = (answer: (nth: number) => Wire | Effect.Effect<Wire>) => {
  const counts = { tokens: 0, orders: 0 }
  const { layer } = Shop.transport((_method, url) => {
    if (url.pathname === "/token") return answer(++counts.tokens)
    counts.orders++
    return Shop.order(1)
  })
  return { counts, layer: Shop.layer(layer, {}, Shop.tokenAuth) }
}

it.effect(
  "a request for a token that fails was retried by its own policy, and is not by its caller's as well",
  () => {
    const { counts, layer } = shop(() => forge(Shop.Closed, {}))
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.flip(read))
      yield* TestClock.adjust("1 hour")
      const failure = yield* Fiber.join(fiber)
      assert.deepStrictEqual([failure._tag, failure.delivery], ["Shop.Closed", "NotSent"])
      assert.deepStrictEqual(counts, { tokens: 4, orders: 0 })
    }).pipe(Effect.provide(layer))
  }
)

it.effect("a token that comes after the first caller's deadline still serves the others", () => {
  const { counts, layer } = shop(() => Effect.as(Effect.sleep("3 seconds"), issue()))
  return Effect.gen(function* () {
    const hasty = yield* Effect.forkChild(
      Effect.flip(read).pipe(
        Deadline.within("1 second"),
        Effect.flatMap((failure) =>
          Effect.map(Clock.currentTimeMillis, (at) => [failure.message, at] as const)
        )
      )
    )
    const patient = yield* Effect.forkChild(read)
    yield* TestClock.adjust("1 hour")
    const [message, at] = yield* Fiber.join(hasty)
    assert.include(message, "The credentials for it could not be fetched in time")
    assert.strictEqual(at, 1_000)
    assert.strictEqual((yield* Fiber.join(patient)).count, 1)
    assert.deepStrictEqual(counts, { tokens: 1, orders: 1 })
  }).pipe(Effect.provide(layer))
})

it.effect("a token is asked for under the layer's policy, whatever the caller has overridden", () => {
  const { counts, layer } = shop((nth) => (nth === 1 ? forge(Shop.Closed, {}) : issue()))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Policy.once(read))
    yield* TestClock.adjust("1 minute")
    assert.strictEqual((yield* Fiber.join(fiber)).count, 1)
    assert.deepStrictEqual(counts, { tokens: 2, orders: 1 })
  }).pipe(Effect.provide(layer))
})

it.effect("a request for a token that failed is not kept: the next call asks again", () => {
  const { counts, layer } = shop((nth) => (nth === 1 ? forge(Shop.BadRequest, {}) : issue()))
  return Effect.gen(function* () {
    assert.strictEqual((yield* Effect.flip(read))._tag, "Shop.BadRequest")
    assert.strictEqual((yield* read).count, 1)
    assert.deepStrictEqual(counts, { tokens: 2, orders: 1 })
  }).pipe(Effect.provide(layer))
})

it.effect("a caller that gives up does not take the token from those who wait for it too", () => {
  const { counts, layer } = shop(() => Effect.as(Effect.sleep("3 seconds"), issue()))
  return Effect.gen(function* () {
    const first = yield* Effect.forkChild(read)
    yield* TestClock.adjust("1 second")
    const second = yield* Effect.forkChild(read)
    yield* TestClock.adjust("1 second")
    yield* Fiber.interrupt(first)
    yield* TestClock.adjust("1 second")
    assert.strictEqual((yield* Fiber.join(second)).count, 1)
    assert.deepStrictEqual(counts, { tokens: 1, orders: 1 })
  }).pipe(Effect.provide(layer))
})

it.effect("a token is renewed before its end, a short one at half its life", () => {
  const { counts, layer } = shop((nth) => issue(nth === 1 ? 600 : 20))
  const tokensAt = (seconds: number) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(seconds * 1_000)
      yield* read
      return counts.tokens
    })
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Effect.forEach([0, 569, 570, 579, 580], tokensAt), [1, 1, 2, 2, 3])
  }).pipe(Effect.provide(layer))
})

it.effect("a token that never comes is waited for once, and not again by the policy of who wanted it", () => {
  const { counts, layer } = shop(() => Effect.never)
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(read))
    yield* TestClock.adjust("1 hour")
    const failure = yield* Fiber.join(fiber)
    assert.deepStrictEqual(
      [failure._tag, failure.delivery, failure.attempts.length],
      ["NotSent", "NotSent", 1]
    )
    assert.deepStrictEqual(counts, { tokens: 4, orders: 0 })
  }).pipe(Effect.provide(layer))
})

it.effect("a token is asked for with what buys it, by a caller of that operation as well", () => {
  const seen: Array<string | undefined> = []
  const wire = Shop.transport((_method, _url, headers) => {
    seen.push(headers["authorization"])
    return issue()
  })
  return Effect.gen(function* () {
    yield* Shop.getToken({})
    assert.deepStrictEqual(seen, [`Basic ${btoa("me:s3cret-password")}`])
  }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth)))
})

it.effect("a key that was refused is not sent again: there is no other one", () => {
  const wire = Shop.transport(() => forge(Shop.TokenExpired, {}))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(read)
    assert.deepStrictEqual([failure._tag, wire.requests.length], ["Shop.TokenExpired", 1])
  }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Auth.bearer(Redacted.make("k")))))
})

it.effect("callers whose token has been replaced already do not throw away the new one", () => {
  let issued = 0
  const wire = Shop.transport((_method, url, headers) => {
    if (url.pathname === "/token") return fromJson(200, {}, { token: `t${++issued}`, seconds: 600 })
    const slow = url.pathname.endsWith("slow") ? "5 seconds" : "1 second"
    const answer = headers["authorization"] === "Bearer t1" ? forge(Shop.TokenExpired, {}) : Shop.order(1)
    return Effect.as(Effect.sleep(slow), answer)
  })
  return Effect.gen(function* () {
    const both = Effect.forEach(["quick", "slow"], (id) => Shop.getOrder({ id }), { concurrency: 2 })
    const fiber = yield* Effect.forkChild(both)
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(fiber)
    assert.strictEqual(issued, 2)
  }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth)))
})
