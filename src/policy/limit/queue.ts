/**
 * The queue: who may go, when, and who is refused. It is plain state over times of a clock that does not jump; fibers, timers and
 * stores are elsewhere. It resumes a waiter when its turn has come or its time has run out, and says when to be woken next.
 */
import type { AdaptiveConcurrency } from "./adaptiveConcurrency.ts"
import { FairQueue } from "./fairQueue.ts"
import type { RateHints } from "./Hints.ts"
import { Lateness } from "./lateness.ts"
import type { Pacer } from "./pacer.ts"
import type { Readiness } from "./readiness.ts"
import { full, type Report, type Waiter } from "./waiter.ts"

/** The queue. */
export class Queue {
  readonly waiters = new FairQueue<Waiter>()
  readonly pacer: Pacer
  readonly concurrency: AdaptiveConcurrency
  private readonly readiness: Readiness
  private readonly lateness: Lateness
  private readonly capacity: number
  private pumping = false

  constructor(readiness: Readiness, capacity: number) {
    this.pacer = readiness.pacer
    this.concurrency = readiness.concurrency
    this.readiness = readiness
    this.lateness = new Lateness(readiness.concurrency)
    this.capacity = capacity
  }

  /** Adds a waiter, or refuses it at once. A probe that failed has its place already. */
  enter(waiter: Waiter, now: number): void {
    if (this.waiters.size >= this.capacity && waiter.probes === 0) return waiter.resume(full)
    this.waiters.add(waiter)
    const at = this.estimate(waiter, now)
    if (this.lateness.isLate(waiter, at)) return this.refuse(waiter, at)
    this.lateness.watch(waiter, now)
    this.pump(now)
    if (this.lateness.failsFast(waiter, now)) this.refuse(waiter, this.estimate(waiter, now))
  }

  /** The call gave up before its attempt: its position in the queue or its turn is given back. */
  leave(waiter: Waiter, now: number): void {
    this.waiters.remove(waiter)
    this.giveBack(waiter, now)
    this.pump(now)
  }

  /** The attempt of a turn that was held leaves now, and not when the turn came. */
  depart(waiter: Waiter, now: number): void {
    const { inFlight } = waiter
    if (inFlight === undefined || inFlight.at === now) return
    this.pacer.delayed(waiter.key, inFlight.at, now)
    waiter.inFlight = { ...inFlight, at: now }
  }

  /** The attempt has ended. `true` where it failed while the server was down, and others wait for that to be over. */
  done(waiter: Waiter, report: Report, now: number): boolean {
    const { inFlight } = waiter
    if (inFlight === undefined) return false
    waiter.inFlight = undefined
    const isForOthers = inFlight.forOthers || this.waiters.size > 0 || this.lateness.failsFast(waiter, now)
    const isDown = inFlight.probe || this.concurrency.outage.on
    if (this.readiness.ended(inFlight, report, now, now >= waiter.deadline)) this.expire(now)
    this.pump(now)
    return isDown && isForOthers && report.ending === "failing"
  }

  hint(hints: RateHints, now: number): void {
    this.pacer.hint(hints, now)
    this.expire(now)
    this.pump(now)
  }

  /** The store granted the turn of the waiter that consulted it; the next may consult it. */
  granted(waiter: Waiter, now: number): void {
    this.readiness.released(waiter)
    this.pump(now)
  }

  /** The store did not: the waiter goes back to the head, and nobody consults the store before `until`. */
  postpone(waiter: Waiter, until: number, now: number): void {
    this.giveBack(waiter, now)
    this.readiness.close(until, now)
    this.waiters.add(waiter)
    this.lateness.watch(waiter, now)
    this.pump(now)
  }

  /** Starts every waiter that may go now. */
  readonly pump = (now: number): void => {
    // A waiter that is resumed may run at once and come back here; the outer pump goes on for it.
    if (this.pumping) return
    this.pumping = true
    try {
      if (this.lateness.checkAt <= now) this.expire(now)
      while (this.waiters.size > 0 && this.step(now));
    } finally {
      this.pumping = false
    }
  }

  /** When to pump next; `Infinity` where nothing is to be done before something else happens. */
  wakeAt(now: number): number {
    if (this.waiters.size === 0) return Infinity
    return Math.min(this.lateness.checkAt, this.readiness.nextAt(this.waiters, now))
  }

  private step(now: number): boolean {
    if (!this.readiness.isReady(now)) return false
    const waiter = this.readiness.next(this.waiters, now)
    if (waiter === undefined) return false
    if (this.lateness.isLate(waiter, now)) this.refuse(waiter, now)
    else this.start(waiter, now)
    return true
  }

  private start(waiter: Waiter, now: number): void {
    this.waiters.take(waiter)
    this.pacer.sent(waiter.key, now)
    waiter.inFlight = this.concurrency.acquire(now, waiter.kind, this.waiters.size > 0)
    this.readiness.started(waiter)
    waiter.resume({ go: true })
  }

  private refuse(waiter: Waiter, readyAt: number): void {
    if (this.waiters.remove(waiter)) waiter.resume({ go: false, readyAt })
  }

  /** Refuses every waiter that can no longer meet its deadline. */
  private expire(now: number): void {
    const late = this.lateness.check(this.waiters.all(), Math.max(now, this.pacer.heldUntil), now)
    for (const waiter of late) this.refuse(waiter, this.estimate(waiter, now))
  }

  private giveBack(waiter: Waiter, now: number): void {
    const { inFlight } = waiter
    this.readiness.released(waiter)
    if (inFlight === undefined) return
    waiter.inFlight = undefined
    this.concurrency.release(inFlight, now, "ignored")
    this.pacer.unsent(waiter.key, inFlight.at)
    this.waiters.hasten(waiter.key)
  }

  /** The waiter's turn can come no earlier than this. */
  private estimate(waiter: Waiter, now: number): number {
    return this.readiness.estimate(waiter.key, this.waiters.ahead(waiter), now)
  }
}
