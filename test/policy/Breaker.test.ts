import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Exit, Fiber, Layer, Logger, Metric, References, Stream } from "effect"
import { CircuitBreaker } from "effect/persistence"
import { TestClock } from "effect/testing"
import * as Breaker from "../../src/policy/Breaker.ts"
import { withFallback } from "../../src/policy/redis/circuits.ts"
import { CircuitOpen } from "../../src/contract/Common.ts"

const key = "messages"
const down = Effect.fail("down" as const)

/** Fails `times` times, a second apart. */
const failing = (breaker: Breaker.Breaker, times: number) =>
  Effect.forEach(Array.from({ length: times }), () =>
    Effect.andThen(Effect.exit(breaker.run(down, { key })), TestClock.adjust("1 second"))
  )

const opened = (options: Breaker.Options = {}) =>
  Effect.tap(Breaker.make({ patience: 0, ...options }), (breaker) =>
    Effect.forEach(Array.from({ length: Breaker.defaults.failures }), () =>
      Effect.exit(breaker.run(down, { key }))
    )
  )

const tagOf = (breaker: Breaker.Breaker) => Effect.map(breaker.state(key), ({ _tag }) => _tag)

describe("a breaker", () => {
  it.effect("stays closed through failures that do not last, and opens when they do", () =>
    Effect.gen(function* () {
      const breaker = yield* Breaker.make()
      yield* failing(breaker, 15)
      assert.strictEqual(yield* tagOf(breaker), "Closed")
      yield* failing(breaker, 5)
      assert.strictEqual(yield* tagOf(breaker), "Open")
    })
  )

  it.effect("stays closed while some calls succeed", () =>
    Effect.gen(function* () {
      const breaker = yield* Breaker.make()
      for (let n = 0; n < 20; n++) {
        yield* failing(breaker, 10)
        yield* breaker.run(Effect.void, { key })
      }
      assert.strictEqual(yield* tagOf(breaker), "Closed")
    })
  )

  it.effect("refuses calls while it is open, and says when the next probe is due", () =>
    Effect.gen(function* () {
      const breaker = yield* opened()
      yield* TestClock.adjust("400 millis")
      const refusal = yield* Effect.flip(breaker.run(Effect.die("must not run"), { key }))
      assert.instanceOf(refusal, CircuitOpen)
      assert.strictEqual(Duration.toMillis(refusal.retryAfter), 600)
      assert.strictEqual(yield* breaker.run(Effect.succeed("other"), { key: "exports" }), "other")
    })
  )

  it.effect("lets one call at a time probe, and closes when it succeeds", () =>
    Effect.gen(function* () {
      const breaker = yield* opened()
      yield* TestClock.adjust("1 second")
      const probe = yield* Effect.forkChild(breaker.run(Effect.sleep("1 second"), { key }), {
        startImmediately: true
      })
      assert.strictEqual((yield* Effect.flip(breaker.run(Effect.void, { key })))._tag, "CircuitOpen")
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(probe)
      assert.strictEqual(yield* tagOf(breaker), "Closed")
    })
  )

  it.effect("stays open longer with each probe that fails, up to a bound", () =>
    Effect.gen(function* () {
      const breaker = yield* opened()
      const waits: Array<number> = []
      for (let n = 0; n < 8; n++) {
        const refusal = yield* Effect.flip(breaker.run(Effect.void, { key }))
        waits.push(Duration.toSeconds(refusal.retryAfter))
        yield* TestClock.adjust(refusal.retryAfter)
        yield* Effect.exit(breaker.run(down, { key }))
      }
      assert.deepStrictEqual(waits, [1, 2, 4, 8, 16, 30, 30, 30])
    })
  )

  it.effect("respects the time that the server asks for, up to a bound", () =>
    Effect.gen(function* () {
      const wait = (hint: Duration.Input) =>
        Effect.gen(function* () {
          const breaker = yield* Breaker.make()
          const classify = (): Breaker.Outcome => ({
            failure: { retryAfter: Duration.fromInputUnsafe(hint) }
          })
          for (let n = 0; n < 5; n++) yield* Effect.exit(breaker.run(down, { key, classify }))
          return Duration.toMinutes((yield* Effect.flip(breaker.run(Effect.void, { key }))).retryAfter)
        })
      assert.strictEqual(yield* wait("2 minutes"), 2)
      assert.strictEqual(yield* wait("3 days"), 10)
    })
  )

  it.effect("ignores a refusal for now, and counts an answer of any kind as a success", () =>
    Effect.gen(function* () {
      const breaker = yield* Breaker.make({ patience: 0 })
      const as = (outcome: Breaker.Outcome) =>
        Effect.exit(breaker.run(down, { key, classify: () => outcome }))
      for (let n = 0; n < 20; n++) yield* as("ignored")
      for (let n = 0; n < 4; n++) yield* as("failure")
      yield* as("success")
      for (let n = 0; n < 4; n++) yield* as("failure")
      assert.strictEqual(yield* tagOf(breaker), "Closed")
      yield* as("failure")
      assert.strictEqual(yield* tagOf(breaker), "Open")
    })
  )

  it.effect("gives back the probe of a call that is interrupted", () =>
    Effect.gen(function* () {
      const breaker = yield* opened()
      yield* TestClock.adjust("1 second")
      const probe = yield* Effect.forkChild(breaker.run(Effect.never, { key }), { startImmediately: true })
      yield* Fiber.interrupt(probe)
      assert.isTrue(Exit.hasInterrupts(yield* Fiber.await(probe)))
      yield* breaker.run(Effect.void, { key })
      assert.strictEqual(yield* tagOf(breaker), "Closed")
    })
  )

  it.effect("passes on what the attempt fails with, a breaker's own error included", () =>
    Effect.gen(function* () {
      const breaker = yield* Breaker.make()
      const inner = new CircuitBreaker.CircuitBreakerError({
        reason: new CircuitBreaker.CircuitOpen({ key: "theirs", retryAfter: Duration.minutes(1) })
      })
      assert.strictEqual(yield* Effect.flip(breaker.run(Effect.fail(inner), { key })), inner)
      assert.isTrue(Exit.hasDies(yield* Effect.exit(breaker.run(Effect.die("bug"), { key }))))
    })
  )

  it.effect("publishes its changes as a stream and as a metric", () =>
    Effect.gen(function* () {
      const breaker = yield* Breaker.make({ patience: 0, name: "shop" })
      const changes = yield* Effect.forkChild(Stream.runCollect(Stream.take(breaker.transitions, 3)), {
        startImmediately: true
      })
      for (let n = 0; n < 5; n++) yield* Effect.exit(breaker.run(down, { key }))
      yield* TestClock.adjust("1 second")
      yield* breaker.run(Effect.void, { key })
      const collected = yield* Fiber.join(changes)
      assert.deepStrictEqual(
        [...collected].map(({ from, to }) => `${from} ${to}`),
        ["Closed Open", "Open HalfOpen", "HalfOpen Closed"]
      )
      const labels = { breaker: "shop", circuit: key, from: "Closed", to: "Open" }
      assert.strictEqual(
        (yield* Metric.value(Metric.withAttributes(Breaker.transitionsTotal, labels))).count,
        1
      )
    }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()))
  )

  it("has these defaults", () => {
    const { openDuration, ...rest } = Breaker.defaults
    assert.isDefined(openDuration)
    assert.deepStrictEqual(rest, {
      failures: 5,
      patience: Duration.seconds(15),
      longestHint: Duration.minutes(10)
    })
  })
})

describe("a shared breaker", () => {
  const memory = Effect.map(Layer.build(CircuitBreaker.layerStoreMemory()), (context) =>
    Effect.provideContext(Effect.service(CircuitBreaker.CircuitBreakerStore), context)
  ).pipe(Effect.flatten)

  const unreachable = new CircuitBreaker.CircuitBreakerError({
    reason: new CircuitBreaker.CircuitBreakerStoreError({ message: "gone" })
  })

  it.effect("opens for all that share its store", () =>
    Effect.gen(function* () {
      const store = yield* memory
      const [one, two] = yield* Effect.all([Breaker.make({ patience: 0 }), Breaker.make()]).pipe(
        Effect.provideService(Breaker.Store, store)
      )
      for (let n = 0; n < 5; n++) yield* Effect.exit(one.run(down, { key }))
      assert.strictEqual((yield* Effect.flip(two.run(Effect.void, { key })))._tag, "CircuitOpen")
    })
  )

  it.effect("lets calls run, and counts nothing, while a store of somebody's own cannot be reached", () =>
    Effect.gen(function* () {
      const messages: Array<string> = []
      const capture = Logger.layer([Logger.make(({ message }) => void messages.push(String(message)))])
      const lost = Effect.fail(unreachable)
      const store = { admit: () => lost, record: () => lost, state: () => lost }
      const breaker = yield* Breaker.make({ failures: 1, patience: 0 }).pipe(
        Effect.provideService(Breaker.Store, store)
      )
      const call = Effect.flip(breaker.run(down, { key })).pipe(
        Effect.provide(capture),
        Effect.provideService(References.UnhandledLogLevel, "Warn"),
        Effect.provideService(References.MinimumLogLevel, "All")
      )
      assert.deepStrictEqual([yield* call, yield* call], ["down", "down"])
      assert.strictEqual(yield* tagOf(breaker), "Closed")
      assert.match(messages[0] ?? "", /^The store of circuits cannot be reached/)
    })
  )

  it.effect(
    "keeps circuits of its own while the store cannot be reached, reports that once, and returns",
    () =>
      Effect.gen(function* () {
        const messages: Array<string> = []
        const capture = Logger.layer([Logger.make(({ message }) => void messages.push(String(message)))])
        const real = yield* memory
        let reachable = true
        const gate = <A, R>(effect: Effect.Effect<A, CircuitBreaker.CircuitBreakerError, R>) =>
          Effect.flatMap(
            Effect.sync(() => reachable),
            (up) => (up ? effect : Effect.fail(unreachable))
          )
        const remote: typeof real = {
          admit: (key) => gate(real.admit(key)),
          record: (outcome) => gate(real.record(outcome)),
          state: (key) => gate(real.state(key))
        }
        const store = yield* withFallback(remote, yield* memory)
        const breaker = yield* Breaker.make({ patience: 0 }).pipe(Effect.provideService(Breaker.Store, store))
        yield* Effect.gen(function* () {
          yield* breaker.run(Effect.void, { key })
          reachable = false
          for (let n = 0; n < 5; n++) yield* Effect.exit(breaker.run(down, { key }))
          assert.strictEqual((yield* Effect.flip(breaker.run(Effect.void, { key })))._tag, "CircuitOpen")
          reachable = true
          yield* TestClock.adjust("1 second")
          yield* breaker.run(Effect.void, { key })
          assert.strictEqual(yield* tagOf(breaker), "Closed")
        }).pipe(Effect.provide(capture))
        assert.deepStrictEqual(
          messages.map((message) => message.split(".")[0]),
          [
            "The store that shares circuits between processes is out of reach",
            "The store that shares circuits between processes is back"
          ]
        )
      })
  )
})

it.effect(
  "counts only failures in a row, also where a success came between while the circuit was not asked",
  () =>
    Effect.gen(function* () {
      const breaker = yield* Breaker.make({ failures: 3, patience: 0, openDuration: "1 minute" })
      const run = (ok: boolean) =>
        Effect.exit(breaker.run(ok ? Effect.succeed("up") : Effect.fail("down"), { key: "a" }))
      for (const ok of [true, false, false, true, false, false, true, false]) yield* run(ok)
      assert.strictEqual((yield* breaker.state("a"))._tag, "Closed")
      for (const ok of [false, false]) yield* run(ok)
      assert.strictEqual((yield* breaker.state("a"))._tag, "Open")
    })
)

it.effect("hears the end of calls that began while all was well", () =>
  Effect.gen(function* () {
    const breaker = yield* Breaker.make({ failures: 3, patience: 0, openDuration: "1 minute" })
    const slow = (millis: number, ok: boolean) =>
      Effect.forkChild(
        Effect.exit(
          breaker.run(Effect.andThen(Effect.sleep(millis), ok ? Effect.void : Effect.fail("down")), {
            key: "a"
          })
        )
      )
    for (const [millis, ok] of [
      [10, false],
      [20, false],
      [30, true],
      [40, false],
      [50, false]
    ] as const)
      yield* slow(millis, ok)
    yield* TestClock.adjust("45 millis")
    assert.strictEqual((yield* breaker.state("a"))._tag, "Closed")
    yield* slow(1, false)
    yield* TestClock.adjust("10 millis")
    assert.strictEqual((yield* breaker.state("a"))._tag, "Open")
  })
)
