/** When the next call may go: the pace, the in-flight limit and the shared store decide, and the latest of them counts. */
import type { AdaptiveConcurrency, InFlight } from "./adaptiveConcurrency.ts"
import type { FairQueue } from "./fairQueue.ts"
import type { Pacer } from "./pacer.ts"
import { probeRank } from "./probeRank.ts"
import type { Report, Waiter } from "./waiter.ts"

/** The readiness of one queue. Times are ms on the queue's clock. */
export class Readiness {
  readonly pacer: Pacer
  readonly concurrency: AdaptiveConcurrency
  /** The shared store grants nothing before this. */
  private closedUntil = -Infinity
  /** Each call consults a shared store when its turn has come, one at a time. */
  private readonly sharedStore: boolean
  private consulting: Waiter | undefined

  constructor(pacer: Pacer, concurrency: AdaptiveConcurrency, sharedStore: boolean) {
    this.pacer = pacer
    this.concurrency = concurrency
    this.sharedStore = sharedStore
  }

  /** The waiter's turn has come: nobody else may go while it consults the store. */
  started(waiter: Waiter): void {
    if (this.sharedStore) this.consulting = waiter
  }

  /** The waiter has the store's answer, or gave up. */
  released(waiter: Waiter): void {
    if (this.consulting === waiter) this.consulting = undefined
  }

  /** The store grants nothing before `until`: the limit holds calls back there. */
  close(until: number, now: number): void {
    this.closedUntil = until
    this.pacer.learned.boundAt = now
  }

  /** Whether some call may go now, as far as no key matters. */
  isReady(now: number): boolean {
    return this.consulting === undefined && this.commonAt(now, 0) <= now && this.concurrency.isReady(now)
  }

  /** Whose turn it is, once the queue is ready; in an outage, who is sent to find out whether the server is back. */
  next(waiters: FairQueue<Waiter>, now: number): Waiter | undefined {
    const { on, probes } = this.concurrency.outage
    if (on) return waiters.lowest(probeRank(probes), (key) => this.pacer.keyed.readyAt(key, now) <= now)
    return this.pacer.keyed.limits ? waiters.head(this.keyedAt(now), now) : waiters.head()
  }

  /** A call has ended. `true` where others may have to be refused for it: all are held back, or the server is down from now on. */
  ended(inFlight: InFlight, { ending, hints }: Report, now: number, cutShort: boolean): boolean {
    const { on } = this.concurrency.outage
    this.concurrency.release(inFlight, now, ending, cutShort)
    if (ending === "limited") {
      this.pacer.limited(hints, inFlight.at, now)
      return true
    }
    if (ending === "answered") this.pacer.answered(hints, inFlight.at, now)
    if (hints.retryAt !== undefined) {
      this.pacer.hint({ retryAt: hints.retryAt }, now)
      return true
    }
    return !on && this.concurrency.outage.on
  }

  /** The turn of a call under this key, with `ahead` others before it, can come no earlier than this. */
  estimate(key: string, ahead: number, now: number): number {
    return Math.max(now, this.commonAt(now, ahead), this.pacer.keyed.readyAt(key, now))
  }

  /** When the first of those who wait may go; `Infinity` where another call has to end first. */
  nextAt(waiters: FairQueue<Waiter>, now: number): number {
    if (this.consulting !== undefined) return Infinity
    const keyedAt = this.pacer.keyed.limits ? waiters.nextAt(this.keyedAt(now), now) : -Infinity
    return Math.max(this.commonAt(now, 0), this.concurrency.readyAt(), keyedAt)
  }

  private keyedAt(now: number): (key: string) => number {
    return (key) => this.pacer.keyed.readyAt(key, now)
  }

  private commonAt(now: number, ahead: number): number {
    const probeAt = this.concurrency.outage.on ? this.concurrency.readyAt() : -Infinity
    return Math.max(this.closedUntil, this.pacer.readyAt(now, ahead), probeAt)
  }
}
