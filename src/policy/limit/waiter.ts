/** A call in the queue, how its wait ends, and what its attempt reports. */
import type { Ending, InFlight } from "./adaptiveConcurrency.ts"
import type { Ordered } from "./lane.ts"
import type { RateHints } from "./Hints.ts"

/** One call in the queue; times are ms on the queue's clock. */
export interface Waiter extends Ordered {
  readonly kind: string
  /** It must have its answer before this. */
  readonly deadline: number
  /** How much time the call had when it came. */
  readonly allotted: number
  /** Refused once the server has been down for so long (ms); `Infinity` where it waits for its own deadline. */
  readonly failFast: number
  /** Whether it may be carried out twice, and so be a probe again and again. */
  readonly idempotent: boolean
  /** How often it was a probe that failed. */
  readonly probes: number
  /** Called once for each time it waits: its turn has come, or it is refused. */
  resume: (turn: Turn) => void
  /** When it began to wait; absent of one whose turn came at once. */
  since?: number
  /** Set from the moment its turn has come until its attempt has ended. */
  inFlight: InFlight | undefined
}

/** How a wait ends. A refused call could have run at `readyAt`, where that is known. */
export type Turn = { readonly go: true } | { readonly go: false; readonly readyAt: number | undefined }

/** There is no place left: nobody knows when there is one. */
export const full: Turn = { go: false, readyAt: undefined }

/** What the end of an attempt says about the server. */
export interface Report {
  readonly ending: Ending
  readonly hints: RateHints
}
