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
import type { OutOfTime } from "./Common.ts"
import { makeAlarm } from "./limit/alarm.ts"
import { Desk, type Waiting } from "./limit/desk.ts"
import { Flight, type FlightOptions, unlimited } from "./limit/flight.ts"
import type { RateHints } from "./limit/Hints.ts"
import { Pace } from "./limit/pace.ts"
import type { Quota } from "./limit/quota.ts"
import { Queue } from "./limit/queue.ts"
import { Store } from "./limit/store.ts"
import type { Read, Ticket } from "./limit/ticket.ts"

export { forKey, Key } from "./limit/key.ts"
export * as Hints from "./limit/Hints.ts"
export type { RateHints } from "./limit/Hints.ts"
export { evenness, type Quota } from "./limit/quota.ts"
export { flightDefaults, type FlightOptions } from "./limit/flight.ts"
export { refusalPauses } from "./limit/pace.ts"
export { layerRedis, makeShared } from "./limit/shared.ts"
export { type Permission, Store } from "./limit/store.ts"
export type { Feedback, Read, Ticket } from "./limit/ticket.ts"

/** How a queue is made. Everything has a default. */
export interface Options {
  /** The documented limits that all calls of this queue count against. */
  readonly quotas?: ReadonlyArray<Quota>
  readonly read?: Read
  /** The constants of the in-flight limit, or none. */
  readonly inFlight?: Partial<FlightOptions> | "unlimited"
  /** How many calls may wait; one more is refused at once. */
  readonly waiting?: number
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
  readonly run: <A, E, R>(
    attempt: Effect.Effect<A, E, R>,
    ticket?: Ticket
  ) => Effect.Effect<A, E | OutOfTime, R>
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
    const { inFlight, quotas = [], read = readDefault, waiting = waitingDefault } = options
    const store = quotas.length === 0 ? undefined : yield* Store
    const flight = new Flight(inFlight === "unlimited" ? unlimited : inFlight)
    const queue = new Queue(new Pace(quotas), flight, { most: waiting, asks: store !== undefined })
    const desk = new Desk(queue, yield* Clock.Clock, makeAlarm(yield* Effect.context<never>()))
    return {
      run: (attempt, ticket = {}) =>
        Effect.suspend(() => {
          const place = desk.place(ticket)
          const turn = desk.wait(place, (now) => queue.enter(place, now))
          const admitted = store === undefined ? turn : Effect.andThen(turn, ask(desk, place, store, quotas))
          return attend(desk, place, admitted, attempt, read)
        }),
      hint: (hints) => Effect.sync(() => desk.act((now) => queue.hint(desk.local(hints), now))),
      standing: Effect.sync(() => standing(desk))
    }
  })

/** Runs the attempt when the place is admitted. However it ends, the place is given back. */
const attend = <A, E, R>(
  desk: Desk,
  place: Waiting,
  admitted: Effect.Effect<void, OutOfTime>,
  attempt: Effect.Effect<A, E, R>,
  read: Read
): Effect.Effect<A, E | OutOfTime, R> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.flatMap(Effect.exit(restore(admitted)), (turned): Effect.Effect<A, E | OutOfTime, R> => {
      if (Exit.isFailure(turned)) return Effect.andThen(desk.leave(place), Effect.failCause(turned.cause))
      return Effect.flatMap(Effect.exit(restore(attempt)), (exit) =>
        Effect.andThen(desk.done(place, exit, read), exit)
      )
    })
  )

/** Asks the store for every quota, one after another; what it grants it is not asked for again. */
const ask = (
  desk: Desk,
  place: Waiting,
  store: Store,
  quotas: ReadonlyArray<Quota>
): Effect.Effect<void, OutOfTime> =>
  Effect.suspend(() => {
    const quota = quotas.find((one) => !place.granted.has(one))
    if (quota === undefined) return Effect.sync(() => desk.act((now) => desk.queue.allowed(place, now)))
    const key = quota.each === "key" ? `${quota.name}:${place.key}` : quota.name
    return Effect.flatMap(store.take(quota, key), (permission) => {
      if (permission.allowed) place.granted.add(quota)
      // Asked again at once, it would say the same.
      const wait = permission.allowed ? 0 : Math.max(1, Duration.toMillis(permission.wait))
      const again = desk.wait(place, (now) => desk.queue.postpone(place, now + wait, now))
      return Effect.andThen(permission.allowed ? Effect.void : again, ask(desk, place, store, quotas))
    })
  })

const standing = (desk: Desk): Standing => {
  const { flight, line, pace } = desk.queue
  return {
    waiting: line.size,
    inFlight: flight.active,
    inFlightLimit: Math.floor(flight.limit),
    probing: flight.out,
    heldUntil: pace.heldUntil > desk.now() ? desk.toUnix(pace.heldUntil) : undefined
  }
}
