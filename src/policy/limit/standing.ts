/** The present state of a queue, for showing. */
import type { QueueDriver } from "./driver.ts"

/** The present state of a queue. Times are Unix ms. */
export interface Standing {
  readonly waiting: number
  readonly inFlight: number
  readonly inFlightLimit: number
  /** The server no longer answers, and single calls probe it. */
  readonly probing: boolean
  /** Nothing is sent before this, because the server said so. */
  readonly heldUntil: number | undefined
}

/** The present state of the queue that the driver drives. */
export const standing = (driver: QueueDriver): Standing => {
  const { concurrency, pacer, waiters } = driver.queue
  return {
    waiting: waiters.size,
    inFlight: concurrency.active,
    inFlightLimit: Math.floor(concurrency.limit),
    probing: concurrency.outage,
    heldUntil: pacer.heldUntil > driver.now() ? driver.toUnix(pacer.heldUntil) : undefined
  }
}
