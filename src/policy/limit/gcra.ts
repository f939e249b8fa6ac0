/**
 * Even release at the rate of a quota, by the generic cell rate algorithm
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
 */
import * as Duration from "effect/Duration"
import { type Jitter, margins } from "./jitter.ts"
import type { Quota, Window } from "./quota.ts"

/**
 * How far a release may run ahead of its turn, as a share of the window: it forgives late timers, and yet a window never holds more
 * than the quota, because it is less than the least by which the window is taken to last longer.
 */
const slack = 0.9 * margins.least

/** Even release of `limit` calls per `per` ms: every call takes the next slot of a virtual schedule. Times are ms. */
export class Gcra {
  private limit = 0
  private per = 0
  private forgiven = 0
  private next = -Infinity
  /** The last call that took a slot, and the schedule before it: only then can its slot be given back. */
  private last = { at: NaN, next: -Infinity }
  /** How many were sent in the present window, which begins with the first call after the last one ended. */
  private count = 0
  private endsAt = -Infinity
  private readonly burst: number
  private readonly jitter: Jitter | undefined
  /** What of the limit goes at once and is not spread: the window has room for it besides. */
  private readonly besides: number

  /** With a jitter, the window is taken to last longer by what it needs. */
  constructor(limit: number, per: number, burst = 1, jitter?: Jitter, besides = 0) {
    this.burst = burst
    this.jitter = jitter
    this.besides = besides
    this.change(limit, per)
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    const from = ahead === 0 ? this.next : Math.max(now, this.next)
    return from + (ahead * this.per) / this.limit - this.tolerance()
  }

  sent(now: number): void {
    this.last.at = now
    this.last.next = this.next
    this.next = Math.max(this.next, now) + this.interval()
    if (now >= this.endsAt) {
      this.count = 0
      this.endsAt = now + this.per
    }
    this.count += 1
  }

  /** Gives back the slot that was taken at `at` and not used, unless later slots are taken: the next call would be too early. */
  unsent(at: number): void {
    if (this.last.at !== at) return
    this.next = this.last.next
    this.last.at = NaN
    this.count -= 1
  }

  /** What it lets through, and how much of that is left of the present window. */
  window(now: number): Window {
    const sent = now >= this.endsAt ? 0 : this.count
    const limit = this.limit + this.besides
    return { limit, millis: this.per, remaining: Math.max(0, limit - sent) }
  }

  /** A call that took its slot at `at` leaves only now: later than is forgiven, it takes a slot of now. */
  delayed(at: number, now: number): void {
    if (now - at <= this.forgiven) return
    this.unsent(at)
    this.sent(now)
  }

  /** Corrects the figures; slots that are taken stay taken. */
  change(limit: number, per: number, forgiven: number = per * slack): void {
    this.limit = limit
    this.per = per
    this.forgiven = forgiven
  }

  /** Takes the slots of calls that were sent since `from`, before anything was known. */
  charge(calls: number, from: number): void {
    this.next = Math.max(this.next, from + calls * this.interval())
  }

  /** Whether it delays nothing, so that forgetting it changes nothing. */
  idle(now: number): boolean {
    return this.next <= now
  }

  private interval(): number {
    return (this.per + (this.jitter?.margin(this.per) ?? 0)) / this.limit
  }

  private tolerance(): number {
    return this.burst > 1 ? (this.burst - 1) * this.interval() : this.forgiven
  }
}

/** The even release of a documented quota. */
export const gcraOf = (quota: Quota, jitter: Jitter): Gcra => {
  const { atOnce = 0, burst, limit, per } = quota
  const millis = Duration.toMillis(Duration.fromInputUnsafe(per))
  return new Gcra(limit - atOnce, millis, burst ?? Math.max(1, atOnce), jitter, atOnce)
}
