/** Where circuits are kept: in this process (`memory`), or in a store of Effect's that processes share. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as CircuitBreaker from "effect/persistence/CircuitBreaker"
import * as References from "effect/References"
import type * as Scope from "effect/Scope"
import { CircuitOpen } from "../../contract/Common.ts"

/** A call that a circuit let through. */
export type Admission = CircuitBreaker.Admission

/** What a circuit is told when a call has ended. */
export interface Ended {
  readonly key: string
  readonly admission: Admission
  readonly outcome: CircuitBreaker.Outcome["_tag"]
  /** How long the circuit stays open if this end opens it. */
  readonly openFor: Duration.Duration
}

/** The circuits, by key. */
export interface CircuitStore {
  /** Lets a call through, or says when the next one may try. `undefined`: the circuit cannot be reached, so that there is nothing to record. */
  readonly admit: (key: string) => Effect.Effect<Admission | undefined, CircuitOpen, Scope.Scope>
  /** Counts how a call ended, and says what that changes. */
  readonly record: (ended: Ended) => Effect.Effect<CircuitBreaker.Transition | undefined>
  /** A store that cannot be reached says nothing about the circuit: it counts as closed. */
  readonly state: (key: string) => Effect.Effect<CircuitBreaker.State>
  /** The same, as far as this process knows it: nothing is asked. */
  readonly known: (key: string) => CircuitBreaker.State["_tag"]
}

/** When to try again while another call probes the server. */
const whileProbing = Duration.seconds(1)

/** Refuses a call, by default because another one is probing. */
export const refuse = (retryAfter: Duration.Duration = whileProbing): Effect.Effect<never, CircuitOpen> =>
  Effect.fail(new CircuitOpen({ retryAfter }))

type Shared = CircuitBreaker.CircuitBreakerStore["Service"]

/** Reported as Effect reports what nobody else would hear of. */
const unheard = (message: string, error: CircuitBreaker.CircuitBreakerError): Effect.Effect<undefined> =>
  Effect.withFiber((fiber) => {
    const level = fiber.getRef(References.UnhandledLogLevel)
    return Effect.as(
      level === undefined ? Effect.void : Effect.logWithLevel(level)(message, error),
      undefined
    )
  })

/** What this process has seen of circuits that others change, too; one without an entry is closed. */
class Seen {
  private readonly states = new Map<string, CircuitBreaker.State["_tag"]>()

  of(key: string): CircuitBreaker.State["_tag"] {
    return this.states.get(key) ?? "Closed"
  }

  saw(key: string, state: CircuitBreaker.State["_tag"]): void {
    if (state === "Closed") this.states.delete(key)
    else this.states.set(key, state)
  }
}

const admitting = (store: Shared, seen: Seen, key: string) =>
  Effect.matchEffect(store.admit(key), {
    onSuccess: (admission) => {
      seen.saw(key, admission.probe ? "HalfOpen" : "Closed")
      return Effect.succeed(admission)
    },
    onFailure: (error) => {
      const { reason } = error
      if (reason._tag === "CircuitBreakerStoreError")
        return unheard("The store of circuits cannot be reached: a call runs without its circuit.", error)
      const isOpen = reason._tag === "CircuitOpen"
      seen.saw(key, isOpen ? "Open" : "HalfOpen")
      return refuse(isOpen ? reason.retryAfter : undefined)
    }
  })

const reading = (store: Shared, seen: Seen, key: string) =>
  Effect.match(store.state(key), {
    onFailure: (): CircuitBreaker.State => ({ _tag: "Closed", key }),
    onSuccess: (state) => {
      seen.saw(key, state._tag)
      return state
    }
  })

/** Circuits in a store of Effect's. Where they cannot be reached, calls run and count for nothing. */
export const shared = (store: Shared, failures: number): CircuitStore => {
  const seen = new Seen()
  return {
    admit: (key) => admitting(store, seen, key),
    record: ({ admission, ...ended }) =>
      Effect.matchEffect(
        store.record({
          ...ended,
          generation: admission.generation,
          tripPolicy: { _tag: "Consecutive", failures }
        }),
        {
          onSuccess: (transition) => {
            if (transition !== undefined) seen.saw(ended.key, transition.to)
            return Effect.succeed(transition)
          },
          onFailure: (error) =>
            unheard("The store of circuits cannot be reached: the end of a call was not recorded.", error)
        }
      ),
    state: (key) => reading(store, seen, key),
    known: (key) => seen.of(key)
  }
}
