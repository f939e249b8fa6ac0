/** What this process knows to have changed in an outbox. */
import type { Ended, Outcome } from "./model.ts"

/** What has changed, as this process knows it. */
export type Change =
  | { readonly _tag: "Enqueued" }
  | {
      readonly _tag: "Ended"
      readonly id: string
      readonly lane: string
      readonly operation: string
      readonly state: Ended
      readonly outcome: Outcome
    }
  | { readonly _tag: "Moved" }
  | {
      /** A lane waits until the trouble passes that all its items meet; `for` (ms) is 0 when it is over. */
      readonly _tag: "LaneHeld"
      readonly lane: string
      readonly operation: string
      readonly for: number
      readonly outcome: Outcome
    }
