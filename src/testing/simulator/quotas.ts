/** The ways in which vendors count requests: windows on the clock, rolling windows, token buckets, and locking out. */

/** What became of one request. */
export interface Taken {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  /** When there is room again (epoch ms). */
  readonly resetAt: number
}

/** A count of requests. */
export interface Quota {
  readonly take: (now: number) => Taken
}

/** So many requests in each window, the windows beginning on the clock: the full second, minute, hour. */
export const fixed = (limit: number, windowMillis: number): Quota => {
  let window = Number.NEGATIVE_INFINITY
  let used = 0
  return {
    take: (now) => {
      const present = Math.floor(now / windowMillis)
      if (present !== window) used = 0
      window = present
      const allowed = used < limit
      if (allowed) used++
      return { allowed, limit, remaining: limit - used, resetAt: (present + 1) * windowMillis }
    }
  }
}

/** So many requests in any stretch of that length. Refused requests do not count. */
export const rolling = (limit: number, windowMillis: number): Quota => {
  const moments: Array<number> = []
  return {
    take: (now) => {
      while (moments.length > 0 && now - (moments[0] ?? 0) >= windowMillis) moments.shift()
      const allowed = moments.length < limit
      if (allowed) moments.push(now)
      return {
        allowed,
        limit,
        remaining: limit - moments.length,
        resetAt: (moments[0] ?? now) + windowMillis
      }
    }
  }
}

/** A bucket that holds `burst` requests and is refilled with `perSecond` of them. */
export const bucket = (perSecond: number, burst: number = perSecond): Quota => {
  let level = burst
  let filled = Number.NEGATIVE_INFINITY
  return {
    take: (now) => {
      level = Math.min(burst, level + (Math.max(0, now - filled) * perSecond) / 1000)
      filled = now
      const allowed = level >= 1
      if (allowed) level--
      return {
        allowed,
        limit: burst,
        remaining: Math.floor(level),
        resetAt: now + Math.ceil(((1 - Math.min(1, level)) * 1000) / perSecond)
      }
    }
  }
}

/** Several at once: a request counts in each that has room for it. Tells of the one that refused, or else of the tightest. */
export const all = (...quotas: ReadonlyArray<Quota>): Quota => ({
  take: (now) => {
    const each = quotas.map((quota) => quota.take(now))
    const [tightest] = each.toSorted(
      (one, other) => Number(one.allowed) - Number(other.allowed) || one.remaining - other.remaining
    )
    return (
      tightest ?? {
        allowed: true,
        limit: Number.POSITIVE_INFINITY,
        remaining: Number.POSITIVE_INFINITY,
        resetAt: now
      }
    )
  }
})

/** Whoever goes over the limit is locked out for so long. */
export const locking = (quota: Quota, lockMillis: number): Quota => {
  let until = Number.NEGATIVE_INFINITY
  return {
    take: (now) => {
      if (now < until) return { allowed: false, limit: 0, remaining: 0, resetAt: until }
      const taken = quota.take(now)
      if (taken.allowed) return taken
      until = now + lockMillis
      return { ...taken, resetAt: until }
    }
  }
}
