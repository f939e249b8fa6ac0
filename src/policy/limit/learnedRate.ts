/**
 * The rate at which a server accepts calls, learned from its refusals. Calls leave evenly at this rate. It is cut by the share of
 * calls that were refused, grows back by halves of what it lost, and then slowly. Where the server refuses everything, single calls
 * are tried until one is accepted.
 */
import { makeSlidingCount } from "../budget/slidingCount.ts"
import { Gcra } from "./gcra.ts"
import { Growth } from "./growth.ts"
import { Counts, type Cycle, evidence, guessed, keptOf, latenessOf, reopened } from "./learning.ts"
import { Trials } from "./trials.ts"

/** A learned rate; nothing is limited at first. Times are ms on the queue's clock, rates are calls per second. */
export class LearnedRate {
  rate: number
  /** How often it was cut, or set anew: after the server had closed, or by another process. */
  cuts = 0
  /** The rate that is known from elsewhere: it is never exceeded. */
  private cap: number
  /** The declared rate is released elsewhere; here only what is learned to be less. */
  private readonly declared: number
  private readonly growth = new Growth()
  private cutAt = -Infinity
  private adoptedAt = -Infinity
  /** When a call last had to wait for the rate, here or in the store that counts for several processes. */
  boundAt = -Infinity
  private counts = new Counts()
  private cycle: Cycle = { from: 0, sent: 0, accepted: 0, refusedAt: -Infinity }
  private readonly accepted = makeSlidingCount(guessed)
  /** What was accepted in the second before the server closed. */
  private before = 0
  private lateness = 0
  private readonly even = new Gcra(1, 0)
  readonly trials: Trials

  constructor(random: () => number, declared = Infinity) {
    this.trials = new Trials(random)
    this.rate = this.cap = this.declared = declared
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    return Math.max(this.trials.readyAt(), this.even.readyAt(now, ahead))
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

  /** Another process was refused and has cut the rate: what left before says no more. */
  adopt(rate: number, now: number): void {
    this.adoptedAt = now
    this.restart(now)
    this.growth.begin(0, now)
    this.follow(rate)
  }

  /** Another process has found out that the rate can be higher. */
  follow(rate: number): void {
    this.set(Math.min(this.cap, rate))
  }

  /** A call that left at `at` was accepted. */
  answered(at: number, now: number): void {
    this.accepted.add(now)
    this.cycle.accepted += 1
    const { since } = this.trials
    if (since !== undefined) return at >= since ? this.open(at, now, since) : undefined
    if (at < this.cutAt) return
    this.counts.accepted()
    // Only where the rate holds calls back do good answers show that it could be higher.
    const isBound = at <= this.boundAt && this.rate !== Infinity
    const rate = this.growth.next(this.rate, { cutAt: this.cutAt, now, isBound })
    if (isBound) this.follow(rate)
  }

  /** A call that left at `at` was refused; `held` where the server said how long it will refuse. */
  refused(at: number, now: number, held: boolean): void {
    if (this.trials.since !== undefined || at >= this.cutAt)
      this.cycle.refusedAt = Math.max(at, this.cycle.refusedAt)
    if (this.trials.since !== undefined) return this.trials.refused(at, now)
    if (at < this.cutAt) return
    this.counts.refused()
    if (held || this.rate === Infinity || this.counts.areAllRefused) this.close(now, held)
    else if (this.counts.answers >= evidence.answers) this.cut(now)
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

  private open(at: number, now: number, since: number): void {
    this.trials.since = undefined
    // So few say little: the rate doubles each second until a call is refused, as in TCP's slow start.
    const isThin = this.cycle.accepted < evidence.answers
    const { before, cycle, rate } = this
    const next = reopened({ before, cycle, isThin, rate, heard: this.adoptedAt >= since })
    this.restart(at)
    this.growth.begin(isThin ? Infinity : 0, now)
    this.cycle = { from: at, sent: 1, accepted: 1, refusedAt: at }
    this.follow(next)
  }

  private restart(at: number): void {
    this.cutAt = at
    this.cuts += 1
    this.counts = new Counts()
  }

  private set(rate: number): void {
    const interval = rate >= this.declared ? 0 : 1000 / rate
    this.rate = rate
    this.lateness = latenessOf(interval)
    this.even.change(1, interval, this.lateness)
  }
}
