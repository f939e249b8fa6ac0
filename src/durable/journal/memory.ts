/** Keeps rows in memory, for tests. Nothing outlives the process. */
import * as Effect from "effect/Effect"
import type { Backend, Bounds } from "./backend.ts"
import { column, type Stored } from "./stored.ts"
import { type Cursor, type Findable, matches, type Wanted } from "./wanted.ts"

interface Kept {
  readonly seq: number
  readonly row: Stored
}

const findable = ([call, at, vendor, operation, tag, category, , , , item]: Stored): Findable => ({
  call,
  at,
  vendor,
  operation,
  tag,
  category,
  item
})

/** The order of rows, the newest first. */
const newest = (one: Kept, other: Kept): number =>
  other.row[column.at] - one.row[column.at] || other.seq - one.seq

const isAfter = ({ row, seq }: Kept, { at, seq: last }: Cursor): boolean =>
  row[column.at] < at || (row[column.at] === at && seq < last)

/** Rows in memory. */
class Rows {
  private kept: Array<Kept> = []
  private seq = 0
  private bytes = 0

  add(rows: ReadonlyArray<Stored>, now: number, { maxAge, maxBytes }: Bounds): void {
    for (const row of rows) {
      if (this.kept.some((one) => one.row[0] === row[0])) continue
      this.kept.push({ seq: ++this.seq, row })
      this.bytes += row[column.bytes]
    }
    this.kept.sort(newest)
    for (let last = this.kept.at(-1); last !== undefined; last = this.kept.at(-1)) {
      if (this.bytes <= maxBytes && last.row[column.at] >= now - maxAge) return
      this.kept.pop()
      this.bytes -= last.row[column.bytes]
    }
  }

  find(wanted: Wanted, after: Cursor | undefined, most: number) {
    const found = this.kept.filter(
      (one) => (after === undefined || isAfter(one, after)) && matches(wanted, findable(one.row))
    )
    const last = found[most - 1]
    const rows = found.slice(0, most).map(({ row }) => row)
    return last === undefined ? { rows } : { rows, next: { at: last.row[column.at], seq: last.seq } }
  }

  counts() {
    const last = this.kept.at(-1)
    const oldest = last === undefined ? {} : { oldest: last.row[column.at] }
    return { calls: this.kept.length, bytes: this.bytes, ...oldest }
  }
}

/** A store in memory. */
export const inMemory = (bounds: Bounds): Backend => {
  const rows = new Rows()
  return {
    add: (added, now) => Effect.sync(() => rows.add(added, now, bounds)),
    find: (wanted, after, most) => Effect.sync(() => rows.find(wanted, after, most)),
    counts: Effect.sync(() => rows.counts())
  }
}
