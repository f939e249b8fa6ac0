/** A journal's file, in its thread: rows come in, the oldest go when there are too many, and what is asked for is found. */
import type { Database, Value } from "../../sqlite/database.ts"
import type { Program } from "../../sqlite/program.ts"
import type { Stored } from "../stored.ts"
import { type Cursor, type Findable, matches, type Wanted } from "../wanted.ts"
import * as Sql from "./sql.ts"

/** What comes in. */
export interface Adding {
  readonly rows: ReadonlyArray<Stored>
  /** Unix ms. */
  readonly now: number
  readonly maxAge: number
  readonly maxBytes: number
}

/** What is looked for: from where on, and at most how many rows. */
export interface Finding {
  readonly wanted: Wanted
  readonly after: Cursor | undefined
  readonly most: number
}

/** What is there. */
export interface Counted {
  readonly calls: number
  readonly bytes: number
  readonly oldest: number | null
}

interface Old {
  readonly seq: number
  readonly at: number
  readonly bytes: number
}

interface Seen extends Findable, Old {}

// The oldest go by so many at a time, and not one by one with each that comes.
const step = 1_000
const target = 0.95

// So long does a search keep others waiting: other commands have their turn between two of its parts.
const mostSeen = 5_000
const mostBytes = 4_000_000

const insert = (database: Database, rows: ReadonlyArray<Stored>): void => {
  let [calls, bytes] = [0, 0]
  for (const row of rows) {
    const added = database.run(Sql.insert, ...row)
    calls += added
    bytes += added * row[10]
  }
  if (calls > 0) database.run(Sql.count, calls, bytes)
}

/** How many of the oldest have to go. */
const surplus = (
  rows: ReadonlyArray<Old>,
  { maxAge, maxBytes, now }: Adding,
  { bytes }: Counted
): ReadonlyArray<Old> => {
  let left = bytes
  const most = bytes > maxBytes ? maxBytes * target : maxBytes
  const stays = rows.findIndex((row) => {
    if (left <= most && row.at >= now - maxAge) return true
    left -= row.bytes
    return false
  })
  return stays < 0 ? rows : rows.slice(0, stays)
}

const countedIn = (database: Database): Counted =>
  database.get<Counted>(Sql.counted) ?? { calls: 0, bytes: 0, oldest: null }

const trim = (database: Database, adding: Adding): void => {
  for (;;) {
    const counted = countedIn(database)
    if (counted.bytes <= adding.maxBytes && (counted.oldest ?? Infinity) >= adding.now - adding.maxAge) return
    const gone = surplus(database.all<Old>(Sql.oldest, step), adding, counted)
    if (gone.length === 0) return
    for (const { seq } of gone) database.run(Sql.remove, seq)
    database.run(Sql.count, -gone.length, -gone.reduce((sum, { bytes }) => sum + bytes, 0))
  }
}

const [first, last] = [-8.64e15, 8.64e15]

// After every digit and letter of an id.
const beyond = "~"

const scanOf = ({ category, id, item, tag }: Wanted): readonly [sql: string, ...values: Array<Value>] => {
  if (id !== undefined) return [Sql.scan.byId, id.toLowerCase(), id.toLowerCase() + beyond]
  if (item !== undefined) return [Sql.scan.ofItem, item]
  return tag === undefined && category === undefined ? [Sql.scan.all] : [Sql.scan.failed]
}

const find = (database: Database, { after = { at: last, seq: 0 }, most, wanted }: Finding) => {
  const [sql, ...values] = scanOf(wanted)
  const [since, until] = [Math.max(wanted.since, first), Math.min(wanted.until, last)]
  const found: Array<number> = []
  let [seen, bytes] = [0, 0]
  let next: Cursor | undefined
  for (const row of database.rows<Seen>(sql, ...values, since, until, after.at, after.seq)) {
    if (matches(wanted, row)) {
      found.push(row.seq)
      bytes += row.bytes
    }
    if (found.length < most && ++seen < mostSeen && bytes < mostBytes) continue
    next = { at: row.at, seq: row.seq }
    break
  }
  const rows = found.flatMap((seq) => {
    const row = database.get<Readonly<Record<string, string | number | null>>>(Sql.row, seq)
    return row === undefined ? [] : [Object.values(row)]
  })
  return next === undefined ? { rows } : { rows, next }
}

/** The program. */
export const program: Program = {
  mark: 0x666c_6a31,
  kind: "a journal",
  migrations: Sql.migrations,
  synchronous: "NORMAL",
  commands: (database) => ({
    add: {
      write: (adding: Adding) => {
        insert(database, adding.rows)
        trim(database, adding)
        return true
      }
    },
    find: { read: (finding: Finding) => find(database, finding) },
    counts: { read: () => countedIn(database) }
  })
}
