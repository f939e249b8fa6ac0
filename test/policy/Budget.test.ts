import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as Budget from "../../src/policy/Budget.ts"

const times = <A, E, R>(n: number, effect: Effect.Effect<A, E, R>) =>
  Effect.all(Array.from({ length: n }, () => effect))
const paid = (budget: Budget.Budget, tries: number) =>
  Effect.map(times(tries, budget.withdraw), (answers) => answers.filter(Boolean).length)

describe("a retry budget", () => {
  it.effect("pays for a tenth of the first attempts, on top of its reserve", () =>
    Effect.gen(function* () {
      const budget = yield* Budget.make()
      yield* times(1000, budget.deposit)
      assert.strictEqual(yield* paid(budget, 1000), 100 + 10)
      assert.isFalse(yield* budget.withdraw)
    })
  )

  it.effect("counts fractions exactly: ten tenths are one, and three percent are three percent", () =>
    Effect.gen(function* () {
      const tenths = yield* Budget.make({ reserve: 0 })
      yield* times(9, tenths.deposit)
      assert.isFalse(yield* tenths.withdraw)
      yield* tenths.deposit
      assert.isTrue(yield* tenths.withdraw)
      const three = yield* Budget.make({ reserve: 0, share: 0.03 })
      yield* times(1000, three.deposit)
      assert.strictEqual(yield* paid(three, 1000), 30)
    })
  )

  it.effect("forgets attempts and retries when they are older than its memory", () =>
    Effect.gen(function* () {
      const budget = yield* Budget.make({ reserve: 0, memory: "10 seconds" })
      yield* times(100, budget.deposit)
      assert.strictEqual(yield* budget.balance, 10)
      yield* TestClock.adjust("8 seconds")
      assert.strictEqual(yield* budget.balance, 10)
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(yield* budget.balance, 0)
      assert.isFalse(yield* budget.withdraw)
    })
  )

  it.effect("never allows more than its share over any span of its memory, however the load runs", () =>
    Effect.gen(function* () {
      const budget = yield* Budget.make({ reserve: 0 })
      let firsts = 0
      let retries = 0
      for (let second = 0; second < 120; second++) {
        const calls = second % 20 < 10 ? 50 : 5
        firsts += calls
        yield* times(calls, budget.deposit)
        retries += yield* paid(budget, calls)
        yield* TestClock.adjust("1 second")
      }
      assert.isAtMost(retries, firsts * 0.1)
      assert.isAtLeast(retries, firsts * 0.08)
    })
  )

  it.effect("keeps a reserve for clients that make few calls, scaled to the vendor's own limit", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* paid(yield* Budget.make(), 100), 10)
      assert.strictEqual(yield* paid(yield* Budget.make({ rate: 5 }), 100), 1)
      assert.strictEqual(yield* paid(yield* Budget.make({ rate: 50 }), 100), 10)
      assert.strictEqual(yield* paid(yield* Budget.make({ rate: 100_000 }), 200), 100)
      assert.strictEqual(yield* paid(yield* Budget.make({ reserve: 0 }), 100), 0)
    })
  )

  it("has these defaults", () => {
    assert.deepStrictEqual(Budget.defaults, { share: 0.1, memory: Duration.seconds(10), reserve: 1 })
  })
})
