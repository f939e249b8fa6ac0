import { assert, it } from "@effect/vitest"
import { Effect, Random } from "effect"
import { TestClock } from "effect/testing"
import { generate, uuid } from "../../src/pipeline/Generate.ts"

it.effect("makes well-formed UUIDs, all different", () =>
  Effect.gen(function* () {
    const ids = yield* Effect.all(Array.from({ length: 5_000 }, () => uuid))
    for (const id of ids)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.strictEqual(new Set(ids).size, ids.length)
  }).pipe(Random.withSeed("ids"))
)

it.effect("a seed makes the same UUIDs each time", () =>
  Effect.gen(function* () {
    const three = Effect.all([uuid, uuid, uuid])
    const [once, twice, other] = yield* Effect.all(
      ["ids", "ids", "others"].map((seed) => Random.withSeed(three, seed))
    )
    assert.deepStrictEqual(once, twice)
    assert.notDeepEqual(once, other)
  })
)

it.effect("every digit of a UUID is a matter of chance, but for its version and variant", () =>
  Effect.gen(function* () {
    const ids = yield* Effect.all(Array.from({ length: 1_000 }, () => uuid))
    const seen = Array.from({ length: 36 }, (_, at) => new Set(ids.map((id) => id[at])).size)
    const expected = Array.from("xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx", (place) =>
      place === "x" ? 16 : place === "y" ? 4 : 1
    )
    assert.deepStrictEqual(seen, expected)
  }).pipe(Random.withSeed("digits"))
)

it.effect("copies nothing where nothing is missing", () =>
  Effect.gen(function* () {
    const input = { lines: [{ id: "mine" }, { id: "yours" }], other: {} }
    assert.strictEqual(yield* generate(input, { "lines[].id": "uuid" }), input)
  })
)

it.effect("fills what is missing, wherever it stands, and leaves what was given", () =>
  Effect.gen(function* () {
    yield* TestClock.adjust("7 seconds")
    const input = { messages: [{ id: "mine" }, { time: 3 }, "odd"], key: undefined, other: 1 }
    const filled = yield* generate(input, {
      "messages[].time": "now",
      "key.at": "now",
      "list[].id": "uuid",
      at: "now"
    })
    assert.deepStrictEqual(filled, {
      messages: [{ id: "mine", time: 7_000 }, { time: 3 }, "odd"],
      key: undefined,
      other: 1,
      at: 7_000
    })
    assert.strictEqual(yield* generate("text", { id: "uuid" }), "text")
  })
)
