/** What comes in, what a person moves, and what is swept out. */
import * as Effect from "effect/Effect"
import { type Item, isOpen, type NewItem, type State } from "../model.ts"
import type { Add, Added, Move, Sweep } from "../commands.ts"
import type { Commands } from "../store.ts"
import { type Row, type Rows, setWait } from "./rows.ts"

const rowOf = ({ dueIn, ...given }: NewItem, seq: number, now: number): Row => ({
  ...given,
  seq,
  state: "pending",
  sending: false,
  due: now + dueIn,
  attempts: 0,
  doubts: 0,
  enqueued: now,
  since: now
})

const addOne = (rows: Rows, given: NewItem, now: number): Added => {
  const known = rows.byId.get(given.id)
  if (known !== undefined)
    return known.hash === given.hash && known.operation === given.operation ? "duplicate" : "conflict"
  const row = rowOf(given, rows.nextSeq(), now)
  rows.items.set(row.seq, row)
  rows.byId.set(row.id, row)
  rows.lanes.set(row.lane, { lane: row.lane, operation: row.operation, account: row.account })
  const counts = rows.countsOf(row.lane)
  counts.enqueued++
  counts.open++
  setWait(row, now)
  rows.arrange(row, now)
  return "queued"
}

/** Changes the state of an item, and the counts with it. */
export const enter = (rows: Rows, row: Row, state: State, now: number): void => {
  const counts = rows.countsOf(row.lane)
  counts[isOpen(row.state) ? "open" : row.state]--
  counts[isOpen(state) ? "open" : state]++
  row.state = state
  if (isOpen(state)) delete row.ended
  else row.ended = now
  if (!isOpen(state)) delete row.waits
}

const drop = (rows: Rows, row: Row): void => {
  const counts = rows.countsOf(row.lane)
  counts[isOpen(row.state) ? "open" : row.state]--
  counts.dropped++
  rows.items.delete(row.seq)
  rows.byId.delete(row.id)
}

const moveOne = (rows: Rows, row: Row, { now, outcome, to }: Move, edit: Move["items"][number]): void => {
  if (to === "dropped") drop(rows, row)
  else {
    enter(rows, row, to, now)
    row.outcome = to === "pending" ? outcome : { ...row.outcome, ...outcome }
  }
  if (to === "pending") {
    Object.assign(row, { attempts: 0, doubts: 0, since: now, due: now })
    delete row.request
    delete row.firstSent
    if (edit.input !== undefined) row.input = edit.input
    if (edit.version !== undefined) row.version = edit.version
    setWait(row, now)
  }
  rows.arrange(row, now)
}

const swept = ({ keep, keepIds, now }: Sweep, { ended = now, state }: Item): "body" | "id" | undefined => {
  if (state !== "delivered" && state !== "warned") return undefined
  if (ended + keepIds <= now) return "id"
  return ended + keep <= now ? "body" : undefined
}

const sweep = (rows: Rows, command: Sweep): number => {
  let count = 0
  for (const row of rows.items.values()) {
    if (count >= command.limit) break
    const what = swept(command, row)
    if (what === undefined || (what === "body" && row.input === "")) continue
    count++
    row.input = ""
    if (what === "id") {
      rows.items.delete(row.seq)
      rows.byId.delete(row.id)
    }
  }
  return count
}

/** The commands. */
export const make = (
  rows: Rows
): Pick<Commands, "add" | "move" | "sweep" | "pause" | "resume" | "pauses"> => ({
  add: ({ items, now }: Add) => Effect.sync(() => items.map((one) => addOne(rows, one, now))),
  move: (command) =>
    Effect.sync(() =>
      command.items.flatMap((edit) => {
        const row = rows.items.get(edit.seq)
        if (row === undefined || !command.from.includes(row.state)) return []
        moveOne(rows, row, command, edit)
        return [row.seq]
      })
    ),
  sweep: (command) => Effect.sync(() => sweep(rows, command)),
  pause: ({ now, ...pause }) =>
    Effect.sync(() => void rows.pauses.set(pause.scope, { ...pause, since: now })),
  resume: ({ scope }) => Effect.sync(() => rows.pauses.delete(scope)),
  pauses: Effect.sync(() => [...rows.pauses.values()])
})
