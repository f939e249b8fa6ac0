/** How a queue stands, for showing: reading it changes nothing. */
import type { QueueDriver } from "./driver.ts"
import type { HeaderLimit } from "./headerLimit.ts"
import type { Window } from "./quota.ts"

/** The present state of a queue. Times are Unix ms. */
export interface Standing {
  readonly waiting: number
  readonly inFlight: number
  /** `Infinity` where it was made without one. */
  readonly inFlightLimit: number
  /** The server no longer answers, and single calls probe it. */
  readonly probing: boolean
  /** Since when it no longer answers. */
  readonly downSince: number | undefined
  /** Nothing is sent before this, because the server said so. */
  readonly heldUntil: number | undefined
  /** For so many ms nothing is sent: the server said so, refuses every call, or no longer answers. 0 where calls leave at their pace. */
  readonly heldFor: number
  /** Calls per second that are let through: what is declared, or less where refusals or headers say so. `Infinity` without a limit. */
  readonly rate: number
  /**
   * The limits, one for each length of a window: as the server's headers said last, else as this queue has counted. Those that count
   * for each key by itself are not among them, nor what other processes have sent.
   */
  readonly windows: ReadonlyArray<Window>
}

/** Of two limits with windows of one length, the tighter counts, and what the server says before what is documented. */
const windowsOf = (
  documented: ReadonlyArray<Window>,
  header: HeaderLimit,
  now: number
): ReadonlyArray<Window> => {
  const windows = new Map<number, Window>()
  for (const window of documented)
    if (window.limit < (windows.get(window.millis)?.limit ?? Infinity)) windows.set(window.millis, window)
  const stated = header.standing(now)
  if (stated !== undefined) windows.set(stated.millis, stated)
  return [...windows.values()]
}

/** Reads the state of a queue. */
export const standingOf = (driver: QueueDriver): Standing => {
  const { concurrency, pacer, waiters } = driver.queue
  const { limit, outage, places } = concurrency
  const now = driver.now()
  const probeAt = outage.on ? outage.readyAt() : -Infinity
  const documented = pacer.common.map((gcra) => gcra.window(now))
  return {
    waiting: waiters.size,
    inFlight: places.taken,
    inFlightLimit: Math.floor(limit),
    probing: outage.on,
    downSince: outage.on ? driver.toUnix(outage.since) : undefined,
    heldUntil: pacer.heldUntil > now ? driver.toUnix(pacer.heldUntil) : undefined,
    heldFor: Math.max(0, Math.max(pacer.heldUntil, pacer.learned.trials.readyAt(), probeAt) - now),
    rate: Math.min(pacer.learned.rate, ...documented.map(({ limit, millis }) => (1000 * limit) / millis)),
    windows: windowsOf(documented, pacer.headerLimit, now)
  }
}
