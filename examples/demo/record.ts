/** One line of an input file, and what becomes of it. */
import type { Failure } from "faultline"

/** Where a record stands: `usage.csv:17`. It is unique, and travels with the record to the vendor. */
export type Id = string

/** A record that could be read, or the reason why not. */
export type Read<A> = { readonly id: Id; readonly value: A } | { readonly id: Id; readonly problem: string }

/** What became of one record. */
export interface Fate {
  readonly id: Id
  readonly vendor: string
  readonly outcome: "delivered" | "warned" | "refused" | "unknown"
  /** The tag of the failure, or `unreadable record`. */
  readonly why?: string
  readonly remedy?: string
}

/** What became of a record whose call failed. */
export const failed = (vendor: string, id: Id, failure: Failure.AnyFailure): Fate => ({
  id,
  vendor,
  outcome: failure.delivery === "Unknown" ? "unknown" : failure.delivery === "Applied" ? "warned" : "refused",
  why: failure._tag,
  remedy: failure.remedy
})

/** What becomes of a record that cannot be read: nothing is sent. */
export const unreadable = (vendor: string, id: Id, problem: string): Fate => ({
  id,
  vendor,
  outcome: "refused",
  why: "unreadable record",
  remedy: `Correct the line: ${problem}.`
})
