/** Making a breaker: its figures and its circuits. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { CircuitBreakerStore, State, Transition } from "effect/persistence/CircuitBreaker"
import * as Schedule from "effect/Schedule"
import type { CircuitOpen } from "../../contract/Common.ts"
import { durationProblem, numberProblem, problem, type Problem } from "../problem.ts"
import { type Circuits, run, type Ticket } from "./circuits.ts"
import { openDurationOf } from "./execute.ts"
import { memory } from "./memory.ts"
import { makePatience } from "./patience.ts"
import { shared } from "./store.ts"

/** How a breaker is made. Everything has a default. */
export interface Options {
  /** Names it in the metric of a breaker that stands alone. */
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

/** A breaker at work. */
export interface Runner {
  /** Runs the attempt unless the circuit is open; then it fails with `CircuitOpen`, which says when the next probe is due. */
  readonly run: <A, E, R>(
    attempt: Effect.Effect<A, E, R>,
    ticket: Ticket<A, E>
  ) => Effect.Effect<A, E | CircuitOpen, R>
  /** The state of the circuit under a key. */
  readonly state: (key: string) => Effect.Effect<State>
  /** The same, as far as this process knows it: no store that processes share is asked. For gauges. */
  readonly known: (key: string) => State["_tag"]
}

/** What is wrong with the options. */
export const problems = (options: Options): ReadonlyArray<Problem> => [
  ...problem("name", options.name === "", "must not be empty: it names the breaker in its metric"),
  ...numberProblem("failures", options.failures, { least: 1, whole: true }),
  ...durationProblem("patience", options.patience, { least: 0 }),
  ...(Schedule.isSchedule(options.openDuration)
    ? []
    : durationProblem("openDuration", options.openDuration, { above: 0 })),
  ...durationProblem("longestHint", options.longestHint, { least: 0 })
]

/**
 * Effect's service, by its key: its module also loads streams and a Redis client's types, which only those need who share circuits.
 */
export const SharedStore = Context.Service<CircuitBreakerStore, CircuitBreakerStore["Service"]>(
  "effect/persistence/CircuitBreaker/CircuitBreakerStore"
)

/**
 * Makes a breaker over the store of the context, or over circuits of this process. It keeps the clock it is made with;
 * `changed` hears of every change of a circuit.
 */
export const makeRunner = (
  options: Options = {},
  changed: (transition: Transition) => Effect.Effect<void> = () => Effect.void
): Effect.Effect<Runner> =>
  Effect.gen(function* () {
    const clock = yield* Clock.Clock
    const store = yield* Effect.serviceOption(SharedStore)
    const { failures = defaults.failures } = options
    const patience = Duration.toMillis(Duration.fromInputUnsafe(options.patience ?? defaults.patience))
    const circuits: Circuits = {
      gate: {
        store: Option.match(store, {
          onNone: () => memory(failures, clock),
          onSome: (other) => shared(other, failures)
        }),
        openDuration: openDurationOf(options.openDuration ?? defaults.openDuration),
        longestHint: Duration.fromInputUnsafe(options.longestHint ?? defaults.longestHint),
        changed
      },
      patient: makePatience(patience, clock),
      troubled: Option.isNone(store) ? new Set() : undefined
    }
    const { known, state } = circuits.gate.store
    return { run: (attempt, ticket) => run(circuits, attempt, ticket), state, known }
  })
