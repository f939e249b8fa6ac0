/** Breaker: stops calls while the vendor has been failing for a while, where the layer has one. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Breaker from "../../policy/Breaker.ts"
import * as Common from "../../contract/Common.ts"
import type { AttemptStage, Ended } from "../Call.ts"
import { circuitChanged, circuitMet } from "../observing/moments.ts"
import { failureOf, isFault, report, unsent, withNow } from "../report.ts"
import { whereOf } from "../where.ts"

const classify = (exit: Exit.Exit<Ended, never>): Breaker.Outcome => {
  if (Exit.isFailure(exit)) return "ignored"
  const ended = exit.value.exit
  const failure = failureOf(ended)
  if (failure === undefined) return Exit.isSuccess(ended) ? "success" : "ignored"
  // Nothing is learned of a server that was not asked, or that refused for now.
  if (typeof failure.retry === "object" || failure._tag === "OutOfTime") return "ignored"
  if (failure.retry === "split") return (failure.status ?? 0) >= 500 ? "failure" : "success"
  return isFault(failure) ? "failure" : "success"
}

/** The stage. */
export const breaker: AttemptStage<"breaker"> = {
  of: "attempt",
  name: "breaker",
  around: ({ contract, layer }, next) => {
    const { breaker } = layer.guards
    if (breaker === undefined) return next
    const { run } = breaker
    const prefix = `${contract.vendor.name}/`
    const changed: Breaker.Ticket<Ended, never>["changed"] = (transition) =>
      circuitChanged(contract, transition.key.slice(prefix.length), transition)
    return (attempt) => {
      const [name = "default"] = contract.quotas(attempt.call.input)
      return Effect.catch(
        run(next(attempt), {
          key: `${prefix}${name}`,
          classify,
          changed
        }),
        ({ retryAfter }) =>
          withNow((now) => {
            const call = report(whereOf(contract, attempt, now), "NotSent")
            const open = unsent(new Common.CircuitOpen({ retryAfter, call }))
            return Effect.as(circuitMet(contract, attempt.call.id, retryAfter), open)
          })
      )
    }
  }
}
