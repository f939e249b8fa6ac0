/**
 * The rate at which a server accepts calls, learned from its refusals. Calls leave evenly at this rate. It is cut by the share of
 * calls that were refused, grows back by halves of what it lost, and then slowly. Where the server refuses everything, single calls
 * are tried until one is accepted.
 */
import { makeSlidingCount } from "../budget/slidingCount.ts"
import { Gcra } from "./gcra.ts"
import { Trials } from "./trials.ts"

/** What is left of the rate after a cut. A lone refusal may be noise, and no cut is deeper than those of TCP's CUBIC. */
const kept = { least: 0.7, most: 0.98 }
/** So many answers show which share of the calls is refused; so many refusals in a row, that all are. */
const evidence = { answers: 5, inARow: 3 }
/** Half of what a cut took is taken back within so many ms. */
const regained = 2000
/**
 * After that, the rate r (per second) grows by this × √r each second, which makes the shares of several clients even, and faster the
 * longer nothing was refused: twice as fast after so many ms or calls.
 */
const growth = { step: 0.0212, quickAfter: 3000, quickAfterCalls: 150, quickest: 10, longestStep: 100 }
/** A call may make up for late timers by leaving so many ms before its turn: by about one call at common rates. */
const lateness = { least: 5, most: 20 }
/** While little is known, the rate grows by itself in so many ms. */
const doubled = 1000
/** A shorter time than this (ms) says nothing about a rate. */
const briefest = 100
/** What was accepted in so many ms before the server closed shows a rate: most limits count in seconds. */
const guessed = 1000

/** A learned rate; nothing is limited at first. Times are ms on the queue's clock, rates are calls per second. */
export class LearnedRate {
  private rate: number
  /** The rate that is known from elsewhere: it is never exceeded. */
  private cap: number
  /** The declared rate is released elsewhere; here only what is learned to be less. */
  private readonly declared: number
  /** Up to here it grows quickly, by `step` each ms. */
  private goal = 0
  private step = 0
  private cutAt = -Infinity
  private grownAt = -Infinity
  /** When a call last had to wait for the rate. */
  private boundAt = -Infinity
  /** Of the calls that left after the last cut. */
  private counts = { answers: 0, refusals: 0, inARow: 0 }
  /** What was accepted since the server last opened: the goodput of a cycle. */
  private cycle = { from: 0, sent: 0, accepted: 0, refusedAt: -Infinity }
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
    this.grow(at, now)
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
    const left = Math.min(kept.most, Math.max(kept.least, 1 - refusals / answers))
    const lost = this.goal === Infinity ? this.rate : Math.max(this.rate, this.goal)
    this.goal = (lost + this.rate * left) / 2
    this.step = (this.goal - this.rate * left) / regained
    this.restart(now, now)
    this.set(this.rate * left)
  }

  private close(now: number, held: boolean): void {
    this.before = held ? 0 : (1000 * this.accepted.sum(now)) / guessed
    this.trials.begin(now)
  }

  /** A call that left at `at` was accepted. */
  private open(at: number, now: number): void {
    const { accepted, from, refusedAt } = this.cycle
    this.trials.since = undefined
    // So few say little: the rate doubles each second until a call is refused, as in TCP's slow start.
    const isThin = accepted < evidence.answers
    const span = Math.max(isThin ? guessed : briefest, refusedAt - from)
    const goodput = Math.max(this.before, (1000 * accepted) / span)
    const known = this.rate !== Infinity
    this.restart(at, now)
    this.goal = isThin ? Infinity : 0
    this.cycle = { from: at, sent: 1, accepted: 1, refusedAt: at }
    this.set(Math.min(this.cap, Math.max(goodput, known ? this.rate / 2 : 1000 / guessed)))
  }

  private restart(at: number, now: number): void {
    this.cutAt = at
    this.grownAt = now
    this.counts = { answers: 0, refusals: 0, inARow: 0 }
  }

  /** Only where the rate holds calls back do good answers show that it could be higher. */
  private grow(at: number, now: number): void {
    const passed = Math.min(growth.longestStep, now - this.grownAt)
    this.grownAt = now
    if (at > this.boundAt || this.rate === Infinity) return
    if (this.rate < this.goal) {
      const step = this.goal === Infinity ? (this.rate * passed) / doubled : this.step * passed
      return this.set(Math.min(this.cap, this.goal, this.rate + step))
    }
    const quickAfter = Math.max(growth.quickAfter, (1000 * growth.quickAfterCalls) / this.rate)
    const quicken = 1 + Math.min(growth.quickest, (now - this.cutAt) / quickAfter) ** 2
    const step = growth.step * Math.sqrt(this.rate) * quicken * (passed / 1000)
    this.set(Math.min(this.cap, this.rate + step))
  }

  private set(rate: number): void {
    const interval = rate >= this.declared ? 0 : 1000 / rate
    this.rate = rate
    this.lateness = Math.min(lateness.most, Math.max(lateness.least, interval))
    this.even.change(1, interval, this.lateness)
  }
}
