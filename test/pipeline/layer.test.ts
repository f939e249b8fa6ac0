import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import * as Retry from "../../src/policy/Retry.ts"
import { fromJson, make } from "../../src/contract/Wire.ts"
import { version } from "../../src/pipeline/sender.ts"
import * as Shop from "../shop/shop.ts"

const script = (...wires: ReadonlyArray<ReturnType<typeof make>>) => {
  let next = 0
  return Shop.transport(() => wires[Math.min(next++, wires.length - 1)]!)
}

it.effect("decodes a success and puts input into path and body", () => {
  const seen: Array<string> = []
  const wire = Shop.transport((_method, _url, headers, body) => {
    seen.push(headers["authorization"] ?? "", body)
    return Shop.order(2)
  })
  return Effect.gen(function* () {
    const order = yield* Shop.placeOrder({ article: "tea", count: 2 })
    assert.deepStrictEqual({ ...order }, { id: "o1", count: 2 })
    assert.deepStrictEqual(wire.requests, ["POST /shops/s%201/orders"])
    assert.deepStrictEqual(seen, ["Bearer key-1234567890", `{"article":"tea","count":2}`])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("recognizes the special failure before the general, with its circumstances", () => {
  const wire = script(
    fromJson(400, { "x-request-id": "r-1" }, { message: "Sorry, Sold  out.", article: "tea" })
  )
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 2 }))
    assert.strictEqual(failure._tag, "Shop.SoldOut")
    assert.strictEqual(failure.status, 400)
    assert.strictEqual(failure.vendorMessage, "Sorry, Sold  out.")
    assert.strictEqual(failure.requestId, "r-1")
    assert.strictEqual(failure.delivery, "Refused")
    assert.strictEqual(failure.attempts.length, 1)
    assert.strictEqual(
      failure.message,
      "Shop.placeOrder failed with Shop.SoldOut (HTTP 400). The article is sold out. Shop said: “Sorry, Sold  out.”. Nothing was done. Choose another article."
    )
    assert.deepStrictEqual(failure.request, {
      method: "POST",
      url: "https://shop.example/shops/s%201/orders",
      headers: {
        accept: "application/json",
        "user-agent": `faultline/${version}`,
        authorization: "Bearer $SHOP_BEARER"
      },
      body: `{"article":"tea","count":2}`
    })
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("refuses input that breaks a rule and sends nothing", () => {
  const wire = script(Shop.order(1))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Shop.placeOrder({ article: "", count: 51 }))
    assert.strictEqual(failure._tag, "InvalidInput")
    if (failure._tag === "InvalidInput")
      assert.deepStrictEqual(
        failure.complaints.map(({ path }) => path),
        ["article", "count"]
      )
    assert.deepStrictEqual(wire.requests, [])
    assert.strictEqual(failure.delivery, "NotSent")
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("retries a passing fault with growing waits and reports each attempt", () => {
  const wire = script(forge(Shop.Closed, {}), forge(Shop.Closed, {}), forge(Shop.SoldOut, { article: "tea" }))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(Shop.placeOrder({ article: "tea", count: 1 })))
    yield* TestClock.adjust("1 hour")
    const failure = yield* Fiber.join(fiber)
    assert.deepStrictEqual(
      failure.attempts.map(({ at, ended, waited }) => [at.epochMilliseconds, ended, waited]),
      [
        [0, "Shop.Closed", 1000],
        [1000, "Shop.Closed", 2000],
        [3000, "Shop.SoldOut", undefined]
      ]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("does not retry what may have been done, unless it may assume that it is idempotent", () => {
  const wire = script(forge(Shop.Broken, {}), Shop.order(1))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
    assert.deepStrictEqual(
      [failure._tag, failure.delivery, wire.requests.length],
      ["Shop.Broken", "Unknown", 1]
    )
    const fiber = yield* Effect.forkChild(
      Retry.assumeIdempotent(Shop.placeOrder({ article: "tea", count: 1 }))
    )
    yield* TestClock.adjust("1 hour")
    assert.strictEqual((yield* Fiber.join(fiber)).count, 1)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("fetches one token for all, and a new one once when it is stale", () => {
  let issued = 0
  let good = "t1"
  const wire = Shop.transport((_method, url, headers) => {
    if (url.pathname === "/token") return fromJson(200, {}, { token: `t${++issued}`, seconds: 600 })
    return headers["authorization"] === `Bearer ${good}` ? Shop.order(1) : forge(Shop.TokenExpired, {})
  })
  return Effect.gen(function* () {
    yield* Effect.all(
      Array.from({ length: 20 }, () => Shop.getOrder({ id: "a" })),
      { concurrency: "unbounded" }
    )
    assert.strictEqual(issued, 1)
    good = "t2"
    yield* Effect.all(
      Array.from({ length: 20 }, () => Shop.getOrder({ id: "a" })),
      { concurrency: "unbounded" }
    )
    assert.strictEqual(issued, 2)
    good = "none"
    const failure = yield* Effect.flip(Shop.getOrder({ id: "a" }))
    assert.deepStrictEqual([failure._tag, failure.attempts.length, issued], ["Shop.TokenExpired", 2, 3])
  }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth)))
})

it.effect("calls silence what it is: harmless for a read, unknown for a write", () => {
  const wire = Shop.transport(() => Effect.never)
  return Effect.gen(function* () {
    const write = yield* Effect.forkChild(Effect.flip(Shop.placeOrder({ article: "tea", count: 1 })))
    const read = yield* Effect.forkChild(Effect.flip(Shop.getOrder({ id: "a" })))
    yield* TestClock.adjust("1 hour")
    const [written, got] = [yield* Fiber.join(write), yield* Fiber.join(read)]
    assert.deepStrictEqual(
      [written._tag, written.delivery, written.attempts.length],
      ["DeliveryUnknown", "Unknown", 1]
    )
    assert.deepStrictEqual([got._tag, got.delivery, got.attempts.length], ["NoAnswer", "Refused", 4])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("calls a page in place of a success unreadable, and an undocumented answer unrecognized", () => {
  const wire = script(
    make(200, {}, "<html>"),
    fromJson(418, {}, { message: "teapot" }),
    fromJson(400, {}, { message: `no: ${"key-1234567890"}` })
  )
  return Effect.gen(function* () {
    const unreadable = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
    assert.deepStrictEqual([unreadable._tag, unreadable.delivery], ["Unreadable", "Unknown"])
    const unrecognized = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
    assert.deepStrictEqual(
      [unrecognized._tag, unrecognized.status, unrecognized.vendorMessage],
      ["Unrecognized", 418, "teapot"]
    )
    const echoed = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
    assert.strictEqual(echoed.vendorMessage, "no: <redacted>")
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
