/** One worker that serves in order, at a capacity that changes. */

/** A span of trouble: from, to, and the share of the capacity that is left; 0 is an outage. Times are ms. */
export interface Trouble {
  readonly from: number
  readonly to: number
  readonly share: number
  /** In an outage: no answer at all, or a 503 at once. */
  readonly how: "silent" | "refusing"
  /** How long the capacity takes to grow back from a tenth. */
  readonly cold: number
}

/** In an outage calls do not reach the worker; all else is a share of its capacity. */
const shareAt = (now: number, trouble: Trouble | undefined): number => {
  if (trouble === undefined || now < trouble.from) return 1
  if (now < trouble.to) return trouble.share === 0 ? 1 : trouble.share
  const warm = trouble.cold === 0 ? 1 : (now - trouble.to) / trouble.cold
  return Math.min(1, 0.1 + 0.9 * warm)
}

/** Until when the share stays about the same: a capacity that grows is taken in steps of 50 ms. */
const steadyUntil = (now: number, trouble: Trouble | undefined): number => {
  if (trouble === undefined) return Infinity
  if (now < trouble.from) return trouble.from
  if (now < trouble.to) return trouble.to
  return now < trouble.to + trouble.cold ? now + 50 : Infinity
}

/** Whether a call that arrives now is lost in an outage. */
export const isOut = (now: number, trouble: Trouble | undefined): trouble is Trouble =>
  trouble !== undefined && trouble.share === 0 && now >= trouble.from && now < trouble.to

/** Unix ms have steps of 0.0002: less work than this may take no time at all. */
const leastWork = 1e-4

/** Says when a call that comes now is done, after those before it. `capacity` is in calls per second. */
export const makeWorker = (capacity: number, trouble: Trouble | undefined): ((now: number) => number) => {
  let free = -Infinity
  return (now) => {
    if (capacity === Infinity) return now
    let at = Math.max(now, free)
    for (let work = 1; work > leastWork;) {
      const rate = (capacity / 1000) * shareAt(at, trouble)
      const until = Math.min(steadyUntil(at, trouble), at + work / rate)
      work -= (until - at) * rate
      at = until
    }
    free = at
    return at
  }
}
