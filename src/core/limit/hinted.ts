/**
 * The limit that headers tell: so many calls per window, released evenly. Where the server counts more calls than this queue
 * sent, others share the limit, and what remains is spread over the rest of the window.
 */
import type { RateHints } from "./Hints.ts"
import { evenness, Spacing } from "./quota.ts"
import type { Sends } from "./sends.ts"
import { atLeast, freeAt } from "./windows.ts"

/** Others share the limit where the server counts this much more than was sent from here. */
const shared = { factor: 1.1, more: 2 }
const alone = { until: -Infinity, interval: 0 }

/** A limit known from headers, which knows nothing at first. `kept` says how long a window is kept, to be safe. */
export class Hinted {
  /** How long the window is (ms), where it is known. */
  window: number | undefined
  private limit = Infinity
  private readonly even = new Spacing(1, 1)
  private longestRest = 0
  /** Until when others use the same limit, and the span that is left for each call. */
  private others = alone
  private readonly sends: Sends
  private readonly kept: (window: number) => number

  constructor(sends: Sends, kept: (window: number) => number) {
    this.sends = sends
    this.kept = kept
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    if (this.window === undefined) return -Infinity
    const share = Math.min(this.others.until, (this.sends.nthLast(1) ?? now) + this.others.interval)
    return Math.max(
      this.even.readyAt(now, ahead),
      freeAt(this.sends, this.limit, this.kept(this.window), ahead),
      ahead === 0 ? share : -Infinity
    )
  }

  sent(now: number): void {
    this.even.sent(now)
  }

  unsent(): void {
    this.even.unsent()
  }

  /** The hints of the answer, received now, to a call that left at `at`. */
  heard(hints: RateHints, at: number, now: number): void {
    if (hints.limit === undefined || hints.limit < 1) return
    if (hints.limit !== this.limit) {
      this.limit = hints.limit
      this.window = undefined
      this.longestRest = 0
    }
    if (hints.resetAt === undefined && hints.window === undefined) return
    this.window = this.windowOf(hints, now)
    this.even.change(this.limit, this.window)
    this.others = this.othersOf(hints, at, now, this.window)
  }

  private windowOf(hints: RateHints, now: number): number {
    this.longestRest = Math.max(this.longestRest, (hints.resetAt ?? now) - now)
    // A reset in whole seconds may be almost a second too late.
    return hints.window ?? atLeast(this.longestRest - (hints.coarse === true ? 1000 : 0))
  }

  private othersOf({ remaining, resetAt }: RateHints, at: number, now: number, window: number): typeof alone {
    if (remaining === undefined || resetAt === undefined) return this.others
    const own = this.sends.after(at - window)
    if (this.limit - remaining <= own * shared.factor + shared.more) return alone
    const rest = Math.max(0, resetAt - now)
    return { until: resetAt, interval: remaining === 0 ? rest : rest / (remaining * evenness) }
  }
}
