/** Requests under way: claimed, about to be sent, given back, taken over. */
import type { Database } from "../../sqlite/database.ts"
import type { Adopt, Claim, Intent, Release } from "../commands.ts"
import { type Frozen, type Lane, scopesOf } from "../lane.ts"
import type { Claimed } from "../model.ts"
import { arrange, waitOf } from "./keys.ts"
import { type ClaimedRow, claimedOf, idOf, keyOf, type RequestKey } from "./rows.ts"
import * as Sql from "./statements.ts"

/** An item that a request carries. */
export interface Held {
  readonly seq: number
  readonly id: string
  readonly lane: number
  readonly operation: number
  readonly hold: number
  readonly key: string | null
  readonly state: number
  readonly due: number
  readonly request: RequestKey | null
}

interface Request {
  readonly owner: string
  readonly sending: number
}

const carried = (database: Database, request: RequestKey): ReadonlyArray<Claimed> =>
  database.all<ClaimedRow>(Sql.carried, request).map(claimedOf)

const fitting = (rows: Iterable<ClaimedRow>, bytes: number): ReadonlyArray<ClaimedRow> => {
  const taken: Array<ClaimedRow> = []
  let sum = 0
  for (const row of rows) {
    sum += Buffer.byteLength(row.input)
    if (taken.length > 0 && sum > bytes) break
    taken.push(row)
  }
  return taken
}

// Without a limit, SQLite is given one that no request reaches.
const whole = (limit: number): number => Math.min(Math.ceil(limit), Number.MAX_SAFE_INTEGER)

/** Claims the next items of a lane. Given again, a claim gives what it has claimed; an id that is another's claims nothing. */
export const claim =
  (database: Database) =>
  ({ bytes, lane, lease, most, now, owner, request }: Claim): ReadonlyArray<Claimed> => {
    const id = keyOf(request)
    const before = database.get<Request>(Sql.requestOf, id)
    if (before !== undefined) return before.owner === owner ? carried(database, id) : []
    const known = database.get<Lane & { readonly n: number }>(Sql.laneNumber, lane)
    if (known === undefined) return []
    const { account, operation } = known
    const scopes = JSON.stringify(scopesOf({ lane, operation, account }))
    if (database.get<object>(Sql.paused, scopes) !== undefined) return []
    const taken = fitting(database.rows<ClaimedRow>(Sql.ready, known.n, whole(most)), bytes)
    if (taken.length === 0) return []
    const seqs = JSON.stringify(taken.map(({ seq }) => seq))
    database.run(Sql.request, id, known.n, owner, now + lease, seqs)
    database.run(Sql.take, id, seqs)
    return taken.map(claimedOf)
  }

/** Writes an intent. */
export const intent =
  (database: Database) =>
  ({ body, kind, lease, now, owner, request, within = Infinity }: Intent): boolean => {
    const until = within === Infinity ? null : now + within
    return database.run(Sql.intent, keyOf(request), owner, kind, now + lease, until, now, body ?? null) > 0
  }

/** Makes claimed items pending again, and their keys orderly. */
export const giveBack = (
  database: Database,
  items: ReadonlyArray<Held>,
  request: RequestKey | null,
  now: number,
  due: (item: Held) => number = (item) => item.due
): void => {
  for (const item of items)
    database.run(Sql.giveBack, item.seq, waitOf(item.key, due(item), now), due(item), request)
  arrange(database, items, now)
}

/** Gives items back that were certainly not sent. */
export const release =
  (database: Database) =>
  ({ dueIn = 0, now, owner, request, seqs }: Release): number => {
    const id = keyOf(request)
    const found = database.get<Request>(Sql.requestOf, id)
    if (found?.owner !== owner || found.sending === 1) return 0
    const wanted = seqs === undefined ? undefined : new Set(seqs)
    const back = database.all<Held>(Sql.held, id).filter(({ seq }) => wanted?.has(seq) ?? true)
    const later = ({ due }: Held): number => Math.max(due, now + dueIn)
    giveBack(database, back, null, now, later)
    database.run(Sql.tidy, id)
    return back.length
  }

interface Adoptable extends Lane {
  readonly id: RequestKey
  readonly body: string
  readonly sent: number | null
}

const adoptable = (database: Database, { account, now, operations }: Adopt): Adoptable | undefined =>
  database.get<Adoptable>(Sql.adoptable, now, account, JSON.stringify(operations))

/** `null` where there is none, which needs no lock to be found out. */
export const nothingToAdopt =
  (database: Database) =>
  (command: Adopt): null | undefined =>
    adoptable(database, command) === undefined ? null : undefined

/** Takes a keyed request over whose lease is over. */
export const adopt =
  (database: Database) =>
  (command: Adopt): Frozen | null => {
    const found = adoptable(database, command)
    if (found === undefined) return null
    const { account, body, id, lane, operation, sent } = found
    database.run(Sql.adopt, id, command.owner, command.now + command.lease)
    database.run(Sql.doubted, id, sent ?? command.now)
    return { lane, operation, account, request: idOf(id), body, items: carried(database, id) }
  }
