/** Quotas that several processes share, through Effect's rate limiter. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as RateLimiter from "effect/persistence/RateLimiter"
import * as Redis from "effect/persistence/Redis"
import { connection, makeFallback } from "./connection.ts"
import { type Exchange, exchangeThrough } from "./rates.ts"
import { Shares } from "./shares.ts"
import { evenness, type Quota } from "../limit/quota.ts"
import { type Permission, Store } from "../limit/store.ts"

/** What the rate limiter is asked for: an even release, with the burst that the quota documents. */
const request = (quota: Quota, key: string) => {
  const { atOnce = 0, per } = quota
  const burst = quota.burst ?? Math.max(1, atOnce)
  const window = Duration.times(Duration.fromInputUnsafe(per), burst / ((quota.limit - atOnce) * evenness))
  return { algorithm: "token-bucket", onExceeded: "fail", limit: burst, window, key } as const
}

const allowed: Permission = { allowed: true }

const refusal = (
  error: RateLimiter.RateLimiterError
): Effect.Effect<Permission, RateLimiter.RateLimiterError> =>
  error.reason._tag === "RateLimitExceeded"
    ? Effect.succeed({ allowed: false, wait: error.reason.retryAfter })
    : Effect.fail(error)

const unknown = Effect.succeed(undefined)

/**
 * A store on one of Effect's rate limiters. While that cannot be reached, each process keeps to the part of
 * each quota that it had. With an `exchange` the rates that its processes learn are shared, too.
 *
 * @example
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { RateLimiter } from "effect/persistence"
 * import { Limit } from "faultline/core"
 *
 * const shared = Layer.effect(Limit.Store, Effect.flatMap(RateLimiter.make, Limit.makeShared)).pipe(
 *   Layer.provide(RateLimiter.layerStoreMemory)
 * )
 * const program = Effect.flatMap(Limit.make(), (limit) => limit.run(Effect.succeed("sent")))
 *
 * console.log(await Effect.runPromise(Effect.provide(program, shared))) // sent
 * ```
 */
export const makeShared = (limiter: RateLimiter.RateLimiter, exchange?: Exchange): Effect.Effect<Store> =>
  Effect.zipWith(makeFallback("limits"), Clock.Clock, (either, clock) => {
    const shares = new Shares()
    const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
    const learned: Store["learned"] = (quota, mine) =>
      exchange === undefined
        ? unknown
        : Effect.catch(
            either(exchange(quota.name, mine), unknown, () => true),
            () => unknown
          )
    return {
      ...(exchange === undefined ? {} : { learned }),
      take: (quota, key) => {
        const alone = Effect.sync(() => shares.alone(quota, key, now()))
        const answered = (permission: Permission) =>
          Effect.sync(() => {
            shares.answered(quota, key, permission, now())
            return permission
          })
        const remote = Effect.catch(Effect.as(limiter.consume(request(quota, key)), allowed), refusal)
        const asked = Effect.flatMap(remote, answered)
        return Effect.catch(
          either(asked, alone, () => true),
          () => alone
        )
      }
    }
  })

/**
 * Shares quotas through the Redis at `REDIS_URL`: several processes together then send no more than one quota.
 *
 * @example
 * ```ts no-run
 * import { Effect } from "effect"
 * import { Limit } from "faultline/core"
 *
 * const program = Effect.gen(function* () {
 *   const limit = yield* Limit.make({
 *     quotas: [{ name: "search", limit: 20, per: "1 second", scope: "an account", source: "the price list" }]
 *   })
 *   return yield* limit.run(Effect.succeed("found"))
 * })
 *
 * await Effect.runPromise(Effect.provide(program, Limit.layerRedis))
 * ```
 */
export const layerRedis = Layer.effect(
  Store,
  Effect.gen(function* () {
    const exchange = exchangeThrough(yield* Redis.Redis, "faultline:learned:")
    return yield* makeShared(yield* RateLimiter.make, exchange)
  })
).pipe(Layer.provide(RateLimiter.layerStoreRedis({ prefix: "faultline:limit:" })), Layer.provide(connection))
