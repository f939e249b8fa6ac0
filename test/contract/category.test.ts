import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { categories, catchCategory } from "../../src/contract/Failure.ts"
import * as Shop from "../shop/shop.ts"

const examples = [
  new Shop.SoldOut({ article: "tea" }),
  new Shop.BadRequest({}),
  new Shop.TokenExpired({}),
  new Shop.TooMany({}),
  new Shop.Closed({})
] as const

it.effect.each(categories)("catching %s catches what is of it, and nothing else", (category) =>
  Effect.gen(function* () {
    for (const failure of examples) {
      const failing: Effect.Effect<string, (typeof examples)[number]> = Effect.fail(failure)
      const ended = yield* Effect.flip(
        catchCategory(failing, category, () => Effect.fail("caught")).pipe(Effect.asVoid)
      )
      assert.strictEqual(ended, failure.category === category ? "caught" : failure)
    }
  })
)
