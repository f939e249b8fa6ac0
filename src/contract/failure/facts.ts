/** The facts of a failure, what the answers of a vendor have in common, and what every failure can tell. */
import type * as Cause from "effect/Cause"
import type * as DateTime from "effect/DateTime"
import type * as Duration from "effect/Duration"
import type * as Schema from "effect/Schema"
import type * as CallReport from "../CallReport.ts"
import type { Signature } from "../Signature.ts"
import type { Privacy } from "../privacy.ts"
import type { Wire } from "../Wire.ts"
import type { Part } from "./parts.ts"

/** What kind of trouble it is, the same words for every vendor: for `catchCategory`, dashboards and alerts. */
export type Category = (typeof categories)[number]
export const categories = [
  "rate-limited",
  "unauthenticated",
  "forbidden",
  "not-found",
  "invalid",
  "too-large",
  "conflict",
  "unavailable",
  "network",
  "not-attempted",
  "unreadable",
  "misconfigured",
  "unknown"
] as const

/** A wait that the vendor names: in one of the carried fields, or documented. The first that is there counts. */
export interface Wait<Field extends string = string> {
  readonly after?: Field | ReadonlyArray<Field>
  readonly at?: Field | ReadonlyArray<Field>
  readonly otherwise?: Duration.Input
}

/**
 * What repeating the call, unchanged, would do.
 *
 * - `never`: the same refusal.
 * - `safe`: a passing fault, and nothing happened.
 * - `if-idempotent`: a fault, and the call may have been carried out.
 * - `reauthenticate`: the credential is stale; once more with a new one.
 * - `split`: it asked for too much; smaller requests may pass.
 * - a wait: refused for now, and the vendor says when.
 */
export type RetryAdvice<Field extends string = string> =
  "never" | "safe" | "if-idempotent" | "reauthenticate" | "split" | Wait<Field>

/** Everything known about one failure. */
export interface Facts<
  Fields extends Schema.Struct.Fields = Schema.Struct.Fields,
  Kind extends Category = Category
> {
  /** How it looks on the wire; several where it has several faces. Absent where it never comes as an answer. */
  readonly signature?: Signature | ReadonlyArray<Signature>
  /** What it carries; each field knows its place on the wire (`header`, `body`). */
  readonly carries?: Fields
  readonly category: Kind
  readonly retry: RetryAdvice<Extract<keyof Fields, string>>
  /** Whom a refusal for now holds back: all calls that share its limit (the default), or only calls for the same job. */
  readonly holds?: "quota" | "operation"
  readonly means: string
  readonly remedy: string
  /** Where this is documented. */
  readonly see: string
  /** What is otherwise where it depends on the call: on its status, or on what became of it. */
  readonly variant?: (
    call: CallReport.CallReport
  ) => Partial<Pick<Facts<Fields, Kind>, "category" | "delivery" | "means" | "remedy" | "retry">> | undefined
  /** A further sentence, from what this instance carries. */
  readonly detail?: (carried: Schema.Struct.Type<Fields>) => string
  /** Only where `retry` does not tell: a 504 that says to ask for less may still have been applied. */
  readonly delivery?: CallReport.Delivery
}

/** What a vendor's answers have in common. */
export interface Dialect<Shared extends Schema.Struct.Fields = Schema.Struct.Fields> {
  /** Namespace of the tags: `Braze`. */
  readonly vendor: string
  /** Where the vendor's words stand in the body: dotted paths, the first text counts. Without one, the usual places are looked at. */
  readonly messageAt: ReadonlyArray<string>
  /** The header that identifies the request. */
  readonly requestId?: string
  /** Complaints about single fields: made with `body(path, schema)`. */
  readonly complaints?: Schema.ConstraintDecoder<ReadonlyArray<CallReport.Complaint>>
  /** Fields that every failure of the vendor may carry. */
  readonly shared?: Shared
  readonly privacy?: Privacy
  /** Whether a 5xx is the vendor's own, not a gateway's. Default: where the frame is an object, JSON with one of its fields. */
  readonly isOwn?: (answer: Wire) => boolean
  /** The body of an answer that says `vendorMessage`: the frame that a forged failure is written into. */
  readonly frame: (answer: { readonly status: number; readonly vendorMessage: string }) => unknown
}

/** What every failure can tell, besides what it carries. What comes from a call is absent on a value that no call produced. */
export interface Circumstances {
  readonly call?: CallReport.CallReport
  readonly category: Category
  readonly vendor: string
  readonly operation: string | undefined
  readonly status: number | undefined
  /** What the vendor said, in its own words. */
  readonly vendorMessage: string | undefined
  /** The beginning of the answer without its markup, where no words were found. */
  readonly excerpt: string | undefined
  readonly requestId: string | undefined
  /** The vendor's complaints about single fields of the input. */
  readonly complaints: ReadonlyArray<CallReport.Complaint>
  readonly delivery: CallReport.Delivery
  /** When it happened, in UTC. */
  readonly time: DateTime.Utc | undefined
  /** Not to be repeated before this: `Retry-After`, on whatever status it came. */
  readonly notBefore: DateTime.Utc | undefined
  readonly request: CallReport.RequestReport | undefined
  readonly attempts: ReadonlyArray<CallReport.AttemptReport>
  readonly means: string
  readonly remedy: string
  readonly see: string
  /** `retry`, with the fields it names read from this instance. */
  readonly retry: Verdict
}

/** `retry` of one instance: a wait is a duration or a moment. */
export type Verdict =
  Exclude<RetryAdvice, Wait> | { readonly after: Duration.Duration } | { readonly at: DateTime.Utc }

/** Any failure value. */
export interface AnyFailure extends Cause.YieldableError, Circumstances {
  readonly _tag: string
}

/** What a failure class knows of itself. */
export interface Named {
  readonly tag: string
  readonly facts: Facts<any> // any: `retry` and `detail` depend on the fields, which differ from class to class
  readonly dialect: Dialect<any> // any: likewise for the shared fields
  /** What it carries, with both directions of each field's codec; built on first use. */
  readonly parts: () => ReadonlyArray<Part>
}

/** Any failure class, as a value. */
export interface AnyFailureClass extends Schema.ConstraintCodec<AnyFailure, any>, Named {
  readonly fields: Schema.Struct.Fields
  new (...args: ReadonlyArray<any>): AnyFailure // any: each class takes its own fields
}
