/**
 * A call as two records. `Call` is what was asked; `Attempt` is one try. Both are immutable: a stage hands on a changed copy.
 * `retry` is the only hinge that turns a call into attempts, and the only owner of their history.
 */
import type * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import type { Advice } from "../contract/Advice.ts"
import type { AttemptKind, AttemptReport, Delivery } from "../contract/CallReport.ts"
import type { Contract } from "../contract/compile.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { Outgoing, Setting } from "../contract/Outgoing.ts"
import type { Vendor } from "../contract/Vendor.ts"
import type { Credentials } from "./Auth.ts"
import type { CallId } from "./callId.ts"
import type { Answered, Ended } from "./ended.ts"
import type { Gathered } from "./gathered.ts"
import type { Guards } from "./guards.ts"
import type { Progress } from "./transport/progress.ts"

export type { Answered, Ended } from "./ended.ts"

/** What a layer is made of, the same for all its calls. */
export interface Connected {
  readonly vendor: Vendor
  readonly client: HttpClient.HttpClient
  readonly setting: Setting
  readonly policy: Advice
  readonly assumeIdempotent: boolean
  /** Whether requests carry trace headers. */
  readonly propagate: boolean
  readonly guards: Guards
}

/** How far a call has got. Only where attempts are observed is it written. */
export interface Fate {
  delivery: Delivery
}

/** What was asked. */
export interface Call {
  readonly id: CallId
  /** The input; from `encode` on with what was generated. */
  readonly input: unknown
  /** The request without credentials; absent before `encode`. */
  readonly outgoing?: Outgoing
  /** Whether doing it twice with this input is as good as doing it once; known from `encode` on. */
  readonly idempotent: boolean
  /** It is a part of a call that was split. */
  readonly part: boolean
  readonly policy: Advice
  readonly credentials: Credentials
  /** When it began, in ms on the clock that does not jump: its place in every queue. */
  readonly began: number
  /** The worst that its attempts have come to, for who is told how a call ended that was interrupted. */
  readonly fate: Fate
  /** What the journal is to know of it; only where a journal keeps calls. */
  readonly gathered?: Gathered
}

/** One try. */
export interface Attempt {
  readonly call: Call
  readonly kind: AttemptKind
  /** From 0; a hedge has the number of the attempt beside which it was sent. */
  readonly number: number
  /** The request; from `auth` on with credentials. */
  readonly outgoing: Outgoing
  /** How far the transport has got with it, where it tells. */
  readonly progress?: Progress
  /** The failure of the attempt before. */
  readonly after?: AnyFailure
  /** The queue has used it as a probe and sends it again: it has been counted and paid for. */
  readonly requeued?: boolean
  /** How often that was; absent of one that was not. */
  readonly requeues?: number
  /** How often the queue has used it as a probe that failed. */
  readonly probes?: number
}

/** A call that succeeded. */
export interface Done {
  readonly value: unknown
  /** The last answer. */
  readonly answer: Answered | undefined
  readonly attempts: ReadonlyArray<AttemptReport>
}

/** Carries out a call. */
export type OfCall = (call: Call) => Effect.Effect<Done, AnyFailure>

/** Carries out an attempt. It does not fail: how the attempt ended is its result. */
export type OfAttempt = (attempt: Attempt) => Effect.Effect<Ended>

/** What a stage is composed for. */
export interface Composing {
  readonly contract: Contract
  readonly layer: Connected
}

/** What a stage says of itself. */
interface Described<Name extends string> {
  readonly name: Name
  readonly does?: string
  readonly because?: string
}

/** A stage around a whole call. `around` runs once per operation and layer; what it returns runs for every call. */
export interface CallStage<Name extends string = string> extends Described<Name> {
  readonly of: "call"
  readonly around: (composing: Composing, next: OfCall) => OfCall
}

/** A stage around one attempt. */
export interface AttemptStage<Name extends string = string> extends Described<Name> {
  readonly of: "attempt"
  readonly around: (composing: Composing, next: OfAttempt) => OfAttempt
}

/** The hinge: it makes attempts of a call. */
export interface RetryStage extends Described<"retry"> {
  readonly of: "retry"
  readonly around: (composing: Composing, next: OfAttempt) => OfCall
}

/** The last stage: it sends the request and reads the answer. */
export interface WireStage extends Described<"wire"> {
  readonly of: "wire"
  readonly make: (composing: Composing) => OfAttempt
}
