/** What a call brings to the queue, and what the end of its attempt says. */
import type * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import type { RateHints } from "./Hints.ts"
import type { Permit } from "./permit.ts"

/**
 * What the end of an attempt says about the server.
 *
 * - `Answered`: it answered normally, a refusal of this very call included.
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
  /** What `arrived` and `deadline` are: Unix ms, or ms on the clock that does not jump. Default: Unix ms. */
  readonly times?: "unix" | "monotonic"
  /** When the call first arrived. A call that is sent again brings its first time, and so returns to the head. */
  readonly arrived?: number
  /** The call is refused as soon as it cannot have an answer by then. */
  readonly deadline?: number
  /** Names calls that take about the same time (the operation), so that a slow operation is not mistaken for a slow server. */
  readonly kind?: string
  /** It may be carried out twice: while the server is down, such calls are sent first to find out whether it is back. */
  readonly idempotent?: boolean
  /** How often the call has been sent to find that out, and failed. Calls that have not been take their turn before it. */
  readonly probes?: number
  /** ms. The call is refused, with the time of the next probe, once the server has been down for so long. */
  readonly failFast?: number
  /** A turn from `reserve`: the call does not queue again. One that is used, given back or from another queue counts for nothing. */
  readonly permit?: Permit
  /** Reads the end of this attempt, in place of the queue's own `read`. */
  readonly read?: Read
  /** Runs when the turn has come, or the wait has ended otherwise, for a call that had to wait so many ms. */
  readonly waited?: (millis: number, ticket: Ticket) => Effect.Effect<void>
  /** What the ticket is of, for `waited`: so that one function serves all calls. */
  readonly of?: object
}
