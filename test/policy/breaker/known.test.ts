/** What is known of a circuit without asking where it is kept. */
import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Layer } from "effect"
import { CircuitBreaker } from "effect/persistence"
import { TestClock } from "effect/testing"
import * as Breaker from "../../../src/policy/Breaker.ts"

const kept = [
  ["in this process", Layer.empty],
  ["in a store that is shared", CircuitBreaker.layerStoreMemory()]
] as const

it.effect.each(kept)("follows a circuit that is kept %s through all its states", ([, store]) =>
  Effect.gen(function* () {
    const breaker = yield* Breaker.make({ failures: 2, patience: 0, openDuration: "10 seconds" })
    const run = <A, E>(effect: Effect.Effect<A, E>) => Effect.exit(breaker.run(effect, { key: "a" }))
    /** Known first: reading the state may teach it. */
    const states = Effect.gen(function* () {
      const known = breaker.known("a")
      assert.strictEqual((yield* breaker.state("a"))._tag, known)
      return known
    })
    assert.strictEqual(yield* states, "Closed")
    yield* run(Effect.fail("down"))
    assert.strictEqual(yield* states, "Closed")
    yield* run(Effect.fail("down"))
    assert.strictEqual(yield* states, "Open")
    yield* run(Effect.void)
    yield* TestClock.adjust("11 seconds")
    const gate = yield* Deferred.make<void>()
    const probe = yield* Effect.forkChild(run(Deferred.await(gate)), { startImmediately: true })
    assert.strictEqual(yield* states, "HalfOpen")
    yield* run(Effect.void)
    assert.strictEqual(yield* states, "HalfOpen")
    yield* Deferred.succeed(gate, undefined)
    yield* Fiber.join(probe)
    assert.strictEqual(yield* states, "Closed")
    assert.strictEqual(breaker.known("another"), "Closed")
  }).pipe(Effect.provide(store))
)
