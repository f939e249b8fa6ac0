/** Making a queue: its options, and how a call passes it. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import type * as Scope from "effect/Scope"
import type { OutOfTime } from "../../contract/Common.ts"
import { AdaptiveConcurrency } from "./adaptiveConcurrency.ts"
import { type ConcurrencyOptions, unlimited } from "./concurrencyOptions.ts"
import { QueueDriver } from "./driver.ts"
import type { RateHints } from "./Hints.ts"
import { Pacer } from "./pacer.ts"
import type { Permit } from "./permit.ts"
import { concurrencyProblems, quotaProblems } from "./problems.ts"
import { Queue } from "./queue.ts"
import type { ProbeGate } from "./probeGate.ts"
import type { Quota } from "./quota.ts"
import { Readiness } from "./readiness.ts"
import { SharedRate } from "./sharedRate.ts"
import { type Standing, standingOf } from "./standing.ts"
import { readDefault } from "./readDefault.ts"
import { Store } from "./store.ts"
import type { Read, Ticket } from "./ticket.ts"
import { makeTimer } from "./timer.ts"
import * as Turn from "./turn.ts"
import { numberProblem, type Problem } from "../problem.ts"

export { concurrencyDefaults, type ConcurrencyOptions } from "./concurrencyOptions.ts"
export * as Hints from "./Hints.ts"
export type { RateHints } from "./Hints.ts"
export { forKey, Key } from "./key.ts"
export { margins } from "./jitter.ts"
export { holdOf, longestHold } from "./pacer.ts"
export type { Permit } from "./permit.ts"
export { ProbeGate } from "./probeGate.ts"
export { readDefault } from "./readDefault.ts"
export { evenness, type Quota, type Window } from "./quota.ts"
export type { Standing } from "./standing.ts"
export { type Learned, type Permission, Store } from "./store.ts"
export type { Feedback, Read, Ticket } from "./ticket.ts"
export { trialPauses } from "./trials.ts"

/** How a queue is made. Everything has a default. */
export interface Options {
  /** The documented limits that all calls of this queue count against. */
  readonly quotas?: ReadonlyArray<Quota>
  readonly read?: Read
  /** The constants of the in-flight limit, or none. */
  readonly inFlight?: Partial<ConcurrencyOptions> | "unlimited"
  /** How many calls may wait; one more is refused at once. */
  readonly waiting?: number
  /** Spaces the probes of the queues that are made with the same one: those of one server. */
  readonly probes?: ProbeGate
}

/** One fair queue. */
export interface Limit {
  /**
   * Waits for its turn, then runs the attempt. Fails with `OutOfTime` where it cannot have an answer before its deadline. `down`
   * changes how an attempt ends that failed while the server was down: nothing may be wrong with the call itself, and it can be
   * sent again with its first `arrived`.
   */
  readonly run: <A, E, R>(
    attempt: Effect.Effect<A, E, R>,
    ticket?: Ticket,
    down?: Turn.Down<A, E>
  ) => Effect.Effect<A, E | OutOfTime, R>
  /**
   * Waits for its turn and holds it: `run(attempt, { ...ticket, permit })` then runs without waiting. A permit that is not used is
   * given back when its scope closes. Hold it briefly: it counts as in flight, and calls that leave long after their turns came
   * are no longer evenly spaced.
   */
  readonly reserve: (ticket?: Ticket) => Effect.Effect<Permit, OutOfTime, Scope.Scope>
  /** Tells the queue what was learned about its limit elsewhere. */
  readonly hint: (hints: RateHints) => Effect.Effect<void>
  /** How it stands: who waits, what is in flight, how fast calls may go, what is left of its limits. Reading it changes nothing. */
  readonly standing: Effect.Effect<Standing>
}

/** A vendor that is down is sent at most so many calls a second by a layer, whatever waits, to find out whether it is back. */
export const probesPerSecond = 4

/** How many calls may wait by default: what a 50 rps limit serves in a bit more than three minutes. */
export const waitingDefault = 10_000

/** What is wrong with the options. */
export const problems = ({ inFlight, quotas = [], waiting }: Options): ReadonlyArray<Problem> => [
  ...quotaProblems(quotas),
  ...(inFlight === undefined || inFlight === "unlimited" ? [] : concurrencyProblems(inFlight)),
  ...numberProblem("waiting", waiting, { least: 1, whole: true, infinite: true })
]

/**
 * Makes a queue. It keeps the clock it is made with, and holds no fiber while nobody waits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Clock, Effect } from "effect"
 * import { Limit } from "faultline/core"
 *
 * const program = Effect.gen(function* () {
 *   const limit = yield* Limit.make({
 *     quotas: [{ name: "search", limit: 20, per: "1 second", scope: "an account", source: "the price list" }]
 *   })
 *   const start = yield* Clock.currentTimeMillis
 *   // Three calls at once leave 50 ms apart.
 *   yield* Effect.all([1, 2, 3].map(() => limit.run(Effect.void, { key: "tenant-a" })), { concurrency: 3 })
 *   return (yield* Clock.currentTimeMillis) - start
 * })
 *
 * assert.ok((await Effect.runPromise(program)) >= 90)
 * ```
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Limit } from "faultline/core"
 *
 * // Write the intent down once the turn has come, and not before.
 * const program = Effect.scoped(
 *   Effect.gen(function* () {
 *     const limit = yield* Limit.make()
 *     const permit = yield* limit.reserve({ key: "tenant-a" })
 *     yield* Effect.log("about to send")
 *     return yield* limit.run(Effect.succeed("sent"), { key: "tenant-a", permit })
 *   })
 * )
 *
 * console.log(await Effect.runPromise(program)) // sent
 * ```
 */
export const make = (options: Options = {}): Effect.Effect<Limit> =>
  Effect.gen(function* () {
    const { inFlight, probes, quotas = [], read = readDefault, waiting = waitingDefault } = options
    const store = quotas.length === 0 ? undefined : yield* Store
    const random = yield* Random.Random
    const concurrency = new AdaptiveConcurrency(inFlight === "unlimited" ? unlimited : inFlight, probes)
    const pacer = new Pacer(quotas, () => random.nextDoubleUnsafe())
    const queue = new Queue(new Readiness(pacer, concurrency, store !== undefined), waiting)
    const driver = new QueueDriver(queue, yield* Clock.Clock, makeTimer(yield* Effect.context<never>()))
    const shared = store?.learned === undefined ? undefined : new SharedRate(pacer.learned, quotas)
    const turns: Turn.Turns = { driver, quotas, store, shared, read }
    return {
      run: (attempt, ticket = {}, down) => Turn.run(turns, attempt, ticket, down),
      reserve: (ticket = {}) => Turn.reserve(turns, ticket),
      hint: (hints) => Effect.sync(() => driver.act((now) => queue.hint(driver.local(hints), now))),
      standing: Effect.sync(() => standingOf(driver))
    }
  })
