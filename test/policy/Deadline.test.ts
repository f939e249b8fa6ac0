import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as Deadline from "../../src/policy/Deadline.ts"

it.effect("the earliest of nested deadlines counts, whichever is inside", () =>
  Effect.gen(function* () {
    const inner = Deadline.remaining.pipe(Deadline.within("5 seconds"), Deadline.within("1 minute"))
    const outer = Deadline.within(Deadline.within(Deadline.remaining, "1 minute"), "5 seconds")
    assert.deepStrictEqual([yield* inner, yield* outer], [5000, 5000])
  })
)

it.effect("what is left shrinks as time passes, down to nothing, and is infinite without a deadline", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(1_700_000_000_000)
    const after = yield* Effect.gen(function* () {
      yield* TestClock.adjust("2 seconds")
      const left = yield* Deadline.remaining
      yield* TestClock.adjust("10 seconds")
      return [left, yield* Deadline.remaining]
    }).pipe(Deadline.within("5 seconds"))
    assert.deepStrictEqual(after, [3000, 0])
    assert.strictEqual(yield* Deadline.remaining, Infinity)
  })
)

it.effect("is counted from the start of the effect, each time it runs", () =>
  Effect.gen(function* () {
    const bounded = Deadline.within(Deadline.Current, "5 seconds")
    assert.strictEqual(yield* bounded, 5000)
    yield* TestClock.adjust("1 minute")
    assert.strictEqual(yield* bounded, 65_000)
  })
)
