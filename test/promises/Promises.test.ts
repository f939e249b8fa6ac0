import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import { Effect, Layer, References, type Result } from "effect"
import { type Common, type DeliveryUnknown, Misconfigured } from "../../src/contract/Common.ts"
import * as Promises from "../../src/promises/Promises.ts"
import { answer, stub } from "../../src/testing/stub.ts"
import * as Shop from "../shop/shop.ts"

const stubbed = stub(
  Shop.ShopApi,
  answer(Shop.getOrder, ({ id }) =>
    id === "slow" ? Effect.never : Effect.succeed(Shop.Order.make({ id, count: 1 }))
  ),
  answer(Shop.placeOrder, () => Effect.fail(new Shop.SoldOut({ article: "tea" })))
)

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => assert.fail("It must reject."),
    (reason: unknown) => reason
  )

describe("of", () => {
  it("gives each operation as an async function", async () => {
    await using shop = Promises.of(Shop, stubbed)
    assert.strictEqual((await shop.getOrder({ id: "a" })).id, "a")
  })

  it("rejects with the failure itself", async () => {
    await using shop = Promises.of(Shop, stubbed)
    const reason = await rejection(shop.placeOrder({ article: "tea", count: 1 }))
    assert.instanceOf(reason, Shop.SoldOut)
    assert.strictEqual(reason.article, "tea")
    assert.strictEqual(reason.remedy, "Choose another article.")
  })

  it("logs beside what the program prints, unless the layer says otherwise", async () => {
    const toStderr = Effect.service(References.LogToStderr)
    await using shop = Promises.of(Shop, stubbed)
    assert.isTrue(await shop.run(toStderr))
    await using other = Promises.of(Shop, Layer.merge(stubbed, Layer.succeed(References.LogToStderr, false)))
    assert.isFalse(await other.run(toStderr))
  })

  it("leaves out what is no operation", async () => {
    await using shop = Promises.of(Shop, stubbed)
    assert.notProperty(shop, "vendor")
    assert.notProperty(shop, "SoldOut")
    assert.property(shop, "putOrder")
  })

  it("has the exact types of the operations", () => {
    type Client = Promises.Client<typeof Shop>
    expectTypeOf<Client["getOrder"]>().parameter(0).toEqualTypeOf<Parameters<typeof Shop.getOrder>[0]>()
    expectTypeOf<Client["getOrder"]>().parameter(1).toEqualTypeOf<Promises.CallOptions | undefined>()
    expectTypeOf<Client["getOrder"]>().returns.toEqualTypeOf<Promise<Shop.Order>>()
    expectTypeOf<Exclude<keyof Client, symbol>>().toEqualTypeOf<
      "placeOrder" | "getOrder" | "putOrder" | "getToken" | "run" | "settle" | "dispose" | "operations"
    >()
    expectTypeOf<Promises.ApiOf<typeof Shop>>().toEqualTypeOf<Shop.ShopApi>()
  })

  it("takes no layer of another vendor", () => {
    expectTypeOf(Promises.of<typeof Shop, never>)
      .parameter(1)
      .toEqualTypeOf<Layer.Layer<Shop.ShopApi>>()
  })
})

describe("make", () => {
  it("runs any effect that needs the layer", async () => {
    const runner = Promises.make(stubbed)
    const both = await runner.run(Effect.all([Shop.getOrder({ id: "a" }), Shop.getOrder({ id: "b" })]))
    assert.deepStrictEqual(
      both.map(({ id }) => id),
      ["a", "b"]
    )
    await runner.dispose()
  })

  it("builds the layer once, and closes it when disposed of", async () => {
    const events: Array<string> = []
    const counted = Layer.unwrap(
      Effect.acquireRelease(
        Effect.sync(() => {
          events.push("built")
          return stubbed
        }),
        () => Effect.sync(() => events.push("closed"))
      )
    )
    {
      await using shop = Promises.of(Shop, counted)
      assert.deepStrictEqual(events, [])
      await Promise.all([shop.getOrder({ id: "a" }), shop.getOrder({ id: "b" })])
      assert.deepStrictEqual(events, ["built"])
    }
    assert.deepStrictEqual(events, ["built", "closed"])
  })

  it("hands a failure back as a value, typed", async () => {
    await using runner = Promises.make(stubbed)
    const result = await runner.settle(Shop.placeOrder({ article: "tea", count: 1 }))
    expectTypeOf(result).toEqualTypeOf<
      Result.Result<Shop.Order, Shop.SoldOut | Shop.Always | Common | DeliveryUnknown>
    >()
    assert.strictEqual(result._tag === "Failure" ? result.failure._tag : "Success", "Shop.SoldOut")
  })

  it("stops a call when its signal is aborted, and rejects with the signal's reason", async () => {
    await using shop = Promises.of(Shop, stubbed)
    const stop = new AbortController()
    const waiting = rejection(shop.getOrder({ id: "slow" }, { signal: stop.signal }))
    const reason = new Error("The user left.")
    stop.abort(reason)
    assert.strictEqual(await waiting, reason)
    assert.strictEqual(
      await rejection(shop.getOrder({ id: "slow" }, { signal: AbortSignal.abort(reason) })),
      reason
    )
  })

  it("keeps a failure that came before the signal", async () => {
    await using shop = Promises.of(Shop, stubbed)
    const stop = new AbortController()
    const refused = rejection(shop.placeOrder({ article: "tea", count: 1 }, { signal: stop.signal }))
    assert.instanceOf(await refused, Shop.SoldOut)
    stop.abort()
  })

  it("rejects with what kept the layer from being built", async () => {
    const problem = new Misconfigured({ vendor: "Shop", setting: "base URL", problem: "It is not a URL." })
    await using shop = Promises.of(Shop, Layer.effect(Shop.ShopApi, Effect.fail(problem)))
    assert.strictEqual(await rejection(shop.getOrder({ id: "a" })), problem)
  })

  it("says so when a call comes after the end", async () => {
    const shop = Promises.of(Shop, stubbed)
    await shop.getOrder({ id: "a" })
    await shop.dispose()
    const reason = await rejection(shop.getOrder({ id: "a" }))
    assert.instanceOf(reason, Error)
    assert.match(String(reason), /disposed of/)
  })
})
