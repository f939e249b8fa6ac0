/**
 * The rate at which a server accepts calls, learned from its refusals. Calls leave evenly at this rate. It is cut by the share of
 * calls that were refused, grows back by halves of what it lost, and then slowly. Where the server refuses everything, single calls
 * are tried until one is accepted.
 */
import { makeSlidingCount } from "../budget/slidingCount.ts"
import { Gcra } from "./gcra.ts"
import { Growth } from "./growth.ts"
import { type Cycle, evidence, goodputOf, guessed, keptOf, latenessOf } from "./learning.ts"
import { Trials } from "./trials.ts"

/** A learned rate; nothing is limited at first. Times are ms on the queue's clock, rates are calls per second. */
export class LearnedRate {
  private rate: number
  /** The rate that is known from elsewhere: it is never exceeded. */
  private cap: number
  /** The declared rate is released elsewhere; here only what is learned to be less. */
  private readonly declared: number
  private readonly growth = new Growth()
  private cutAt = -Infinity
  /** When a call last had to wait for the rate. */
  private boundAt = -Infinity
  /** Of the calls that left after the last cut. */
  private counts = { answers: 0, refusals: 0, inARow: 0 }
  private cycle: Cycle = { from: 0, sent: 0, accepted: 0, refusedAt: -Infinity }
  private readonly accepted = makeSlidingCount(guessed)
  /** What was accepted in the second before the server closed. */
  private before = 0
  private lateness = 0
  private readonly even = new Gcra(1, 0)
  private readonly trials: Trials

  constructor(random: () => number, declared = Infinity) {
    this.trials = new Trials(random)
    this.rate = this.cap = this.declared = declared
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    return Math.max(this.trials.readyAt(), this.even.readyAt(now, ahead))
  }

  /** Since when the server refuses everything, as far as is known. */
  get closedSince(): number | undefined {
    return this.trials.since
  }

  sent(now: number): void {
    if (this.even.readyAt(now, 0) > now - this.lateness / 2) this.boundAt = now
    if (this.cycle.sent++ === 0) this.cycle.from = now
    this.even.sent(now)
    this.trials.sent(now)
  }

  unsent(at: number): void {
    this.even.unsent(at)
    this.trials.unsent(at)
  }

  delayed(at: number, now: number): void {
    this.even.delayed(at, now)
  }

  /** The server states this limit: so many calls per `window` ms. What was sent within a window counts. */
  limit(limit: number, window: number, now: number): void {
    const { from, sent } = this.cycle
    const unknown = this.rate === Infinity
    const cap = Math.min(this.declared, (1000 * limit) / window)
    // A rate that was never cut follows the limit up, too.
    this.set(this.rate >= this.cap ? cap : Math.min(this.rate, cap))
    this.cap = cap
    if (!unknown || sent === 0) return
    const since = Math.max(from, now - window)
    this.even.charge(now === from ? sent : (sent * (now - since)) / (now - from), since)
  }

  /** A call that left at `at` was accepted. */
  answered(at: number, now: number): void {
    this.accepted.add(now)
    this.cycle.accepted += 1
    const { since } = this.trials
    if (since !== undefined) return at >= since ? this.open(at, now) : undefined
    if (at < this.cutAt) return
    this.counts.answers += 1
    this.counts.inARow = 0
    // Only where the rate holds calls back do good answers show that it could be higher.
    const isBound = at <= this.boundAt && this.rate !== Infinity
    const rate = this.growth.next(this.rate, { cutAt: this.cutAt, now, isBound })
    if (isBound) this.set(Math.min(this.cap, rate))
  }

  /** A call that left at `at` was refused; `held` where the server said how long it will refuse. */
  refused(at: number, now: number, held: boolean): void {
    if (this.trials.since !== undefined || at >= this.cutAt)
      this.cycle.refusedAt = Math.max(at, this.cycle.refusedAt)
    if (this.trials.since !== undefined) return this.trials.refused(at, now)
    if (at < this.cutAt) return
    const { counts } = this
    counts.answers += 1
    counts.refusals += 1
    counts.inARow += 1
    if (held || this.rate === Infinity || counts.inARow >= evidence.inARow) this.close(now, held)
    else if (counts.answers >= evidence.answers) this.cut(now)
  }

  /** The share that was refused is what the rate was too high by. */
  private cut(now: number): void {
    const { answers, refusals } = this.counts
    const left = this.rate * keptOf(answers, refusals)
    this.growth.cut(this.rate, left, now)
    this.restart(now)
    this.set(left)
  }

  private close(now: number, held: boolean): void {
    this.before = held ? 0 : (1000 * this.accepted.sum(now)) / guessed
    this.trials.begin(now)
  }

  /** A call that left at `at` was accepted. */
  private open(at: number, now: number): void {
    this.trials.since = undefined
    // So few say little: the rate doubles each second until a call is refused, as in TCP's slow start.
    const isThin = this.cycle.accepted < evidence.answers
    const goodput = Math.max(this.before, goodputOf(this.cycle, isThin))
    const known = this.rate !== Infinity
    this.restart(at)
    this.growth.begin(isThin ? Infinity : 0, now)
    this.cycle = { from: at, sent: 1, accepted: 1, refusedAt: at }
    this.set(Math.min(this.cap, Math.max(goodput, known ? this.rate / 2 : 1000 / guessed)))
  }

  private restart(at: number): void {
    this.cutAt = at
    this.counts = { answers: 0, refusals: 0, inARow: 0 }
  }

  private set(rate: number): void {
    const interval = rate >= this.declared ? 0 : 1000 / rate
    this.rate = rate
    this.lateness = latenessOf(interval)
    this.even.change(1, interval, this.lateness)
  }
}
