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
import { connection, makeFallback } from "../redis.ts"

type Store = typeof CircuitBreakerStore.Service

const lost = (error: CircuitBreakerError) => error.reason._tag === "CircuitBreakerStoreError"

/** Generations of this process are negative, so that an outcome is recorded where its call was admitted. */
const flip = (generation: number): number => -1 - generation

/** A store that falls back on circuits of this process while the shared one is out of reach. */
export const withFallback = (remote: Store, local: Store): Effect.Effect<Store> =>
  Effect.map(makeFallback("circuits"), (either) => {
    const admitHere = (key: string) =>
      Effect.map(local.admit(key), (admission) => ({ ...admission, generation: flip(admission.generation) }))
    return {
      admit: (key) => either(remote.admit(key), admitHere(key), lost),
      record: (outcome) =>
        outcome.generation < 0
          ? local.record({ ...outcome, generation: flip(outcome.generation) })
          : either(remote.record(outcome), Effect.succeed(undefined), lost),
      state: (key) => either(remote.state(key), local.state(key), lost)
    }
  })

/** Shares circuits through the Redis at `REDIS_URL`: what one process learns of a vendor's trouble, all know. */
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
