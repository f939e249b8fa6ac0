/** How a queue stands, for showing. */
import type { QueueDriver } from "./driver.ts"

/** The present state of a queue. Times are Unix ms. */
export interface Standing {
  readonly waiting: number
  readonly inFlight: number
  readonly inFlightLimit: number
  /** The server no longer answers, and single calls probe it. */
  readonly probing: boolean
  /** Since when it no longer answers. */
  readonly downSince: number | undefined
  /** Nothing is sent before this, because the server said so. */
  readonly heldUntil: number | undefined
}

/** Reads the state of a queue. */
export const standingOf = (driver: QueueDriver): Standing => {
  const { concurrency, pacer, waiters } = driver.queue
  return {
    waiting: waiters.size,
    inFlight: concurrency.places.taken,
    inFlightLimit: Math.floor(concurrency.limit),
    probing: concurrency.outage.on,
    downSince: concurrency.outage.on ? driver.toUnix(concurrency.outage.since) : undefined,
    heldUntil: pacer.heldUntil > driver.now() ? driver.toUnix(pacer.heldUntil) : undefined
  }
}
