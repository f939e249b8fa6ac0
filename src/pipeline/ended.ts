/** How an attempt ended, as a value: what journal, budget, breaker, queue and telemetry read. */
import type * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import type { AnyFailure } from "../contract/Failure.ts"
import type { Wire } from "../contract/Wire.ts"

/** An answer: what queues learn from, and what may be shown of it. */
export interface Answered {
  readonly status: number
  /** As they came: for reading limits, not for showing. */
  readonly headers: Readonly<Record<string, string>>
  /** The whole answer, secrets blanked. Made on demand, for few answers are ever shown. */
  readonly shown: () => Wire
  /** Fields of a success that did not fit and were left out, as dotted paths. */
  readonly leftOut?: ReadonlyArray<string>
}

/** The end of an attempt. */
export interface Ended {
  readonly exit: Exit.Exit<unknown, AnyFailure>
  /** The answer; absent where none came. */
  readonly answer?: Answered
  /** Whether a request was handed to the transport. */
  readonly sent: boolean
  /** The credential it was made with, where there can be another one, and since when (Unix ms) it is in use. */
  readonly credential?: { readonly stale: Effect.Effect<void>; readonly since: number | undefined }
  /** Keeps in the journal that the call gave up; the retry stage, which knows it, runs it. */
  readonly gaveUp?: (failure: AnyFailure) => Effect.Effect<void>
  /** Repeating is of no use, whatever the failure says. */
  readonly final?: boolean
  /** It failed while the server was down: as a probe of the queue's, or beside one. */
  readonly probe?: boolean
  /** The queue used it as a probe, which failed: it goes back to its place, and neither attempts nor budget are spent. */
  readonly requeue?: boolean
}
