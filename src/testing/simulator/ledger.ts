/** What was done in a simulated world, counted by identity, so that a test can say that each thing was done exactly once. */

import { isRecord } from "../../contract/Wire.ts"

/** One thing that was done. `count` above 1 means that it was done again. */
export interface Entry {
  readonly vendor: string
  readonly operation: string
  /** What tells it from others of its kind: the vendor's key where it has one, else what was sent. */
  readonly identity: string
  readonly count: number
  /** When it was first and last done (epoch ms). */
  readonly first: number
  readonly last: number
  /** What was sent. */
  readonly what: unknown
}

const sorted = (_: string, value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** The identity of what has no key of its own: all of it, whatever the order of its fields. */
export const identityOf = (what: unknown): string => JSON.stringify(what, sorted) ?? "nothing"

/** Keeps entries. */
export interface Ledger {
  readonly apply: (vendor: string, operation: string, identity: string, now: number, what: unknown) => void
  readonly entries: () => ReadonlyArray<Entry>
}

/** An empty ledger. */
export const make = (): Ledger => {
  const entries = new Map<string, Entry>()
  return {
    entries: () => [...entries.values()],
    apply: (vendor, operation, identity, now, what) => {
      const key = JSON.stringify([operation, identity])
      const before = entries.get(key)
      const count = (before?.count ?? 0) + 1
      entries.set(key, {
        vendor,
        operation,
        identity,
        count,
        first: before?.first ?? now,
        last: now,
        what: before?.what ?? what
      })
    }
  }
}
