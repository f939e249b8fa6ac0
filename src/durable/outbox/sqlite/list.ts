/** Lists of items of an outbox in SQLite. */
import type { Database } from "../../sqlite/database.ts"
import type { EndedSince, Query } from "../commands.ts"
import type { Item } from "../model.ts"
import { codesOf, itemOf, type ItemRow } from "./rows.ts"
import { codes } from "./schema.ts"
import * as Sql from "./queries.ts"
import { laneNumber as numberOfLane } from "./statements.ts"

interface Operation {
  readonly n: number
  readonly operation: string
}

const operationsOf = (database: Database, { operation, vendor }: Query): string | null =>
  operation === undefined && vendor === undefined
    ? null
    : JSON.stringify(
        database
          .all<Operation>(Sql.operations)
          .filter((one) => operation === undefined || one.operation === operation)
          .filter((one) => vendor === undefined || one.operation.startsWith(`${vendor}.`))
          .map(({ n }) => n)
      )

// The ends of which there are few, as in the index.
const few = new Set<number>([codes.dead, codes.deadHold, codes.unknown])
// Up to so many, all that are open are looked at; of more, enough of them come soon in the order of all.
const little = 10_000

const sideOf = (database: Database, { ids, states }: Query, wanted: ReadonlyArray<number>): string => {
  if (ids !== undefined) return Sql.list.ids
  if (states === undefined) return Sql.list.all
  if (wanted.every((code) => code === codes.claimed)) return Sql.list.claimed
  if (wanted.every((code) => few.has(code))) return Sql.list.few
  const open = database.get<{ readonly open: number | null }>(Sql.openInAll)?.open ?? 0
  return wanted.every((code) => code <= codes.claimed) && open < little ? Sql.list.open : Sql.list.all
}

const json = (list: ReadonlyArray<unknown> | undefined): string | null =>
  list === undefined ? null : JSON.stringify(list)

const laneNumber = (database: Database, lane: string | undefined): number | null =>
  lane === undefined ? null : (database.get<{ readonly n: number }>(numberOfLane, lane)?.n ?? -1)

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value

/** Items in the order of their places. */
export const list =
  (database: Database) =>
  (query: Query): ReadonlyArray<Item> => {
    const wanted = query.states === undefined ? undefined : codesOf(query.states)
    const rows = database.all<ItemRow>(
      sideOf(database, query, wanted ?? []),
      query.after ?? 0,
      json(wanted),
      operationsOf(database, query),
      laneNumber(database, query.lane),
      query.key ?? null,
      query.tag ?? null,
      finite(query.since),
      finite(query.until),
      finite(query.limit) ?? -1,
      json(query.ids)
    )
    return rows.map(itemOf)
  }

/** Items that have come to an end, in the order in which they did. */
export const ended =
  (database: Database) =>
  ({ after: [time, place], limit }: EndedSince): ReadonlyArray<Item> =>
    database.all<ItemRow>(Sql.ended, time, place, finite(limit) ?? -1).map(itemOf)
