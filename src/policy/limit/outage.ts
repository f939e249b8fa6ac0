/** A server that no longer answers: since when, and when a single call may probe it next. */
import type { ProbeGate } from "./probeGate.ts"

/** The longest pause between probes grows to this share of the outage, and to at most so many times its figure. */
const growth = { share: 0.025, most: 2 }

/** How long (ms) the pauses are: the first, and, doubling, the longest. */
export interface Pauses {
  readonly firstPause: number
  readonly longestPause: number
}

/** The outages of one server. Times are ms on the queue's clock. */
export class Outage {
  /** Since when it no longer answers; `Infinity` while it does. */
  since = Infinity
  /** How many probes there have been in this outage. */
  probes = 0
  private pause = 0
  private nextProbe = -Infinity
  private readonly pauses: Pauses
  private readonly gate: ProbeGate | undefined

  constructor(pauses: Pauses, gate: ProbeGate | undefined) {
    this.pauses = pauses
    this.gate = gate
  }

  get on(): boolean {
    return this.since !== Infinity
  }

  /** When the next probe may leave. */
  readyAt(): number {
    return Math.max(this.nextProbe, this.gate?.openAt ?? -Infinity)
  }

  begin(since: number, now: number): void {
    this.since = since
    this.probes = 0
    this.pause = this.pauses.firstPause
    this.nextProbe = now + this.pause
  }

  probed(now: number): void {
    const { longestPause } = this.pauses
    const grown = Math.min(longestPause * growth.most, (now - this.since) * growth.share)
    this.pause = Math.min(Math.max(longestPause, grown), this.pause * 2)
    this.nextProbe = now + this.pause
    this.probes += 1
    this.gate?.passed(now)
  }

  end(now: number): void {
    this.since = Infinity
    this.gate?.lift(now)
  }
}
