/** Attempts that failed: how many in a row, and how large a share of the latest. */
import { weight } from "./latencyEstimate.ts"

/** The faults of one server. Times are ms on the queue's clock. */
export class Faults {
  inARow = 0
  /** When the first of those in a row left. */
  since = Infinity
  /** The share of failures among the latest results. */
  rate = 0

  /** An attempt that left at `at` failed. */
  failed(at: number): void {
    if (this.inARow === 0) this.since = at
    this.inARow += 1
    this.rate += (1 - this.rate) * weight
  }

  /** The server answered. */
  answered(): void {
    this.inARow = 0
    this.since = Infinity
    this.rate -= this.rate * weight
  }
}
