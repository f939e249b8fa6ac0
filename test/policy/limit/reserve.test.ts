import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Exit, Fiber, Scope } from "effect"
import { TestClock } from "effect/testing"
import * as Limit from "../../../src/policy/Limit.ts"
import { random } from "../../storms/random.ts"

const fork = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.forkChild(effect, { startImmediately: true })

const minute: Limit.Quota = {
  name: "minute",
  limit: 10,
  per: "1 minute",
  scope: "organization",
  source: "test"
}
// An outage would let probes go beyond the limit.
const three = { start: 3, least: 3, most: 3, outageAfter: Infinity }
const idle = { waiting: 0, inFlight: 0 }

describe("a reserved turn", () => {
  it.effect("counts as in flight, and its attempt runs without queueing again", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ inFlight: { start: 1, most: 1 } })
      const permit = yield* limit.reserve()
      const other = yield* fork(limit.run(Clock.currentTimeMillis))
      yield* TestClock.adjust("1 second")
      assert.deepInclude(yield* limit.standing, { waiting: 1, inFlight: 1 })
      yield* limit.run(Effect.void, { permit })
      assert.strictEqual(yield* Fiber.join(other), 1000)
      assert.deepInclude(yield* limit.standing, idle)
    })
  )

  it.effect("waits like any other call: in order, paced, and refused at once where it is too late", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [minute] })
      const order: Array<string> = []
      yield* limit.run(Effect.void)
      const reserved = yield* fork(
        Effect.scoped(Effect.tap(limit.reserve(), () => Effect.sync(() => order.push("reserved"))))
      )
      yield* fork(limit.run(Effect.sync(() => order.push("run"))))
      const refusal = yield* Effect.flip(limit.reserve({ deadline: 5000 }))
      assert.strictEqual(refusal._tag, "OutOfTime")
      assert.deepStrictEqual(order, [])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(reserved)
      assert.deepStrictEqual(order, ["reserved", "run"])
      assert.deepInclude(yield* limit.standing, idle)
    })
  )

  it.effect("that is not used is given back when its scope closes, its slot in the quota included", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [minute] })
      const scope = yield* Scope.make()
      yield* Scope.provide(limit.reserve(), scope)
      const next = yield* fork(limit.run(Clock.currentTimeMillis))
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* limit.standing).waiting, 1)
      yield* Scope.close(scope, Exit.void)
      assert.strictEqual(yield* Fiber.join(next), 1000)
      assert.deepInclude(yield* limit.standing, idle)
    })
  )

  it.effect("of a key that is not used makes its key ready again, for the others that wait under it", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [{ ...minute, each: "key" }] })
      const scope = yield* Scope.make()
      yield* Scope.provide(limit.reserve({ key: "a" }), scope)
      const next = yield* fork(limit.run(Clock.currentTimeMillis, { key: "a" }))
      assert.strictEqual(yield* limit.run(Clock.currentTimeMillis, { key: "b" }), 0)
      assert.strictEqual((yield* limit.standing).waiting, 1)
      yield* Scope.close(scope, Exit.void)
      assert.strictEqual(yield* Fiber.join(next), 0)
    })
  )

  it.effect("is used once: a second attempt, and one in another queue, wait as usual", () =>
    Effect.gen(function* () {
      const [limit, other] = [
        yield* Limit.make({ inFlight: { start: 1, most: 1 } }),
        yield* Limit.make({ inFlight: { start: 1, most: 1 } })
      ]
      const permit = yield* limit.reserve()
      yield* fork(other.run(Effect.never))
      const elsewhere = yield* fork(other.run(Effect.void, { permit }))
      assert.strictEqual((yield* other.standing).waiting, 1)
      const first = yield* fork(limit.run(Effect.sleep("1 second"), { permit }))
      const second = yield* fork(limit.run(Effect.void, { permit }))
      assert.deepInclude(yield* limit.standing, { waiting: 1, inFlight: 1 })
      yield* TestClock.adjust("1 second")
      yield* Fiber.joinAll([first, second])
      yield* Fiber.interrupt(elsewhere)
      assert.deepInclude(yield* limit.standing, idle)
    })
  )

  it.effect("that a running attempt uses stays in flight when the scope closes", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make()
      const scope = yield* Scope.make()
      const permit = yield* Scope.provide(limit.reserve(), scope)
      const running = yield* fork(limit.run(Effect.sleep("1 second"), { permit }))
      yield* Scope.close(scope, Exit.void)
      assert.strictEqual((yield* limit.standing).inFlight, 1)
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(running)
      assert.strictEqual((yield* limit.standing).inFlight, 0)
    })
  )

  it.effect("is not mistaken for a slow answer while it is held", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make()
      for (let call = 0; call < 5; call++) {
        const permit = yield* limit.reserve()
        yield* TestClock.adjust("1 minute")
        const running = yield* fork(limit.run(Effect.sleep("10 millis"), { permit }))
        yield* TestClock.adjust("10 millis")
        yield* Fiber.join(running)
      }
      const now = yield* Clock.currentTimeMillis
      assert.isTrue(Exit.isSuccess(yield* Effect.exit(limit.run(Effect.void, { deadline: now + 100 }))))
    })
  )

  it.effect(
    "counts in the quota when it is used: turns that were held cannot be used all at once for free",
    () =>
      Effect.gen(function* () {
        const limit = yield* Limit.make({ quotas: [minute] })
        const permits: Array<Limit.Permit> = []
        for (let turn = 0; turn < 5; turn++) {
          permits.push(yield* limit.reserve())
          yield* TestClock.adjust("7 seconds")
        }
        yield* TestClock.adjust("1 minute")
        const start = yield* Clock.currentTimeMillis
        for (const permit of permits) yield* limit.run(Effect.void, { permit })
        const next = yield* fork(limit.run(Clock.currentTimeMillis))
        yield* TestClock.adjust("1 minute")
        // Five slots of 6 s have been used.
        assert.isAtLeast((yield* Fiber.join(next)) - start, 29_000)
      })
  )

  it.effect("leaks nothing when waiting for it is interrupted, at any moment", () =>
    Effect.gen(function* () {
      const store: Limit.Store = { take: () => Effect.as(Effect.sleep("20 millis"), { allowed: true }) }
      const limit = yield* Effect.provideService(
        Limit.make({ quotas: [minute], inFlight: three }),
        Limit.Store,
        store
      )
      for (let at = 0; at < 40; at++) {
        const calls = yield* Effect.forEach([1, 2, 3, 4], () =>
          fork(Effect.scoped(Effect.andThen(limit.reserve(), Effect.sleep("20 millis"))))
        )
        yield* TestClock.adjust(Duration.millis(at * 3))
        yield* Fiber.interruptAll(calls)
        assert.deepInclude(yield* limit.standing, idle)
      }
    })
  )
})

/** What becomes of one reservation. */
const fate = (limit: Limit.Limit, chance: () => number, attempt: Effect.Effect<void>) =>
  Effect.scoped(
    Effect.gen(function* () {
      const deadline = (yield* Clock.currentTimeMillis) + (chance() < 0.2 ? 40 : 10_000)
      const key = chance() < 0.5 ? "a" : "b"
      yield* Effect.sleep(Duration.millis(chance() * 100))
      const permit = yield* limit.reserve({ key, deadline })
      yield* Effect.sleep(Duration.millis(chance() * 30))
      const use = chance()
      if (use < 0.5) yield* limit.run(attempt, { permit, key })
      if (use < 0.1) yield* limit.run(attempt, { permit, key })
      if (use > 0.8) return yield* Effect.never
    })
  )

it.effect("permits are never lost and never exceed the limit, whatever becomes of them", () =>
  Effect.gen(function* () {
    for (let seed = 1; seed <= 60; seed++) {
      const chance = random(seed)
      const limit = yield* Limit.make({ inFlight: three })
      let running = 0
      const attempt = Effect.suspend(() => {
        running += 1
        const work = chance() < 0.8 ? Effect.sleep(Duration.millis(chance() * 30)) : Effect.die("defect")
        return Effect.ensuring(
          work,
          Effect.sync(() => void (running -= 1))
        )
      })
      const calls = yield* Effect.forEach(Array.from({ length: 20 }), () =>
        fork(fate(limit, chance, attempt))
      )
      for (let step = 0; step < 30; step++) {
        yield* TestClock.adjust("10 millis")
        if (chance() < 0.3) yield* Fiber.interrupt(calls[Math.floor(chance() * calls.length)]!)
        const { inFlight } = yield* limit.standing
        assert.isAtMost(inFlight, 3, `seed ${seed}`)
        assert.isAtMost(running, inFlight, `seed ${seed}`)
      }
      yield* Fiber.interruptAll(calls)
      assert.deepInclude(yield* limit.standing, idle, `seed ${seed}`)
      assert.strictEqual(running, 0, `seed ${seed}`)
    }
  })
)
