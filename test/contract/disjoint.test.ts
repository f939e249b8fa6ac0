import { assert, it } from "@effect/vitest"
import { Effect, Random } from "effect"
import { areDisjoint } from "../../src/contract/disjoint.ts"

const names = ["a", "b", "c", "toString", "__proto__", "7"]

const object = Effect.gen(function* () {
  if (yield* Random.nextBoolean) return undefined
  const some = yield* Random.shuffle(names)
  const many = yield* Random.nextIntBetween(0, 2)
  return Object.fromEntries(some.slice(0, many).map((name) => [name, 1]))
})

it.effect("finds the names that stand twice, in whatever objects", () =>
  Effect.gen(function* () {
    const found = new Set<boolean>()
    for (let round = 0; round < 500; round++) {
      const objects = yield* Effect.all(Array.from({ length: 4 }, () => object))
      const all = objects.flatMap((one) => Object.keys(one ?? {}))
      const once = new Set(all).size === all.length
      assert.strictEqual(areDisjoint(objects), once, JSON.stringify(objects))
      found.add(once)
    }
    assert.strictEqual(found.size, 2)
  }).pipe(Random.withSeed("objects"))
)
