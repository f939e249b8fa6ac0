/** What waits to be written is bounded, in calls and in bytes; when it is full, successes go first, and all that go are counted. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Random } from "effect"
import { Buffer } from "../../../src/durable/journal/buffer.ts"
import { type Stored, toStored } from "../../../src/durable/journal/stored.ts"
import { failure, success } from "./rows.ts"

const storedOf = (kinds: string) =>
  Effect.forEach([...kinds], (kind, n) => Effect.map(kind === "f" ? failure(n) : success(n), toStored))

const tagsOf = (rows: ReadonlyArray<Stored>) => rows.map((row) => (row[4] === null ? "s" : "f")).join("")

const filled = (most: number, rows: ReadonlyArray<Stored>) => {
  const buffer = new Buffer(most)
  for (const row of rows) buffer.add(row)
  return buffer
}

describe("a buffer", () => {
  it.effect.each([
    ["ssss", "sss", { successes: 1, failures: 0 }],
    ["sssf", "fss", { successes: 1, failures: 0 }],
    ["sfsfsf", "fff", { successes: 3, failures: 0 }],
    ["ffff", "fff", { successes: 0, failures: 1 }],
    ["fffs", "fff", { successes: 1, failures: 0 }]
  ] as const)("of three that is given %s keeps %s", ([given, kept, drops]) =>
    Effect.gen(function* () {
      const buffer = filled(3, yield* storedOf(given))
      assert.deepStrictEqual(buffer.drops, drops)
      assert.strictEqual(tagsOf(buffer.take()), kept)
    })
  )

  it.effect(
    "counts what is being written as its own until it is written, and takes it back where it is not",
    () =>
      Effect.gen(function* () {
        const rows = yield* storedOf("ssssss")
        const buffer = filled(3, rows.slice(0, 3))
        buffer.take()
        buffer.add(rows[3]!)
        assert.deepStrictEqual([buffer.size, buffer.waiting, buffer.drops.successes], [3, 0, 1])
        buffer.back()
        assert.deepStrictEqual([buffer.size, buffer.waiting, buffer.drops.successes], [3, 3, 1])
        buffer.take()
        buffer.written()
        buffer.add(rows[4]!)
        assert.deepStrictEqual([buffer.size, buffer.waiting, buffer.drops.successes], [1, 1, 1])
        buffer.giveUp()
        assert.deepStrictEqual([buffer.size, buffer.drops.successes], [0, 2])
      })
  )

  it.effect("is full of long answers long before it is full of calls", () =>
    Effect.gen(function* () {
      const long = toStored(yield* failure(1, { message: "x".repeat(1_000_000) }))
      const buffer = filled(
        1_000,
        Array.from({ length: 40 }, () => long)
      )
      assert.deepStrictEqual([buffer.size, buffer.drops.failures], [15, 25])
    })
  )

  it.effect("never holds more than it may, nor loses count, whatever comes", () =>
    Effect.gen(function* () {
      const [ok, bad] = yield* storedOf("sf")
      const buffer = new Buffer(7)
      let [given, written] = [0, 0]
      for (let n = 0; n < 5_000; n++) {
        const chance = yield* Random.next
        if (chance < 0.8) {
          buffer.add(chance < 0.5 ? ok! : bad!)
          given++
        } else if (chance < 0.9) {
          written += buffer.take().length
          buffer.written()
        } else {
          buffer.take()
          buffer.back()
        }
        const { failures, successes } = buffer.drops
        assert.isAtMost(buffer.size, 7)
        assert.strictEqual(given, written + buffer.size + failures + successes)
      }
    }).pipe(Random.withSeed("buffer"))
  )
})
