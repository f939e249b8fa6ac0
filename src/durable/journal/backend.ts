/** What a journal asks of whatever keeps its rows. */
import * as Data from "effect/Data"
import type * as Effect from "effect/Effect"
import type { Stored } from "./stored.ts"
import type { Cursor, Wanted } from "./wanted.ts"

/** The journal's file cannot be used. Calls are not affected. */
export class JournalUnavailable extends Data.TaggedError("JournalUnavailable")<{
  readonly file: string
  /**
   * `old-node` and `old-sqlite`: this runtime cannot have one. `locked`: another process has it. `read-only`, `full`, `corrupt`: the
   * disk. `missing`: there is none.
   */
  readonly reason:
    "old-node" | "old-sqlite" | "locked" | "read-only" | "full" | "corrupt" | "missing" | "other"
  readonly problem: string
}> {
  override get message(): string {
    return `The journal in ${this.file} cannot be used: ${this.problem}.`
  }
}

/** Rows that were found, and from where to look on; absent where there are no more. */
export interface Page {
  readonly rows: ReadonlyArray<Stored>
  readonly next?: Cursor
}

/** What is kept. */
export interface Counts {
  readonly calls: number
  readonly bytes: number
  /** When the oldest began, in Unix ms. */
  readonly oldest?: number
}

/** How much is kept. */
export interface Bounds {
  /** ms. */
  readonly maxAge: number
  readonly maxBytes: number
}

type Done<A> = Effect.Effect<A, JournalUnavailable>

/** Keeps rows within bounds. */
export interface Backend {
  /** Keeps rows; one that is there already stays. Then drops the oldest that are too old, or too many, as of `now` (Unix ms). */
  readonly add: (rows: ReadonlyArray<Stored>, now: number) => Done<void>
  /** The newest first, at most so many. */
  readonly find: (wanted: Wanted, after: Cursor | undefined, most: number) => Done<Page>
  readonly counts: Done<Counts>
}
