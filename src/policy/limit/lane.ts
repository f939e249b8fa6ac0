/** The calls that wait under one key. */
import type { Placed } from "./heap.ts"

/** What the order within the queue depends on. */
export interface Ordered {
  readonly key: string
  /** When the call first arrived: one that is queued again keeps its position. */
  readonly arrived: number
  /** The order of entering, for calls that arrived at the same time. */
  readonly entered: number
}

/** The waiters of one key, and the round in which it is this key's turn. */
export interface Lane<W> extends Placed {
  readonly key: string
  readonly waiters: Array<W>
  turn: number
  /** Not before this may a call under this key go. */
  readyAt: number
}

/** Whether one call goes before another of its key. */
export const before = (a: Ordered, b: Ordered): boolean =>
  a.arrived < b.arrived || (a.arrived === b.arrived && a.entered < b.entered)

/** Whether it is the turn of one key before that of another. */
export const goesBefore = <W extends Ordered>(a: Lane<W>, b: Lane<W>): boolean => {
  if (a.turn !== b.turn) return a.turn < b.turn
  const [one, other] = [a.waiters[0], b.waiters[0]]
  return one !== undefined && (other === undefined || before(one, other))
}

/** Whether one key is ready before another. */
export const isReadyBefore = <W>(a: Lane<W>, b: Lane<W>): boolean => a.readyAt < b.readyAt
