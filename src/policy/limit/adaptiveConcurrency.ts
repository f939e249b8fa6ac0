/**
 * How many calls may be in flight at once, found by additive increase and multiplicative decrease, as TCP finds the capacity of a
 * path. The limit grows with good answers; it is halved when failures are more than a few, or answers far later than usual. When the
 * server no longer answers, single calls probe it, with growing pauses, and what is usual is remembered until it answers again.
 */
import { concurrencyDefaults, type ConcurrencyOptions } from "./concurrencyOptions.ts"
import { Faults } from "./faults.ts"
import type { Ending, InFlight } from "./inFlight.ts"
import { Latencies } from "./latencies.ts"
import type { LatencyEstimate } from "./latencyEstimate.ts"
import { Outage } from "./outage.ts"
import { Places } from "./places.ts"
import type { ProbeGate } from "./probeGate.ts"

export type { Ending, InFlight } from "./inFlight.ts"

/** For so long (ms) after a cut, or an outage, calls keep this share of their time in reserve, and answers that wait at the server count. */
const trouble = { lasts: 30_000, reserve: 0.02, calm: 1.3 }

/** The in-flight limit of one queue. Times are ms on the queue's clock. */
export class AdaptiveConcurrency {
  limit: number
  readonly outage: Outage
  readonly latencies: Latencies
  readonly places = new Places()
  private readonly options: ConcurrencyOptions
  private readonly faults = new Faults()
  /** Up to here the limit grows quickly. */
  private goal: number
  private cutAt = -Infinity
  private recoveredAt = -Infinity

  constructor(options: Partial<ConcurrencyOptions> = {}, gate?: ProbeGate) {
    this.options = { ...concurrencyDefaults, ...options }
    this.latencies = new Latencies(this.options.memory)
    this.limit = this.options.start
    this.goal = this.options.most
    this.outage = new Outage(this.options, gate)
  }

  /** When one more call may leave: now, at the next probe, when another has ended, or when those in flight are silent for too long. */
  readyAt(): number {
    if (this.outage.on) return this.outage.readyAt()
    if (!this.isFull()) return -Infinity
    return this.places.silentAt(this.latencies.most(), this.options)
  }

  /** Whether one more call may leave now. Where all that are in flight are silent for too long, the server is down from now on. */
  isReady(now: number): boolean {
    if (this.readyAt() > now) return false
    if (this.outage.on || !this.isFull()) return true
    this.cut(now, now)
    this.outage.begin(Math.min(this.faults.since, this.places.takenAt), now)
    return false
  }

  /** One more leaves; `company`: others wait for their turn. */
  acquire(now: number, kind: string, company = false): InFlight {
    const probe = this.outage.on
    if (probe) this.outage.probed(now)
    return {
      at: now,
      kind,
      place: this.places.take(now),
      probe,
      forOthers: probe && company,
      busy: this.places.taken >= this.limit / 2,
      bound: this.isFull()
    }
  }

  /** `cutShort`: the caller's own deadline ended the call. That is no sign of overload unless the call was late by then. */
  release(inFlight: InFlight, now: number, ending: Ending, cutShort = false): void {
    this.places.free(inFlight.place)
    if (ending === "answered") this.answered(inFlight, now)
    else if (ending === "limited") this.recovered(now)
    else if (ending === "failing") {
      const latency = this.latencies.of(inFlight.kind)
      if (!cutShort || this.isLate(now - inFlight.at, latency)) this.failed(inFlight, now)
    }
  }

  /** How much of a call's time (ms) is kept in reserve: after trouble a long line would run at the very edge of its deadlines. */
  reserve(allotted: number, now: number): number {
    return this.isTroubled(now) ? allotted * trouble.reserve : 0
  }

  private answered(inFlight: InFlight, now: number): void {
    this.recovered(now)
    const latency = this.latencies.add(inFlight.kind, now - inFlight.at, inFlight.bound, now)
    if (this.isLate(latency.recent, latency)) {
      if (this.limit > this.options.start * this.options.cut) this.cut(inFlight.at, now)
    } else if (inFlight.busy) this.grow(latency, now)
  }

  private failed(inFlight: InFlight, now: number): void {
    // It left before the outage ended, so it says nothing about the present.
    if (inFlight.at < this.recoveredAt) return
    this.faults.failed(inFlight.at)
    if (this.faults.rate > this.options.faultShare) this.cut(inFlight.at, now)
    if (this.outage.on || this.faults.inARow < this.options.outageAfter) return
    this.outage.begin(this.faults.since, now)
  }

  /** The server answered, with a refusal or a result: an outage is over. */
  private recovered(now: number): void {
    this.faults.answered()
    if (!this.outage.on) return
    // Those that left before are lost, or will be late: they must not stand in the way of others.
    if (this.isFull()) this.places.abandon()
    // An outage says nothing about how long answers take: what was usual before it is not older for it.
    this.latencies.shift(now - this.outage.since)
    this.outage.end(now)
    this.recoveredAt = now
    this.limit = Math.max(this.limit, Math.min(this.goal, this.options.start * this.options.cut))
  }

  private isFull(): boolean {
    return this.places.taken >= Math.floor(this.limit)
  }

  private isLate(took: number, latency: LatencyEstimate | undefined): boolean {
    return took > Math.max(this.options.lateFloor, this.options.lateFactor * (latency?.usual() ?? 0))
  }

  private cut(left: number, now: number): void {
    // It left before the last cut, so it cannot tell whether that was enough.
    if (left < this.cutAt) return
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
