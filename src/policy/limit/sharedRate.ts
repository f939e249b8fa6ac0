/**
 * The rate that one process has learned, kept in step with what others that share the quota have learned. The shared store counts
 * the calls of all of them at this one rate, so a refusal that one of them met slows all of them, and counts once.
 */
import * as Duration from "effect/Duration"
import type { LearnedRate } from "./learnedRate.ts"
import type { Quota } from "./quota.ts"
import type { Learned } from "./store.ts"

/** At most so often (ms) a queue tells and asks what was learned. */
const pause = 250

const secondsOf = ({ per }: Quota): number => Duration.toSeconds(Duration.fromInputUnsafe(per))

/** The quota that allows the fewest calls a second; one that counts for each key says nothing about all. */
const narrowest = (quotas: ReadonlyArray<Quota>): Quota | undefined =>
  quotas
    .filter(({ each }) => each === undefined)
    .toSorted((a, b) => a.limit / secondsOf(a) - b.limit / secondsOf(b))[0]

/** The shared side of one queue's learned rate. Times are ms on the queue's clock. */
export class SharedRate {
  /** It is shared under the name of this quota. */
  readonly quota: Quota | undefined
  private readonly learned: LearnedRate
  private askedAt = -Infinity
  /** What the store knew when it was last asked, and how often the own rate had been cut by then. */
  private seen: Learned = { cuts: 0, rate: Infinity }
  private cutsThen = 0

  constructor(learned: LearnedRate, quotas: ReadonlyArray<Quota>) {
    this.learned = learned
    this.quota = narrowest(quotas)
  }

  /** Whether it is time to ask. */
  due(now: number): boolean {
    if (this.quota === undefined || now - this.askedAt < pause) return false
    this.askedAt = now
    return true
  }

  /** What this process has learned and the store does not know. What it only heard is not told again, and so is forgotten in time. */
  get mine(): Learned | undefined {
    const { rate } = this.learned
    const cuts = this.seen.cuts + this.own
    return this.own > 0 || (cuts > 0 && rate > this.seen.rate) ? { cuts, rate } : undefined
  }

  /** The store knows this now. */
  found(learned: Learned, now: number): void {
    const cuts = this.seen.cuts + this.own
    // A refusal may have come while the store was asked: what followed from it is told the next time.
    const ahead = this.own > 0 ? Math.max(0, cuts - learned.cuts) : 0
    if (ahead === 0) {
      if (learned.cuts !== cuts) this.learned.adopt(learned.rate, now)
      else if (learned.rate > this.learned.rate) this.learned.follow(learned.rate)
    }
    this.seen = learned
    this.cutsThen = this.learned.cuts - ahead
  }

  /** The quota as the store has to count it: no more than was learned. */
  counted(quota: Quota): Quota {
    const limit = this.learned.rate * secondsOf(quota)
    if (quota !== this.quota || limit >= quota.limit) return quota
    const { atOnce: _atOnce, burst: _burst, ...even } = quota
    return { ...even, limit }
  }

  /** How often the own rate was cut since the store was last asked. */
  private get own(): number {
    return this.learned.cuts - this.cutsThen
  }
}
