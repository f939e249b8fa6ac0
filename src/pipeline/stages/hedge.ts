/** Hedge: sends a second request for a slow read, where the layer says so. */
import * as Effect from "effect/Effect"
import type { AttemptStage } from "../Call.ts"

/** The stage. */
export const hedge: AttemptStage<"hedge"> = {
  of: "attempt",
  name: "hedge",
  around: ({ contract, layer }, next) => {
    const make = layer.guards.hedge
    return make === undefined || !contract.reads
      ? next
      : (attempt) =>
          Effect.flatMap(make(contract.operation), ({ run }) =>
            run(next(attempt), next({ ...attempt, kind: "hedge", progress: {} }))
          )
  }
}
