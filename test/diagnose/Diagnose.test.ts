import { assert, describe, it } from "@effect/vitest"
import { Config, Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { environment } from "../../src/diagnose/environment.ts"
import { explain, findOperation, nameOf, operationsOf } from "../../src/diagnose/Diagnose.ts"
import { type AnyFailure, showVerdict } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import * as Policy from "../../src/policy/Policy.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

describe("explain", () => {
  it.effect("names a failure with everything that is known about it", () =>
    Effect.gen(function* () {
      const wire = fromJson(400, {}, { message: "Sorry, sold out.", article: "tea" })
      assert.deepStrictEqual(yield* explain(Shop.vendor, wire, { operation: Shop.placeOrder }), {
        vendor: "Shop",
        operation: "Shop.placeOrder",
        outcome: "failure",
        tag: "Shop.SoldOut",
        category: "conflict",
        status: 400,
        vendorMessage: "Sorry, sold out.",
        excerpt: null,
        complaints: [],
        moreComplaints: 0,
        retry: "never",
        means: "The article is sold out.",
        remedy: "Choose another article.",
        see: "https://shop.example/docs",
        waits: { idempotent: [], notIdempotent: [] },
        delivery: "Refused",
        notBefore: null,
        warnings: [],
        leftOut: [],
        notes: []
      })
    })
  )

  it.effect(
    "searches the whole catalogue where no operation is given, and the declared failures where one is",
    () =>
      Effect.gen(function* () {
        const wire = fromJson(400, {}, { message: "sold out", article: "tea" })
        assert.strictEqual((yield* explain(Shop.vendor, wire)).tag, "Shop.SoldOut")
        assert.strictEqual(
          (yield* explain(Shop.vendor, wire, { operation: Shop.getOrder })).tag,
          "Shop.BadRequest"
        )
        assert.isNull((yield* explain(Shop.vendor, wire)).operation)
      })
  )

  it.effect("says what an answer resembles that the operation does not declare", () => {
    const vendor = { ...Shop.vendor, always: [Shop.Broken] }
    return Effect.gen(function* () {
      const explained = yield* explain(vendor, fromJson(401, {}, { message: "no" }), {
        operation: Shop.getToken
      })
      assert.strictEqual(explained.tag, "Unrecognized")
      assert.match(explained.means ?? "", /It looks like Shop\.TokenExpired\./)
    })
  })

  it.effect("gives the waits of the policy if the answer kept coming", () =>
    Effect.gen(function* () {
      const waits = (wire: Wire) => Effect.map(explain(Shop.vendor, wire), (explained) => explained.waits)
      assert.deepStrictEqual(yield* waits(forge(Shop.Closed, {})), {
        idempotent: [1000, 2000, 4000],
        notIdempotent: [1000, 2000, 4000]
      })
      assert.deepStrictEqual(yield* waits(forge(Shop.Broken, {})), {
        idempotent: [1000, 2000, 4000],
        notIdempotent: []
      })
      assert.deepStrictEqual(yield* waits(make(429, { "retry-after": "5" }, "")), {
        idempotent: [5000, 5000, 9000],
        notIdempotent: [5000, 5000, 9000]
      })
      assert.deepStrictEqual(yield* waits(forge(Shop.TokenExpired, {})), {
        idempotent: [0],
        notIdempotent: [0]
      })
      assert.deepStrictEqual(yield* waits(forge(Shop.BadRequest, {})), { idempotent: [], notIdempotent: [] })
    })
  )

  it.effect("counts a moment that the vendor names from the present time", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2026, 0, 1))
      const wire = make(429, { "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" }, "")
      const { retry, waits } = yield* explain(Shop.vendor, wire)
      assert.deepStrictEqual(retry, { at: "2026-01-01T00:01:00.000Z" })
      assert.deepStrictEqual(waits.idempotent, [60_000, 3000, 9000])
    })
  )

  it.effect("ends the waits of an endless policy", () => {
    const vendor = {
      ...Shop.vendor,
      advice: { ...Shop.vendor.advice, passing: Policy.exponential({ base: 0, times: 1_000_000 }) }
    }
    return Effect.gen(function* () {
      assert.lengthOf((yield* explain(vendor, forge(Shop.Closed, {}))).waits.idempotent, 100)
    })
  })

  it.effect("tells a success from one with warnings and from one that cannot be read", () => {
    const vendor = { ...Shop.vendor, warnings: "errors" }
    return Effect.gen(function* () {
      const plain = yield* explain(vendor, fromJson(201, {}, { id: "o", count: 1 }), {
        operation: Shop.getOrder
      })
      assert.deepStrictEqual(
        [plain.outcome, plain.tag, plain.retry, plain.delivery, plain.warnings],
        ["success", null, null, null, []]
      )
      const warned = yield* explain(vendor, fromJson(201, {}, { errors: [{ type: "odd" }] }))
      assert.deepStrictEqual([warned.outcome, warned.warnings], ["success-with-warnings", [{ type: "odd" }]])
      const garbled = yield* explain(vendor, make(200, {}, "<html>"), { operation: Shop.placeOrder })
      assert.deepStrictEqual(
        [garbled.outcome, garbled.tag, garbled.delivery],
        ["failure", "Unreadable", "Unknown"]
      )
    })
  })

  it.effect("concludes nothing from a body that was not kept", () =>
    Effect.gen(function* () {
      const explained = yield* explain(Shop.vendor, make(200, {}, ""), {
        operation: Shop.placeOrder,
        bodyUnknown: true
      })
      assert.strictEqual(explained.outcome, "success")
    })
  )
})

const answers: ReadonlyArray<Wire> = [
  ...Shop.failures.map((failure) => forge(failure, { article: "tea" })),
  fromJson(418, {}, { message: "teapot" }),
  make(502, {}, "<html>bad gateway</html>"),
  make(302, { location: "https://elsewhere.example" }, ""),
  make(200, {}, "<html>"),
  fromJson(200, {}, { id: 1 }),
  fromJson(200, {}, { id: "o1", count: 2 })
]

const about = (failure: AnyFailure) => ({
  tag: failure._tag,
  vendorMessage: failure.vendorMessage ?? null,
  complaints: failure.complaints,
  retry: showVerdict(failure.retry),
  delivery: failure.delivery
})

describe("explain and a call", () => {
  const operations: ReadonlyArray<readonly [AnyOperation, Effect.Effect<unknown, AnyFailure, Shop.ShopApi>]> =
    [
      [Shop.placeOrder, Shop.placeOrder({ article: "tea", count: 1 })],
      [Shop.getOrder, Shop.getOrder({ id: "o1" })]
    ]
  for (const [operation, call] of operations) {
    it.effect.each(answers.map((wire) => [wire.status, wire] as const))(
      `say the same of ${operation.tag} answered %s`,
      ([, wire]) =>
        Effect.gen(function* () {
          const explained = yield* explain(Shop.vendor, wire, { operation })
          const failure = yield* Policy.once(call).pipe(Effect.as(undefined), Effect.catch(Effect.succeed))
          if (failure === undefined) return assert.strictEqual(explained.outcome, "success")
          const { complaints, delivery, retry, tag, vendorMessage } = explained
          assert.deepStrictEqual({ tag, vendorMessage, complaints, retry, delivery }, about(failure))
        }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer)))
    )
  }
})

describe("operations of a module", () => {
  it("are found among its exports, by name with or without the vendor", () => {
    assert.deepStrictEqual(operationsOf(Shop).map(nameOf), ["getOrder", "getToken", "placeOrder", "putOrder"])
    assert.strictEqual(findOperation(Shop, "placeorder")?.tag, "Shop.placeOrder")
    assert.strictEqual(findOperation(Shop, "Shop.placeOrder")?.tag, "Shop.placeOrder")
    assert.isUndefined(findOperation(Shop, "Other.placeOrder"))
    assert.isUndefined(findOperation(Shop, "vendor"))
  })
})

describe("environment", () => {
  it.effect("finds what a layer reads, and what it cannot do without", () => {
    const layer = Layer.effectDiscard(
      Effect.gen(function* () {
        const key = yield* Config.Redacted("SHOP_KEY")
        yield* Config.URL("SHOP_URL").pipe(Config.withDefault(undefined))
        assert.strictEqual(Redacted.value(key), "sample")
      })
    )
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* environment(layer), [
        { name: "SHOP_KEY", required: true },
        { name: "SHOP_URL", required: false }
      ])
    })
  })
})
