import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { body, failuresOf } from "../../src/contract/Failure.ts"
import { answer, laws, stub } from "../../src/testing/laws.ts"
import * as Shop from "../shop/shop.ts"

it.effect("finds no breach in an honest catalogue", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* laws(Shop.failures), [])
  })
)

it.effect("finds a general sign that stands before a special one", () =>
  Effect.gen(function* () {
    const breaches = yield* laws([Shop.BadRequest, Shop.SoldOut])
    assert.deepStrictEqual([...new Set(breaches.map(({ tag }) => tag))], ["Shop.SoldOut"])
  })
)

it.effect("finds a codec that does not read what it writes", () => {
  class Odd extends failuresOf({ vendor: "Odd", messageAt: [], frame: () => ({}) })<Odd>()("Odd.Odd", {
    signature: { status: 400 },
    carries: {
      when: body("when", Schema.DateTimeUtcFromString),
      tiny: body("a.b", Schema.Literal("x")),
      lost: body("a", Schema.Unknown)
    },
    category: "invalid",
    retry: "never",
    means: "Odd.",
    remedy: "None.",
    see: "nowhere"
  }) {}
  return Effect.gen(function* () {
    assert.isAbove((yield* laws([Odd])).length, 0)
  })
})

it.effect("answers single operations in place of the vendor", () =>
  Effect.gen(function* () {
    const order = yield* Shop.getOrder({ id: "a" })
    assert.strictEqual(order.id, "stubbed a")
    const failure = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
    assert.strictEqual(failure._tag, "Shop.SoldOut")
  }).pipe(
    Effect.provide(
      stub(
        Shop.Api,
        answer(Shop.getOrder, ({ id }) => Effect.succeed(Shop.Order.make({ id: `stubbed ${id}`, count: 1 }))),
        answer(Shop.placeOrder, () => Effect.fail(new Shop.SoldOut({ article: "tea" })))
      )
    )
  )
)
