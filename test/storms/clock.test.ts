import { assert, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { runVirtual } from "./clock.ts"
import { storm } from "./storm.ts"

it("sleepers wake in the order of their times, at their times", () => {
  const woken: Array<string> = []
  const sleeper = (name: string, millis: number) =>
    Effect.andThen(
      Effect.sleep(millis),
      Effect.map(Clock.currentTimeMillis, (now) => void woken.push(`${name} ${now}`))
    )
  const all = Effect.all(
    [sleeper("c", 30), sleeper("a", 10), sleeper("b", 20.5), Effect.timeout(sleeper("d", 99), 50)].map(
      Effect.exit
    ),
    {
      concurrency: "unbounded"
    }
  )
  runVirtual(all, 1000)
  assert.deepStrictEqual(woken, ["a 1010", "b 1020.5", "c 1030"])
})

it("says so when a fiber waits for what never comes", () => {
  assert.throws(() => runVirtual(Effect.never), /is stuck/)
})

it.effect("a storm goes the same way under TestClock", () =>
  Effect.gen(function* () {
    const start = 1_785_000_000_300
    const scenario = {
      server: { limits: { model: "fixed", headers: "retry-after", limit: 50, per: 1000 } },
      rate: 100,
      lasts: 3000,
      deadline: 3000,
      timeout: 2000,
      seed: 7
    } as const
    yield* TestClock.setTime(start)
    const fiber = yield* Effect.forkChild(Effect.scoped(storm(scenario, "standard")))
    yield* TestClock.adjust("10 seconds")
    const expected = runVirtual(Effect.scoped(storm(scenario, "standard")), start)
    assert.deepStrictEqual(yield* Fiber.join(fiber), expected)
  })
)
