/** A turn in the queue that is held for one call, as the queue sees it. */
import * as Effect from "effect/Effect"
import type { QueueDriver } from "./driver.ts"
import { type Permit, TypeId } from "./permit.ts"
import type { Waiter } from "./waiter.ts"

/** The permit of one queue. It can be used once. */
export class HeldTurn implements Permit {
  readonly [TypeId] = TypeId
  private waiter: Waiter | undefined
  private readonly driver: QueueDriver

  constructor(driver: QueueDriver, waiter: Waiter) {
    this.driver = driver
    this.waiter = waiter
  }

  /** Its turn, where that has not been used and belongs to this queue. */
  take(driver: QueueDriver): Waiter | undefined {
    if (driver !== this.driver) return undefined
    const { waiter } = this
    this.waiter = undefined
    return waiter
  }

  /** Gives the turn back, unless it was used. */
  readonly giveBack: Effect.Effect<void> = Effect.suspend(() => {
    const waiter = this.take(this.driver)
    return waiter === undefined ? Effect.void : this.driver.leave(waiter)
  })
}
