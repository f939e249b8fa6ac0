/**
 * What an outbox keeps. An item is one thing to be done; a request is one call to a vendor that carries items. The state machine:
 *
 * ```text
 * pending → claimed → delivered | warned | dead | unknown
 * ```
 *
 * While its items are claimed, a request is first `claimed` (certainly not sent) and then `sending`: the intent, written before
 * anything goes to the wire. Safety rests on these two words, never on a clock: a lease that is over means `unknown` for what
 * must not be done twice.
 */
import type { Delivery } from "../../contract/CallReport.ts"
import type { Category } from "../../contract/Failure.ts"

/** The states of an item, in their order. */
export const states = ["pending", "claimed", "delivered", "warned", "dead", "unknown"] as const

/**
 * - `pending`: to be sent.
 * - `claimed`: a worker has it, and perhaps it is on its way.
 * - `delivered`: the vendor accepted it.
 * - `warned`: the vendor accepted and recorded it, with a warning.
 * - `dead`: it was refused, or not recorded, or tried for too long. Nothing was done.
 * - `unknown`: it was sent, and nobody knows whether it was done.
 */
export type State = (typeof states)[number]

/** The states in which nothing happens to an item by itself. */
export type Ended = Exclude<State, "pending" | "claimed">

/** Whether an item in this state is still to be carried out. */
export const isOpen = (state: State): state is "pending" | "claimed" =>
  state === "pending" || state === "claimed"

/**
 * What a repeat of a request means: `once` must not be done twice; `idempotent` may be sent again, as other batches too; `keyed` may
 * be sent again as it is, byte for byte, for the vendor knows it by its key.
 */
export type Kind = "once" | "idempotent" | "keyed"

/** What is known of the last attempt of an item, or of its end. No secret and no personal data is in it. */
export interface Outcome {
  /** Tag of the failure. */
  readonly tag?: string
  readonly category?: Category
  readonly delivery?: Delivery
  readonly status?: number
  /** What happened, in a sentence. */
  readonly message?: string
  readonly remedy?: string
  /** What the vendor warned of. */
  readonly warning?: string
  /** Whether the vendor recorded the item, where it accepted the request with a warning about it. */
  readonly recorded?: boolean
  /** The id of the call, for the journal and the support report. */
  readonly call?: string
  /** Who decided, and why, where a person or a rule of the user's did. */
  readonly by?: string
  readonly because?: string
}

/** An item that comes in. */
export interface NewItem {
  readonly id: string
  readonly lane: string
  readonly operation: string
  readonly account: string
  readonly version: number
  /** Items of one operation with the same key are sent one after another, in the order in which they came. */
  readonly key?: string
  /** What comes after an item of the same key that is dead: it goes on, or it is held until somebody decides. */
  readonly onDead: "go-on" | "hold"
  /** The higher is sent first. */
  readonly priority: number
  /** Not before so many ms from now. */
  readonly dueIn: number
  /** JSON, or what `seal` made of it. */
  readonly input: string
  /** Of the input as it was given: the same id with another one is a conflict. */
  readonly hash: string
  /** The id of the item that it replays. */
  readonly replays?: string
}

/** An item as it stands. Times are Unix ms on the store's clock. */
export interface Item extends Omit<NewItem, "dueIn"> {
  /** Its place among all. */
  readonly seq: number
  readonly state: State
  /** Its request may be at the vendor. */
  readonly sending: boolean
  /** It waits for its time or for an earlier item of its key. */
  readonly waits?: "due" | "key"
  readonly due: number
  /** How often it was sent, and how many of these ended in doubt. */
  readonly attempts: number
  readonly doubts: number
  readonly enqueued: number
  /** Since when it is tried: later than `enqueued` where a person has requeued it. */
  readonly since: number
  readonly firstSent?: number
  readonly ended?: number
  /** The request that carries it, or carried it last. */
  readonly request?: string
  readonly outcome?: Outcome
}

/** What a worker needs of an item that it has claimed. */
export type Claimed = Pick<
  Item,
  "seq" | "id" | "version" | "input" | "attempts" | "doubts" | "since" | "firstSent" | "operation"
>

/** What became of an item. */
export interface Result {
  readonly seq: number
  readonly state: Exclude<State, "claimed">
  /** For `pending`: not before so many ms from now. */
  readonly dueIn?: number
  /** What it counts as: an attempt, one that ended in doubt, or nothing where it was certainly not sent. */
  readonly counts: "attempt" | "doubt" | "nothing"
  readonly outcome: Outcome
}
