/** The failed calls of a journal, explained. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Diagnose from "../diagnose/Diagnose.ts"
import type { Row, Store } from "../durable/JournalStore.ts"
import { adviceOn, supportIn } from "./support.ts"
import type { FailedCall, Failures } from "./sources.ts"

// Of a journal without failures, no more than the newest calls are read.
const newest = 2_000

// It is read less often than the page is drawn: rows are read from a disk, and few of them are failures.
const freshness = "2 seconds"

const sentenceOf = ({ message, operation, tag }: Row): string => message ?? `${operation} ended with ${tag}.`

const explained = (row: Row, tag: string, vendors: ReadonlyArray<Diagnose.VendorModule>): FailedCall => {
  const { at, attempts, call, delivery, millis, operation, status, vendor } = row
  const facts = {
    vendor,
    operation,
    delivery: delivery ?? "Unknown",
    ...(status === undefined ? {} : { status })
  } as const
  return {
    id: call,
    at: DateTime.toEpochMillis(at) + Math.round(millis),
    vendor,
    operation,
    tag,
    message: sentenceOf(row),
    ...adviceOn(vendors, tag, facts),
    ...(delivery === undefined ? {} : { delivery }),
    ...(status === undefined ? {} : { status }),
    attempts: attempts.length
  }
}

// The page never has personal data; whoever may read the journal has its reports.
const elsewhere = (id: string): string =>
  `The journal keeps requests and answers whole, with personal data, which this page does not show. “faultline report ${id}” makes the report.`

const reportOf = (row: Row, vendors: ReadonlyArray<Diagnose.VendorModule>): string =>
  row.bodies === "whole"
    ? elsewhere(row.call)
    : Diagnose.renderReport(Diagnose.report(row, supportIn(vendors, row.vendor)))

/** The failures of a journal's store. `vendors` say what to do about them, and what their support asks for. */
export const fromJournal = (
  { find, get }: Pick<Store, "find" | "get">,
  vendors: ReadonlyArray<Diagnose.VendorModule>,
  kept: number
): Effect.Effect<Failures> => {
  const read = find({ limit: newest }).pipe(
    Stream.filter(({ tag }) => tag !== undefined),
    Stream.take(kept),
    Stream.map((row) => explained(row, row.tag ?? "", vendors)),
    Stream.runCollect
  )
  return Effect.map(Effect.cachedWithTTL(read, freshness), (cached) => ({
    last: (most) => Effect.map(cached, (all) => all.slice(0, most)),
    report: (id) => Effect.map(get(id), (row) => (row === undefined ? undefined : reportOf(row, vendors)))
  }))
}
