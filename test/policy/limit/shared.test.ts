import { readFile } from "node:fs/promises"
import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Fiber, Layer, Logger } from "effect"
import { RateLimiter } from "effect/persistence"
import { TestClock } from "effect/testing"
import * as Limit from "../../../src/policy/Limit.ts"

const quota: Limit.Quota = { name: "test", limit: 50, per: "1 second", scope: "organization", source: "test" }
const memory = RateLimiter.layer.pipe(Layer.provide(RateLimiter.layerStoreMemory))

const fullest = (times: ReadonlyArray<number>, per: number): number =>
  Math.max(...times.map((from, index) => times.slice(index).filter((at) => at < from + per).length))

/** Two queues, as in two processes. */
const two = (store: Limit.Store, quotas: ReadonlyArray<Limit.Quota>) =>
  Effect.all([Limit.make({ quotas }), Limit.make({ quotas })]).pipe(Effect.provideService(Limit.Store, store))

const note = (times: Array<number>) => Effect.map(Clock.currentTimeMillis, (at) => void times.push(at))
const fork = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.forkChild(effect, { startImmediately: true })

const captured = () => {
  const messages: Array<string> = []
  const layer = Logger.layer([
    Logger.make(({ message }) => void messages.push(String(message).split(".")[0]!))
  ])
  return { layer, messages }
}

describe("queues that share a store", () => {
  it.effect("send no more than one quota together, and each gets a share", () =>
    Effect.gen(function* () {
      const limits = yield* two(yield* Effect.flatMap(RateLimiter.RateLimiter, Limit.makeShared), [quota])
      const times: ReadonlyArray<Array<number>> = [[], []]
      for (let n = 0; n < 100; n++) {
        for (const [index, limit] of limits.entries()) yield* fork(limit.run(note(times[index]!)))
      }
      yield* TestClock.adjust("10 seconds")
      const all = times.flat().toSorted((a, b) => a - b)
      assert.strictEqual(all.length, 200)
      assert.isAtMost(fullest(all, 1000), 50)
      assert.isBelow(all.at(-1)!, 4500)
      for (const own of times) assert.isAtLeast(own.filter((at) => at < 2000).length, 20)
    }).pipe(Effect.provide(memory))
  )

  it.effect("take each quota once, and quotas of a key under that key", () =>
    Effect.gen(function* () {
      const taken: Array<string> = []
      const store: Limit.Store = {
        take: ({ name }, key) =>
          Effect.sync(() => {
            taken.push(key)
            const first = name === "test" && taken.filter((one) => one === key).length === 1
            return first ? { allowed: false, wait: Duration.seconds(1) } : { allowed: true }
          })
      }
      const each: Limit.Quota = { ...quota, name: "audience", each: "key" }
      const [limit] = yield* two(store, [each, quota])
      const call = yield* fork(limit.run(Effect.void, { key: "vip" }))
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(call)
      assert.deepStrictEqual(taken, ["audience:vip", "test", "test"])
    })
  )

  it.effect("keep order and leak nothing when a call is interrupted while it consults the store", () =>
    Effect.gen(function* () {
      const store: Limit.Store = { take: () => Effect.as(Effect.sleep("1 second"), { allowed: true }) }
      const [limit] = yield* two(store, [quota])
      const times: Array<number> = []
      const consulting = yield* fork(limit.run(note(times)))
      yield* fork(limit.run(note(times)))
      yield* TestClock.adjust("500 millis")
      yield* Fiber.interrupt(consulting)
      yield* TestClock.adjust("2 seconds")
      assert.deepStrictEqual(times, [1500])
      assert.deepInclude(yield* limit.standing, { waiting: 0, inFlight: 0 })
    })
  )

  it.effect("consult it one call at a time, in the order of the queue", () =>
    Effect.gen(function* () {
      let open = 0
      let most = 0
      const store: Limit.Store = {
        take: () =>
          Effect.acquireUseRelease(
            Effect.sync(() => (most = Math.max(most, ++open))),
            () => Effect.as(Effect.sleep("100 millis"), { allowed: true } as const),
            () => Effect.sync(() => void open--)
          )
      }
      const [limit] = yield* two(store, [{ ...quota, burst: 10 }])
      const times: Array<number> = []
      for (let n = 0; n < 3; n++) yield* fork(limit.run(note(times)))
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(times, [100, 200, 300])
      assert.strictEqual(most, 1)
    })
  )

  it.effect("refuse a call that the store delays past its deadline", () =>
    Effect.gen(function* () {
      const store: Limit.Store = { take: () => Effect.succeed({ allowed: false, wait: Duration.seconds(3) }) }
      const [limit] = yield* two(store, [quota])
      const call = yield* fork(Effect.flip(limit.run(Effect.void, { deadline: 10_000 })))
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* Fiber.join(call))._tag, "OutOfTime")
    })
  )
})

describe("a store that cannot be reached", () => {
  const broken = (limiter: RateLimiter.RateLimiter, fails: () => "at once" | "silently" | undefined) => ({
    ...limiter,
    consume: (options: Parameters<typeof limiter.consume>[0]) =>
      Effect.flatMap(Effect.sync(fails), (how) => {
        if (how === undefined) return limiter.consume(options)
        const reason = new RateLimiter.RateLimitStoreError({ message: "gone" })
        return how === "silently" ? Effect.never : Effect.fail(new RateLimiter.RateLimiterError({ reason }))
      })
  })

  for (const how of ["at once", "silently"] as const) {
    it.effect(`and fails ${how} leaves each process to its own quotas, is reported once, and recovers`, () =>
      Effect.gen(function* () {
        const { layer, messages } = captured()
        let fails: typeof how | undefined
        const limiter = broken(yield* RateLimiter.RateLimiter, () => fails)
        const [limit] = yield* two(yield* Limit.makeShared(limiter), [quota])
        const times: Array<number> = []
        yield* Effect.gen(function* () {
          yield* limit.run(note(times))
          fails = how
          for (let n = 0; n < 200; n++) yield* fork(limit.run(note(times)))
          yield* TestClock.adjust("3 seconds")
          assert.isAtMost(fullest(times, 1000), 50)
          assert.isAtLeast(times.length, 80)
          assert.strictEqual(messages.length, 1)
          fails = undefined
          yield* TestClock.adjust("7 seconds")
        }).pipe(Effect.provide(layer))
        assert.strictEqual(times.length, 201)
        assert.deepStrictEqual(messages, [
          "The store that shares limits between processes is out of reach",
          "The store that shares limits between processes is back"
        ])
      }).pipe(Effect.provide(memory))
    )
  }

  it.effect("leaves each process the part that it had, and not the whole", () =>
    Effect.gen(function* () {
      const { layer } = captured()
      let fails: "at once" | undefined
      const limiter = broken(yield* RateLimiter.RateLimiter, () => fails)
      const stores = yield* Effect.all([Limit.makeShared(limiter), Limit.makeShared(limiter)])
      const times: Array<number> = []
      yield* Effect.gen(function* () {
        for (const store of stores) {
          const limit = yield* Effect.provideService(Limit.make({ quotas: [quota] }), Limit.Store, store)
          for (let n = 0; n < 300; n++) yield* fork(limit.run(note(times)))
        }
        yield* TestClock.adjust("3 seconds")
        fails = "at once"
        yield* TestClock.adjust("5 seconds")
      }).pipe(Effect.provide(layer))
      const alone = times.filter((at) => at >= 4000)
      assert.isAtLeast(alone.length, 150)
      assert.isAtMost(fullest(alone, 1000), 55)
    }).pipe(Effect.provide(memory))
  )

  it.effect("leaves the whole to a process that was never refused", () =>
    Effect.gen(function* () {
      const { layer } = captured()
      let fails: "at once" | undefined
      const store = yield* Limit.makeShared(broken(yield* RateLimiter.RateLimiter, () => fails))
      const take = Effect.map(store.take({ ...quota, burst: 50 }, "key"), ({ allowed }) => allowed)
      yield* Effect.gen(function* () {
        for (let n = 0; n < 5; n++) assert.isTrue(yield* take)
        fails = "at once"
        yield* TestClock.adjust("1 second")
        const taken = yield* Effect.all(Array.from({ length: 60 }, () => take))
        assert.strictEqual(taken.filter((allowed) => allowed).length, quota.limit)
      }).pipe(Effect.provide(layer))
    }).pipe(Effect.provide(memory))
  )

  it.live("is not given up for a stall of this process, during which its answer came", () =>
    Effect.gen(function* () {
      const { layer, messages } = captured()
      const limiter = yield* RateLimiter.RateLimiter
      const consume = (options: Parameters<typeof limiter.consume>[0]) =>
        Effect.andThen(
          Effect.promise(() => readFile(new URL(import.meta.url))),
          limiter.consume(options)
        )
      const store = yield* Limit.makeShared({ ...limiter, consume })
      const stalled = Effect.sync(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400))
      const taken = yield* fork(Effect.provide(store.take(quota, "key"), layer))
      yield* stalled
      assert.isTrue((yield* Fiber.join(taken)).allowed)
      assert.deepStrictEqual(messages, [])
    }).pipe(Effect.provide(memory))
  )
})
