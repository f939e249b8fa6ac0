/**
 * How many calls may be in flight at once, found by additive increase and multiplicative decrease, as TCP finds the capacity of a
 * path. The limit grows with good answers; it is halved when failures are more than a few, or when answers come far later than
 * usual. When the server no longer answers at all, single calls probe it, with growing pauses between them, and what is usual is
 * remembered until it answers again.
 */
import { concurrencyDefaults, type ConcurrencyOptions } from "./concurrencyOptions.ts"
import type { Ending, InFlight } from "./inFlight.ts"
import { LatencyEstimate, weight } from "./latencyEstimate.ts"
import { Outage } from "./outage.ts"
import type { ProbeGate } from "./probeGate.ts"

export type { Ending, InFlight } from "./inFlight.ts"

/** Answers come within this multiple of their recent mean: it follows a change sooner than their deviations do. */
const recentFactor = 1.75
/** For so long (ms) after a cut, or an outage, calls keep this share of their time in reserve, and answers that wait at the server count. */
const trouble = { lasts: 30_000, reserve: 0.02, calm: 1.3 }

/** The in-flight limit of one queue. Times are ms on the queue's clock. */
export class AdaptiveConcurrency {
  active = 0
  limit: number
  readonly outage: Outage
  private readonly options: ConcurrencyOptions
  private readonly latencies = new Map<string, LatencyEstimate>()
  /** Up to here the limit grows quickly. */
  private goal: number
  private cutAt = -Infinity
  private recoveredAt = -Infinity
  private failuresInARow = 0
  /** When the first of them left. */
  private failingSince = Infinity
  /** The share of failures among the latest results. */
  private faultRate = 0

  constructor(options: Partial<ConcurrencyOptions> = {}, gate?: ProbeGate) {
    this.options = { ...concurrencyDefaults, ...options }
    this.limit = this.options.start
    this.goal = this.options.most
    this.outage = new Outage(this.options, gate)
  }

  /** When one more call may leave: now, at the next probe, or (`Infinity`) when another has ended. */
  readyAt(): number {
    if (this.outage.on) return this.outage.readyAt()
    return this.active < Math.floor(this.limit) ? -Infinity : Infinity
  }

  acquire(now: number, kind: string): InFlight {
    this.active += 1
    const probe = this.outage.on
    if (probe) this.outage.probed(now)
    return {
      at: now,
      kind,
      probe,
      busy: this.active >= this.limit / 2,
      bound: this.active >= Math.floor(this.limit)
    }
  }

  /** `cutShort`: the caller's own deadline ended the call. That is no sign of overload unless the call was late by then. */
  release(inFlight: InFlight, now: number, ending: Ending, cutShort = false): void {
    this.active -= 1
    if (ending === "answered") this.answered(inFlight, now)
    else if (ending === "limited") this.recovered(now)
    else if (ending === "failing") {
      const latency = this.latencies.get(inFlight.kind)
      if (!cutShort || this.isLate(now - inFlight.at, latency)) this.failed(inFlight, now)
    }
  }

  /** How long an answer of this kind takes: the shortest, and what nearly all stay within. 0 where nothing is known. */
  latency(kind: string): { readonly least: number; readonly most: number } {
    const latency = this.latencies.get(kind)
    if (latency === undefined) return { least: 0, most: 0 }
    const { least, most } = latency.range()
    return { least, most: Math.max(most, recentFactor * latency.recent) }
  }

  /** How much of a call's time (ms) is kept in reserve: after trouble a long line would run at the very edge of its deadlines. */
  reserve(allotted: number, now: number): number {
    return this.isTroubled(now) ? allotted * trouble.reserve : 0
  }

  private answered(inFlight: InFlight, now: number): void {
    this.recovered(now)
    const latency = this.latencies.get(inFlight.kind) ?? new LatencyEstimate(this.options.memory)
    this.latencies.set(inFlight.kind, latency)
    latency.add(now - inFlight.at, inFlight.bound, now)
    if (this.isLate(latency.recent, latency)) {
      if (this.limit > this.options.start * this.options.cut) this.cut(inFlight, now)
    } else if (inFlight.busy) this.grow(latency, now)
  }

  private failed(inFlight: InFlight, now: number): void {
    // It left before the outage ended, so it says nothing about the present.
    if (inFlight.at < this.recoveredAt) return
    if (this.failuresInARow === 0) this.failingSince = inFlight.at
    this.failuresInARow += 1
    this.faultRate += (1 - this.faultRate) * weight
    if (this.faultRate > this.options.faultShare) this.cut(inFlight, now)
    if (this.outage.on || this.failuresInARow < this.options.outageAfter) return
    this.outage.begin(this.failingSince, now)
  }

  /** The server answered, with a refusal or a result: an outage is over. */
  private recovered(now: number): void {
    this.failuresInARow = 0
    this.faultRate -= this.faultRate * weight
    if (!this.outage.on) return
    // An outage says nothing about how long answers take: what was usual before it is not older for it.
    for (const latency of this.latencies.values()) latency.shift(now - this.outage.since)
    this.outage.end(now)
    this.recoveredAt = now
    this.limit = Math.max(this.limit, Math.min(this.goal, this.options.start * this.options.cut))
  }

  private isLate(took: number, latency: LatencyEstimate | undefined): boolean {
    return took > Math.max(this.options.lateFloor, this.options.lateFactor * (latency?.usual() ?? 0))
  }

  private cut(inFlight: InFlight, now: number): void {
    // It left before the last cut, so it cannot tell whether that was enough.
    if (inFlight.at < this.cutAt) return
    // When the trouble is over, the limit grows quickly to half of what it was before this series of cuts.
    if (this.limit > this.goal || this.cutAt === -Infinity) this.goal = this.limit * this.options.cut
    this.cutAt = now
    this.limit = Math.max(this.options.least, this.limit * this.options.cut)
  }

  private isTroubled(now: number): boolean {
    return now - Math.max(this.cutAt, this.recoveredAt) < trouble.lasts
  }

  private grow(latency: LatencyEstimate, now: number): void {
    const calm = this.options.calmFactor * latency.usual()
    const waits = Math.max(trouble.calm * latency.usual(), this.options.lateFloor)
    if (this.isTroubled(now) && latency.recent > waits) {
      // They wait in the server's own queue, and more of them at once would wait longer: as TCP Vegas does.
      this.limit -= this.limit > this.options.start * this.options.cut ? 1 / this.limit : 0
      return
    }
    const quickly = this.limit < this.goal && latency.recent <= calm
    this.limit = Math.min(this.options.most, this.limit + (quickly ? 1 : 1 / this.limit))
  }
}
