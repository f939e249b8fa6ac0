/**
 * A queue that is first in, first out within a key and fair between keys: keys take turns, so that many calls under one key do
 * not delay a few under another. What it costs grows with the logarithm of the number of keys.
 */
import { Heap } from "./heap.ts"
import { before, goesBefore, isReadyBefore, type Lane, type Ordered } from "./lane.ts"

/** A round ends when so many more keys have had their turn in it, and left, than are waiting. */
const spare = 64
/** To say how many go before a waiter, no more keys than this are looked at. */
const looked = 256

const always = () => -Infinity

/** The queue. */
export class FairQueue<W extends Ordered> {
  size = 0
  private readonly lanes = new Map<string, Lane<W>>()
  private readonly ready = new Heap<Lane<W>>(goesBefore)
  /** Lanes that were found not to be ready, by when they will be. */
  private readonly held = new Heap<Lane<W>>(isReadyBefore)
  /** Keys that had their turn in this round and have nobody waiting: leaving and coming back wins no second one. */
  private readonly absent = new Set<string>()
  private round = 0

  add(waiter: W): void {
    const { key } = waiter
    let lane = this.lanes.get(key)
    if (lane === undefined) {
      lane = { key, waiters: [], turn: this.round + (this.absent.delete(key) ? 1 : 0), readyAt: 0, place: 0 }
      this.lanes.set(key, lane)
      lane.waiters.push(waiter)
      this.ready.add(lane)
    } else {
      const index = lane.waiters.findLastIndex((other) => before(other, waiter))
      lane.waiters.splice(index + 1, 0, waiter)
      this.moved(lane)
    }
    this.size += 1
  }

  /** Whose turn it is, among the keys that are ready. */
  head(readyAt: (key: string) => number = always, now = 0): W | undefined {
    for (let lane = this.held.top; lane !== undefined && lane.readyAt <= now; lane = this.held.top)
      this.release(lane)
    for (let lane = this.ready.top; lane !== undefined; lane = this.ready.top) {
      lane.readyAt = readyAt(lane.key)
      if (lane.readyAt <= now) return lane.waiters[0]
      this.ready.remove(lane)
      this.held.add(lane)
    }
    return undefined
  }

  /** When the first key is ready. */
  nextAt(readyAt: (key: string) => number, now: number): number {
    return this.head(readyAt, now) === undefined ? (this.held.top?.readyAt ?? Infinity) : -Infinity
  }

  /** A key may be ready earlier than it was said to be. */
  hasten(key: string): void {
    const lane = this.lanes.get(key)
    if (lane !== undefined && this.held.has(lane)) this.release(lane)
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
    if (lane.turn > this.round) this.begin(lane.turn)
    lane.turn = this.round + 1
    this.remove(waiter)
    if (this.absent.size > this.lanes.size + spare) this.begin(this.round + 1)
  }

  /** Takes a waiter out that gave up: its key keeps its turn. `false` where it is not in the queue. */
  remove(waiter: W): boolean {
    const lane = this.lanes.get(waiter.key)
    const index = lane?.waiters.indexOf(waiter) ?? -1
    if (lane === undefined || index < 0) return false
    lane.waiters.splice(index, 1)
    this.size -= 1
    if (lane.waiters.length > 0) {
      this.moved(lane)
      return true
    }
    this.lanes.delete(waiter.key)
    if (this.held.has(lane)) this.held.remove(lane)
    else this.ready.remove(lane)
    if (lane.turn > this.round) this.absent.add(waiter.key)
    return true
  }

  /** How many will be taken before this waiter, if nobody else comes or goes; where many keys wait, at least so many. */
  ahead(waiter: W): number {
    const own = this.lanes.get(waiter.key)
    const index = own?.waiters.indexOf(waiter) ?? 0
    const turn = (own?.turn ?? this.round) + index
    let [count, left] = [index, looked]
    for (const [key, lane] of this.lanes) {
      // Another key goes first as often as it has turns before ours; of a shared round, whoever arrived first.
      if (left-- === 0) break
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

  private begin(round: number): void {
    this.round = round
    this.absent.clear()
  }

  private moved(lane: Lane<W>): void {
    if (!this.held.has(lane)) this.ready.move(lane)
  }

  private release(lane: Lane<W>): void {
    this.held.remove(lane)
    this.ready.add(lane)
  }
}
