/** Which waiting calls can no longer meet their deadline, and when to check again. */
import type { AdaptiveConcurrency } from "./adaptiveConcurrency.ts"
import type { Waiter } from "./waiter.ts"

/** Calls that run late are refused in steps of so many ms, but never after their deadline. */
const resolution = 5

/** The deadlines of one queue. Times are ms on the queue's clock. */
export class Lateness {
  /** No waiter has to be refused before this. */
  checkAt = Infinity
  private readonly concurrency: AdaptiveConcurrency

  constructor(concurrency: AdaptiveConcurrency) {
    this.concurrency = concurrency
  }

  /** Whether an attempt that begins at `at` is too late for this waiter. */
  isLate(waiter: Waiter, at: number): boolean {
    return at >= this.latestStart(waiter, at)
  }

  /** Whether the server has been down for longer than this waiter waits for one that is down. */
  failsFast({ failFast }: Waiter, now: number): boolean {
    return now - this.concurrency.outage.since >= failFast
  }

  /** Includes a new waiter in the next check. */
  watch(waiter: Waiter, now: number): void {
    this.checkAt = Math.min(this.checkAt, this.lastMoment(waiter, now))
  }

  /** Those that are too late if nobody can begin before `from`; sets the time of the next check. */
  check(waiters: Iterable<Waiter>, from: number, now: number): ReadonlyArray<Waiter> {
    const late: Array<Waiter> = []
    this.checkAt = Infinity
    for (const waiter of waiters) {
      if (this.isLate(waiter, from) || this.failsFast(waiter, now)) late.push(waiter)
      else {
        // In steps, so that many calls that become late one by one are not all looked through for each.
        const step = Math.min(now + resolution, waiter.deadline)
        this.checkAt = Math.min(this.checkAt, Math.max(this.lastMoment(waiter, now), step))
      }
    }
    return late
  }

  /** When it has to be looked at: it becomes late, or the server has been down for too long. */
  private lastMoment(waiter: Waiter, now: number): number {
    const tooLong = this.concurrency.outage.since + waiter.failFast
    return Math.min(this.latestStart(waiter, now), tooLong > now ? tooLong : Infinity)
  }

  /** The last moment at which an attempt may begin: one that is likely to be cut short only delays the others. */
  private latestStart({ allotted, deadline, kind }: Waiter, now: number): number {
    if (deadline === Infinity) return Infinity
    const { least, most } = this.concurrency.latencies.range(kind)
    const needed = Math.max(most, this.concurrency.reserve(allotted, now))
    return deadline - Math.max(least, Math.min(needed, allotted / 2))
  }
}
