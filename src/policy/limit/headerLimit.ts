/**
 * The limit that response headers state: so many calls per window, released evenly. Where the server counts more calls than this
 * queue sent, others share the limit, and what remains is spread over the rest of the window.
 */
import { Gcra } from "./gcra.ts"
import type { RateHints } from "./Hints.ts"
import { evenness } from "./quota.ts"
import type { Sends } from "./sends.ts"
import { atLeast, freeAt } from "./windows.ts"

/** Others share the limit where the server counts this much more than was sent from here. */
const shared = { factor: 1.1, more: 2 }
const alone = { until: -Infinity, interval: 0 }

/** A limit read from headers; it limits nothing at first. `padded` gives how long a window is taken to last, to be safe. */
export class HeaderLimit {
  /** How long the window is (ms), where it is known. */
  window: number | undefined
  private limit = Infinity
  private readonly even = new Gcra(1, 1)
  private longestReset = 0
  /** Until when others use the same limit, and the interval that is left for each call. */
  private others = alone
  private readonly sends: Sends
  private readonly padded: (window: number) => number

  constructor(sends: Sends, padded: (window: number) => number) {
    this.sends = sends
    this.padded = padded
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    if (this.window === undefined) return -Infinity
    const share = Math.min(this.others.until, (this.sends.nthLast(1) ?? now) + this.others.interval)
    return Math.max(
      this.even.readyAt(now, ahead),
      freeAt(this.sends, this.limit, this.padded(this.window), ahead),
      ahead === 0 ? share : -Infinity
    )
  }

  sent(now: number): void {
    this.even.sent(now)
  }

  unsent(at: number): void {
    this.even.unsent(at)
  }

  delayed(at: number, now: number): void {
    this.even.delayed(at, now)
  }

  /** Takes in the hints of an answer that arrived now, to a call that left at `at`. */
  update(hints: RateHints, at: number, now: number): void {
    if (hints.limit === undefined || hints.limit < 1) return
    if (hints.limit !== this.limit) {
      this.limit = hints.limit
      this.window = undefined
      this.longestReset = 0
    }
    if (hints.resetAt === undefined && hints.window === undefined) return
    this.window = this.windowOf(hints, now)
    this.even.change(this.limit, this.window)
    this.others = this.othersOf(hints, at, now, this.window)
  }

  private windowOf(hints: RateHints, now: number): number {
    this.longestReset = Math.max(this.longestReset, (hints.resetAt ?? now) - now)
    // A reset in whole seconds may be almost a second too late.
    return hints.window ?? atLeast(this.longestReset - (hints.coarse === true ? 1000 : 0))
  }

  private othersOf({ remaining, resetAt }: RateHints, at: number, now: number, window: number): typeof alone {
    if (remaining === undefined || resetAt === undefined) return this.others
    const own = this.sends.after(at - window)
    if (this.limit - remaining <= own * shared.factor + shared.more) return alone
    const left = Math.max(0, resetAt - now)
    return { until: resetAt, interval: remaining === 0 ? left : left / (remaining * evenness) }
  }
}
