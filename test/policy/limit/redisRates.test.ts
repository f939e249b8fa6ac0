/** Two layers stand for two processes: what one of them learns about a server, the other keeps to. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Exit, Fiber, Layer, Logger, type Scope } from "effect"
import * as Redis from "effect/persistence/Redis"
import * as Limit from "../../../src/policy/Limit.ts"
import { connection } from "../../../src/policy/redis/connection.ts"
import { exchangeThrough, forgotten } from "../../../src/policy/redis/rates.ts"
import { available, redisServer } from "./redisServer.ts"

/** What is declared, and what the server accepts in fact, a second. */
const quota: Limit.Quota = { name: "shop", limit: 200, per: "1 second", scope: "a shop", source: "test" }
const accepted = 40

const withRedis = (name: string, test: () => Effect.Effect<unknown, unknown, Scope.Scope>) =>
  it.live(name, () => (available() ? Effect.asVoid(test()) : Effect.void), 60_000)

const at = (url: string) => ConfigProvider.layer(ConfigProvider.fromUnknown({ REDIS_URL: url }))

/** A server with a bucket of four tokens. */
const server = () => {
  const seen: Array<{ readonly at: number; readonly ok: boolean }> = []
  let tokens = 4
  let filled = performance.now()
  const call = Effect.suspend(() => {
    const now = performance.now()
    tokens = Math.min(4, tokens + ((now - filled) * accepted) / 1000)
    filled = now
    const ok = tokens >= 1
    if (ok) tokens -= 1
    seen.push({ at: now, ok })
    return Effect.andThen(Effect.sleep("3 millis"), ok ? Effect.void : Effect.fail("too many"))
  })
  const since = (from: number, to = Infinity) => seen.filter(({ at }) => at >= from && at < to)
  return { call, since, refused: (from: number) => since(from).filter(({ ok }) => !ok).length }
}

const read: Limit.Read = (exit) => ({ _tag: Exit.isSuccess(exit) ? "Answered" : "Limited" })

/** A process with a queue of its own. */
const process = (url: string) =>
  Effect.flatMap(Layer.build(Layer.fresh(Layer.provide(Limit.layerRedis, at(url)))), (context) =>
    Effect.provideContext(Limit.make({ quotas: [quota], read }), context)
  )

/** Sends as much as it may, for so long; some of its calls always wait. */
const busy = ({ run }: Limit.Limit, { call }: ReturnType<typeof server>, millis: number) => {
  const until = performance.now() + millis
  const caller = Effect.repeat(Effect.exit(run(call)), { while: () => performance.now() < until })
  return Effect.all(
    Array.from({ length: 6 }, () => caller),
    { concurrency: "unbounded" }
  )
}

describe("processes that share a Redis", () => {
  withRedis(
    "keep together to the rate that one of them has learned, the one that comes late from its first call on",
    () =>
      Effect.gen(function* () {
        const { url } = yield* redisServer
        const [one, other] = [yield* process(url), yield* process(url)]
        const shop = server()
        yield* busy(one, shop, 2500)
        const alone = performance.now()
        yield* busy(yield* process(url), shop, 300)
        // By itself it would begin with 200 a second, and be refused three times before it stops.
        assert.isAtMost(shop.refused(alone), 2)
        const joined = performance.now()
        yield* Effect.all([busy(one, shop, 2000), busy(other, shop, 2000)], { concurrency: 2 })
        const both = shop.since(joined, joined + 2000)
        assert.isAtMost(both.length, 2 * accepted * 1.25)
        assert.isAtLeast(both.filter(({ ok }) => ok).length, 2 * accepted * 0.5)
        assert.isAtMost(shop.refused(joined), 0.2 * both.length)
      })
  )

  withRedis("go on with what each has learned when it dies, and share again when it is back", () =>
    Effect.gen(function* () {
      const redis = yield* redisServer
      const [one, other] = [yield* process(redis.url), yield* process(redis.url)]
      const shop = server()
      const together = (millis: number) =>
        Effect.all([busy(one, shop, millis), busy(other, shop, millis)], { concurrency: 2 })
      yield* together(2500)
      const going = yield* Effect.forkChild(together(2500), { startImmediately: true })
      yield* Effect.sleep("200 millis")
      yield* redis.kill
      const alone = performance.now() + 500
      yield* Fiber.join(going)
      const calls = shop.since(alone, alone + 1500)
      assert.isAtLeast(calls.filter(({ ok }) => ok).length, 1.5 * accepted * 0.4)
      assert.isAtMost(calls.length, 1.5 * accepted * 2)
      yield* redis.start
      yield* Effect.sleep("2500 millis")
      yield* together(2000)
      const late = yield* process(redis.url)
      const joined = performance.now()
      yield* busy(late, shop, 500)
      assert.isAtMost(shop.since(joined, joined + 300).length, 0.3 * accepted * 2 + 2)
    }).pipe(Effect.provide(Logger.layer([])))
  )

  withRedis("keep one small key for a quota, newer before older, which is forgotten after a minute", () =>
    Effect.gen(function* () {
      const { url } = yield* redisServer
      const context = yield* Layer.build(Layer.provide(connection, at(url)))
      const redis = yield* Effect.provideContext(Effect.service(Redis.Redis), context)
      const exchange = exchangeThrough(redis, "learned:")
      assert.isUndefined(yield* exchange("shop", undefined))
      const rates = [
        [{ cuts: 2, rate: 50.5 }, 50.5],
        [{ cuts: 2, rate: 40 }, 50.5],
        [{ cuts: 1, rate: 90 }, 50.5],
        [{ cuts: 2, rate: 60.125 }, 60.125],
        [{ cuts: 10, rate: 0.1 + 0.2 }, 0.1 + 0.2]
      ] as const
      for (const [mine, rate] of rates) assert.strictEqual((yield* exchange("shop", mine))?.rate, rate)
      assert.deepStrictEqual(yield* exchange("shop", undefined), { cuts: 10, rate: 0.1 + 0.2 })
      assert.deepStrictEqual(yield* redis.send("KEYS", "*"), ["learned:shop"])
      const left = yield* redis.send<number>("PTTL", "learned:shop")
      assert.isTrue(left > forgotten - 5000 && left <= forgotten)
      yield* redis.send("HSET", "learned:shop", "cuts", "many", "rate", "-1")
      assert.isUndefined(yield* exchange("shop", undefined))
      assert.strictEqual((yield* exchange("shop", { cuts: 1, rate: 30 }))?.rate, 30)
    })
  )
})
