/**
 * A queue that is first in, first out within a key and fair between keys: keys take turns, so that many calls under one key do
 * not delay a few under another.
 */

/** What the order within the queue depends on. */
export interface Ordered {
  readonly key: string
  /** When the call first arrived: one that is queued again keeps its position. */
  readonly arrived: number
  /** The order of entering, for calls that arrived at the same time. */
  readonly entered: number
}

interface Lane<W> {
  /** The round in which it is this key's turn. */
  turn: number
  readonly waiters: Array<W>
}

const before = (a: Ordered, b: Ordered): boolean =>
  a.arrived < b.arrived || (a.arrived === b.arrived && a.entered < b.entered)

/** Turns of absent keys are forgotten when there are this many more of them than keys in the queue. */
const spare = 64

/** The queue. */
export class FairQueue<W extends Ordered> {
  size = 0
  private readonly lanes = new Map<string, Lane<W>>()
  /** Turns of keys that have nobody waiting: leaving and coming back does not win a second turn in the same round. */
  private readonly absent = new Map<string, number>()
  private round = 0

  add(waiter: W): void {
    const { key } = waiter
    const lane = this.lanes.get(key) ?? {
      turn: Math.max(this.round, this.absent.get(key) ?? 0),
      waiters: []
    }
    this.lanes.set(key, lane)
    this.absent.delete(key)
    const index = lane.waiters.findLastIndex((other) => before(other, waiter))
    lane.waiters.splice(index + 1, 0, waiter)
    this.size += 1
  }

  /** Whose turn it is, among the keys that may go. */
  head(may: (key: string) => boolean = () => true): W | undefined {
    let best: { readonly turn: number; readonly waiter: W } | undefined
    for (const [key, { turn, waiters }] of this.lanes) {
      const waiter = waiters[0]
      if (waiter === undefined || !may(key)) continue
      if (best === undefined || turn < best.turn || (turn === best.turn && before(waiter, best.waiter)))
        best = { turn, waiter }
    }
    return best?.waiter
  }

  /** Whose turn it is among those with the lowest rank, of the keys that may go. Unlike `head` it looks at everyone who waits. */
  lowest(rank: (waiter: W) => number, may: (key: string) => boolean): W | undefined {
    let best: { readonly rank: number; readonly turn: number; readonly waiter: W } | undefined
    for (const [key, { turn, waiters }] of this.lanes) {
      if (!may(key)) continue
      for (const waiter of waiters) {
        const own = rank(waiter)
        const ahead = best === undefined ? -1 : own - best.rank || turn - best.turn
        if (best === undefined || ahead < 0 || (ahead === 0 && before(waiter, best.waiter)))
          best = { rank: own, turn, waiter }
      }
    }
    return best?.waiter
  }

  /** Takes a waiter out because its turn has come: its key has used its turn. */
  take(waiter: W): void {
    const lane = this.lanes.get(waiter.key)
    if (lane === undefined) return
    this.round = Math.max(this.round, lane.turn)
    lane.turn = this.round + 1
    this.remove(waiter)
    this.sweep()
  }

  /** Takes a waiter out that gave up: its key keeps its turn. `false` where it is not in the queue. */
  remove(waiter: W): boolean {
    const lane = this.lanes.get(waiter.key)
    const index = lane?.waiters.indexOf(waiter) ?? -1
    if (lane === undefined || index < 0) return false
    lane.waiters.splice(index, 1)
    this.size -= 1
    if (lane.waiters.length > 0) return true
    this.lanes.delete(waiter.key)
    if (lane.turn > this.round) this.absent.set(waiter.key, lane.turn)
    return true
  }

  /** How many will be taken before this waiter, if nobody else comes or goes. */
  ahead(waiter: W): number {
    const own = this.lanes.get(waiter.key)
    const index = own?.waiters.indexOf(waiter) ?? 0
    const turn = (own?.turn ?? this.round) + index
    let count = index
    for (const [key, lane] of this.lanes) {
      // Another key goes first as often as it has turns before ours; of a shared round, whoever arrived first.
      if (key === waiter.key) continue
      const rounds = Math.max(0, turn - lane.turn)
      const tied = lane.waiters[rounds]
      count += Math.min(
        lane.waiters.length,
        rounds + (tied !== undefined && turn >= lane.turn && before(tied, waiter) ? 1 : 0)
      )
    }
    return count
  }

  *all(): Iterable<W> {
    for (const { waiters } of this.lanes.values()) yield* waiters
  }

  keys(): Iterable<string> {
    return this.lanes.keys()
  }

  private sweep(): void {
    if (this.absent.size <= this.lanes.size + spare) return
    for (const [key, turn] of this.absent) if (turn <= this.round) this.absent.delete(key)
  }
}
