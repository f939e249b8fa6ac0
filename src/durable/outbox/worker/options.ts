/** How a worker works. */
import * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type { AnyFailure } from "../../../contract/Failure.ts"
import type { Claimed, Outcome, State } from "../model.ts"

/** What a rule of the user's decides about an item of which nobody knows whether it was done. */
export interface Decision {
  readonly state: Extract<State, "delivered" | "dead" | "pending" | "unknown">
  /** Why, for whoever reads the item. */
  readonly because: string
}

/** An item that was sent without an answer. */
export interface Doubt {
  readonly id: string
  readonly operation: string
  readonly input: unknown
  readonly outcome: Outcome
  readonly failure?: AnyFailure
}

/** How an input that was kept by an earlier version of the code is brought over. It throws where it cannot be. */
export type Migrate = (kept: {
  readonly operation: string
  readonly version: number
  readonly input: unknown
}) => unknown

/** The options of a worker. All have defaults. */
export interface WorkerOptions {
  /** Requests of one lane under way at once. Default: 4. */
  readonly concurrency?: number
  /** How long an item is tried, from when it was enqueued or requeued. Then it is dead, or unknown where it may have been done. Default: 24 hours. */
  readonly keepTrying?: { readonly for: Duration.Input }
  /** How long one request may take, with the short retries inside it. Long waits are kept in the store. Default: 90 seconds. */
  readonly deadline?: Duration.Input
  /** How long the answer to a request may still come after that, before its items are another worker's, or unknown. Default: 30 seconds. */
  readonly linger?: Duration.Input
  /** How long the requests under way may still take when the worker is stopped. Default: 20 seconds. */
  readonly drainWithin?: Duration.Input
  /** How often the store is asked for what other processes have enqueued. Default: 250 ms. */
  readonly poll?: Duration.Input
  /** How long the input of an item is kept that was delivered, and how long the item with its id: so long, a duplicate is known. Default: 7 and 30 days. */
  readonly retention?: { readonly inputs?: Duration.Input; readonly ids?: Duration.Input }
  /** The account whose items it carries out. Default: those without one. */
  readonly account?: string
  /** Decides about items in doubt before anybody is asked. Default: what the operation documents (`settles`), else nobody. */
  readonly onUnknown?: (doubt: Doubt) => Effect.Effect<Decision>
  readonly migrate?: Migrate
  /** Operations that had another name when their items were kept, by that name: `{ "Braze.track": "Braze.trackUsers" }`. */
  readonly renamed?: Readonly<Record<string, string>>
}

/** The same with nothing left out; times in ms. */
export interface Settings {
  readonly concurrency: number
  readonly keepTrying: number
  readonly deadline: number
  readonly lease: number
  readonly drainWithin: number
  readonly poll: number
  readonly keep: number
  readonly keepIds: number
  readonly account: string
  readonly onUnknown: WorkerOptions["onUnknown"]
  readonly migrate: Migrate | undefined
}

const millis = (given: Duration.Input): number => Duration.toMillis(Duration.fromInputUnsafe(given))

/** The settings of a worker. */
export const settingsOf = (options: WorkerOptions): Settings => {
  const deadline = millis(options.deadline ?? "90 seconds")
  return {
    concurrency: options.concurrency ?? 4,
    keepTrying: millis(options.keepTrying?.for ?? "24 hours"),
    deadline,
    lease: deadline + millis(options.linger ?? "30 seconds"),
    drainWithin: millis(options.drainWithin ?? "20 seconds"),
    poll: millis(options.poll ?? "250 millis"),
    keep: millis(options.retention?.inputs ?? "7 days"),
    keepIds: millis(options.retention?.ids ?? "30 days"),
    account: options.account ?? "",
    onUnknown: options.onUnknown,
    migrate: options.migrate
  }
}

/** An item with its input, read. */
export interface Held {
  readonly item: Claimed
  readonly input: unknown
}
