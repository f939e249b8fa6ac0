/**
 * How many calls may be under way at once: found by trying, as TCP finds the capacity of a path. It grows with good answers, and
 * is halved by silence and faults that are more than a few, and by answers that come far later than usual. When nothing is
 * answered any more it lets single calls try, in growing pauses.
 */
import { Pulse, weight } from "./pulse.ts"

/** The constants of the in-flight limit; spans are ms. */
export interface FlightOptions {
  /** Calls at once before anything is known. */
  readonly start: number
  readonly least: number
  readonly most: number
  /** What is left of the limit after a bad sign. */
  readonly cut: number
  /** Faults and silence are a bad sign once they are more than this share of the latest ends: some vendors always fail a few. */
  readonly faultShare: number
  /** Late answers are a bad sign when the latest of a kind take this many times as long as usual … */
  readonly lateFactor: number
  /** … and longer than this many ms. Alone they never cut below half of `start`. */
  readonly lateFloor: number
  /** The way back after trouble is quick only while answers take no more than this many times as long as usual. */
  readonly calmFactor: number
  /** How long answers count for what is usual. */
  readonly memory: number
  /** So many bad ends in a row, with no answer between them, are an outage. */
  readonly outageAfter: number
  /** The pauses between the calls that try whether the server is back: the first, and, doubling, the longest. */
  readonly firstPause: number
  readonly longestPause: number
}

/**
 * Measured in `test/storms`: through a 3 s brownout to a tenth of the capacity without loss, back from an outage before calls
 * with 5 s are lost, and no harm where nothing is wrong but answers vary or a fifth of them are faults.
 */
export const flightDefaults: FlightOptions = {
  start: 8,
  least: 1,
  most: 256,
  cut: 0.5,
  faultShare: 0.6,
  lateFactor: 3,
  lateFloor: 40,
  calmFactor: 1.5,
  memory: 30_000,
  outageAfter: 3,
  firstPause: 50,
  longestPause: 250
}

/** No limit of its own, for a queue whose calls wait for another one further in. */
export const unlimited: Partial<FlightOptions> = { start: Infinity, most: Infinity, outageAfter: Infinity }

/** One call under way. */
export interface Trip {
  readonly at: number
  readonly kind: string
  /** Whether at least half of the limit was used when it left: only then can a good end raise it. */
  readonly busy: boolean
  /** Whether the limit was reached when it left. */
  readonly bound: boolean
}

/** How a call ended: with an answer, with a refusal that says nothing about load, badly, or without telling anything. */
export type Ending = "answered" | "limited" | "failing" | "ignored"

/** The in-flight limit of one queue. Moments are ms on the queue's clock. */
export class Flight {
  active = 0
  limit: number
  /** Nothing is answered any more. */
  out = false
  private readonly options: FlightOptions
  private readonly pulses = new Map<string, Pulse>()
  /** Up to here the limit grows quickly. */
  private goal: number
  private cutAt = -Infinity
  private backAt = -Infinity
  /** Bad ends in a row, and their share of the latest ends. */
  private silent = 0
  private faults = 0
  private pause: number
  private nextTry = -Infinity

  constructor(options: Partial<FlightOptions> = {}) {
    this.options = { ...flightDefaults, ...options }
    this.limit = this.options.start
    this.goal = this.options.most
    this.pause = this.options.firstPause
  }

  /** When one more may leave: now, at the next try, or (`Infinity`) when another has come back. */
  readyAt(): number {
    if (this.out) return this.nextTry
    return this.active < Math.floor(this.limit) ? -Infinity : Infinity
  }

  leave(now: number, kind: string): Trip {
    this.active += 1
    if (this.out) {
      this.pause = Math.min(this.options.longestPause, this.pause * 2)
      this.nextTry = now + this.pause
    }
    return {
      at: now,
      kind,
      busy: this.active >= this.limit / 2,
      bound: this.active >= Math.floor(this.limit)
    }
  }

  /** `cutShort`: the caller's own deadline ended it, which is no bad sign unless it was late by then. */
  back(trip: Trip, now: number, ending: Ending, cutShort = false): void {
    this.active -= 1
    if (ending === "answered") this.answered(trip, now)
    else if (ending === "limited") this.heard(now)
    else if (ending === "failing" && (!cutShort || this.isLate(now - trip.at, this.pulses.get(trip.kind)))) {
      this.failed(trip, now)
    }
  }

  /** How long an answer of this kind takes: the quickest, and the time that nearly all keep. 0 where none is known. */
  takes(kind: string): { readonly least: number; readonly most: number } {
    return this.pulses.get(kind)?.takes() ?? { least: 0, most: 0 }
  }

  private answered(trip: Trip, now: number): void {
    this.heard(now)
    const pulse = this.pulses.get(trip.kind) ?? new Pulse(this.options.memory)
    this.pulses.set(trip.kind, pulse)
    pulse.add(now - trip.at, trip.bound, now)
    if (this.isLate(pulse.recent, pulse)) {
      if (this.limit > this.options.start * this.options.cut) this.cut(trip, now)
    } else if (trip.busy) this.grow(pulse)
  }

  private failed(trip: Trip, now: number): void {
    // It left before the outage ended, and tells nothing about now.
    if (trip.at < this.backAt) return
    this.silent += 1
    this.faults += (1 - this.faults) * weight
    if (this.faults > this.options.faultShare) this.cut(trip, now)
    if (this.out || this.silent < this.options.outageAfter) return
    this.out = true
    this.pause = this.options.firstPause
    this.nextTry = now + this.pause
  }

  private heard(now: number): void {
    this.silent = 0
    this.faults -= this.faults * weight
    if (!this.out) return
    this.out = false
    this.backAt = now
    this.limit = Math.max(this.limit, Math.min(this.goal, this.options.start * this.options.cut))
  }

  private isLate(took: number, pulse: Pulse | undefined): boolean {
    return took > Math.max(this.options.lateFloor, this.options.lateFactor * (pulse?.usual() ?? 0))
  }

  private cut(trip: Trip, now: number): void {
    // It left before the last cut, so it cannot tell whether that was enough.
    if (trip.at < this.cutAt) return
    // When the trouble is over, the limit grows quickly to half of what was borne before this row of cuts.
    if (this.limit >= this.goal || this.cutAt === -Infinity) this.goal = this.limit * this.options.cut
    this.cutAt = now
    this.limit = Math.max(this.options.least, this.limit * this.options.cut)
  }

  private grow(pulse: Pulse): void {
    const quickly = this.limit < this.goal && pulse.recent <= this.options.calmFactor * pulse.usual()
    this.limit = Math.min(this.options.most, this.limit + (quickly ? 1 : 1 / this.limit))
  }
}
