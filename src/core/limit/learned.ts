/**
 * The limit that refusals teach: how many calls had been accepted within the server's window when one was refused. That is never
 * less than the true limit, unless others share it, and the least of several such counts comes close to it. The window is
 * guessed.
 */
import type { Sends } from "./sends.ts"
import { atLeast, freeAt, longestLearned, windowsFrom } from "./windows.ts"

/**
 * Calls that were held back follow each other at up to this multiple of the rate: what a wait lost is caught up with, and a
 * limit that was overestimated shows at once. No window ever holds more than the limit.
 */
const catchUp = 16
/** A limit that held for so many windows is tried a little higher, by this share; spans are ms. */
const trust = { windows: 5, least: 30_000, most: 1_800_000, step: 1.05 }
/** Fewer than this share of the limit in use does not show that it could be higher. */
const used = 0.8
/** Fewer accepted calls than this show nothing about a limit: whoever shares it may have used it up. */
const evidence = 5

/** What a server tells with a refusal: the wait and the window, in ms. */
export interface Told {
  readonly wait?: number | undefined
  readonly window?: number | undefined
}

/** A learned limit, which knows nothing at first. `kept` says how long a window is kept, to be safe. */
export class Learned {
  private limit = Infinity
  private window = 0
  /** For each window that may be the server's: the least that had been accepted in one when a call was refused. */
  private readonly counts = new Map<number, number>()
  private shortest = 0
  private growAt = Infinity
  private patience = 0
  /** The last refusal: when the refused call left, when it was heard, and the counts before it. */
  private refusal = { at: -Infinity, heard: -Infinity, before: new Map<number, number>() }
  private readonly sends: Sends
  private readonly kept: (window: number) => number

  constructor(sends: Sends, kept: (window: number) => number) {
    this.sends = sends
    this.kept = kept
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(ahead: number): number {
    if (this.limit === Infinity) return -Infinity
    const last = this.sends.nthLast(1)
    const step = ahead > 0 || last === undefined ? -Infinity : last + this.window / (this.limit * catchUp)
    return Math.max(step, freeAt(this.sends, this.limit, this.kept(this.window), ahead))
  }

  answered(now: number): void {
    if (now < this.growAt || this.sends.after(now - this.window) < this.limit * used) return
    for (const [span, least] of this.counts) this.counts.set(span, Math.ceil(least * trust.step))
    this.choose()
    this.growAt = now + this.window
  }

  /** A call that left at `at` was refused. */
  limited(at: number, now: number, told: Told): void {
    // A wait in whole seconds may be almost a second too long.
    const span = told.window ?? Math.max(this.shortest, atLeast((told.wait ?? 0) - 1000))
    if (span > longestLearned) return
    this.shortest = span
    this.refusal = { at, heard: now, before: new Map(this.counts) }
    for (const one of told.window === undefined ? windowsFrom(span) : [span]) {
      this.counts.set(one, this.counts.get(one) ?? Infinity)
    }
    this.count()
    if (this.growAt < now) this.patience *= 2
    this.patience = Math.min(trust.most, Math.max(trust.least, this.window * trust.windows, this.patience))
    this.growAt = now + this.patience
  }

  /** Another call that left before the last refusal was heard was refused too. */
  again(): void {
    if (this.limit !== Infinity) this.count()
  }

  private count(): void {
    const { at, before, heard } = this.refusal
    // Up to the refused call, and up to the last that left before the refusal was heard: calls overtake each other.
    const last = this.sends.nthLast(this.sends.after(heard) + 1) ?? at
    const accepted = (span: number, to: number) => this.sends.after(to - span) - this.sends.after(to)
    const most = Math.max(
      ...[...this.counts.keys()].map((span) => Math.max(accepted(span, at), accepted(span, last)))
    )
    if (most < evidence) return
    for (const span of this.counts.keys()) {
      const seen = Math.max(1, accepted(span, at), accepted(span, last))
      this.counts.set(span, Math.min(before.get(span) ?? Infinity, seen))
    }
    this.choose()
  }

  /** A window that is not the server's makes the limit look lower than it is, so the highest rate is the likeliest. */
  private choose(): void {
    let best = 0
    for (const [span, least] of this.counts) {
      if (span < this.shortest || least / span <= best) continue
      best = least / span
      this.window = span
      this.limit = least
    }
  }
}
