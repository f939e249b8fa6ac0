/**
 * The queue: who may go, when, and who is refused. It is plain state over moments of a clock that does not jump; fibers, timers
 * and stores are `Limit`'s. It calls back when a place's turn has come or its time is out, and says when to be woken.
 */
import * as Flight from "./flight.ts"
import type { RateHints } from "./Hints.ts"
import * as Line from "./line.ts"
import type * as Pace from "./pace.ts"

/** One call in the queue; moments are ms on the queue's clock. */
export interface Place extends Line.Standing {
  readonly kind: string
  /** It must have begun, and have had time for an answer, before this. */
  readonly deadline: number
  /** How long the call had when it came. */
  readonly allotted: number
  /** Called once: its turn has come, or it is refused and could have run at the moment given. */
  called: (turn: Turn) => void
  /** What it is under way with, once its turn has come. */
  trip: Flight.Trip | undefined
}

/** How waiting ends. */
export type Turn = { readonly go: true } | { readonly go: false; readonly readyAt: number | undefined }

/** What an attempt tells about its server. */
export interface Report {
  readonly ending: Flight.Ending
  readonly hints: RateHints
}

/** The queue. */
export interface Queue {
  /** Takes a place in the line, or refuses it at once. */
  readonly enter: (place: Place, now: number) => void
  /** The call gave up: its place, or its part of the load, is given back. */
  readonly leave: (place: Place, now: number) => void
  readonly done: (place: Place, report: Report, now: number) => void
  readonly hint: (hints: RateHints, now: number) => void
  /** Lets go whoever may go now. */
  readonly pump: (now: number) => void
  /** With a store: the place that asks it was allowed to go; the next may ask. */
  readonly allowed: (place: Place, now: number) => void
  /** With a store: the place that asks it goes back to the head, and nobody asks before `until`. */
  readonly postpone: (place: Place, until: number, now: number) => void
  /** When to pump next; `Infinity` where nothing is to be done before something else happens. */
  readonly wakeAt: (now: number) => number
  /** Until when the server holds everybody back. */
  readonly heldUntil: () => number
  readonly line: Line.Line<Place>
  readonly flight: Flight.Flight
}

/** Makes a queue that holds at most `most` places; with `asks`, each place asks a store when its turn has come, one at a time. */
export const make = (pace: Pace.Pace, flight: Flight.Flight, most: number, asks: boolean): Queue => {
  const line = Line.make<Place>()
  let soonest = Infinity
  let pumping = false
  // With a store: who asks it, and until when it said no.
  let asking: Place | undefined
  let blockedUntil = -Infinity

  const readyAt = (now: number, ahead = 0) =>
    Math.max(blockedUntil, pace.readyAt(now, ahead), flight.out() ? flight.readyAt(now) : -Infinity)
  const mayGo = (now: number) => (key: string) => pace.keyReadyAt(key, now) <= now
  const estimate = (place: Place, now: number) =>
    Math.max(now, readyAt(now, line.ahead(place)), pace.keyReadyAt(place.key, now))
  /** The last moment at which an attempt may begin: one that is likely to be cut short only keeps others waiting. */
  const last = (place: Place) => {
    const { least, most } = flight.takes(place.kind)
    return place.deadline - Math.max(least, Math.min(most, place.allotted / 2))
  }
  const late = (place: Place, at: number) => at >= last(place)
  const refuse = (place: Place, at: number | undefined) => {
    line.remove(place)
    place.called({ go: false, readyAt: at })
  }
  const start = (place: Place, now: number) => {
    line.take(place)
    pace.sent(place.key, now)
    place.trip = flight.leave(now, place.kind)
    if (asks) asking = place
    place.called({ go: true })
  }
  /** Refuses every place that cannot make its deadline any more. */
  const expire = (now: number) => {
    const from = Math.max(now, pace.heldUntil())
    soonest = Infinity
    for (const place of line.all()) {
      if (late(place, from)) refuse(place, estimate(place, now))
      else soonest = Math.min(soonest, last(place))
    }
  }
  const step = (now: number): boolean => {
    if (asking !== undefined || readyAt(now) > now || flight.readyAt(now) > now) return false
    const place = line.head(mayGo(now))
    if (place === undefined) return false
    if (late(place, now)) refuse(place, now)
    else start(place, now)
    return true
  }
  const pump = (now: number) => {
    // A place that is called may run at once and come back here; the outer pump goes on for it.
    if (pumping) return
    pumping = true
    try {
      if (soonest <= now) expire(now)
      while (line.size() > 0 && step(now));
    } finally {
      pumping = false
    }
  }
  const keyed = (now: number) => {
    let least = Infinity
    for (const key of line.keys()) least = Math.min(least, pace.keyReadyAt(key, now))
    return least
  }
  return {
    line,
    flight,
    pump,
    heldUntil: pace.heldUntil,
    enter: (place, now) => {
      if (line.size() >= most) return place.called({ go: false, readyAt: undefined })
      line.add(place)
      const at = estimate(place, now)
      if (late(place, at)) return refuse(place, at)
      soonest = Math.min(soonest, last(place))
      pump(now)
    },
    leave: (place, now) => {
      if (asking === place) asking = undefined
      if (place.trip === undefined) line.remove(place)
      else flight.back(place.trip, now, "ignored")
      place.trip = undefined
      pump(now)
    },
    done: (place, { ending, hints }, now) => {
      const trip = place.trip
      if (trip === undefined) return
      place.trip = undefined
      flight.back(trip, now, ending, now >= place.deadline)
      if (ending === "answered") pace.answered(hints, trip.at, now)
      else if (ending === "limited") {
        pace.limited(hints, trip.at, now)
        expire(now)
      }
      pump(now)
    },
    hint: (hints, now) => {
      pace.answered(hints, now, now)
      pump(now)
    },
    allowed: (place, now) => {
      if (asking === place) asking = undefined
      pump(now)
    },
    postpone: (place, until, now) => {
      if (asking === place) asking = undefined
      if (place.trip !== undefined) {
        flight.back(place.trip, now, "ignored")
        pace.unsent(place.key, place.trip.at)
      }
      place.trip = undefined
      blockedUntil = until
      line.add(place)
      pump(now)
    },
    wakeAt: (now) => {
      if (line.size() === 0) return Infinity
      return Math.min(soonest, asking === undefined ? Math.max(readyAt(now), flight.readyAt(now), keyed(now)) : Infinity)
    }
  }
}
