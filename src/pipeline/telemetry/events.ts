/** Facts of what happens to a call before it ends. */
import type { Began, OfCall, Outcome, WaitReason } from "./began.ts"

/** A call begins to wait for so long before it is retried. */
export interface Waiting extends OfCall {
  readonly _tag: "Waiting"
  readonly reason: "backoff" | "vendor" | "credentials"
  /** The failure after which it waits. */
  readonly after: string
  readonly millis: number
  /** Until when, in Unix ms. */
  readonly until: number
}

/** A call has waited: for its turn in the queue, before a retry, or for a credential. Waits that were interrupted count too. */
export interface Waited extends OfCall {
  readonly _tag: "Waited"
  readonly reason: WaitReason
  readonly millis: number
}

/** A credential was fetched: because its time was up (the first one too), or because the vendor refused the one before. */
export interface CredentialRenewed extends Began {
  readonly _tag: "CredentialRenewed"
  readonly reason: "due" | "refused"
  readonly outcome: Outcome
  readonly millis: number
}

/** A call was not retried, because the budget was spent. */
export interface BudgetSpent extends OfCall {
  readonly _tag: "BudgetSpent"
  /** The failure that was not retried. */
  readonly after: string
}

/** A call met an open circuit, or a queue whose server is down. */
export interface CircuitMet extends OfCall {
  readonly _tag: "CircuitMet"
  /** In how many ms the next call is let through. */
  readonly retryAfter: number
}

/** A call is asked again in smaller parts. */
export interface CallSplit extends OfCall {
  readonly _tag: "CallSplit"
  /** The failure that said that it was too much. */
  readonly after: string
}

/** A request with several items is sent. */
export interface BatchSent extends Began {
  readonly _tag: "BatchSent"
  readonly items: number
}

/** A circuit changed with a call of this operation. */
export interface CircuitChanged extends Began {
  readonly _tag: "CircuitChanged"
  /** The class of endpoints that it stands for: a quota class of the vendor's, or `default`. */
  readonly class: string
  readonly state: "closed" | "open" | "half_open"
}

/** A layer is about to call an operation for the first time: what is counted of it can begin at 0. */
export interface FirstCall extends Began {
  readonly _tag: "FirstCall"
  /** Whether a call of it can end without anybody knowing if it was carried out. */
  readonly uncertain: boolean
}
