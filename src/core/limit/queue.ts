/**
 * The queue: who may go, when, and who is refused. It is plain state over moments of a clock that does not jump; fibers, timers
 * and stores are elsewhere. It calls a place when its turn has come or its time is out, and says when it wants to be woken.
 */
import type { Ending, Flight, Trip } from "./flight.ts"
import type { RateHints } from "./Hints.ts"
import { Line, type Standing } from "./line.ts"
import type { Pace } from "./pace.ts"

/** One call in the queue; moments are ms on the queue's clock. */
export interface Place extends Standing {
  readonly kind: string
  /** It must have its answer before this. */
  readonly deadline: number
  /** How long the call had when it came. */
  readonly allotted: number
  /** Told once for each time it waits: its turn has come, or it is refused. */
  called: (turn: Turn) => void
  /** What it is under way with, once its turn has come. */
  trip: Trip | undefined
}

/** How waiting ends. A refused call could have run at `readyAt`, where that is known. */
export type Turn = { readonly go: true } | { readonly go: false; readonly readyAt: number | undefined }

/** What the end of an attempt tells. */
export interface Report {
  readonly ending: Ending
  readonly hints: RateHints
}

/** Calls that run late are refused in steps of so many ms, but never after their deadline. */
const grain = 5

/** How a queue is made. */
export interface Options {
  /** How many may wait. */
  readonly most: number
  /** Each place asks a store when its turn has come, one at a time. */
  readonly asks: boolean
}

/** The queue. */
export class Queue {
  readonly line = new Line<Place>()
  readonly pace: Pace
  readonly flight: Flight
  private readonly options: Options
  /** No place has to be refused before this. */
  private soonest = Infinity
  private pumping = false
  /** With a store: who asks it, and until when it said no. */
  private asking: Place | undefined
  private closedUntil = -Infinity

  constructor(pace: Pace, flight: Flight, options: Options) {
    this.pace = pace
    this.flight = flight
    this.options = options
  }

  /** Takes a place in the line, or refuses it at once. */
  enter(place: Place, now: number): void {
    if (this.line.size >= this.options.most) return place.called({ go: false, readyAt: undefined })
    this.line.add(place)
    const at = this.estimate(place, now)
    if (this.isLate(place, at)) return this.refuse(place, at)
    this.soonest = Math.min(this.soonest, this.last(place))
    this.pump(now)
  }

  /** The call gave up: its place in the line, or its part of the load, is given back. */
  leave(place: Place, now: number): void {
    if (this.asking === place) this.asking = undefined
    if (place.trip === undefined) this.line.remove(place)
    else this.flight.back(place.trip, now, "ignored")
    place.trip = undefined
    this.pump(now)
  }

  done(place: Place, { ending, hints }: Report, now: number): void {
    const { trip } = place
    if (trip === undefined) return
    place.trip = undefined
    this.flight.back(trip, now, ending, now >= place.deadline)
    if (ending === "answered") this.pace.answered(hints, trip.at, now)
    else if (ending === "limited") {
      this.pace.limited(hints, trip.at, now)
      this.expire(now)
    }
    this.pump(now)
  }

  hint(hints: RateHints, now: number): void {
    this.pace.hint(hints, now)
    this.expire(now)
    this.pump(now)
  }

  /** The store lets the place go that asks it; the next may ask. */
  allowed(place: Place, now: number): void {
    if (this.asking === place) this.asking = undefined
    this.pump(now)
  }

  /** The store does not: the place goes back to the head, and nobody asks before `until`. */
  postpone(place: Place, until: number, now: number): void {
    if (this.asking === place) this.asking = undefined
    if (place.trip !== undefined) {
      this.flight.back(place.trip, now, "ignored")
      this.pace.unsent(place.key, place.trip.at)
    }
    place.trip = undefined
    this.closedUntil = until
    this.line.add(place)
    this.soonest = Math.min(this.soonest, this.last(place))
    this.pump(now)
  }

  /** Lets go whoever may go now. */
  readonly pump = (now: number): void => {
    // A place that is called may run at once and come back here; the outer pump goes on for it.
    if (this.pumping) return
    this.pumping = true
    try {
      if (this.soonest <= now) this.expire(now)
      while (this.line.size > 0 && this.step(now));
    } finally {
      this.pumping = false
    }
  }

  /** When to pump next; `Infinity` where nothing is to be done before something else happens. */
  wakeAt(now: number): number {
    if (this.line.size === 0) return Infinity
    if (this.asking !== undefined) return this.soonest
    const keys = this.pace.keyed.firstReadyAt(this.line.keys(), now)
    return Math.min(this.soonest, Math.max(this.readyAt(now), this.flight.readyAt(), keys))
  }

  private step(now: number): boolean {
    if (this.asking !== undefined || this.readyAt(now) > now || this.flight.readyAt() > now) return false
    const place = this.line.head((key) => this.pace.keyed.readyAt(key, now) <= now)
    if (place === undefined) return false
    if (this.isLate(place, now)) this.refuse(place, now)
    else this.start(place, now)
    return true
  }

  private start(place: Place, now: number): void {
    this.line.take(place)
    this.pace.sent(place.key, now)
    place.trip = this.flight.leave(now, place.kind)
    if (this.options.asks) this.asking = place
    place.called({ go: true })
  }

  private refuse(place: Place, readyAt: number): void {
    if (this.line.remove(place)) place.called({ go: false, readyAt })
  }

  /** Refuses every place that cannot make its deadline any more. */
  private expire(now: number): void {
    const from = Math.max(now, this.pace.heldUntil)
    const late: Array<Place> = []
    this.soonest = Infinity
    for (const place of this.line.all()) {
      if (this.isLate(place, from)) late.push(place)
      else {
        // In steps, so that a long line of calls that run late one by one is not looked through for each.
        const step = Math.min(now + grain, place.deadline)
        this.soonest = Math.min(this.soonest, Math.max(this.last(place), step))
      }
    }
    for (const place of late) this.refuse(place, this.estimate(place, now))
  }

  private readyAt(now: number, ahead = 0): number {
    const tryAt = this.flight.out ? this.flight.readyAt() : -Infinity
    return Math.max(this.closedUntil, this.pace.readyAt(now, ahead), tryAt)
  }

  /** No earlier than this can the place have its turn. */
  private estimate(place: Place, now: number): number {
    return Math.max(now, this.readyAt(now, this.line.ahead(place)), this.pace.keyed.readyAt(place.key, now))
  }

  /** The last moment at which an attempt may begin: one that is likely to be cut short only keeps others waiting. */
  private last(place: Place): number {
    const { least, most } = this.flight.takes(place.kind)
    return place.deadline - Math.max(least, Math.min(most, place.allotted / 2))
  }

  private isLate(place: Place, at: number): boolean {
    return at >= this.last(place)
  }
}
