/**
 * The limit inferred from refusals: how many calls had been accepted within the server's window when one was refused. That is
 * never less than the true limit, unless others share it, and the least of several such counts comes close to it. The length of
 * the window is a guess among the common ones.
 */
import type { Sends } from "./sends.ts"
import { atLeast, freeAt, longestInferred, windowsFrom } from "./windows.ts"

/**
 * Calls that were delayed follow each other at up to this multiple of the rate: what a wait lost is made up for, and a limit that
 * was overestimated shows at once. No window ever holds more than the limit.
 */
const catchUp = 16
/** A limit that has held for so many windows is raised a little, by this factor; durations are ms. */
const trust = { windows: 5, least: 30_000, most: 1_800_000, step: 1.05 }
/** Less than this share of the limit in use does not show that it could be higher. */
const used = 0.8
/** Fewer accepted calls than this show nothing about a limit: another client that shares it may have used it up. */
const evidence = 5

/** What the server states with a refusal: the wait and the window, in ms. */
export interface Refusal {
  readonly wait?: number | undefined
  readonly window?: number | undefined
}

/** An inferred limit; it limits nothing at first. `padded` gives how long a window is taken to last, to be safe. */
export class InferredLimit {
  private limit = Infinity
  private window = 0
  /** For each window that may be the server's: the least that had been accepted in one when a call was refused. */
  private readonly counts = new Map<number, number>()
  private shortest = 0
  private growAt = Infinity
  private patience = 0
  /** The last refusal: when the refused call left, when the refusal arrived, and the counts before it. */
  private last = { sentAt: -Infinity, refusedAt: -Infinity, before: new Map<number, number>() }
  private readonly sends: Sends
  private readonly padded: (window: number) => number

  constructor(sends: Sends, padded: (window: number) => number) {
    this.sends = sends
    this.padded = padded
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(ahead: number): number {
    if (this.limit === Infinity) return -Infinity
    const last = this.sends.nthLast(1)
    const step = ahead > 0 || last === undefined ? -Infinity : last + this.window / (this.limit * catchUp)
    return Math.max(step, freeAt(this.sends, this.limit, this.padded(this.window), ahead))
  }

  answered(now: number): void {
    if (now < this.growAt || this.sends.after(now - this.window) < this.limit * used) return
    for (const [window, least] of this.counts) this.counts.set(window, Math.ceil(least * trust.step))
    this.choose()
    this.growAt = now + this.window
  }

  /** A call that left at `at` was refused. */
  limited(at: number, now: number, refusal: Refusal): void {
    // A wait in whole seconds may be almost a second too long.
    const shortest = refusal.window ?? Math.max(this.shortest, atLeast((refusal.wait ?? 0) - 1000))
    if (shortest > longestInferred) return
    this.shortest = shortest
    this.last = { sentAt: at, refusedAt: now, before: new Map(this.counts) }
    for (const window of refusal.window === undefined ? windowsFrom(shortest) : [shortest]) {
      this.counts.set(window, this.counts.get(window) ?? Infinity)
    }
    this.count()
    if (this.growAt < now) this.patience *= 2
    this.patience = Math.min(trust.most, Math.max(trust.least, this.window * trust.windows, this.patience))
    this.growAt = now + this.patience
  }

  /** Another call that left before the last refusal arrived was refused too. */
  limitedToo(): void {
    if (this.limit !== Infinity) this.count()
  }

  private count(): void {
    const { before, refusedAt, sentAt } = this.last
    // Up to the refused call, and up to the last that left before its refusal arrived: calls overtake each other.
    const lastAt = this.sends.nthLast(this.sends.after(refusedAt) + 1) ?? sentAt
    const accepted = (window: number, to: number) => this.sends.after(to - window) - this.sends.after(to)
    const seen = (window: number) => Math.max(accepted(window, sentAt), accepted(window, lastAt))
    if (Math.max(...[...this.counts.keys()].map(seen)) < evidence) return
    for (const window of this.counts.keys()) {
      this.counts.set(window, Math.min(before.get(window) ?? Infinity, Math.max(1, seen(window))))
    }
    this.choose()
  }

  /** A window that is not the server's makes the limit look lower than it is, so the highest rate is the likeliest. */
  private choose(): void {
    let best = 0
    for (const [window, least] of this.counts) {
      if (window < this.shortest || least / window <= best) continue
      best = least / window
      this.window = window
      this.limit = least
    }
  }
}
