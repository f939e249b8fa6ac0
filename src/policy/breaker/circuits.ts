/** Circuits at work: which are asked before a call, and what each is told after it. */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as CircuitBreaker from "effect/persistence/CircuitBreaker"
import type { CircuitOpen } from "../../contract/Common.ts"
import { type Changed, execute, type Gate } from "./execute.ts"
import { ignored, type Outcome, type Patience } from "./patience.ts"

/** What a call brings to the breaker. */
export interface Ticket<A, E> {
  /** One circuit for each key: an endpoint class, never a user. */
  readonly key: string
  /** By default a success is a success and every failure a failure. */
  readonly classify?: (exit: Exit.Exit<A, E>) => Outcome
  /** Runs when the circuit changes with this call. */
  readonly changed?: Changed
}

/** The circuits of one breaker. */
export interface Circuits {
  readonly gate: Gate
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
): CircuitBreaker.Outcome => (interrupted(exit) ? ignored : patient(key, classify(exit)))

/** Tells a circuit how a call ended that it was not asked about. */
const record = (
  { gate }: Circuits,
  { changed, key }: Pick<Ticket<never, never>, "key" | "changed">,
  outcome: CircuitBreaker.Outcome
): Effect.Effect<void> =>
  Effect.catch(
    execute(gate, key, Effect.void, () => outcome, changed),
    () => Effect.void
  )

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
      : record(circuits, ticket, outcome)
  })

/** A circuit that a success has left closed is clean again. */
const cleaned = ({ gate, troubled }: Circuits, key: string): Effect.Effect<void> =>
  Effect.map(gate.store.state(key), ({ _tag }) => void (_tag === "Closed" && troubled?.delete(key)))

const asking = <A, E, R>(
  circuits: Circuits,
  attempt: Effect.Effect<A, E, R>,
  ticket: Ticket<A, E>
): Effect.Effect<A, E | CircuitOpen, R> =>
  Effect.suspend(() => {
    let outcome = ignored
    const guarded = execute(
      circuits.gate,
      ticket.key,
      attempt,
      (exit) => (outcome = outcomeOf(circuits, ticket, exit)),
      ticket.changed
    )
    return Effect.onExitPrimitive(guarded, () =>
      outcome._tag === "Success" ? cleaned(circuits, ticket.key) : undefined
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
    if (troubled === undefined) return asking(circuits, attempt, ticket)
    return troubled.has(ticket.key)
      ? asking(circuits, attempt, ticket)
      : unasked(circuits, troubled, attempt, ticket)
  })

const byDefault = (exit: Exit.Exit<unknown, unknown>): Outcome =>
  Exit.isSuccess(exit) ? "success" : "failure"

const interrupted = (exit: Exit.Exit<unknown, unknown>): boolean =>
  Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)
