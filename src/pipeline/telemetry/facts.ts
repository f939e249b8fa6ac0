/** The facts that observers are handed. Every text in them comes from a bounded set: a vendor's, an operation's, a failure's. */
import type * as Effect from "effect/Effect"
import type { AttemptKind, Delivery } from "../../contract/CallReport.ts"
import type { Escalation } from "../alerts/escalation.ts"

/** How a call or an attempt ended: `ok`, the tag of its failure, `interrupted`, or `defect`. */
export type Outcome = string

/** What is known of a call when it begins. */
export interface Began {
  readonly vendor: string
  readonly operation: string
  readonly method: string
  /** The path with its placeholders: no ids, so that names stay few. */
  readonly path: string
}

/** What is known of an attempt when it begins. */
export interface AttemptBegan extends Began {
  readonly kind: AttemptKind
  /** Which attempt it is, from 0. */
  readonly number: number
  /** The host, without its port. */
  readonly server: string
}

/** Why a person should know of a failed call, with the failure's own words, which are not for labels of metrics. */
export interface Escalated {
  readonly kind: Escalation
  readonly message: string
  readonly remedy: string
}

/** A call ended. Every call that began ends once. */
export interface CallEnded extends Began {
  readonly _tag: "CallEnded"
  readonly outcome: Outcome
  readonly delivery: Delivery | undefined
  readonly status: number | undefined
  /** What a failed call is for a person, where it is somebody's business. */
  readonly escalation?: Escalated
  readonly attempts: number
  readonly millis: number
}

/** An attempt ended. Every request that was handed to the transport is one. */
export interface AttemptEnded extends AttemptBegan {
  readonly _tag: "AttemptEnded"
  readonly outcome: Outcome
  readonly delivery: Delivery | undefined
  readonly status: number | undefined
  readonly millis: number
}

/** A call waited before it was retried. */
export interface Waited extends Began {
  readonly _tag: "Waited"
  readonly why: string
  readonly millis: number
}

/** A credential was refused, and another one is fetched. */
export interface CredentialRenewed extends Began {
  readonly _tag: "CredentialRenewed"
}

/** What can be observed. */
export type Fact = CallEnded | AttemptEnded | Waited | CredentialRenewed

/** One observer. Whatever it does, it neither delays nor fails a call on purpose: keep it short. */
export interface Observer {
  readonly observe?: (fact: Fact) => Effect.Effect<void>
  /** Wraps a whole call: a span. */
  readonly call?: <A, E>(call: Effect.Effect<A, E>, began: Began) => Effect.Effect<A, E>
  /** Wraps one attempt. */
  readonly attempt?: <A, E>(attempt: Effect.Effect<A, E>, began: AttemptBegan) => Effect.Effect<A, E>
}
