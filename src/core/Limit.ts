/**
 * One fair queue per quota: calls leave in order, at the pace the vendor declares (documented figures, corrected by its headers
 * and its refusals) and no more at once than its server bears. A call that cannot make its deadline is refused at once.
 *
 * It does not repeat calls and does not give up on a server; that is for `Retry` and `Breaker`. It works on any effect.
 *
 * Limits nest where a call counts against two queues: the narrower one outside, made with `inFlight: "unlimited"`, so that its
 * calls may wait in the wider one.
 */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import { OutOfTime } from "./Common.ts"
import * as Flight from "./limit/flight.ts"
import type { RateHints } from "./limit/Hints.ts"
import * as Pace from "./limit/pace.ts"
import type { Quota } from "./limit/quota.ts"
import * as Queue from "./limit/queue.ts"
import { Store } from "./limit/store.ts"

export * as Hints from "./limit/Hints.ts"
export type { RateHints } from "./limit/Hints.ts"
export { evenness, type Quota } from "./limit/quota.ts"
export { flightDefaults, type FlightOptions } from "./limit/flight.ts"
export { refusalPauses } from "./limit/pace.ts"
export { type Permission, Store } from "./limit/store.ts"

/**
 * What the end of an attempt tells about its server.
 *
 * - `Answered`: it answered in good order, a refusal of this very call included.
 * - `Limited`: too many calls; `hints.retryAt` says until when.
 * - `Failing`: no answer in time, or a server fault.
 * - `Ignored`: nothing: the attempt was given up, or never reached the server.
 */
export interface Feedback {
  readonly _tag: "Answered" | "Limited" | "Failing" | "Ignored"
  readonly hints?: RateHints
}

/** Reads the end of an attempt, which took `elapsedMs`. */
export type Read = (exit: Exit.Exit<unknown, unknown>, elapsedMs: number) => Feedback

/** How a queue is made. Everything has a default. */
export interface Options {
  /** The documented limits that all calls of this queue count against. */
  readonly quotas?: ReadonlyArray<Quota>
  readonly read?: Read
  /** The constants of the in-flight limit, or none. */
  readonly inFlight?: Partial<Flight.FlightOptions> | "unlimited"
  /** How many calls may wait; one more is refused at once. */
  readonly waiting?: number
}

/** What a call brings to the queue. */
export interface Ticket {
  /** Keys take turns: a tenant, an audience. Calls without one share a key. */
  readonly key?: string
  /** Order of first arrival. A call that comes again brings the number it had, and so stands at the head. */
  readonly arrived?: number
  /** Unix ms. The call is refused as soon as it cannot have an answer by then. */
  readonly deadline?: number
  /** Names calls that take about the same time (the operation), so that a slow one is not taken for a slow server. */
  readonly kind?: string
}

/** How a queue stands. Moments are Unix ms. */
export interface Standing {
  readonly waiting: number
  readonly inFlight: number
  readonly inFlightLimit: number
  /** The server is silent, and single calls try whether it is back. */
  readonly probing: boolean
  /** Nothing is sent before this, by order of the server. */
  readonly heldUntil: number | undefined
}

/** One fair queue. */
export interface Limit {
  /** Waits for its turn, then runs the attempt. Fails with `OutOfTime` where it cannot have an answer before its deadline. */
  readonly run: <A, E, R>(attempt: Effect.Effect<A, E, R>, ticket?: Ticket) => Effect.Effect<A, E | OutOfTime, R>
  /** Tells the queue what was learned about its limit elsewhere. */
  readonly hint: (hints: RateHints) => Effect.Effect<void>
  readonly standing: Effect.Effect<Standing>
}

/** How many calls may wait by default: what a 50 rps limit serves in a bit more than three minutes. */
export const waitingDefault = 10_000

/** Without a `read` of its own, a queue takes timeouts and defects for a failing server, and any typed failure for an answer. */
export const readDefault: Read = (exit) => {
  if (Exit.isSuccess(exit)) return { _tag: "Answered" }
  if (Cause.hasInterruptsOnly(exit.cause)) return { _tag: "Ignored" }
  const error = Cause.squash(exit.cause)
  return { _tag: Cause.hasDies(exit.cause) || Cause.isTimeoutError(error) ? "Failing" : "Answered" }
}

/** Makes a queue. It keeps the clock it is made with, and holds no fiber while nobody waits. */
export const make = (options: Options = {}): Effect.Effect<Limit> =>
  Effect.gen(function* () {
    const clock = yield* Clock.Clock
    const store = yield* Store
    const wake = yield* Effect.map(Effect.context<never>(), alarm)
    return limit(options, clock, store, wake)
  })

interface Waiting extends Queue.Place {
  called: (turn: Queue.Turn) => void
  /** What a store has granted already, so that no quota is asked twice. */
  readonly granted: Set<Quota>
}

const limit = (options: Options, clock: Clock.Clock, store: Store | undefined, alarm: Alarm): Limit => {
  const quotas = options.quotas ?? []
  const shared = store === undefined || quotas.length === 0 ? undefined : store
  const unlimited = options.inFlight === "unlimited"
  const flight = options.inFlight === "unlimited" ? Flight.none : Flight.make(options.inFlight)
  const queue = Queue.make(Pace.make(quotas), flight, options.waiting ?? waitingDefault, shared !== undefined)
  const read = options.read ?? readDefault
  let entered = 0

  const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
  const local = (unix: number) => now() + unix - clock.currentTimeMillisUnsafe()
  const act = (change: (now: number) => void) => {
    change(now())
    const at = queue.wakeAt(now())
    alarm(at === Infinity ? undefined : at - now(), () => act(queue.pump))
  }
