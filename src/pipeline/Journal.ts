/**
 * What happened, for later: every answer other than a success, with its request, its time, and what it was recognized as; every
 * call that gave up; and, for a journal that keeps calls, each call as one row.
 */
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type { LogLevel } from "effect/LogLevel"
import type { RequestReport } from "../contract/CallReport.ts"
import { type Finished, rowOf } from "./journal/rows.ts"
import type { Row } from "./journal/row.ts"

export type { KeptAnswer, KeptAttempt, Row } from "./journal/row.ts"
export type { Finished } from "./journal/rows.ts"

/**
 * One answer, or one call that gave up. The request is shown without credentials, secrets are blanked, and personal data is hidden in
 * both unless the journal asks for the whole.
 */
export interface Entry {
  /** The call's id. */
  readonly call: string
  readonly time: DateTime.Utc
  readonly vendor: string
  readonly operation: string
  readonly request: RequestReport
  /** Absent where a call gave up without an answer. */
  readonly status?: number
  /** At most its first 8,000 characters. */
  readonly answer?: string
  readonly tag: string
  /** The log level that the vendor advises for it. */
  readonly level: Exclude<LogLevel, "All" | "None">
  /** The call gave up: how many attempts it had made. Each answer to them has an entry of its own. */
  readonly gaveUpAfter?: number
}

/** Keeps entries, and calls where it wants them. */
export interface Journal {
  /** `whole`: entries with the personal data of requests and answers. Default: `hidden`. Secrets are in neither. */
  readonly bodies?: "hidden" | "whole"
  readonly record: (entry: Entry) => Effect.Effect<void>
  /** Is given each call when it ends, however it ends. The caller waits for it: it must be quick. Made by `rows`. */
  readonly calls?: (finished: Finished) => void
}

/** Keeps nothing: the log of the application has each call that ended badly, by `Telemetry.logging`. */
export const none: Journal = { record: () => Effect.void }

/**
 * Writes each answer to the log of the application at level Debug, also those that a retry made good, without bodies: a log is read
 * by many. How a call ended is not repeated: `Telemetry.logging` says it.
 */
export const log: Journal = {
  record: ({ answer: _answer, gaveUpAfter, level: advised, request: { method, url }, ...entry }) =>
    gaveUpAfter === undefined
      ? Effect.logDebug(`${entry.operation} was answered ${entry.status} (${entry.tag})`).pipe(
          Effect.annotateLogs({
            ...entry,
            advised,
            time: DateTime.formatIso(entry.time),
            request: `${method} ${url}`
          })
        )
      : Effect.void
}

/**
 * Keeps the entries in the given list.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Journal } from "faultline"
 *
 * const entries: Array<Journal.Entry> = []
 * const kept = <A, E, R>(calls: Effect.Effect<A, E, R>) =>
 *   Effect.provideService(calls, Journal.Current, Journal.into(entries))
 *
 * await Effect.runPromise(kept(Effect.void))
 * console.log(entries.length) // 0
 * ```
 */
export const into = (entries: Array<Entry>): Journal => ({
  record: (entry) => Effect.sync(() => void entries.push(entry))
})

/**
 * Keeps each call as one row. `whole`: rows with the personal data of requests and answers. Default: `hidden`. Secrets are in neither.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Journal } from "faultline"
 *
 * const rows: Array<Journal.Row> = []
 * const mine: Journal.Journal = { ...Journal.none, calls: Journal.rows((row) => void rows.push(row)) }
 * await Effect.runPromise(Effect.provideService(Effect.void, Journal.Current, mine))
 * console.log(rows.length) // 0
 * ```
 */
export const rows =
  (
    keep: (row: Row) => void,
    { bodies = "hidden" }: { readonly bodies?: "hidden" | "whole" } = {}
  ): NonNullable<Journal["calls"]> =>
  (finished) =>
    keep(rowOf(finished, bodies === "whole"))

/** What in an outbox the calls inside an effect are made for; the rows of these calls name it. Default: nothing. */
export const Item = Context.Reference<string | undefined>("faultline/Journal/Item", {
  defaultValue: () => undefined
})

/** The journal of all layers; provide another value to replace it. */
export const Current = Context.Reference<Journal>("faultline/Journal", { defaultValue: () => none })
