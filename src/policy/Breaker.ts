/**
 * A circuit breaker on Effect's own: it stops calls to a server that has been failing for a while, and lets one call at a time
 * probe whether it has recovered.
 *
 * What it adds to `effect/persistence/CircuitBreaker`: patience (short outages are waited out in the queue, so failures count
 * only when they last), the failure `CircuitOpen`, and metrics. Classify a 429 as ignored: the vendor is up.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as CircuitBreaker from "effect/persistence/CircuitBreaker"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { CircuitOpen } from "../contract/Common.ts"
import { type Circuits, run, type Ticket } from "./breaker/circuits.ts"
import { makePatience } from "./breaker/patience.ts"
import { durationProblem, numberProblem, problem, type Problem } from "./problem.ts"

export type { Ticket } from "./breaker/circuits.ts"
export type { Outcome } from "./breaker/patience.ts"
export { layerRedis } from "./redis/circuits.ts"

/** How a breaker is made. Everything has a default. */
export interface Options {
  /** Names it in metrics: the vendor. */
  readonly name?: string
  /** So many failures in a row open the circuit, once they last longer than `patience`. */
  readonly failures?: number
  /** How long failures must have lasted, with no success between them. */
  readonly patience?: Duration.Input
  /** How long it stays open; a schedule grows with each opening in a row. */
  readonly openDuration?: Duration.Input | Schedule.Schedule<unknown, number>
  /** The longest that a server's own hint can keep it open. */
  readonly longestHint?: Duration.Input
}

/**
 * Five failures in a row, lasting at least 15 s: longer than the 10 s outage that calls in the queue can wait out
 * (`test/storms`). The first probe follows after 1 s, then 2 s, … at most 30 s.
 */
export const defaults = {
  failures: 5,
  patience: Duration.seconds(15),
  openDuration: Schedule.min([Schedule.exponential("1 second"), Schedule.spaced("30 seconds")]),
  longestHint: Duration.minutes(10)
} as const

/** A change of a circuit's state. */
export type Transition = CircuitBreaker.Transition

/** A breaker. */
export interface Breaker {
  /** Runs the attempt unless the circuit is open; then it fails with `CircuitOpen`, which says when the next probe is due. */
  readonly run: <A, E, R>(
    attempt: Effect.Effect<A, E, R>,
    ticket: Ticket<A, E>
  ) => Effect.Effect<A, E | CircuitOpen, R>
  /** The state of the circuit under a key. */
  readonly state: (key: string) => Effect.Effect<CircuitBreaker.State>
  /** The changes of all circuits from now on. */
  readonly transitions: Stream.Stream<Transition>
}

/** Changes of circuits, by breaker, circuit and direction. */
export const transitionsTotal = Metric.counter("faultline_breaker_transitions_total", {
  description: "Changes of circuits: opened, probing, closed",
  incremental: true
})

/** Where circuits are kept. Without one in the context they are kept in this process. */
export const Store = CircuitBreaker.CircuitBreakerStore

/** What is wrong with the options. */
export const problems = (options: Options): ReadonlyArray<Problem> => [
  ...problem("name", options.name === "", "must not be empty: it names the breaker in metrics"),
  ...numberProblem("failures", options.failures, { least: 1, whole: true }),
  ...durationProblem("patience", options.patience, { least: 0 }),
  ...(Schedule.isSchedule(options.openDuration)
    ? []
    : durationProblem("openDuration", options.openDuration, { above: 0 })),
  ...durationProblem("longestHint", options.longestHint, { least: 0 })
]

/** Effect's breaker over the shared store, or over one of this process. */
const over = (store: Option.Option<CircuitBreaker.CircuitBreakerStore["Service"]>, options: Options) => {
  const made = CircuitBreaker.make({
    tripPolicy: CircuitBreaker.consecutive(options.failures ?? defaults.failures),
    openDuration: options.openDuration ?? defaults.openDuration,
    maxOpenDuration: options.longestHint ?? defaults.longestHint
  })
  return Option.match(store, {
    onSome: (shared) => Effect.provideService(made, Store, shared),
    onNone: () =>
      Effect.flatMap(Layer.build(CircuitBreaker.layerStoreMemory()), (memory) =>
        Effect.provideContext(made, memory)
      )
  })
}

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
    const clock = yield* Clock.Clock
    const store = yield* Effect.serviceOption(Store)
    const breaker = yield* over(store, options)
    const patient = makePatience(
      Duration.toMillis(Duration.fromInputUnsafe(options.patience ?? defaults.patience)),
      clock
    )
    yield* Effect.forkScoped(Stream.runForEach(breaker.transitions, count(options.name ?? "default")), {
      startImmediately: true
    })
    const circuits: Circuits = {
      breaker,
      patient,
      troubled: Option.isNone(store) ? new Set() : undefined
    }
    return {
      run: (attempt, ticket) => run(circuits, attempt, ticket),
      // A store that cannot be reached says nothing about the circuit.
      state: (key) =>
        Effect.orElseSucceed(breaker.state(key), (): CircuitBreaker.State => ({ _tag: "Closed", key })),
      transitions: breaker.transitions
    }
  })

const count = (name: string) => (transition: Transition) =>
  Metric.update(
    Metric.withAttributes(transitionsTotal, {
      breaker: name,
      circuit: transition.key,
      from: transition.from,
      to: transition.to
    }),
    1
  )
