/** What becomes of requests whose lease is over, and of items that are given back. */
import type { Result } from "../model.ts"
import type { Reaped } from "../commands.ts"
import { enter } from "./moves.ts"
import { type Request, type Row, type Rows, setWait } from "./rows.ts"

/** Counts an attempt, once: an item that is not claimed has been counted. */
export const count = (rows: Rows, row: Row, counts: Result["counts"], now: number): void => {
  if (row.state !== "claimed" || counts === "nothing") return
  row.attempts++
  if (counts === "doubt") row.doubts++
  row.firstSent ??= rows.requests.get(row.request ?? "")?.sent ?? now
}

/** Makes an item pending again. */
export const giveBack = (rows: Rows, row: Row, now: number): void => {
  enter(rows, row, "pending", now)
  row.sending = false
  setWait(row, now)
  rows.arrange(row, now)
}

/** What is said of an item whose process died. */
export const died = "The process that sent it ended, or lost its lease, before an answer was written down."

const reapOne = (rows: Rows, found: Request, now: number): Reaped => {
  const held = rows.of(found.id).toSorted((one, other) => one.seq - other.seq)
  const isDoubt = found.state === "sending"
  const mayRepeat = found.kind === "idempotent" && found.until > now
  for (const row of held) {
    if (isDoubt) {
      count(rows, row, "doubt", now)
      row.outcome = { delivery: "Unknown", message: died }
    } else delete row.request
    if (!isDoubt || mayRepeat) giveBack(rows, row, now)
    else {
      row.sending = false
      enter(rows, row, "unknown", now)
      rows.arrange(row, now)
    }
  }
  rows.requests.delete(found.id)
  const ids = held.map(({ id }) => id)
  return {
    released: isDoubt ? 0 : ids.length,
    repeated: isDoubt && mayRepeat ? ids.length : 0,
    unknown: isDoubt && !mayRepeat ? ids : []
  }
}

const isOver = ({ kind, lease, state, until }: Request, now: number): boolean =>
  lease <= now && !(state === "sending" && kind === "keyed" && until > now)

/** Ends every request whose lease is over. */
export const reap = (rows: Rows, now: number): Reaped => {
  const over = [...rows.requests.values()].filter((one) => isOver(one, now))
  const reaped = over.map((one) => reapOne(rows, one, now))
  return {
    released: reaped.reduce((sum, { released }) => sum + released, 0),
    repeated: reaped.reduce((sum, { repeated }) => sum + repeated, 0),
    unknown: reaped.flatMap(({ unknown }) => unknown)
  }
}
