import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { type AnyFailureClass, body, failuresOf, header } from "../../src/contract/Failure.ts"
import { define } from "../../src/contract/Vendor.ts"
import { operationsIn } from "../../src/contract/Operation.ts"
import { laws } from "../../src/testing/laws.ts"
import { answer, stub } from "../../src/testing/stub.ts"
import * as Shop from "../shop/shop.ts"

const catalogue = (...failures: ReadonlyArray<AnyFailureClass>) =>
  define({ ...Shop.vendor, failures, always: [] })

it.effect("finds no breach in an honest catalogue", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* laws(Shop.vendor, operationsIn(Shop)), [])
  })
)

it.effect("finds a general signature that stands before a special one", () =>
  Effect.gen(function* () {
    const breaches = yield* laws(catalogue(Shop.BadRequest, Shop.SoldOut), [])
    assert.deepStrictEqual(
      breaches.map(({ where }) => where),
      [["Shop.SoldOut"]]
    )
    assert.include(breaches[0]?.cure, "put Shop.SoldOut before it")
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
    assert.isAbove((yield* laws(catalogue(Odd), [])).length, 0)
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
        Shop.ShopApi,
        answer(Shop.getOrder, ({ id }) => Effect.succeed(Shop.Order.make({ id: `stubbed ${id}`, count: 1 }))),
        answer(Shop.placeOrder, () => Effect.fail(new Shop.SoldOut({ article: "tea" })))
      )
    )
  )
)

it.effect("says once, with its cure, what one mistake breaks many times", () => {
  class Empty extends failuresOf(Shop.dialect)<Empty>()("Shop.Empty", {
    signature: { status: 400 },
    carries: { hint: Schema.optionalKey(header("x-hint", Schema.Literals(["", "later"]))) },
    category: "invalid",
    retry: "never",
    means: "It has a hint.",
    remedy: "Read the hint.",
    see: "nowhere"
  }) {}
  return Effect.gen(function* () {
    const breaches = yield* laws(catalogue(Empty), [])
    assert.strictEqual(breaches.length, 1)
    assert.isAbove(breaches[0]?.times ?? 0, 5)
    assert.include(breaches[0]?.cure, "make hint of Shop.Empty a Schema.NonEmptyString")
  })
})

it.effect("finds a failure that no operation declares, where the operations are all that there are", () =>
  Effect.gen(function* () {
    const found = (awaiting: ReadonlyArray<string> | undefined) =>
      Effect.map(
        laws(Shop.vendor, [Shop.getOrder], { runs: 1, ...(awaiting === undefined ? {} : { awaiting }) }),
        (all) => all.map(({ found, where }) => [where, found])
      )
    assert.deepStrictEqual(yield* found(undefined), [])
    const [[tags] = []] = yield* found([])
    assert.include(tags, "Shop.SoldOut")
    assert.deepStrictEqual(yield* found([...(tags ?? [])]), [])
    assert.deepStrictEqual(yield* found([...(tags ?? []), "Shop.Closed"]), [
      [["Shop.Closed"], "Shop.Closed awaits its operations, and is declared or does not exist"]
    ])
  })
)

it.effect("finds notes that are no sentences, that stand twice, and that have no source", () => {
  const { see: _, ...facts } = Shop.getOrder.spec
  const noted = (notes: ReadonlyArray<string>, see?: string) => ({
    tag: "Shop.getOrder",
    spec: { ...facts, notes, ...(see === undefined ? {} : { see }) }
  })
  return Effect.gen(function* () {
    const found = (operation: ReturnType<typeof noted>) =>
      Effect.map(laws(Shop.vendor, [operation], { runs: 1 }), (all) => all.map(({ found }) => found))
    assert.deepStrictEqual(yield* found(noted(["Not delivered yet."], "https://shop.example")), [])
    for (const note of ["not delivered yet", "", " ", "Not yet, ", "Not yet.\n"])
      assert.deepStrictEqual(yield* found(noted([note], "s")), [JSON.stringify(note)])
    assert.deepStrictEqual(yield* found(noted(["Not yet.", "Not yet."], "s")), [`"Not yet."`])
    assert.deepStrictEqual(yield* found(noted(["Not yet."])), ["`see` is empty"])
  })
})

it.effect("finds a failure that is called harmless and cannot be met", () =>
  Effect.gen(function* () {
    const [SoldOut, Closed] = [Shop.SoldOut, Shop.Closed]
    const found = (harmless: ReadonlyArray<AnyFailureClass>) =>
      Effect.map(
        laws(Shop.vendor, [{ tag: "Shop.getOrder", spec: { ...Shop.getOrder.spec, harmless } }], { runs: 1 }),
        (all) => all.map(({ found }) => found)
      )
    assert.deepStrictEqual(yield* found([Closed]), [])
    assert.deepStrictEqual(yield* found([SoldOut]), [
      "a failure is called harmless that the operation cannot meet: Shop.SoldOut"
    ])
  })
)

it.effect("reports what the types cannot see of operations and of the catalogue", () => {
  const misspelled = { tag: "Shop.odd", spec: { ...Shop.getOrder.spec, quota: "serach", path: "/x/{idd}" } }
  const doubled = define({ ...Shop.vendor, failures: [...Shop.failures, Shop.Closed] })
  return Effect.gen(function* () {
    const found = (yield* laws(Shop.vendor, [misspelled, Shop.getOrder, Shop.getOrder])).map(
      ({ found }) => found
    )
    assert.deepStrictEqual(found, [
      "the quota is none of the vendor's quotas: serach",
      "path names what is neither a field of the input nor a setting: idd",
      "two operations have the tag Shop.getOrder"
    ])
    assert.deepStrictEqual(
      (yield* laws(doubled, [])).map(({ found }) => found),
      ["Shop.Closed stands twice in Shop's catalogue"]
    )
    assert.deepStrictEqual(
      (yield* laws(define({ ...Shop.vendor, failures: [] }), [])).map(({ times }) => times),
      [Shop.always.length]
    )
  })
})
