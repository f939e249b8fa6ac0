import { execFile } from "node:child_process"
import { assert, describe, it } from "@effect/vitest"
import { Clock, ConfigProvider, Effect, Exit, Fiber, Layer, Logger, type Scope } from "effect"
import * as Breaker from "../../../src/policy/Breaker.ts"
import * as Limit from "../../../src/policy/Limit.ts"
import { available, redisServer, silentServer } from "./redisServer.ts"

const quota: Limit.Quota = {
  name: "shared",
  limit: 100,
  per: "1 second",
  scope: "organization",
  source: "test"
}

const at = (url: string) => ConfigProvider.layer(ConfigProvider.fromUnknown({ REDIS_URL: url }))

const fullest = (times: ReadonlyArray<number>, per: number): number =>
  Math.max(...times.map((from, index) => times.slice(index).filter((one) => one < from + per).length))

/** Runs `sender.ts` in a process of its own. */
const sender = (url: string, calls: number) =>
  Effect.callback<ReadonlyArray<number>, Error>((resume) => {
    const child = execFile(
      process.execPath,
      ["--conditions=@faultline/source", new URL("sender.ts", import.meta.url).pathname, String(calls)],
      { env: { ...process.env, REDIS_URL: url } },
      (error, stdout) => resume(error === null ? Effect.succeed(JSON.parse(stdout)) : Effect.fail(error))
    )
    return Effect.sync(() => child.kill())
  })

const captured = () => {
  const messages: Array<string> = []
  const layer = Logger.layer([
    Logger.make(({ message }) => void messages.push(String(message).split(".")[0]!))
  ])
  return { layer, messages }
}

const withRedis = (name: string, test: () => Effect.Effect<unknown, unknown, Scope.Scope>) =>
  it.live(name, () => (available() ? Effect.asVoid(test()) : Effect.void), 60_000)

describe("through a real Redis", () => {
  withRedis("two processes send no more than one quota together", () =>
    Effect.gen(function* () {
      const { url } = yield* redisServer
      const sent = yield* Effect.all([sender(url, 120), sender(url, 120)], { concurrency: "unbounded" })
      const all = sent.flat().toSorted((a, b) => a - b)
      assert.strictEqual(all.length, 240)
      // Each alone would be done in 1.2 s. Two more than 100: a busy machine may be late to look at its clock.
      assert.isAtMost(fullest(all, 1000), 102)
      assert.isAtLeast(all.at(-1)! - all[0]!, 2350)
    })
  )

  withRedis("limits continue without it when it dies, report that once, and return to it", () =>
    Effect.gen(function* () {
      const redis = yield* redisServer
      const { layer, messages } = captured()
      yield* Effect.gen(function* () {
        const limit = yield* Limit.make({ quotas: [quota] })
        const times: Array<number> = []
        const send = (count: number) =>
          Effect.forEach(
            Array.from({ length: count }),
            () => limit.run(Effect.map(Clock.currentTimeMillis, (now) => void times.push(now))),
            { concurrency: "unbounded" }
          )
        yield* send(20)
        const going = yield* Effect.forkChild(send(150), { startImmediately: true })
        yield* Effect.sleep("300 millis")
        yield* redis.kill
        yield* Fiber.join(going)
        assert.strictEqual(times.length, 170)
        assert.isAtMost(fullest(times, 1000), 102)
        assert.deepStrictEqual(messages, ["The store that shares limits between processes is out of reach"])
        yield* redis.start
        yield* Effect.andThen(send(1), Effect.sleep("200 millis")).pipe(
          Effect.repeat({ until: () => messages.length > 1 }),
          Effect.timeout("20 seconds")
        )
        assert.deepStrictEqual(messages.slice(1), ["The store that shares limits between processes is back"])
      }).pipe(Effect.provide(Layer.provideMerge(Layer.provide(Limit.layerRedis, at(redis.url)), layer)))
    })
  )

  withRedis(
    "a circuit that one layer opens is open for the other, and they continue without Redis when it dies",
    () =>
      Effect.gen(function* () {
        const redis = yield* redisServer
        const { layer, messages } = captured()
        const down = Effect.fail("down" as const)
        const make = Effect.flatMap(
          Layer.build(Layer.fresh(Layer.provide(Breaker.layerRedis, at(redis.url)))),
          (context) => Effect.provideContext(Breaker.make({ patience: 0 }), context)
        )
        yield* Effect.gen(function* () {
          const [one, two] = yield* Effect.all([make, make])
          for (let n = 0; n < 5; n++) yield* Effect.exit(one.run(down, { key: "messages" }))
          // The other has not met it yet, and a gauge asks nobody.
          assert.deepStrictEqual([one.known("messages"), two.known("messages")], ["Open", "Closed"])
          assert.strictEqual(
            (yield* Effect.flip(two.run(Effect.void, { key: "messages" })))._tag,
            "CircuitOpen"
          )
          assert.strictEqual(two.known("messages"), "Open")
          assert.strictEqual((yield* two.state("messages"))._tag, "Open")
          yield* redis.kill
          yield* two.run(Effect.void, { key: "messages" })
          assert.deepStrictEqual(messages, [
            "The store that shares circuits between processes is out of reach"
          ])
        }).pipe(Effect.provide(layer))
      })
  )

  withRedis("what is left of a shared quota is shown as far as each process knows it", () =>
    Effect.gen(function* () {
      const redis = yield* redisServer
      const make = Effect.flatMap(
        Layer.build(Layer.fresh(Layer.provide(Limit.layerRedis, at(redis.url)))),
        (context) => Effect.provideContext(Limit.make({ quotas: [{ ...quota, per: "1 minute" }] }), context)
      )
      const [one, two] = yield* Effect.all([make, make])
      yield* one.run(Effect.void)
      const left = ({ standing }: Limit.Limit) => Effect.map(standing, ({ windows }) => windows[0]?.remaining)
      assert.deepStrictEqual([yield* left(one), yield* left(two)], [99, 100])
    })
  )

  withRedis("a Redis that is not there at first is an error", () =>
    Effect.gen(function* () {
      const redis = yield* redisServer
      yield* redis.kill
      const exit = yield* Effect.exit(Layer.build(Layer.provide(Limit.layerRedis, at(redis.url))))
      assert.isTrue(Exit.isFailure(exit))
    })
  )

  it.live(
    "a Redis that accepts the connection and never answers is an error that says so",
    () =>
      Effect.gen(function* () {
        const port = yield* silentServer
        const error = yield* Effect.flip(
          Effect.timeout(
            Layer.build(Layer.provide(Limit.layerRedis, at(`redis://127.0.0.1:${port}`))),
            "20 seconds"
          )
        )
        assert.strictEqual(error._tag, "RedisError")
        assert.include(
          String("cause" in error ? error.cause : error),
          "The Redis at REDIS_URL, through which processes share limits"
        )
      }),
    30_000
  )
})
