/** Quotas that several processes share, through Effect's rate limiter. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as RateLimiter from "effect/persistence/RateLimiter"
import { connection, makeFallback } from "../redis.ts"
import { evenness, type Quota } from "./quota.ts"
import { type Permission, Store } from "./store.ts"

/** What the rate limiter is asked: an even release, with the burst that the quota documents. */
const question = (quota: Quota, key: string) => {
  const burst = quota.burst ?? 1
  const window = Duration.times(Duration.fromInputUnsafe(quota.per), burst / (quota.limit * evenness))
  return { algorithm: "token-bucket", onExceeded: "fail", limit: burst, window, key } as const
}

const allowed: Permission = { allowed: true }

const refusal = (
  error: RateLimiter.RateLimiterError
): Effect.Effect<Permission, RateLimiter.RateLimiterError> =>
  error.reason._tag === "RateLimitExceeded"
    ? Effect.succeed({ allowed: false, wait: error.reason.retryAfter })
    : Effect.fail(error)

/** A store on a rate limiter. While its own store is out of reach, each process keeps to the quotas by itself. */
export const makeShared = (limiter: RateLimiter.RateLimiter): Effect.Effect<Store> =>
  Effect.map(makeFallback("limits"), (either) => ({
    take: (quota, key) => {
      const remote = Effect.catch(Effect.as(limiter.consume(question(quota, key)), allowed), refusal)
      return Effect.orElseSucceed(
        either(remote, Effect.succeed(allowed), () => true),
        () => allowed
      )
    }
  }))

/** Shares quotas through the Redis at `REDIS_URL`: several processes then send no more than one quota together. */
export const layerRedis = Layer.unwrap(
  Effect.gen(function* () {
    const { layerStoreRedis, make } = yield* Effect.promise(() => import("effect/persistence/RateLimiter"))
    return Layer.effect(Store, Effect.flatMap(make, makeShared)).pipe(
      Layer.provide(layerStoreRedis({ prefix: "faultline:limit:" })),
      Layer.provide(connection)
    )
  })
)
