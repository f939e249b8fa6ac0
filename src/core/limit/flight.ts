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
  /** The way back after trouble is quick only while answers take no more than this many times as long as usual. */
  readonly calmFactor: number
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
  most: 256,
  cut: 0.5,
  lateFactor: 3,
  lateFloor: 40,
  calmFactor: 1.5,
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
  /** `cutShort`: the caller's deadline ended it, which is no bad sign unless it was late by then. */
  readonly back: (trip: Trip, now: number, ending: Ending, cutShort?: boolean) => void
  /** How long an answer of this kind takes: the quickest, and the time that nearly all keep. 0 where none is known. */
  readonly takes: (kind: string) => { readonly least: number; readonly most: number }
}

const FW = Number(process.env["FW"] ?? 0.1)
const FT = Number(process.env["FT"] ?? 0.5)
/** Makes an in-flight limit. */
export const make = (given: Partial<FlightOptions> = {}): Flight => {
  const options = { ...flightDefaults, ...given }
  const pulses = new Map<string, Pulse>()
  // `goal`: up to here the limit grows quickly.
  const state = { limit: options.start, goal: options.most, active: 0, cutAt: -Infinity, backAt: -Infinity, silent: 0, bad: 0, out: false }
  const probing = { nextAt: -Infinity, pause: options.firstPause }

  const cut = (trip: Trip, now: number) => {
    // It left before the last cut, so it cannot tell whether that was enough.
    if (trip.at < state.cutAt) return
    // What was borne before a row of cuts is half the way back when the trouble is over.
    if (state.limit >= state.goal || state.cutAt === -Infinity) state.goal = state.limit * options.cut
    state.cutAt = now
    state.limit = Math.max(options.least, state.limit * options.cut)
  }
  const grow = (pulse: Pulse) => {
    const quickly = state.limit < state.goal && pulse.recent() <= options.calmFactor * pulse.usual()
    state.limit = Math.min(options.most, state.limit + (quickly ? 1 : 1 / state.limit))
  }
  const failed = (trip: Trip, now: number) => {
    // It left before the outage ended, and tells nothing about now.
    if (trip.at < state.backAt) return
    state.silent += 1
    state.bad += (1 - state.bad) * FW
    if (state.bad > FT) cut(trip, now)
    if (state.out || state.silent < options.outageAfter) return
    state.out = true
    probing.pause = options.firstPause
    probing.nextAt = now + probing.pause
  }
  const heard = (now: number) => {
    state.silent = 0
    state.bad -= state.bad * FW
    if (!state.out) return
    state.out = false
    state.backAt = now
    state.limit = Math.max(state.limit, Math.min(state.goal, options.start * options.cut))
  }
  const isLate = (took: number, pulse: Pulse | undefined) =>
    took > Math.max(options.lateFloor, options.lateFactor * (pulse?.usual() ?? 0))
  const arrived = (trip: Trip, now: number) => {
    heard(now)
    const pulse = pulses.get(trip.kind) ?? makePulse(options.memory)
    pulses.set(trip.kind, pulse)
    pulse.add(now - trip.at, now)
    if (isLate(pulse.recent(), pulse)) { if (state.limit > options.start * options.cut) cut(trip, now) }
    else if (trip.beside >= state.limit / 2) grow(pulse)
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
    back: (trip, now, ending, cutShort) => {
      state.active -= 1
      if (ending === "answered") arrived(trip, now)
      else if (ending === "limited") heard(now)
      else if (ending === "failing" && (!cutShort || isLate(now - trip.at, pulses.get(trip.kind)))) failed(trip, now)
    },
    takes: (kind) => pulses.get(kind)?.takes() ?? { least: 0, most: 0 }
  }
}

/** How long answers of one kind take. */
interface Pulse {
  readonly add: (took: number, now: number) => void
  /** The mean within memory. */
  readonly usual: () => number
  /** The mean of about the last four. */
  readonly recent: () => number
  readonly takes: () => { readonly least: number; readonly most: number }
}

/** The weight of the newest answer in the mean of the recent ones. */
const weight = 0.1
/** Nearly all answers come within the mean and four mean deviations, as TCP has it (RFC 6298). */
const deviations = 4

/** Memory is kept in two halves, so that it costs a handful of numbers. */
const makePulse = (memory: number): Pulse => {
  const empty = { least: Infinity, sum: 0, off: 0, count: 0 }
  let since = -Infinity
  let current = empty
  let previous = empty
  let recent: number | undefined
  const mean = (part: "sum" | "off") => (current[part] + previous[part]) / (current.count + previous.count)
  return {
    add: (took, now) => {
      if (now - since > memory / 2) {
        previous = now - since > memory ? empty : current
        current = empty
        since = now
      }
      const { count, least, off, sum } = current
      const usual = count + previous.count === 0 ? took : mean("sum")
      current = { least: Math.min(least, took), sum: sum + took, off: off + Math.abs(took - usual), count: count + 1 }
      recent = recent === undefined ? took : recent + (took - recent) * weight
    },
    usual: () => mean("sum"),
    recent: () => recent ?? 0,
    takes: () => ({ least: Math.min(current.least, previous.least), most: mean("sum") + deviations * mean("off") })
  }
}
