/** What the console shows, and where it comes from: an application's own process, or what a command was given. */
import type * as Effect from "effect/Effect"
import type { Item, Pause, Stats } from "../durable/Outbox.ts"
import type { ClassHealth, SharedHealth } from "../pipeline/Telemetry.ts"

/** How a vendor stands. What is not known is left out. */
export interface Health extends Partial<SharedHealth> {
  readonly vendor: string
  readonly classes: ReadonlyArray<ClassHealth>
}

/** A call that failed, explained. No secret and no personal data is in it. */
export interface FailedCall {
  /** Its id, as in the failure and in the journal; absent where it was never sent and has none. */
  readonly id?: string
  /** When it ended: Unix ms. */
  readonly at: number
  readonly vendor: string
  readonly operation: string
  /** Of the failure; `interrupted` or `defect` where there is none. */
  readonly tag: string
  /** What happened, in a sentence. */
  readonly message: string
  readonly remedy?: string
  /** Where it is documented. */
  readonly see?: string
  readonly delivery?: string
  readonly status?: number
  readonly attempts: number
}

/** A source cannot be read now: its own words are shown in its place. */
export interface Unreadable {
  readonly message: string
}

/** Calls that failed. */
export interface Failures {
  /** The last ones, the newest first. */
  readonly last: (most: number) => Effect.Effect<ReadonlyArray<FailedCall>, Unreadable>
  /** The report of a call to the vendor's support, as text; `undefined` where the call is not kept, or not any more. */
  readonly report: (id: string) => Effect.Effect<string | undefined, Unreadable>
}

/** An item of an outbox, without its input. */
export type Shown = Pick<Item, "id" | "operation" | "lane" | "state" | "attempts" | "enqueued" | "outcome">

/** How an outbox stands. */
export interface OutboxState extends Stats {
  /** How many lanes there are beside those that are here. */
  readonly moreLanes: number
  readonly pauses: ReadonlyArray<Pause>
  /** Those that came first. */
  readonly unknown: ReadonlyArray<Shown>
  readonly dead: ReadonlyArray<Shown>
}

/** What a person does with an outbox. */
export type Action =
  | { readonly _tag: "pause"; readonly scope: string; readonly because: string }
  | { readonly _tag: "resume"; readonly scope: string }
  | { readonly _tag: "requeue"; readonly id: string; readonly because: string }
  | {
      readonly _tag: "resolve"
      readonly id: string
      readonly to: "delivered" | "dead" | "pending"
      readonly because: string
    }

/** An outbox. */
export interface Lanes {
  /** At most so many items of each kind. */
  readonly state: (most: number) => Effect.Effect<OutboxState, Unreadable>
  /** Succeeds with a sentence of what was done. */
  readonly act: (action: Action) => Effect.Effect<string, Unreadable>
}

/** Where the console reads. What is left out has no section. */
export interface Sources {
  readonly health?: Effect.Effect<ReadonlyArray<Health>, Unreadable>
  readonly failures?: Failures
  readonly outbox?: Lanes
}
