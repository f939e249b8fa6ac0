/** How a rate grows back after a cut: by halves of what it lost, and then slowly. Times are ms, rates are calls per second. */

/** Half of what a cut took is taken back within so many ms. */
const regained = 2000
/**
 * After that, the rate r (per second) grows by this × √r each second, which makes the shares of several clients even, and faster the
 * longer nothing was refused: twice as fast after so many ms or calls.
 */
const growth = { step: 0.0212, quickAfter: 3000, quickAfterCalls: 150, quickest: 10, longestStep: 100 }
/** While little is known, the rate grows by itself in so many ms. */
const doubled = 1000
/** By how much a rate grows in `passed` ms that was last cut `since` ms ago. */
const growthOf = (rate: number, since: number, passed: number): number => {
  const quickAfter = Math.max(growth.quickAfter, (1000 * growth.quickAfterCalls) / rate)
  const quicken = 1 + Math.min(growth.quickest, since / quickAfter) ** 2
  return growth.step * Math.sqrt(rate) * quicken * (passed / 1000)
}

/** When a rate grows. */
interface Moment {
  /** When it was last cut. */
  readonly cutAt: number
  readonly now: number
  /** Whether the rate held calls back. */
  readonly isBound: boolean
}

/** The growth of one rate. */
export class Growth {
  /** Up to here it grows quickly, by `step` each ms; without an end it doubles. */
  private goal = 0
  private step = 0
  private at = -Infinity

  begin(goal: number, now: number): void {
    this.goal = goal
    this.at = now
  }

  /** A cut left so much of the rate. */
  cut(rate: number, left: number, now: number): void {
    const before = this.goal === Infinity ? rate : Math.max(rate, this.goal)
    this.begin((before + left) / 2, now)
    this.step = (this.goal - left) / regained
  }

  /** What the rate has grown to since this was last asked. */
  next(rate: number, { cutAt, isBound, now }: Moment): number {
    const since = now - this.at
    const passed = Math.min(growth.longestStep, since)
    this.at = now
    if (!isBound) return rate
    if (rate >= this.goal) return rate + growthOf(rate, now - cutAt, passed)
    if (this.goal === Infinity) return rate + (rate * Math.min(doubled, since)) / doubled
    return Math.min(this.goal, rate + this.step * passed)
  }
}
