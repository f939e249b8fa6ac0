import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Common from "../../src/contract/Common.ts"
import { categories, catchCategory } from "../../src/contract/Failure.ts"
import { fromJson, make } from "../../src/contract/Wire.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import * as Shop from "../shop/shop.ts"

describe("a category", () => {
  const limited = [new Braze.RateLimited({}), new M3ter.RateLimited({}), new Shop.TooMany({})] as const
  type Failing = (typeof limited)[number] | Shop.SoldOut | string
  const later = (failing: Effect.Effect<string, Failing>) =>
    catchCategory(failing, "rate-limited", ({ vendor }) => Effect.succeed(`${vendor}: later`))

  it.effect("is caught whichever vendor the failure comes from", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Effect.forEach(limited, (failure) => later(Effect.fail(failure))), [
        "Braze: later",
        "M3ter: later",
        "Shop: later"
      ])
    })
  )

  it.effect("lets failures of other categories, other errors and successes pass", () =>
    Effect.gen(function* () {
      const conflict = new Shop.SoldOut({ article: "tea" })
      assert.strictEqual(yield* Effect.flip(later(Effect.fail(conflict))), conflict)
      assert.strictEqual(yield* Effect.flip(later(Effect.fail("plain"))), "plain")
      assert.strictEqual(yield* later(Effect.succeed("done")), "done")
    })
  )

  it("leaves the type with what was caught", () => {
    const call: Effect.Effect<string, Shop.TooMany | Shop.SoldOut | Common.NotSent> = Effect.succeed("done")
    const handled = call.pipe(catchCategory("rate-limited", ({ retry }) => Effect.succeed(retry)))
    expectTypeOf<Effect.Error<typeof handled>>().toEqualTypeOf<Shop.SoldOut | Common.NotSent>()
    assert.isTrue(Effect.isEffect(handled))
  })

  it("is known of every failure", () => {
    const vendors: ReadonlyArray<Vendor> = [Braze, Ixon, M3ter, Metrix, Xtremepush].map(
      ({ vendor }) => vendor
    )
    for (const { facts, tag } of [...vendors.flatMap(({ failures }) => failures), ...Common.common])
      assert.include(categories, facts.category, tag)
  })
})

describe("an answer that nobody documents", () => {
  it.effect.each([
    ["HTML", make(418, {}, "<html>a teapot</html>"), "The body began: “a teapot”.", "a teapot"],
    ["nothing", make(418, {}, ""), "The body was empty.", ""],
    ["JSON of another form", fromJson(418, {}, { odd: 1 }), 'The body began: “{"odd":1}”.', '{"odd":1}']
  ] as const)("is quoted in the message: %s", ([, wire, quoted, excerpt]) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Shop.getOrder({ id: "o1" }))
      assert.strictEqual(failure._tag, "Unrecognized")
      assert.include(failure.message, quoted)
      assert.strictEqual(failure.excerpt, excerpt)
    }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer)))
  )
})
