/** Circuits that several processes share, through Effect's Redis store. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import {
  type CircuitBreakerError,
  CircuitBreakerStore,
  layerStoreMemory,
  layerStoreRedis
} from "effect/persistence/CircuitBreaker"
import { connection, makeFallback } from "./connection.ts"

type Store = typeof CircuitBreakerStore.Service

const isUnreachable = (error: CircuitBreakerError) => error.reason._tag === "CircuitBreakerStoreError"

/** Generations of this process are negative, so that an outcome is recorded where its call was admitted. */
const flip = (generation: number): number => -1 - generation

/** A store that falls back on circuits of this process while the shared one cannot be reached. */
export const withFallback = (remote: Store, local: Store): Effect.Effect<Store> =>
  Effect.map(makeFallback("circuits"), (either) => {
    const admitHere = (key: string) =>
      Effect.map(local.admit(key), (admission) => ({ ...admission, generation: flip(admission.generation) }))
    return {
      admit: (key) => either(remote.admit(key), admitHere(key), isUnreachable),
      record: (outcome) =>
        outcome.generation < 0
          ? local.record({ ...outcome, generation: flip(outcome.generation) })
          : either(remote.record(outcome), Effect.succeed(undefined), isUnreachable),
      state: (key) => either(remote.state(key), local.state(key), isUnreachable)
    }
  })

/**
 * Shares circuits through the Redis at `REDIS_URL`: a circuit that one process opens is open for all.
 *
 * @example
 * ```ts no-run
 * import { Effect, Layer } from "effect"
 * import { Breaker, Limit } from "faultline/core"
 *
 * const shared = Layer.mergeAll(Breaker.layerRedis, Limit.layerRedis)
 * const program = Effect.gen(function* () {
 *   const breaker = yield* Breaker.make({ name: "search" })
 *   return yield* breaker.run(Effect.succeed("found"), { key: "search" })
 * })
 *
 * await Effect.runPromise(Effect.scoped(program).pipe(Effect.provide(shared)))
 * ```
 */
export const layerRedis = Layer.effect(
  CircuitBreakerStore,
  Effect.gen(function* () {
    const remote = yield* Layer.build(
      Layer.provide(layerStoreRedis({ prefix: "faultline:breaker:" }), connection)
    )
    const local = yield* Layer.build(layerStoreMemory())
    return yield* withFallback(
      Context.get(remote, CircuitBreakerStore),
      Context.get(local, CircuitBreakerStore)
    )
  })
)
