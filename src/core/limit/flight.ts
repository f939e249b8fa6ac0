/**
 * How many calls may be under way at once: found by trying, as TCP finds the capacity of a path. It grows by one per round of
 * good answers, and is halved by silence, by server errors and by answers that come far later than the quickest. When nothing
 * is answered any more it lets single probes through, in growing pauses.
 */

/** The constants of the in-flight limit; spans are ms. */
export interface FlightOptions {
  /** Calls at once before anything is known. */
  readonly start: number
  readonly least: number
  readonly most: number
  /** What is left of the limit after a bad sign. */
  readonly cut: number
  /** Bad signs closer together than this are one. */
  readonly cutEvery: number
  /** An answer is late beyond this multiple of the quickest of its kind … */
  readonly lateFactor: number
  /** … and beyond this many ms. */
  readonly lateFloor: number
  /** How long the quickest answer is remembered. */
  readonly memory: number
  /** So many bad ends in a row, with no answer between them, are an outage. */
  readonly outageAfter: number
  readonly firstPause: number
  readonly longestPause: number
}

/**
 * Measured in the storms of `test/storms`. `start`, `cut`, `cutEvery`, `late…` and `memory` let through a 3 s brownout to a
 * tenth of the capacity without loss; the pauses find the end of an outage soon enough that calls with 5 s are not lost.
 */
export const flightDefaults: FlightOptions = {
  start: 8,
  least: 1,
  most: 64,
  cut: 0.5,
  cutEvery: 100,
  lateFactor: 3,
  lateFloor: 40,
  memory: 30_000,
  outageAfter: 3,
  firstPause: 50,
  longestPause: 250
}

/** One call under way. */
export interface Trip {
  readonly at: number
  readonly kind: string
  /** How many were under way with it when it left. */
  readonly beside: number
}

/** How a call ended: with an answer, with an answer that says nothing about load, badly, or not at all. */
export type Ending = "answered" | "limited" | "failing" | "ignored"

/** The in-flight limit. */
export interface Flight {
  readonly active: () => number
  readonly limit: () => number
  readonly out: () => boolean
  /** When one more may leave: now, at the next probe, or (`Infinity`) when another has come back. */
  readonly readyAt: (now: number) => number
  readonly leave: (now: number, kind: string) => Trip
  readonly back: (trip: Trip, now: number, ending: Ending) => void
  /** The quickest answer of this kind within memory, 0 where none is known. */
  readonly quickest: (kind: string) => number
}

/** Makes an in-flight limit. */
export const make = (given: Partial<FlightOptions> = {}): Flight => {
  const options = { ...flightDefaults, ...given }
  const floors = new Map<string, Floor>()
  const state = { limit: options.start, goal: 0, active: 0, cutAt: -Infinity, silent: 0, out: false, healthy: options.start }
  const probing = { nextAt: -Infinity, pause: options.firstPause }

  const cut = (now: number) => {
    if (now - state.cutAt < options.cutEvery) return
    state.cutAt = now
    state.limit = Math.max(options.least, state.limit * options.cut)
    state.goal = state.limit
  }
  const grow = () => {
    state.limit = Math.min(options.most, state.limit + (state.limit < state.goal ? 1 : 1 / state.limit))
  }
  const failed = (now: number) => {
    if (state.silent === 0) state.healthy = state.limit
    state.silent += 1
    cut(now)
    if (state.out || state.silent < options.outageAfter) return
    state.out = true
    probing.pause = options.firstPause
    probing.nextAt = now + probing.pause
  }
  const heard = () => {
    state.silent = 0
    if (!state.out) return
    // The server is back: begin below what it bore before, and grow quickly up to half of that.
    state.out = false
    state.goal = Math.max(options.least, state.healthy * options.cut)
    state.limit = Math.min(state.goal, Math.max(options.least, options.start * options.cut))
  }
  const arrived = (trip: Trip, now: number) => {
    heard()
    const took = now - trip.at
    const floor = floors.get(trip.kind) ?? makeFloor(options.memory)
    floors.set(trip.kind, floor)
    floor.add(took, now)
    if (took > Math.max(options.lateFloor, options.lateFactor * floor.value())) cut(now)
    else if (trip.beside >= state.limit / 2) grow()
  }
  return {
    active: () => state.active,
    limit: () => state.limit,
    out: () => state.out,
    readyAt: () => (state.out ? probing.nextAt : state.active < Math.floor(state.limit) ? -Infinity : Infinity),
    leave: (now, kind) => {
      state.active += 1
      if (state.out) {
        probing.pause = Math.min(options.longestPause, probing.pause * 2)
        probing.nextAt = now + probing.pause
      }
      return { at: now, kind, beside: state.active }
    },
    back: (trip, now, ending) => {
      state.active -= 1
      if (ending === "answered") arrived(trip, now)
      else if (ending === "limited") heard()
      else if (ending === "failing") failed(now)
    },
    quickest: (kind) => floors.get(kind)?.value() ?? 0
  }
}

interface Floor {
  readonly add: (took: number, now: number) => void
  readonly value: () => number
}

/** The least of the last `memory` ms, kept in two halves so that it costs two numbers. */
const makeFloor = (memory: number): Floor => {
  let since = -Infinity
  let current = Infinity
  let previous = Infinity
  return {
    add: (took, now) => {
      if (now - since > memory / 2) {
        previous = now - since > memory ? Infinity : current
        current = Infinity
        since = now
      }
      current = Math.min(current, took)
    },
    value: () => Math.min(current, previous)
  }
}
