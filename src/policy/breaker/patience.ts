/** When failures begin to count: short outages are waited out in the queue, so a circuit opens only for failures that last. */
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import type * as CircuitBreaker from "effect/persistence/CircuitBreaker"

/**
 * What a call says about the server: `success` (it answered, a 4xx included), `failure` (a fault, or no answer), `ignored`
 * (nothing, as a 429 or a call that was not sent). A failure may carry the pause that the server asked for.
 */
export type Outcome =
  "success" | "ignored" | "failure" | { readonly failure: { readonly retryAfter?: Duration.Duration } }

/** Turns what a call says into what its circuit counts. */
export type Patience = (key: string, outcome: Outcome) => CircuitBreaker.Outcome

/** It says nothing about the server. */
export const ignored: CircuitBreaker.Outcome = { _tag: "Ignored" }

/** Lets failures count only once they have gone on for `patience` ms, or where the server itself asks for a longer pause. */
export const makePatience = (patience: number, clock: Clock.Clock): Patience => {
  const failingSince = new Map<string, number>()
  return (key, outcome) => {
    if (outcome === "ignored") return ignored
    if (outcome === "success") {
      failingSince.delete(key)
      return { _tag: "Success" }
    }
    const now = Number(clock.monotonicTimeNanosUnsafe()) / 1e6
    const since = failingSince.get(key) ?? now
    failingSince.set(key, since)
    const hint = outcome === "failure" ? undefined : outcome.failure.retryAfter
    const lasting = now - since >= patience || (hint !== undefined && Duration.toMillis(hint) >= patience)
    return lasting ? { _tag: "Failure", retryAfter: hint } : ignored
  }
}
