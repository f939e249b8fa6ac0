/**
 * The facts that observers are handed. Every text in them comes from a bounded set (a vendor's, an operation's, a failure's), but for
 * those that are named here: `id`, `requestId` and the words of an escalation are for people and logs, never for labels of metrics.
 */
import type * as Effect from "effect/Effect"
import type { AttemptKind, Delivery } from "../../contract/CallReport.ts"
import type { Recorded } from "../../contract/Vendor.ts"
import type { Escalation } from "../alerts/escalation.ts"
import type { Began, OfCall, Outcome } from "./began.ts"
import type {
  BatchSent,
  BudgetSpent,
  CallSplit,
  CircuitChanged,
  CircuitMet,
  CredentialRenewed,
  FirstCall,
  Waited,
  Waiting
} from "./events.ts"

export type { Began, OfCall, Outcome, WaitReason } from "./began.ts"
export type {
  BatchSent,
  BudgetSpent,
  CallSplit,
  CircuitChanged,
  CircuitMet,
  CredentialRenewed,
  FirstCall,
  Waited,
  Waiting
} from "./events.ts"

/** What is known of an attempt when it begins. */
export interface AttemptBegan extends OfCall {
  readonly kind: AttemptKind
  /** Which attempt it is, from 0. */
  readonly number: number
  /** How many requests of the call went before it: 0 of the first, and of each part. */
  readonly resends: number
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
  /** The failure in a sentence, without personal data, secrets and bodies; not for labels. */
  readonly message?: string
  /** What the vendor calls the request that was answered last; not for labels. */
  readonly requestId?: string
  /** What a failed call is for a person, where it is somebody's business. */
  readonly escalation?: Escalated
  /** The log level that the vendor advises for a call that ended so. */
  readonly advised?: Recorded["level"]
  readonly attempts: number
}

/** What the vendor calls a request: the header of its answer, and what stands there, which is not for labels. */
export interface RequestId {
  readonly header: string
  readonly value: string
}

/** An attempt ended. Every request that was handed to the transport is one. */
export interface AttemptEnded extends AttemptBegan, End {
  readonly _tag: "AttemptEnded"
  readonly requestId?: RequestId
  /** The version of HTTP, where the transport tells. */
  readonly protocol?: "1.1"
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
  | FirstCall

/** One observer. Whatever it does, it neither delays nor fails a call on purpose: keep it short. */
export interface Observer {
  readonly observe?: (fact: Fact) => Effect.Effect<void>
  /** Wraps a whole call: a span. */
  readonly call?: <A, E>(call: Effect.Effect<A, E>, began: Began) => Effect.Effect<A, E>
  /** Wraps one attempt. */
  readonly attempt?: <A, E>(attempt: Effect.Effect<A, E>, began: AttemptBegan) => Effect.Effect<A, E>
}
