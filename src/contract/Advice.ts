/** What a policy is made of: waits between attempts, and bounds on their time. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { AnyFailure } from "./Failure.ts"

/** Waits between attempts: a schedule stepped with the failure of the attempt before. */
export type Waits = Schedule.Schedule<unknown, AnyFailure>

/** What is done about a failure that asking again can cure. */
export interface Advice {
  /** Waits after a passing fault: `safe`, and `if-idempotent` where the operation is idempotent. */
  readonly passing: Waits
  /** Waits after a refusal for now. The vendor's own time, where it gives one, is a floor. */
  readonly limited: Waits
  /** `full` draws each wait after a passing fault between 0 and its length, so that callers do not come back all at once. */
  readonly jitter: "full" | "none"
  /** One attempt may take this long, reading the body included. */
  readonly attemptTimeout: Duration.Duration
  /** The whole call, waits included, may take this long. */
  readonly deadline: Duration.Duration
  /**
   * `true`, or a time: once the vendor has been down for so long, calls are refused at once with `CircuitOpen`, and only single ones
   * are sent to find out whether it is back. Default: calls wait for that in the queue, until their own deadline.
   */
  readonly failFast?: boolean | Duration.Duration
  /** Where the advice is documented. */
  readonly source: string
}

/** No second attempt, whatever happens. */
export const never: Waits = Schedule.recurs(0).pipe(Schedule.setInputType<AnyFailure>())

/** The given waits, one after another, and no more. */
export const waits = (...each: ReadonlyArray<Duration.Input>): Waits =>
  Schedule.recurs(each.length).pipe(
    Schedule.modifyDelay(({ attempt }) => Effect.succeed(each[attempt - 1] ?? 0)),
    Schedule.setInputType<AnyFailure>()
  )

/** Exponential waits: `base`, `base × factor`, … none longer than `cap`, `times` in all. */
export const exponential = (options: {
  readonly base: Duration.Input
  readonly factor?: number
  readonly cap?: Duration.Input
  readonly times: number
}): Waits =>
  Schedule.min([
    Schedule.exponential(options.base, options.factor ?? 2),
    Schedule.spaced(options.cap ?? Duration.infinity)
  ]).pipe(Schedule.upTo({ times: options.times }), Schedule.setInputType<AnyFailure>())
