/**
 * Spaces the probes of several queues that send to one server: however many of them find it down, it is not asked more often than
 * one queue would ask it.
 */

/** How long (ms) after an outage the other queues may find out for themselves. */
const relief = 1000

/** The gate that the probes of some queues pass, at least `spacing` ms apart. Times are ms on a clock that does not jump. */
export class ProbeGate {
  /** The next probe may pass at this time. */
  openAt = -Infinity
  private liftedUntil = -Infinity
  private readonly spacing: number

  constructor(spacing: number) {
    this.spacing = spacing
  }

  /** A probe passed. */
  passed(now: number): void {
    if (now >= this.liftedUntil) this.openAt = now + this.spacing
  }

  /** One queue had an answer: the others need not take turns to hear of it. */
  lift(now: number): void {
    this.openAt = -Infinity
    this.liftedUntil = now + relief
  }
}
