/**
 * The limit that headers tell: so many calls per window, released evenly. Where the server counts more calls than this queue
 * sent, others share the limit, and what remains is spread over the rest of the window.
 */
import type { RateHints } from "./Hints.ts"
import { evenness, spacing } from "./quota.ts"
import type { Sends } from "./sends.ts"
import { atLeast, freeAt } from "./windows.ts"

/** A limit known from headers. */
export interface Hinted {
  readonly readyAt: (now: number, ahead?: number) => number
  readonly sent: (now: number) => void
  readonly unsent: () => void
  /** The hints of the answer, received now, to a call that left at `at`. */
  readonly heard: (hints: RateHints, at: number, now: number) => void
  /** How long the window is, where it is known. */
  readonly window: () => number | undefined
}

/** Others share the limit where the server counts this much more than was sent from here. */
const shared = { factor: 1.1, more: 2 }

/** Makes a hinted limit that has heard nothing yet. */
export const makeHinted = (sends: Sends): Hinted => {
  const even = spacing(1, 1)
  let limit = Infinity
  let window: number | undefined
  let longestRest = 0
  // Until when others use the same limit, and the span that is left for each call.
  let others = { until: -Infinity, interval: 0 }
  const learnWindow = (hints: RateHints, now: number) => {
    longestRest = Math.max(longestRest, hints.resetAt === undefined ? 0 : hints.resetAt - now)
    // A reset in whole seconds may be almost a second too late.
    return hints.window ?? atLeast(hints.coarse === true ? longestRest - 1000 : longestRest)
  }
  const learnOthers = ({ remaining, resetAt }: RateHints, at: number, now: number) => {
    if (remaining === undefined || resetAt === undefined || window === undefined) return
    const own = sends.after(at - window)
    const counted = limit - remaining
    const rest = Math.max(0, resetAt - now)
    if (counted <= own * shared.factor + shared.more) others = { until: -Infinity, interval: 0 }
    else others = { until: resetAt, interval: remaining === 0 ? rest : rest / (remaining * evenness) }
  }
  return {
    readyAt: (now, ahead = 0) => {
      if (window === undefined) return -Infinity
      const share = Math.min(others.until, (sends.nthLast(1) ?? now) + others.interval)
      return Math.max(even.readyAt(now, ahead), freeAt(sends, limit, window, ahead), ahead === 0 ? share : -Infinity)
    },
    sent: even.sent,
    unsent: even.unsent,
    heard: (hints, at, now) => {
      if (hints.limit === undefined || hints.limit < 1) return
      if (hints.limit !== limit) {
        limit = hints.limit
        window = undefined
        longestRest = 0
      }
      if (hints.resetAt === undefined && hints.window === undefined) return
      window = learnWindow(hints, now)
      even.change(limit, window)
      learnOthers(hints, at, now)
    },
    window: () => window
  }
}
