/** What an operation is made of is built when it is first used, and once. */
import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { lazy } from "../../src/contract/lazy.ts"
import { derive } from "../../src/contract/Operation.ts"
import * as Shop from "../shop/shop.ts"

it("a lazy value is built once, when it is first asked for", () => {
  let built = 0
  const value = lazy(() => ({ number: ++built }))
  assert.strictEqual(built, 0)
  assert.strictEqual(value(), value())
  assert.strictEqual(built, 1)
})

it.effect(
  "the facts of an operation are built by its first call, and by that of none derived from it",
  () => {
    let built = 0
    const operation = Shop.operation("counted", () => {
      built++
      return {
        method: "GET",
        path: "/counted",
        input: Schema.Struct({}),
        output: Schema.Unknown,
        idempotent: true
      }
    })
    const derived = derive(operation, () => ({ notes: ["derived"] }))
    return Effect.gen(function* () {
      assert.strictEqual(built, 0)
      for (const one of [operation, derived, operation]) yield* one({})
      assert.strictEqual(built, 1)
      assert.deepStrictEqual([operation.spec.notes, derived.spec.notes], [undefined, ["derived"]])
    }).pipe(Effect.provide(Shop.layer(Shop.transport(() => Shop.order(1)).layer)))
  }
)
