/** Reports of calls that a journal kept. */
import * as Effect from "effect/Effect"
import type { Support } from "../contract/Support.ts"
import { get, type JournalStore, type JournalUnavailable } from "../durable/JournalStore.ts"
import { report as reportOf, type Report } from "./reporting.ts"

/**
 * A report to the vendor's support on the call with this id, `failure.call.id`; `undefined` where it is not kept, or not any more. It
 * is as whole as its row: exact where the journal keeps bodies whole. `Diagnose.renderReport` makes Markdown of it.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Metrix } from "faultline"
 * import * as Journal from "faultline/journal"
 *
 * const program = Journal.report("no-such-call", Metrix.support).pipe(Effect.provide(Journal.layerMemory()))
 * console.log(await Effect.runPromise(program)) // undefined
 * ```
 */
export const report = (
  id: string,
  support: Support
): Effect.Effect<Report | undefined, JournalUnavailable, JournalStore> =>
  Effect.map(get(id), (row) => (row === undefined ? undefined : reportOf(row, support)))
