/** The order of the items of a key: the first that is pending is ready, or waits for its time, unless something is in its way. */
import type { Database } from "../../sqlite/database.ts"
import { codes } from "./schema.ts"
import { head, holdOthers, wait } from "./statements.ts"

interface Head {
  readonly seq: number
  readonly state: number
  readonly due: number | null
  readonly blocked: number
}

/** An item whose key may have to be put in order. */
export interface Keyed {
  readonly operation: number
  readonly key: string | null
}

/** The code of a pending item: without a key its time decides; with one it is held until its key is put in order. */
export const waitOf = (key: string | null, due: number | null, now: number): number => {
  if (key !== null) return codes.held
  return due !== null && due > now ? codes.due : codes.ready
}

const arrangeOne = (database: Database, { key, operation }: Keyed, now: number): void => {
  const first = database.get<Head>(head, operation, key)
  if (first === undefined) return
  const state = first.blocked === 1 ? codes.held : waitOf(null, first.due, now)
  database.run(holdOthers, operation, key, first.seq)
  if (first.state !== state) database.run(wait, first.seq, state)
}

/** Puts the keys of these items in order, each once. */
export const arrange = (database: Database, items: Iterable<Keyed>, now: number): void => {
  const keys = new Map<string, Keyed>()
  for (const one of items) if (one.key !== null) keys.set(`${one.operation} ${one.key}`, one)
  for (const one of keys.values()) arrangeOne(database, one, now)
}
