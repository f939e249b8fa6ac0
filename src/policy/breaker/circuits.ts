/** Circuits at work: which are asked before a call, and what each is told after it. */
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as CircuitBreaker from "effect/persistence/CircuitBreaker"
import { CircuitOpen } from "../../contract/Common.ts"
import type { Outcome, Patience } from "./patience.ts"

/** What a call brings to the breaker. */
export interface Ticket<A, E> {
  /** One circuit for each key: an endpoint class, never a user. */
  readonly key: string
  /** By default a success is a success and every failure a failure. */
  readonly classify?: (exit: Exit.Exit<A, E>) => Outcome
}

/** The circuits of one breaker. */
export interface Circuits {
  readonly breaker: CircuitBreaker.CircuitBreaker
  readonly patient: Patience
  /**
   * The keys of circuits that have counted a failure since they were last known to be closed and clean. A circuit without one is
   * not asked. `undefined` where other processes share the circuits: what they count is not known here.
   */
  readonly troubled: Set<string> | undefined
}

const outcomeOf = <A, E>(
  { patient }: Circuits,
  { classify = byDefault, key }: Ticket<A, E>,
  exit: Exit.Exit<A, E>
): CircuitBreaker.Outcome => (interrupted(exit) ? CircuitBreaker.ignored : patient(key, classify(exit)))

/** Tells a circuit how a call ended that it was not asked about. */
const record = ({ breaker }: Circuits, key: string, outcome: CircuitBreaker.Outcome): Effect.Effect<void> =>
  Effect.ignore(breaker.execute(Effect.void, { key, classify: () => outcome }))

const unasked = <A, E, R>(
  circuits: Circuits,
  troubled: Set<string>,
  attempt: Effect.Effect<A, E, R>,
  ticket: Ticket<A, E>
): Effect.Effect<A, E, R> =>
  Effect.onExitPrimitive(attempt, (exit) => {
    const outcome = outcomeOf(circuits, ticket, exit)
    if (outcome._tag === "Failure") troubled.add(ticket.key)
    return outcome._tag === "Ignored" || !troubled.has(ticket.key)
      ? undefined
      : record(circuits, ticket.key, outcome)
  })

/** A circuit that a success has left closed is clean again. */
const cleaned = ({ breaker, troubled }: Circuits, key: string): Effect.Effect<void> =>
  Effect.ignore(
    Effect.map(breaker.state(key), (state) => void (state._tag === "Closed" && troubled?.delete(key)))
  )

const asked = <A, E, R>(
  circuits: Circuits,
  attempt: Effect.Effect<A, E, R>,
  ticket: Ticket<A, E>
): Effect.Effect<A, E | CircuitOpen, R> =>
  Effect.suspend(() => {
    let outcome = CircuitBreaker.ignored
    const classify = (done: Exit.Exit<Exit.Exit<A, E>>) =>
      Exit.isFailure(done) ? outcome : (outcome = outcomeOf(circuits, ticket, done.value))
    const clean = Effect.suspend(() =>
      outcome._tag === "Success" ? cleaned(circuits, ticket.key) : Effect.void
    )
    // As an exit, so that what the attempt fails with and what the breaker fails with stay apart.
    return circuits.breaker.execute(Effect.exit(attempt), { key: ticket.key, classify }).pipe(
      Effect.mapError((refused) => new CircuitOpen({ retryAfter: retryAfter(refused) })),
      Effect.tap(clean),
      Effect.flatten
    )
  })

/** Runs an attempt unless its circuit is open. */
export const run = <A, E, R>(
  circuits: Circuits,
  attempt: Effect.Effect<A, E, R>,
  ticket: Ticket<A, E>
): Effect.Effect<A, E | CircuitOpen, R> =>
  Effect.suspend((): Effect.Effect<A, E | CircuitOpen, R> => {
    const { troubled } = circuits
    if (troubled === undefined) return asked(circuits, attempt, ticket)
    return troubled.has(ticket.key)
      ? asked(circuits, attempt, ticket)
      : unasked(circuits, troubled, attempt, ticket)
  })

/** When to try again while another call probes the server. */
const whileProbing = Duration.seconds(1)

const byDefault = (exit: Exit.Exit<unknown, unknown>): Outcome =>
  Exit.isSuccess(exit) ? "success" : "failure"

const interrupted = (exit: Exit.Exit<unknown, unknown>): boolean =>
  Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)

const retryAfter = ({ reason }: CircuitBreaker.CircuitBreakerError): Duration.Duration =>
  reason._tag === "CircuitOpen" ? reason.retryAfter : whileProbing
