/** Budget: lets a retry go only while retries are a small share of all calls. */
import * as Effect from "effect/Effect"
import * as Common from "../../contract/Common.ts"
import type { AttemptStage } from "../Call.ts"
import { budgetSpent } from "../observing/moments.ts"
import { isFault, report, unsent, withNow } from "../report.ts"
import { whereOf } from "../where.ts"

/** The stage. */
export const budget: AttemptStage<"budget"> = {
  of: "attempt",
  name: "budget",
  around: ({ contract, layer }, next) => {
    const { deposit, withdraw } = layer.guards.budget
    return (attempt) => {
      const { after, kind, requeued } = attempt
      if (requeued === true) return next(attempt)
      if (kind === "first" || kind === "part") return Effect.andThen(deposit, next(attempt))
      // What the queue paces, what needs new credentials, and what the hedge has paid for costs nothing here.
      if (kind !== "retry" || after === undefined || !isFault(after)) return next(attempt)
      return Effect.flatMap(withdraw, (paid) => {
        if (paid) return next(attempt)
        return withNow((now) => {
          const call = report(whereOf(contract, attempt, now), after.delivery)
          const spent = unsent(new Common.BudgetSpent({ tag: after._tag, because: after, call }))
          return Effect.as(budgetSpent(contract, attempt.call.id, after), spent)
        })
      })
    }
  }
}
