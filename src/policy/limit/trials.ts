/**
 * The single calls that find out whether a server that refused accepts calls again: at first quickly one after another, then in
 * pauses that grow with the time that it has refused. The pauses are random, so that clients do not keep step with each other.
 */

/**
 * Pauses in ms, and what they grow by: in the first second, and later as a share of the time that the server has refused. Never longer
 * than a quarter of an hour: a server that has refused for a day accepts calls again, and nobody should wait hours to find out.
 */
export const trialPauses = {
  first: 20,
  factor: 1.5,
  early: 100,
  earlyFor: 1000,
  late: 500,
  share: 0.1,
  longest: 900_000
} as const
/** Each pause is up to so much shorter or longer. */
const dither = 0.3
/** A trial that has no answer for so long (ms) no longer keeps others from being tried. */
const unanswered = 1000

/** The pause after so many ms of refusals, at least `least`. */
const grown = (closedFor: number, least: number): number =>
  Math.min(trialPauses.longest, Math.max(least, closedFor * trialPauses.share))

/** The trials of one queue; none are needed while the server accepts calls. Times are ms on the queue's clock. */
export class Trials {
  /** Since when the server refuses, and `undefined` while it accepts calls. */
  since: number | undefined
  private next = 0
  private pause = 0
  private readonly random: () => number

  constructor(random: () => number) {
    this.random = random
  }

  /** When the next may go. */
  readyAt(): number {
    return this.since === undefined ? -Infinity : this.next
  }

  begin(now: number): void {
    this.since = now
    this.pause = trialPauses.first
    this.next = now + this.dithered(this.pause)
  }

  sent(now: number): void {
    if (this.since !== undefined) this.next = now + grown(now - this.since, unanswered)
  }

  /** The trial that left at `at` was refused now. */
  refused(at: number, now: number): void {
    // It left before the server closed, so it tried nothing.
    if (this.since === undefined || at < this.since) return
    const closedFor = now - this.since
    this.pause =
      closedFor < trialPauses.earlyFor
        ? Math.min(trialPauses.early, this.pause * trialPauses.factor)
        : grown(closedFor, trialPauses.late)
    this.next = now + this.dithered(this.pause)
  }

  /** The trial was not sent. */
  unsent(now: number): void {
    if (this.since !== undefined) this.next = now
  }

  private dithered(pause: number): number {
    return pause * (1 + dither * (2 * this.random() - 1))
  }
}
