/** What a call brings to the queue, and what its end tells. */
import type * as Exit from "effect/Exit"
import type { RateHints } from "./Hints.ts"

/**
 * What the end of an attempt tells about its server.
 *
 * - `Answered`: it answered in good order, a refusal of this very call included.
 * - `Limited`: too many calls; `hints.retryAt` says until when.
 * - `Failing`: no answer in time, or a server fault.
 * - `Ignored`: nothing: the attempt was given up, or never reached the server.
 */
export interface Feedback {
  readonly _tag: "Answered" | "Limited" | "Failing" | "Ignored"
  readonly hints?: RateHints
}

/** Reads the end of an attempt, which took `elapsedMs`. */
export type Read = (exit: Exit.Exit<unknown, unknown>, elapsedMs: number) => Feedback

/** What a call brings to the queue. */
export interface Ticket {
  /** Keys take turns: a tenant, an audience. Calls without one share a key. */
  readonly key?: string
  /** When the call first came, Unix ms. A call that comes again brings the moment it had, and so stands at the head. */
  readonly arrived?: number
  /** Unix ms. The call is refused as soon as it cannot have an answer by then. */
  readonly deadline?: number
  /** Names calls that take about the same time (the operation), so that a slow one is not taken for a slow server. */
  readonly kind?: string
}
