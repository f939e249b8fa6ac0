/** Taking items in: a portion in one statement. */
import type { Database } from "../../sqlite/database.ts"
import { Refusal } from "../../sqlite/problems.ts"
import type { Surroundings } from "../../sqlite/program.ts"
import type { Add, Added } from "../commands.ts"
import type { Lane } from "../lane.ts"
import { arrange, type Keyed } from "./keys.ts"
import * as Sql from "./statements.ts"
import { Tally } from "./tally.ts"

/** Items as they cross the thread: one text that the statement takes as it is, and what has to be looked up for it. */
export interface Portion {
  readonly now: number
  readonly count: number
  /** Lists of: id, index of the lane, version, hold, priority, due in, hash, key, replayed id, input. */
  readonly items: string
  readonly lanes: ReadonlyArray<Lane>
  /** Whether some have a key. */
  readonly isKeyed: boolean
}

/** A portion of items. */
export const portionOf = ({ items, now }: Add): Portion => {
  const lanes: Array<Lane> = []
  const known = new Map<string, number>()
  const rows = items.map((item) => {
    const { account, lane, operation } = item
    const place = known.get(lane) ?? lanes.push({ lane, operation, account }) - 1
    known.set(lane, place)
    const { dueIn, hash, id, input, key = null, onDead, priority, replays = null, version } = item
    const hold = onDead === "hold" ? 1 : 0
    return [id, place, version, hold, priority, dueIn, hash, key, replays, input]
  })
  const isKeyed = items.some(({ key }) => key !== undefined)
  return { now, count: items.length, items: JSON.stringify(rows), lanes, isKeyed }
}

const numberOf = (database: Database, sql: string, ...values: ReadonlyArray<string>): number =>
  database.get<{ readonly n: number }>(sql, ...values)?.n ?? 0

const operationOf = (database: Database, { account, operation }: Lane): number => {
  const known = numberOf(database, Sql.operationNumber, operation, account)
  if (known !== 0) return known
  database.run(Sql.operation, operation, account)
  return numberOf(database, Sql.operationNumber, operation, account)
}

const laneOf = (database: Database, { account, lane, operation }: Lane): number => {
  const known = database.get<Lane & { readonly n: number }>(Sql.laneNumber, lane)
  if (known?.operation === operation && known.account === account) return known.n
  database.run(Sql.lane, lane, operation, account)
  return numberOf(database, Sql.laneNumber, lane)
}

interface Known {
  readonly seq: number
  readonly same: number
}

/** One word for each item, where not all were new. An id that comes twice is new the first time. */
const wordsOf = (rows: ReadonlyArray<Known>, before: number): ReadonlyArray<Added> => {
  const fresh = new Set<number>()
  return rows.map(({ same, seq }) => {
    if (seq > before && !fresh.has(seq)) {
      fresh.add(seq)
      return "queued"
    }
    return same === 1 ? "duplicate" : "conflict"
  })
}

const tally = (database: Database, before: number): void => {
  const counts = new Tally(database)
  for (const { lane, n } of database.all<{ readonly lane: number; readonly n: number }>(
    Sql.addedByLane,
    before
  )) {
    counts.add(lane, "enqueued", n)
    counts.add(lane, "open", n)
  }
  counts.write()
}

/** Takes a portion in. The answer is `undefined` where all items are new. */
export const add =
  (database: Database, { room }: Surroundings) =>
  ({ count, isKeyed, items, lanes, now }: Portion): ReadonlyArray<Added> | undefined => {
    const problem = room()
    if (problem !== undefined) throw new Refusal(problem)
    const before = database.get<{ readonly seq: number }>(Sql.last)?.seq ?? 0
    const operations = lanes.map((lane) => operationOf(database, lane))
    const numbers = JSON.stringify(lanes.map((lane) => laneOf(database, lane)))
    const added = database.run(Sql.add, items, numbers, JSON.stringify(operations), now)
    if (added > 0) tally(database, before)
    if (isKeyed) arrange(database, database.all<Keyed>(Sql.addedKeys, before), now)
    if (added === count) return undefined
    const names = JSON.stringify(lanes.map(({ operation }) => operation))
    return wordsOf(database.all<Known>(Sql.known, items, names), before)
  }
