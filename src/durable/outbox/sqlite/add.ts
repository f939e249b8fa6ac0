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

interface Numbers extends Lane {
  readonly n: number
  readonly operationNumber: number
}

/** The numbers of a lane and its operation, which are written down when they are first seen. */
const numbersOf = (database: Database, { account, lane, operation }: Lane): Numbers | undefined => {
  const known = database.get<Numbers>(Sql.laneNumber, lane)
  if (known?.operation === operation && known.account === account) return known
  database.run(Sql.operation, operation, account)
  database.run(Sql.lane, lane, operation, account)
  return database.get<Numbers>(Sql.laneNumber, lane)
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

const tally = (database: Database, added: ReadonlyArray<ByLane>): void => {
  const counts = new Tally(database)
  for (const { lane, n } of added) {
    counts.add(lane, "enqueued", n)
    counts.add(lane, "open", n)
  }
  counts.write()
}

interface ByLane {
  readonly lane: number
  readonly n: number
}

/** Takes a portion in. The answer is `undefined` where all items are new. */
export const add =
  (database: Database, { room }: Surroundings) =>
  ({ count, isKeyed, items, lanes, now }: Portion): ReadonlyArray<Added> | undefined => {
    const problem = room()
    if (problem !== undefined) throw new Refusal(problem)
    const numbers = lanes.map((lane) => numbersOf(database, lane))
    const laneNumbers = numbers.map((one) => one?.n ?? 0)
    const operations = JSON.stringify(numbers.map((one) => one?.operationNumber))
    const added = database.run(Sql.add, items, JSON.stringify(laneNumbers), operations, now)
    const before = (): number => database.get<{ readonly seq: number }>(Sql.before, added)?.seq ?? 0
    const [only = 0, ...others] = laneNumbers
    tally(
      database,
      others.length === 0 ? [{ lane: only, n: added }] : database.all(Sql.addedByLane, before())
    )
    if (isKeyed) arrange(database, database.all<Keyed>(Sql.addedKeys, before()), now)
    if (added === count) return undefined
    const names = JSON.stringify(lanes.map(({ operation }) => operation))
    return wordsOf(database.all<Known>(Sql.known, items, names), before())
  }
