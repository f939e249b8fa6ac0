/** What is told of each item of many. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Schema, Stream } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, make } from "../../src/contract/Wire.ts"
import * as Batch from "../../src/many/Batch.ts"
import * as Shop from "../shop/shop.ts"

const Lines = Schema.Struct({ lines: Schema.Array(Schema.String) })
const Odd = Schema.Struct({
  odd: Schema.Array(Schema.Struct({ index: Schema.Int, recorded: Schema.Boolean }))
})

const addLines = Shop.operation("addLines", () => ({
  method: "POST",
  path: "/lines",
  input: Lines,
  output: Odd,
  idempotent: false
})).pipe(
  Batch.batched({
    input: (lines: ReadonlyArray<string>) => ({ lines }),
    count: 3,
    warnings: ({ odd }) => odd.map(({ index, recorded }) => ({ index, recorded, message: "odd" })),
    blames: []
  })
)

it.effect("a warning says of which item it is, and whether that was recorded all the same", () => {
  const odd = [
    { index: 0, recorded: true },
    { index: 2, recorded: false }
  ]
  const wire = Shop.transport(() => fromJson(200, {}, { odd }))
  return Effect.gen(function* () {
    const outcomes = yield* Stream.runCollect(addLines.many(["a", "b", "c"]))
    assert.deepStrictEqual(
      outcomes.map(({ item, outcome, recorded, warning }) => [item, outcome, warning, recorded]),
      [
        ["a", "warned", "odd", true],
        ["b", "accepted", undefined, undefined],
        ["c", "warned", "odd", false]
      ]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect.each([
  [make(200, {}, "<html>"), "unknown", "Unknown"],
  [fromJson(200, {}, { message: "taken", id: {} }), "warned", "Applied"]
] as const)(
  "items of a request whose answer cannot be read are not called refused: %o",
  ([answer, outcome, delivery]) => {
    const wire = Shop.transport(() => answer)
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(addLines.many(["a", "b"]))
      assert.deepStrictEqual(
        outcomes.map((one) => [one.outcome, one.failure?._tag, one.failure?.delivery]),
        [
          [outcome, "Unreadable", delivery],
          [outcome, "Unreadable", delivery]
        ]
      )
      assert.strictEqual(wire.requests.length, 1)
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  }
)

it.effect.each([
  [{}, 4],
  [{ concurrency: 1 }, 1],
  [{ concurrency: 7 }, 7]
] as const)("with %o, so many requests are under way at once: %i", ([options, most]) => {
  let underWay = 0
  const seen: Array<number> = []
  const wire = Shop.transport(() =>
    Effect.gen(function* () {
      seen.push(++underWay)
      yield* Effect.sleep("1 second")
      underWay--
      return fromJson(200, {}, { odd: [] })
    })
  )
  return Effect.gen(function* () {
    const lines = Array.from({ length: 40 }, (_, index) => String(index))
    const fiber = yield* Effect.forkChild(Stream.runCollect(addLines.many(lines, options)))
    yield* TestClock.adjust("1 minute")
    assert.deepStrictEqual(
      (yield* Fiber.join(fiber)).map(({ item }) => item),
      lines
    )
    assert.strictEqual(Math.max(...seen), most)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
