/** The places of calls in flight, and of those that never give them back because the server does not answer. */
import type { ConcurrencyOptions } from "./concurrencyOptions.ts"

/** The places in flight of one queue. Times are ms on the queue's clock. */
export class Places {
  taken = 0
  /** When the last one was taken: the calls in all others are older. */
  takenAt = -Infinity
  private round = 0

  /** Takes a place; `free` is given what this returns. */
  take(now: number): number {
    this.taken += 1
    this.takenAt = now
    return this.round
  }

  /** Gives a place back, unless it was given up. */
  free(round: number): void {
    if (round === this.round) this.taken -= 1
  }

  /** Gives all places up: the calls that hold them say nothing about how many the server can take. */
  abandon(): void {
    this.taken = 0
    this.round += 1
  }

  /** When all calls in flight have been silent for far longer than `most`, in which nearly all are answered; 0 is not known. */
  silentAt(most: number, { lateFactor, silence }: ConcurrencyOptions): number {
    return most === 0 ? Infinity : this.takenAt + Math.max(silence, lateFactor * most)
  }
}
