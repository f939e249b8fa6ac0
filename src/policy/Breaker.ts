/**
 * A circuit breaker: it stops calls to a server that has been failing for a while, and lets one call at a time probe whether it
 * has recovered.
 *
 * It follows the rules of `effect/persistence/CircuitBreaker` for failures in a row, and shares circuits through its stores. What
 * it adds: patience (short outages are waited out in the queue, so failures count only when they last), the failure `CircuitOpen`,
 * and what it changes to as a stream and a metric. Classify a 429 as ignored: the vendor is up.
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Metric from "effect/Metric"
import { CircuitBreakerStore, type Transition } from "effect/persistence/CircuitBreaker"
import * as PubSub from "effect/PubSub"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type * as Take from "effect/Take"
import { type Runner, makeRunner, type Options } from "./breaker/make.ts"

export type { Transition } from "effect/persistence/CircuitBreaker"
export type { Ticket } from "./breaker/circuits.ts"
export { defaults, type Runner, type Options, problems } from "./breaker/make.ts"
export type { Outcome } from "./breaker/patience.ts"
export { layerRedis } from "./redis/circuits.ts"

/** Changes of circuits, by breaker, circuit and direction: of breakers that stand alone. Those of layers are observed as `CircuitChanged`. */
export const transitionsTotal = Metric.counter("faultline_circuit_transitions_total", {
  description: "Changes of circuits: opened, probing, closed",
  incremental: true
})

const count = (name: string, transition: Transition): Effect.Effect<void> =>
  Metric.update(
    Metric.withAttributes(transitionsTotal, {
      breaker: name,
      circuit: transition.key,
      from: transition.from,
      to: transition.to
    }),
    1
  )

/** A breaker whose changes can be watched. */
export interface Breaker extends Runner {
  /** The changes of all circuits from now on. */
  readonly transitions: Stream.Stream<Transition>
}

/** Where circuits are kept. Without one in the context they are kept in this process. */
export const Store = CircuitBreakerStore

/** Changes that a watcher may lag behind; older ones are dropped. */
const kept = 128

/**
 * Makes a breaker. It keeps the clock it is made with; its scope ends the transitions.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Breaker } from "faultline/core"
 *
 * const program = Effect.gen(function* () {
 *   const breaker = yield* Breaker.make({ failures: 3, patience: 0, openDuration: "1 minute" })
 *   const call = breaker.run(Effect.fail("down"), { key: "search" })
 *   for (let attempt = 0; attempt < 3; attempt++) yield* Effect.flip(call)
 *
 *   const refused = yield* Effect.flip(call)
 *   return typeof refused === "string" ? refused : refused._tag
 * })
 *
 * assert.equal(await Effect.runPromise(Effect.scoped(program)), "CircuitOpen")
 * ```
 */
export const make = (options: Options = {}): Effect.Effect<Breaker, never, Scope.Scope> =>
  Effect.gen(function* () {
    const changes = yield* PubSub.sliding<Take.Take<Transition>>(kept)
    yield* Effect.addFinalizer(() => PubSub.end(changes, Exit.void))
    const metrics = yield* Effect.service(Metric.MetricRegistry)
    const runner = yield* makeRunner(options, (transition) =>
      Effect.andThen(
        Effect.provideService(count(options.name ?? "default", transition), Metric.MetricRegistry, metrics),
        PubSub.publish(changes, [transition])
      )
    )
    return { ...runner, transitions: Stream.fromPubSubTake(changes) }
  })
