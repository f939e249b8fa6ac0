/** What a journal is to know of a call, gathered while it runs. It is there only where a journal keeps calls. */
import type { AttemptKind, AttemptReport } from "../contract/CallReport.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { Outgoing } from "../contract/Outgoing.ts"
import type { Answered } from "./ended.ts"
import type { Progress } from "./transport/progress.ts"

/** An attempt that has ended. */
export interface Tried {
  readonly report: AttemptReport
  /** What was asked; of a call that was split, by this part of it. */
  readonly input: unknown
  /** The request without credentials. */
  readonly outgoing: Outgoing
  readonly answer: Answered | undefined
  readonly failure: AnyFailure | undefined
}

/** An attempt that has begun. */
export interface Running {
  readonly kind: AttemptKind
  /** Unix ms. */
  readonly at: number
  readonly outgoing: Outgoing
  readonly progress: Progress | undefined
}

/** What has been gathered so far. Only the retry stage writes to it, as it does to the history of the call. */
export interface Gathered {
  readonly tried: Array<Tried>
  /** The attempt that an interruption cuts short. */
  running: Running | undefined
}
