/**
 * The limit that refusals teach: how many calls had been accepted within the window when one was refused. It is never less
 * than the true limit, unless others share it, and the least of several such counts comes close to it.
 */
import type { Sends } from "./sends.ts"
import { atLeast, freeAt } from "./windows.ts"

/** A learned limit. */
export interface Learned {
  readonly readyAt: (now: number, ahead?: number) => number
  readonly answered: (now: number) => void
  /** A call that left at `at` was refused, with a wait of `wait` ms; `told` is the window where the headers tell it. */
  readonly limited: (wait: number, at: number, now: number, told: number | undefined) => void
}

/** The window is kept a little longer than it is, for clocks and networks that run unevenly. */
const margin = Number(process.env["MARGIN"] ?? 3)
/** Calls that were held back follow each other at up to this multiple of the rate: what a wait lost is caught up with. */
const catchUp = Number(process.env["CATCH"] ?? 16)
/** A limit that held for so many windows is tried a little higher, by this share; spans are ms. */
const trust = { windows: 20, least: 30_000, most: 1_800_000, step: 1.05 }

/** Makes a learned limit that knows nothing yet. */
export const makeLearned = (sends: Sends): Learned => {
  let limit = Infinity
  let window = 0
  let growAt = Infinity
  let patience = 0
  return {
    readyAt: (_, ahead = 0) => {
      if (limit === Infinity) return -Infinity
      const step = ahead === 0 ? (sends.nthLast(1) ?? -Infinity) + window / (limit * catchUp) : -Infinity
      return Math.max(step, freeAt(sends, limit, window + margin, ahead))
    },
    answered: (now) => {
      if (now < growAt || sends.after(now - window) < limit * 0.8) return
      limit = Math.ceil(limit * trust.step)
      growAt = now + window
    },
    limited: (wait, at, now, told) => {
      // A wait in whole seconds may be almost a second too long.
      const guess = told ?? Math.max(window, atLeast(wait - 1000))
      const count = Math.max(1, sends.after(at - guess) - sends.after(at))
      const tried = growAt < now
      limit = guess === window ? Math.min(limit, count) : count
      window = guess
      patience = Math.min(trust.most, Math.max(trust.least, window * trust.windows, tried ? patience * 2 : patience))
      growAt = now + patience
    }
  }
}
