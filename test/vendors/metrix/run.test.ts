import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { beginRun, memory } from "../../../src/vendors/metrix/operations/run.ts"

const now = 1_677_323_951_700

/** A visit, so many milliseconds after `now`. */
const visit = (id: string, after: number) =>
  ({
    user: { customUserId: "u1" },
    message: { type: "action", customName: "visit", id, time: now + after }
  }) as const

it.effect("finds what a message repeats as far back as it remembers, and forgets in the end", () =>
  Effect.gen(function* () {
    const repeatsAfter = (others: number) =>
      Effect.gen(function* () {
        const run = beginRun(3)
        yield* run.stamp(visit("first", 1))
        for (let other = 0; other < others; other++) yield* run.stamp(visit(`m${other}`, 100 + other))
        const { repeats } = yield* run.stamp(visit("first", 1))
        return repeats.map(({ id, time }) => [id, time])
      })
    assert.deepStrictEqual(yield* repeatsAfter(0), [["first", now + 1]])
    assert.deepStrictEqual(yield* repeatsAfter(2), [["first", now + 1]])
    assert.deepStrictEqual(yield* repeatsAfter(6), [])
    assert.strictEqual(memory, 10_000)
  })
)

it.effect("says by what a message repeats another one", () =>
  Effect.gen(function* () {
    const run = beginRun()
    yield* run.stamp(visit("m1", 1))
    const byId = yield* run.stamp(visit("m1", 2))
    const byTime = yield* run.stamp(visit("m2", 1))
    const byNothing = yield* run.stamp(visit("m3", 3))
    assert.deepStrictEqual(
      [byId, byTime, byNothing].map(({ repeats }) => repeats.map(({ id, time }) => ({ id, time }))),
      [[{ id: "m1", time: undefined }], [{ id: undefined, time: now + 1 }], []]
    )
  })
)

it.effect("gives ten thousand messages of one moment a time each", () =>
  Effect.gen(function* () {
    const run = beginRun()
    const times = new Set<number>()
    for (let one = 0; one < 10_000; one++) {
      const { message } = yield* run.stamp({
        user: { customUserId: "u1" },
        message: { type: "action", id: `m${one}`, customName: "visit" }
      })
      times.add(message.time)
    }
    assert.strictEqual(times.size, 10_000)
  })
)
