/** The lanes of an outbox in SQLite: what is ready in them, their pauses, their counts. */
import type { Database } from "../../sqlite/database.ts"
import type { Stats, Timed } from "../commands.ts"
import { type Counts, type Lane, type Pause, type Ready, scopesOf } from "../lane.ts"
import type { Item } from "../model.ts"
import * as Sql from "./queries.ts"

interface LaneRow extends Lane, Counts {
  readonly n: number
}

type Pauses = ReadonlyMap<string, Pause>

/** The pauses. */
export const pauses = (database: Database): ReadonlyArray<Pause> =>
  database.all<Pause>(Sql.pauses).map(({ by, reason, scope, since }) => ({ scope, reason, by, since }))

const pausesOf = (database: Database): Pauses =>
  new Map(pauses(database).map((pause) => [pause.scope, pause]))

const pausedBy = (found: Pauses, lane: Lane): { readonly paused?: Pause } => {
  const pause = scopesOf(lane)
    .map((scope) => found.get(scope))
    .find((one) => one !== undefined)
  return pause === undefined ? {} : { paused: pause }
}

/** Which lanes. */
export type Lanes = Timed & { readonly operations?: ReadonlyArray<string>; readonly account?: string }

const openLanes = (database: Database, { account, operations }: Lanes): ReadonlyArray<LaneRow> =>
  database
    .all<LaneRow>(Sql.lanes)
    .filter(({ open }) => open > 0)
    .filter(({ operation }) => operations?.includes(operation) ?? true)
    .filter((lane) => account === undefined || lane.account === account)

const firstDue = (database: Database, { n }: LaneRow): number | undefined =>
  database.get<{ readonly due: number }>(Sql.firstDue, n)?.due

const readyOf = (database: Database, row: LaneRow, found: Pauses, now: number): Ready => {
  const { account, lane, n, operation } = row
  const next = database.get<{ readonly input: string; readonly version: number }>(Sql.next, n)
  const due = firstDue(database, row)
  return {
    lane,
    operation,
    account,
    ...(next === undefined ? {} : { next: { input: next.input, version: next.version } }),
    ...(due === undefined ? {} : { dueIn: due - now }),
    ...pausedBy(found, row)
  }
}

const readyIn = (database: Database, rows: ReadonlyArray<LaneRow>, now: number): ReadonlyArray<Ready> => {
  const found = pausesOf(database)
  return rows.map((row) => readyOf(database, row, found, now))
}

const isDue = (database: Database, row: LaneRow, now: number): boolean =>
  (firstDue(database, row) ?? Infinity) <= now

/** The lanes with open items, unless the time of an item has come. */
export const lanes =
  (database: Database) =>
  (command: Lanes): ReadonlyArray<Ready> | undefined => {
    const rows = openLanes(database, command)
    const isReady = rows.every((row) => !isDue(database, row, command.now))
    return isReady ? readyIn(database, rows, command.now) : undefined
  }

// Those of a lane that become ready together: more than anybody claims before the next look, and little to wait for.
const atATime = 10_000

/** The lanes with open items, once those whose time has come are ready. */
export const promoted =
  (database: Database) =>
  (command: Lanes): ReadonlyArray<Ready> => {
    const rows = openLanes(database, command)
    for (const row of rows)
      if (isDue(database, row, command.now)) database.run(Sql.promote, row.n, command.now, atATime)
    return readyIn(database, rows, command.now)
  }

const names = ["enqueued", "open", "delivered", "warned", "dead", "unknown", "dropped"] as const

/** The counts, which are kept with the lanes. */
export const stats =
  (database: Database) =>
  ({ now }: Timed): Stats => {
    const found = pausesOf(database)
    const all = { enqueued: 0, open: 0, delivered: 0, warned: 0, dead: 0, unknown: 0, dropped: 0 }
    const lanes = database.all<LaneRow>(Sql.lanes).map(({ n, ...lane }) => {
      for (const name of names) all[name] += lane[name]
      const first = lane.open > 0 ? database.get<Pick<Item, "enqueued">>(Sql.oldest, n) : undefined
      const oldest = first === undefined ? {} : { oldest: now - first.enqueued }
      return { ...lane, ...oldest, ...pausedBy(found, lane) }
    })
    return { all, lanes }
  }
