/** The rate that response headers state: so many calls per window. The length of the window is often not stated, but seen. */
import type { RateHints } from "./Hints.ts"
import type { Window } from "./quota.ts"

/** The common windows in ms: those of the documented limits and those between them. */
const windows = [
  1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400
].map((seconds) => seconds * 1000)

/** The shortest common window that is at least `millis` long. */
const atLeast = (millis: number): number => windows.find((window) => window >= millis) ?? millis

/** A limit read from headers. Times are ms on the queue's clock. */
export class HeaderLimit {
  /** How many calls fit in a window. */
  limit = Infinity
  /** How long the window is, where that is known. */
  window: number | undefined
  private longestReset = 0
  private remaining: number | undefined
  private resetAt = Infinity

  /** Takes in the hints of an answer that arrived now; `true` where they change the limit or its window. */
  update(hints: RateHints, now: number): boolean {
    const { limit, resetAt, window } = hints
    if (limit === undefined || limit < 1) return false
    const before = this.limit === limit ? this.window : undefined
    if (limit !== this.limit) this.longestReset = 0
    this.remaining = hints.remaining
    this.resetAt = resetAt ?? Infinity
    this.limit = limit
    this.window = resetAt === undefined && window === undefined ? before : this.windowOf(hints, now)
    return this.window !== before
  }

  /** What the headers said last. After their reset all of it is left, as far as is known here. */
  standing(now: number): Window | undefined {
    const { limit, remaining, window } = this
    if (window === undefined || remaining === undefined) return undefined
    return { limit, millis: window, remaining: now >= this.resetAt ? limit : remaining }
  }

  private windowOf(hints: RateHints, now: number): number {
    this.longestReset = Math.max(this.longestReset, (hints.resetAt ?? now) - now)
    // A reset in whole seconds may be almost a second too late.
    return hints.window ?? atLeast(this.longestReset - (hints.coarse === true ? 1000 : 0))
  }
}
