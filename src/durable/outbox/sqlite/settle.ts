/** What becomes of the items of a request: by an answer, or by a lease that is over. */
import type { Database } from "../../sqlite/database.ts"
import type { Reaped, Settle, Timed } from "../commands.ts"
import { isOpen, type Outcome, type Result } from "../model.ts"
import { arrange, waitOf } from "./keys.ts"
import { giveBack, type Held } from "./requests.ts"
import { codeOf, idOf, keyOf, type RequestKey } from "./rows.ts"
import { codes } from "./schema.ts"
import * as Sql from "./statements.ts"
import { Tally } from "./tally.ts"

interface Sent {
  readonly sent: number | null
}

/** Whether a result may change an item: it is claimed, or what was unknown, or given back, is known now. */
const isNews = (state: number, result: Result["state"]): boolean => {
  const says = isOpen(result) || result === "unknown"
  if (state < codes.claimed) return !says
  return state === codes.claimed || (state === codes.unknown && result !== "unknown")
}

interface Change {
  readonly database: Database
  readonly tally: Tally
  readonly now: number
  /** When the request was first sent. */
  readonly sent: number
}

/** Writes down what became of an item. It counts as an attempt once: one that is not claimed has been counted. */
const apply = ({ database, now, sent, tally }: Change, item: Held, result: Result): void => {
  const counts = item.state === codes.claimed && result.counts !== "nothing"
  const isPending = result.state === "pending"
  const due = isPending ? now + (result.dueIn ?? 0) : null
  database.run(
    Sql.settle,
    item.seq,
    result.state === "pending" ? waitOf(item.key, due, now) : codeOf(result.state, item.hold),
    JSON.stringify(result.outcome),
    due,
    counts ? 1 : 0,
    counts && result.counts === "doubt" ? 1 : 0,
    counts ? sent : null,
    isPending ? null : now
  )
  tally.move(item.lane, item.state, result.state)
}

/** Settles items by what is known of them. The answer has the places of those that were. */
export const settle =
  (database: Database) =>
  ({ now, request, results }: Settle): ReadonlyArray<number> => {
    const id = keyOf(request)
    const sent = database.get<Sent>(Sql.requestOf, id)?.sent ?? now
    const change = { database, tally: new Tally(database), now, sent }
    const moved = results.flatMap((result) => {
      const item = database.get<Held>(Sql.one, result.seq)
      const isItsOwn = item !== undefined && item.request !== null && idOf(item.request) === request
      if (!isItsOwn || !isNews(item.state, result.state)) return []
      apply(change, item, result)
      return [item]
    })
    arrange(database, moved, now)
    change.tally.write()
    database.run(Sql.tidy, id)
    return moved.map(({ seq }) => seq)
  }

const died: Outcome = {
  delivery: "Unknown",
  message: "The process that sent it ended, or lost its lease, before an answer was written down."
}

interface Over {
  readonly id: RequestKey
  readonly sending: number
  readonly sent: number | null
  readonly repeats: number
}

const none: Reaped = { released: 0, repeated: 0, unknown: [] }

/** Whether there is nothing to reap, which needs no lock to be found out. */
export const nothingToReap =
  (database: Database) =>
  ({ now }: Timed): Reaped | undefined =>
    database.get<Over>(Sql.over, now) === undefined ? none : undefined

const reapOne = (database: Database, now: number, { id, repeats, sending, sent }: Over): Reaped => {
  const items = database.all<Held>(Sql.held, id)
  database.run(Sql.forget, id)
  if (sending !== 1) {
    giveBack(database, items, null, now)
    return { ...none, released: items.length }
  }
  const tally = new Tally(database)
  const change = { database, tally, now, sent: sent ?? now }
  const state = repeats === 1 ? "pending" : "unknown"
  for (const item of items) {
    apply(change, item, { seq: item.seq, state, dueIn: item.due - now, counts: "doubt", outcome: died })
  }
  arrange(database, items, now)
  tally.write()
  return repeats === 1
    ? { ...none, repeated: items.length }
    : { ...none, unknown: items.map((item) => item.id) }
}

/** Ends every request whose lease is over. */
export const reap =
  (database: Database) =>
  ({ now }: Timed): Reaped =>
    database
      .all<Over>(Sql.over, now)
      .map((one) => reapOne(database, now, one))
      .reduce(
        (sum, one) => ({
          released: sum.released + one.released,
          repeated: sum.repeated + one.repeated,
          unknown: [...sum.unknown, ...one.unknown]
        }),
        none
      )
