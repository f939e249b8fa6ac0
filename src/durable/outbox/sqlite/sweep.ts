/** What is swept out: bodies of what was delivered, later its ids. */
import type { Database } from "../../sqlite/database.ts"
import type { Sweep } from "../commands.ts"
import * as Sql from "./queries.ts"
import { drop } from "./statements.ts"

interface Old {
  readonly seq: number
  readonly ended: number
}

/** Empties bodies from where the last sweep ended, so that what is empty is not looked at again and again. */
const sweepBodies = (database: Database, until: number, limit: number): number => {
  const from = database.get<{ readonly bodies: number }>(Sql.swept)?.bodies ?? 0
  const old = database.all<Old>(Sql.oldBodies, from, until, limit)
  for (const { seq } of old) database.run(Sql.empty, seq)
  const last = old.at(-1)
  if (last !== undefined && last.ended !== from) database.run(Sql.sweptTo, last.ended)
  return old.length
}

/** Deletes what is over, in steps. */
export const sweep =
  (database: Database) =>
  ({ keep, keepIds, limit, now }: Sweep): number => {
    const old = database.all<Pick<Old, "seq">>(Sql.oldIds, now - keepIds, limit)
    for (const { seq } of old) database.run(drop, seq)
    const left = limit - old.length
    return old.length + (left > 0 ? sweepBodies(database, now - keep, left) : 0)
  }
