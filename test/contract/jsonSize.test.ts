import { assert, it } from "@effect/vitest"
import { Arbitrary, DateTime, Effect, Random, Schema } from "effect"
import { jsonAtMost, jsonBytes, jsonFits, jsonRoughly } from "../../src/contract/jsonSize.ts"

const unit = Effect.map(Random.nextIntBetween(0, 0xffff), (code) => String.fromCharCode(code))
const text = Effect.flatMap(Random.nextIntBetween(0, 12), (length) =>
  Effect.map(Effect.all(Array.from({ length }, () => unit)), (units) => units.join(""))
)

it.effect("what is said to be enough is enough, whatever the value", () =>
  Effect.gen(function* () {
    const values = yield* Arbitrary.sampleEffect(Arbitrary.schema(Schema.Json), {
      count: 1_000,
      seed: "sizes"
    })
    const texts = yield* Effect.all(Array.from({ length: 1_000 }, () => text))
    const odd = [
      undefined,
      Number.NaN,
      -0,
      5e-324,
      -1.7976931348623157e308,
      [undefined],
      { a: undefined, "\n": [] }
    ]
    for (const value of [...values, ...texts, ...texts.map((name) => ({ [name]: [name] })), ...odd]) {
      assert.isAtLeast(jsonAtMost(value), jsonBytes(value))
      assert.isAtLeast(jsonRoughly(value), jsonAtMost(value))
      assert.isTrue(jsonFits(value, jsonBytes(value)))
      if (jsonBytes(value) > 0) assert.isFalse(jsonFits(value, jsonBytes(value) - 1))
    }
  }).pipe(Random.withSeed("texts"))
)

it("counts dates, times and whatever writes itself", () => {
  const late = DateTime.makeUnsafe(8.64e15)
  for (const value of [late, new Date(8.64e15), { at: [late] }, { toJSON: () => "x".repeat(100) }])
    for (const bound of [jsonAtMost, jsonRoughly]) assert.isAtLeast(bound(value), jsonBytes(value))
  assert.strictEqual(jsonBytes("ü"), 4)
})

it.each(["plain", 'a "quoted" one', "C:\\\\a", "grün", "日本語のテキスト"])(
  "is exact for a text like %s",
  (text) => {
    assert.strictEqual(jsonAtMost(text), jsonBytes(text))
  }
)

it("counts what is inherited, and is a bound all the same", () => {
  const value = Object.assign(Object.create({ inherited: "a text" }), { own: 1 })
  assert.strictEqual(JSON.stringify(value), '{"own":1}')
  assert.isAtLeast(jsonAtMost(value), jsonBytes(value))
  assert.isTrue(jsonFits(value, jsonBytes(value)))
})

it("is close for what is usual", () => {
  const usual = {
    external_id: "customer-1",
    name: "ordered",
    properties: { order: "order-1", note: "as before" }
  }
  assert.isBelow(jsonAtMost(usual), jsonBytes(usual) * 1.1)
})
