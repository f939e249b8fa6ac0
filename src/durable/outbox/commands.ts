/** The commands that an outbox gives to its store, as data. */
import type { Counts, Lane, Pause } from "./lane.ts"
import type { Kind, NewItem, Outcome, Result, State } from "./model.ts"

/** The moment of a command, for a store without a clock of its own. */
export interface Timed {
  readonly now: number
}

/** Takes items in, all or none. The answer has one word for each. */
export interface Add extends Timed {
  readonly items: ReadonlyArray<NewItem>
}
/** `duplicate`: the id is there with the same input. `conflict`: with another one. */
export type Added = "queued" | "duplicate" | "conflict"

/** Claims up to `most` items of a lane, of together at most `bytes` of input (but always one), for a new request. */
export interface Claim extends Timed {
  readonly lane: string
  /** The id of the request. */
  readonly request: string
  readonly owner: string
  /** How long (ms) nobody else may have them. */
  readonly lease: number
  readonly most: number
  readonly bytes: number
}

/** Says that a claimed request is about to be sent; for one that is being sent: that it takes longer. */
export interface Intent extends Timed {
  readonly request: string
  readonly owner: string
  readonly kind: Kind
  readonly lease: number
  /** For how long (ms) from its first sending the vendor knows a repeat by its key. Absent: for ever. */
  readonly within?: number
  /** The request as it is sent, of a keyed one. */
  readonly body?: string
}

/**
 * Settles items of a request. Whoever holds an answer may: neither owner nor lease is asked for, but the request must be the one that
 * carried the item last, and the item claimed, unknown, or pending again.
 */
export interface Settle extends Timed {
  readonly request: string
  readonly results: ReadonlyArray<Result>
}

/** Gives items of a request back that were certainly not sent; all of them by default. */
export interface Release extends Timed {
  readonly request: string
  readonly owner: string
  readonly seqs?: ReadonlyArray<number>
  readonly dueIn?: number
}

/** What was found with a lease that is over. */
export interface Reaped {
  /** Items that were not sent and are pending again. */
  readonly released: number
  /** Items that may have been done, and are pending again, for twice is as good as once. */
  readonly repeated: number
  /** Ids of items that may have been done and must not be done twice. */
  readonly unknown: ReadonlyArray<string>
}

/** Takes over a keyed request of these operations whose lease is over. */
export interface Adopt extends Timed {
  readonly owner: string
  readonly operations: ReadonlyArray<string>
  readonly account: string
  readonly lease: number
}

/** Which items. What is left out is any. */
export interface Query {
  readonly ids?: ReadonlyArray<string>
  readonly states?: ReadonlyArray<State>
  readonly vendor?: string
  readonly operation?: string
  readonly lane?: string
  readonly key?: string
  /** Tag of the failure of the outcome. */
  readonly tag?: string
  /** Enqueued at or after, and before (Unix ms). */
  readonly since?: number
  readonly until?: number
  /** Behind this place. */
  readonly after?: number
  readonly limit: number
}

/** Moves items by decision: out of `from` only. To `pending` with a new budget of attempts, and with another input where given. */
export interface Move extends Timed {
  readonly from: ReadonlyArray<State>
  readonly to: "pending" | "delivered" | "dead" | "dropped"
  readonly items: ReadonlyArray<{ readonly seq: number; readonly input?: string; readonly version?: number }>
  readonly outcome: Outcome
}

/** Items that have come to an end, in the order in which they did. */
export interface EndedSince {
  /** `ended` and `seq` of the last one that is known. */
  readonly after: readonly [ended: number, seq: number]
  readonly limit: number
}

/** Deletes what is over: bodies of delivered items after `keep` ms, ids after `keepIds` ms. In steps of at most `limit`. */
export interface Sweep extends Timed {
  readonly keep: number
  readonly keepIds: number
  readonly limit: number
}

/** Counts in all and per lane, with the age of what waits longest. */
export interface Stats {
  readonly all: Counts
  readonly lanes: ReadonlyArray<Lane & Counts & { readonly oldest?: number; readonly paused?: Pause }>
}
