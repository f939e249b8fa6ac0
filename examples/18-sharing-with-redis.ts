/** Two processes that share a quota through Redis send no more than the quota together. Without `REDIS_URL` it says so and ends. */
import { NodeRedis } from "@effect/platform-node"
import { Clock, Effect, Layer } from "effect"
import { RateLimiter } from "effect/persistence"
import { Limit } from "faultline"

const allowed: Limit.Permission = { allowed: true }

const shared = Layer.effect(
  Limit.Store,
  Effect.map(RateLimiter.RateLimiter, (limiter): Limit.Store => ({
    take: ({ limit, per }, key) =>
      limiter.consume({ key, limit, window: per }).pipe(
        Effect.as(allowed),
        Effect.catch(({ reason }) =>
          Effect.succeed(
            reason._tag === "RateLimitExceeded"
              ? { allowed: false as const, wait: reason.retryAfter }
              : allowed
          )
        )
      )
  }))
)

const quota: Limit.Quota = {
  name: `geocoder-${process.pid}`,
  limit: 10,
  per: "1 second",
  scope: "an account",
  source: "the price list"
}

const program = Effect.gen(function* () {
  // Two queues that know nothing of each other, as in two processes.
  const queues = [yield* Limit.make({ quotas: [quota] }), yield* Limit.make({ quotas: [quota] })]
  const start = yield* Clock.currentTimeMillis
  const sends = queues.flatMap((queue, index) =>
    Array.from({ length: 15 }, () => Effect.as(queue.run(Effect.void), index))
  )
  yield* Effect.all(sends, { concurrency: "unbounded" })
  const seconds = ((yield* Clock.currentTimeMillis) - start) / 1000
  console.log(`30 calls of two queues took ${seconds.toFixed(1)} s under a shared quota of 10 a second`)
})

const url = process.env["REDIS_URL"]
if (url === undefined) {
  console.log(
    "REDIS_URL is not set, so there is nothing to share through. Try: REDIS_URL=redis://127.0.0.1:6379"
  )
} else {
  const limiter = RateLimiter.layer.pipe(
    Layer.provide(RateLimiter.layerStoreRedis()),
    Layer.provide(NodeRedis.layer({ url }))
  )
  await Effect.runPromise(Effect.provide(program, Layer.provide(shared, limiter)))
}
