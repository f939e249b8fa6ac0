/** Items are cut by bounds that cost little; what comes of it is what exact sizes would give. */
import { assert, it } from "@effect/vitest"
import { Arbitrary, Effect, Random, Schema } from "effect"
import { jsonBytes } from "../../src/contract/jsonSize.ts"
import { cut } from "../../src/many/batch/cut.ts"

const numbered = <Item>(items: ReadonlyArray<Item>) => items.map((item, index) => ({ index, item }))

/** Each item weighed exactly, one after the other. */
const naively = (items: ReadonlyArray<unknown>, count: number, bytes: number) => {
  const batches: Array<Array<unknown>> = []
  const sizeOf = (some: ReadonlyArray<unknown>) =>
    some.reduce<number>((sum, item) => sum + jsonBytes(item) + 1, 0)
  for (const item of items) {
    const last = batches.at(-1)
    if (last !== undefined && last.length < count && sizeOf([...last, item]) <= bytes) last.push(item)
    else batches.push([item])
  }
  return batches
}

const cutTo = (items: ReadonlyArray<unknown>, count: number, bytes: number) =>
  cut(numbered(items), { count, bytes }).map((batch) => batch.map(({ item }) => item))

it.effect("cuts as if each item were weighed exactly, to the byte, whatever the items", () =>
  Effect.gen(function* () {
    const items = yield* Arbitrary.sampleEffect(Arbitrary.schema(Schema.Json), { count: 400, seed: "items" })
    for (let round = 0; round < 60; round++) {
      const some = yield* Random.shuffle(items)
      const length = yield* Random.nextIntBetween(1, 40)
      // What some of the items take together: for these, the last byte decides.
      const whole = jsonBytes(some.slice(0, length)) - 1
      for (const bytes of [whole - 1, whole, whole * 2, whole * 5])
        assert.deepStrictEqual(cutTo(some, 25, bytes), naively(some, 25, bytes))
    }
  }).pipe(Random.withSeed("cuts"))
)

it("fills a request to its last byte, whatever texts are taken to be at first", () => {
  const items = ["plain", '\u0000\n"', "grün", "🙂", "\ud800"].flatMap((text) =>
    Array.from({ length: 20 }, () => text)
  )
  const whole = items.reduce((sum, item) => sum + jsonBytes(item) + 1, 0)
  assert.strictEqual(cutTo(items, 1_000, whole).length, 1)
  assert.strictEqual(cutTo(items, 1_000, whole - 1).length, 2)
})
