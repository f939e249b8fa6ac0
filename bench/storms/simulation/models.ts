/** How servers count calls against a limit, and when each of them would accept one more. */

/**
 * The ways to count: windows that begin on the clock's whole spans, a log of the last span, the counter that weighs the window before
 * (as proxies keep it), and token buckets: one that holds a whole window, and one that holds a fifth of it.
 */
export const models = ["fixed", "sliding", "counter", "bucket", "bucket10"] as const
export type Model = (typeof models)[number]

/** A limit that counts. Times and spans are ms. */
export interface Meter {
  /** The first time from `now` on at which it accepts a call. */
  readonly freeAt: (now: number) => number
  /** Counts a call that it accepts. */
  readonly take: (now: number) => void
  readonly remaining: (now: number) => number
  /** When the window ends, or the allowance is complete again. */
  readonly resetAt: (now: number) => number
}

const fixed = (limit: number, per: number): Meter => {
  let current = -1
  let used = 0
  const usedAt = (now: number) => (Math.floor(now / per) === current ? used : 0)
  const endOf = (now: number) => (Math.floor(now / per) + 1) * per
  return {
    freeAt: (now) => (usedAt(now) < limit ? now : endOf(now)),
    take: (now) => {
      used = usedAt(now) + 1
      current = Math.floor(now / per)
    },
    remaining: (now) => limit - usedAt(now),
    resetAt: endOf
  }
}

const sliding = (limit: number, per: number): Meter => {
  let times: Array<number> = []
  const within = (now: number) => times.filter((at) => at > now - per)
  return {
    freeAt: (now) => Math.max(now, (times[times.length - limit] ?? -Infinity) + per),
    take: (now) => {
      times.push(now)
      if (times.length > 2 * limit) times = times.slice(-limit)
    },
    remaining: (now) => limit - within(now).length,
    resetAt: (now) => (within(now)[0] ?? now) + per
  }
}

const counter = (limit: number, per: number): Meter => {
  let current = 0
  let used = 0
  let before = 0
  const advance = (now: number) => {
    const window = Math.floor(now / per)
    if (window === current) return
    before = window === current + 1 ? used : 0
    used = 0
    current = window
  }
  const weighed = (now: number) => {
    advance(now)
    return before * (1 - (now / per - current)) + used
  }
  const freeAt = (now: number): number => {
    if (weighed(now) + 1 <= limit + 1e-9) return now
    const share = 1 - (limit - used - 1) / Math.max(before, 1)
    // Where the window itself is full, the next one begins with all of its calls as those before it.
    return share < 1 ? (current + share) * per : (current + 1 + 1 / limit) * per
  }
  return {
    freeAt,
    take: (now) => {
      advance(now)
      used++
    },
    remaining: (now) => Math.max(0, Math.floor(limit - weighed(now))),
    resetAt: (now) => (Math.floor(now / per) + 1) * per
  }
}

const bucket = (limit: number, per: number, burst: number): Meter => {
  let tokens = burst
  let last = -Infinity
  const at = (now: number) => Math.min(burst, tokens + ((now - last) * limit) / per)
  return {
    freeAt: (now) => now + (Math.max(0, 1 - at(now) - 1e-9) * per) / limit,
    take: (now) => {
      tokens = at(now) - 1
      last = now
    },
    remaining: (now) => Math.max(0, Math.floor(at(now))),
    resetAt: (now) => now + ((burst - at(now)) * per) / limit
  }
}

/** A limit of one of the ways. */
export const meter = (model: Model, limit: number, per: number): Meter => {
  if (model === "fixed") return fixed(limit, per)
  if (model === "sliding") return sliding(limit, per)
  if (model === "counter") return counter(limit, per)
  return bucket(limit, per, model === "bucket" ? limit : limit / 5)
}
