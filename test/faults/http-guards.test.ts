/** What nobody documents is seen by breaker and queue as HTTP has it: a 5xx is a fault, a 429 holds the others, a 4xx is an answer. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { define } from "../../src/contract/Vendor.ts"
import { make } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Limit from "../../src/policy/limit/make.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

/** A vendor that documents nothing. */
const vendor = define({ ...Shop.vendor, failures: [], always: [] })
const silent = (
  transport: ReturnType<typeof Shop.transport>["layer"],
  options: Layers.Options = {}
): Layer.Layer<Shop.ShopApi> =>
  Layer.orDie(
    Layers.layerNoTransport(
      Shop.ShopApi,
      vendor,
      { auth: Auth.bearer(Shop.key), settings: { shopId: "s1" } },
      options
    )
  ).pipe(Layer.provide(transport))

const write = Policy.once(Shop.putOrder({ id: "a", count: 1 }))

describe("200 calls, one after another, each answered", () => {
  const calls = (status: number) => {
    const { layer, requests } = Shop.transport(() => make(status, {}, ""))
    return Effect.gen(function* () {
      const tags = new Set<string>()
      for (let nth = 0; nth < 200; nth++) {
        const fiber = yield* Effect.forkChild(Effect.flip(write))
        yield* TestClock.adjust("500 millis")
        tags.add((yield* Fiber.join(fiber))._tag)
      }
      return { requests: requests.length, tags: [...tags] }
    }).pipe(Effect.provide(silent(layer, { breaker: {}, policy: { failFast: true } })))
  }

  it.effect.each([500, 503, 507, 520, 599, 408, 425])("%i: most of them are not sent", (status) =>
    Effect.gen(function* () {
      const { requests, tags } = yield* calls(status)
      assert.isBelow(requests, 100)
      assert.sameMembers(tags, ["Unrecognized", "CircuitOpen"])
    })
  )

  it.effect.each([302, 401, 403, 404, 413, 418, 499])("%i: all of them are sent", (status) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* calls(status), { requests: 200, tags: ["Unrecognized"] })
    })
  )
})

describe("a queue", () => {
  const after = (status: number, headers: Readonly<Record<string, string>> = {}) => {
    const { layer } = Shop.transport(() => make(status, headers, ""))
    return Effect.gen(function* () {
      const limit = yield* Limit.make()
      yield* Effect.forEach(
        Array.from({ length: 8 }),
        () => Effect.exit(Policy.once(Shop.getOrder({ id: "a" }))),
        { discard: true }
      ).pipe(Effect.provide(silent(layer, { limit })), Effect.forkChild)
      yield* TestClock.adjust("100 millis")
      return yield* limit.standing
    })
  }

  it.effect.each([500, 507, 520])("takes the server for down after several %i", (status) =>
    Effect.gen(function* () {
      assert.isDefined((yield* after(status)).downSince)
    })
  )

  it.effect.each([401, 404, 418, 302])("does not after %i", (status) =>
    Effect.gen(function* () {
      const { downSince, heldUntil } = yield* after(status)
      assert.deepStrictEqual([downSince, heldUntil], [undefined, undefined])
    })
  )

  it.effect("is held by a 429 for as long as it says, and by one that names no time not at all", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* after(429, { "retry-after": "7" })).heldUntil, 7_000)
      assert.strictEqual((yield* after(429)).heldUntil, undefined)
    })
  )
})
