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
  /** Answers are late when the latest of a kind take this many times as long as usual … */
  readonly lateFactor: number
  /** … and longer than this many ms. */
  readonly lateFloor: number
  /** How long answers count for what is usual. */
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
  const pulses = new Map<string, Pulse>()
  const state = { limit: options.start, goal: 0, active: 0, cutAt: -Infinity, backAt: -Infinity, silent: 0, out: false, healthy: options.start }
  const probing = { nextAt: -Infinity, pause: options.firstPause }

  const cut = (trip: Trip, now: number) => {
    // It left before the last cut, so it cannot tell whether that was enough.
    if (trip.at < state.cutAt) return
    state.cutAt = now
    state.limit = Math.max(options.least, state.limit * options.cut)
    state.goal = state.limit
  }
  const grow = () => {
    state.limit = Math.min(options.most, state.limit + (state.limit < state.goal ? 1 : 1 / state.limit))
  }
  const failed = (trip: Trip, now: number) => {
    // It left before the outage ended, and tells nothing about now.
    if (trip.at < state.backAt) return
    if (state.silent === 0) state.healthy = state.limit
    state.silent += 1
    cut(trip, now)
    if (state.out || state.silent < options.outageAfter) return
    state.out = true
    probing.pause = options.firstPause
    probing.nextAt = now + probing.pause
  }
  const heard = (now: number) => {
    state.silent = 0
    if (!state.out) return
    state.backAt = now
    // The server is back: begin below what it bore before, and grow quickly up to half of that.
    state.out = false
    state.goal = Math.max(options.least, state.healthy * options.cut)
    state.limit = Math.min(state.goal, Math.max(options.least, options.start * options.cut))
  }
  const arrived = (trip: Trip, now: number) => {
    heard(now)
    const pulse = pulses.get(trip.kind) ?? makePulse(options.memory)
    pulses.set(trip.kind, pulse)
    pulse.add(now - trip.at, now)
    if (pulse.recent() > Math.max(options.lateFloor, options.lateFactor * pulse.usual())) cut(trip, now)
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
      else if (ending === "limited") heard(now)
      else if (ending === "failing") failed(trip, now)
    },
    quickest: (kind) => pulses.get(kind)?.quickest() ?? 0
  }
}

/** How long answers of one kind take. */
interface Pulse {
  readonly add: (took: number, now: number) => void
  /** The quickest within memory. */
  readonly quickest: () => number
  /** The mean within memory. */
  readonly usual: () => number
  /** The mean of about the last four. */
  readonly recent: () => number
}

/** Memory is kept in two halves, so that it costs a handful of numbers. */
const makePulse = (memory: number): Pulse => {
  const empty = { least: Infinity, sum: 0, count: 0 }
  let since = -Infinity
  let current = empty
  let previous = empty
  let recent: number | undefined
  return {
    add: (took, now) => {
      if (now - since > memory / 2) {
        previous = now - since > memory ? empty : current
        current = empty
        since = now
      }
      current = { least: Math.min(current.least, took), sum: current.sum + took, count: current.count + 1 }
      recent = recent === undefined ? took : recent + (took - recent) * weight
    },
    quickest: () => Math.min(current.least, previous.least),
    usual: () => (current.sum + previous.sum) / (current.count + previous.count),
    recent: () => recent ?? 0
  }
}

/** The weight of the newest answer in the mean of the recent ones. */
const weight = Number(process.env["W"] ?? 0.25)
