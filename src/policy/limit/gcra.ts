/**
 * Even release at the rate of a quota, by the generic cell rate algorithm
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
 */
import * as Duration from "effect/Duration"
import { type Jitter, margins } from "./jitter.ts"
import type { Quota } from "./quota.ts"
import { SendLog } from "./sendLog.ts"

/**
 * How far a release may run ahead of its turn, as a share of the window: it forgives late timers, and yet a window never holds more
 * than the quota, because it is less than the least by which the window is taken to last longer.
 */
const slack = 0.9 * margins.least

/** So many ms by which calls leave too late are made up for by those after them, as far as the window allows. */
const madeUp = 100
/** Windows of which the slack is larger than timers are late need no log, and large ones would need too much memory. */
const logged = { per: 10_000, limit: 10_000 }

/** Even release of `limit` calls per `per` ms: every call takes the next slot of a virtual schedule. Times are ms. */
export class Gcra {
  private limit = 0
  private per = 0
  private forgiven = 0
  private next = -Infinity
  /** The last call that took a slot, and the schedule before it: only then can its slot be given back. */
  private last = { at: NaN, next: -Infinity, oldest: -Infinity }
  private readonly log: SendLog | undefined
  private readonly burst: number
  private readonly jitter: Jitter | undefined

  /** With a jitter, the window is taken to last longer by what it needs. */
  constructor(limit: number, per: number, burst = 1, jitter?: Jitter, log?: SendLog) {
    this.burst = burst
    this.log = log
    this.jitter = jitter
    this.change(limit, per)
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    const from = ahead === 0 ? this.next : Math.max(now, this.next)
    const turn = from + (ahead * this.per) / this.limit - this.tolerance()
    return this.log === undefined ? turn : Math.max(turn, this.log.oldest + this.window())
  }

  /** A call leaves. Where others have waited since a time, it is late by what has passed since its turn, and that is made up for. */
  sent(now: number, since = now): void {
    const { last, log, next } = this
    last.at = now
    last.next = next
    if (log === undefined) this.next = Math.max(next, now) + this.interval()
    else {
      const late = Math.min(madeUp, now - Math.max(since, next - this.forgiven))
      this.next = Math.max(next, now - Math.max(0, late)) + this.interval()
      last.oldest = log.oldest
      log.add(now)
    }
  }

  /** Gives back the slot that was taken at `at` and not used, unless later slots are taken: the next call would be too early. */
  unsent(at: number): void {
    if (this.last.at !== at) return
    this.next = this.last.next
    this.last.at = NaN
    this.log?.undo(this.last.oldest)
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
    return this.window() / this.limit
  }

  /** How long the window is taken to last. */
  private window(): number {
    return this.per + (this.jitter?.margin(this.per) ?? 0)
  }

  private tolerance(): number {
    return this.burst > 1 ? (this.burst - 1) * this.interval() : this.forgiven
  }
}

/** The even release of a documented quota. Where all calls count in it, what leaves late is made up for. */
export const gcraOf = ({ burst, each, limit, per }: Quota, jitter: Jitter): Gcra => {
  const millis = Duration.toMillis(Duration.fromInputUnsafe(per))
  const isLogged = burst === undefined && each === undefined && millis <= logged.per && limit <= logged.limit
  const log = isLogged && limit >= 1 ? new SendLog(Math.floor(limit)) : undefined
  return new Gcra(limit, millis, burst, jitter, log)
}
