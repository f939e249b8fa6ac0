/** Queues that share a quota through Redis send no more than the quota together. Without `REDIS_URL` it says so and ends. */
import { Clock, Effect } from "effect"
import { Limit } from "faultline"

const quota: Limit.Quota = {
  name: `geocoder-${process.pid}`,
  limit: 10,
  per: "1 second",
  scope: "an account",
  source: "the geocoder's price list"
}

const program = Effect.gen(function* () {
  // Two queues that know nothing of each other, as in two processes.
  const queues = [yield* Limit.make({ quotas: [quota] }), yield* Limit.make({ quotas: [quota] })]
  const start = yield* Clock.currentTimeMillis
  const sends = queues.flatMap((queue) => Array.from({ length: 10 }, () => queue.run(Effect.void)))
  yield* Effect.all(sends, { concurrency: "unbounded" })
  return ((yield* Clock.currentTimeMillis) - start) / 1000
})

const alone = await Effect.runPromise(program)
console.log(`each by itself: 20 calls took ${alone.toFixed(1)} s, twice the quota`)

if (process.env["REDIS_URL"] === undefined) {
  console.log(
    "REDIS_URL is not set, so there is nothing to share through. Try REDIS_URL=redis://127.0.0.1:6379"
  )
} else {
  const together = await Effect.runPromise(Effect.provide(program, Limit.layerRedis))
  console.log(`through Redis:  20 calls took ${together.toFixed(1)} s, the quota`)
}

// For a vendor: Braze.layerConfig().pipe(Layer.provide([Limit.layerRedis, Breaker.layerRedis]))
