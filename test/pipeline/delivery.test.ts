/** What a failure says about whether the call was carried out. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { HttpClient, HttpClientError } from "effect/http"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { make } from "../../src/contract/Wire.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Retry from "../../src/policy/Retry.ts"
import * as Shop from "../shop/shop.ts"

const read = Shop.getOrder({ id: "a" })
const write = Shop.placeOrder({ article: "tea", count: 1 })

/** A transport whose connections break after the request. */
const breaking = Layer.succeed(
  HttpClient.HttpClient,
  HttpClient.make((request) =>
    Effect.fail(
      new HttpClientError.HttpClientError({
        reason: new HttpClientError.TransportError({
          request,
          cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" })
        })
      })
    )
  )
)

describe("silence", () => {
  const ways = [
    ["the connection breaks", breaking],
    ["no answer comes in time", Shop.transport(() => Effect.never).layer]
  ] as const

  it.effect.each(ways)("is called by what the operation is, not by what its caller assumes: %s", ([, wire]) =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.flip(Retry.assumeIdempotent(write)))
      yield* TestClock.adjust("1 hour")
      const failure = yield* Fiber.join(fiber)
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, failure.attempts.length],
        ["DeliveryUnknown", "Unknown", 4]
      )
    }).pipe(Effect.provide(Shop.layer(wire)))
  )
})

describe("a read leaves nothing half done", () => {
  const answers = [
    ["a fault of the server", forge(Shop.Broken, {}), "Shop.Broken"],
    ["an answer that nobody documents", make(302, {}, ""), "Unrecognized"],
    ["an answer that cannot be read", make(200, {}, "<html>"), "Unreadable"]
  ] as const

  it.effect.each(answers)("whatever comes back: %s", ([, wire, tag]) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Policy.once(read))
      assert.deepStrictEqual([failure._tag, failure.delivery], [tag, "Refused"])
    }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer)))
  )
})

describe("an answer to a write that nobody documents", () => {
  it.effect.each([
    [418, "Refused"],
    [499, "Refused"],
    [302, "Unknown"]
  ] as const)("of status %i says by its class what was done: %s", ([status, delivery]) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(write)
      assert.deepStrictEqual([failure._tag, failure.delivery], ["Unrecognized", delivery])
    }).pipe(Effect.provide(Shop.layer(Shop.transport(() => make(status, {}, "")).layer)))
  )
})
