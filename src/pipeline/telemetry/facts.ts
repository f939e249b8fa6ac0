/**
 * The facts that observers are handed. Every text in them comes from a bounded set (a vendor's, an operation's, a failure's), but for
 * those that are named here: `id`, `requestId` and the words of an escalation are for people and logs, never for labels of metrics.
 */
import type * as Effect from "effect/Effect"
import type { AttemptKind, Delivery } from "../../contract/CallReport.ts"
import type { Escalation } from "../alerts/escalation.ts"

/** How a call or an attempt ended: `ok`, the tag of its failure, `interrupted`, or `defect`. */
export type Outcome = string

/** What time passes for before a request is sent. */
export type WaitReason = "queue" | "backoff" | "vendor" | "credentials"

/** What is known of a call when it begins. */
export interface Began {
  readonly vendor: string
  readonly operation: string
  readonly method: string
  /** The path with its placeholders: no ids, so that names stay few. */
  readonly path: string
}

/** A fact of one call. */
export interface OfCall extends Began {
  /** The call's id, as in its failure and in the journal; made when somebody wants it. Not for labels. */
  readonly id: () => string
}

/** What is known of an attempt when it begins. */
export interface AttemptBegan extends OfCall {
  readonly kind: AttemptKind
  /** Which attempt it is, from 0. */
  readonly number: number
  /** The host, without its port. */
  readonly server: string
  readonly port: number
  /** The address, with query values but a few and whatever is personal or secret redacted; made when somebody wants it. Not for labels. */
  readonly url: () => string
}

/** Why a person should know of a failed call, with the failure's own words, which are not for labels of metrics. */
export interface Escalated {
  readonly kind: Escalation
  readonly message: string
  readonly remedy: string
}

/** How a call or an attempt ended. */
export interface End {
  readonly outcome: Outcome
  /** Why nothing was sent, or no answer came: the `reason` of `NotSent`, `NoAnswer` and `DeliveryUnknown`. */
  readonly reason: string | undefined
  /** `Applied` of a success; `Unknown` of what was interrupted after it was sent, unless it only reads. */
  readonly delivery: Delivery
  readonly status: number | undefined
  readonly millis: number
}

/** A call ended. Every call that began ends once. */
export interface CallEnded extends OfCall, End {
  readonly _tag: "CallEnded"
  /** The failure in a sentence, without personal data and secrets; not for labels. */
  readonly message?: string
  /** What the vendor calls the request that was answered last; not for labels. */
  readonly requestId?: string
  /** What a failed call is for a person, where it is somebody's business. */
  readonly escalation?: Escalated
  readonly attempts: number
}

/** An attempt ended. Every request that was handed to the transport is one. */
export interface AttemptEnded extends AttemptBegan, End {
  readonly _tag: "AttemptEnded"
}

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

/** What can be observed. */
export type Fact =
  | CallEnded
  | AttemptEnded
  | Waiting
  | Waited
  | CredentialRenewed
  | BudgetSpent
  | CircuitMet
  | CallSplit
  | BatchSent
  | CircuitChanged

/** One observer. Whatever it does, it neither delays nor fails a call on purpose: keep it short. */
export interface Observer {
  readonly observe?: (fact: Fact) => Effect.Effect<void>
  /** Wraps a whole call: a span. */
  readonly call?: <A, E>(call: Effect.Effect<A, E>, began: Began) => Effect.Effect<A, E>
  /** Wraps one attempt. */
  readonly attempt?: <A, E>(attempt: Effect.Effect<A, E>, began: AttemptBegan) => Effect.Effect<A, E>
}
