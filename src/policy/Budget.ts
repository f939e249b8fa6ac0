/**
 * A retry budget: retries may add only a share to the load that calls make anyway, so that an outage cannot become a retry storm.
 * It is shared by all operations of a layer.
 *
 * Withdraw when a call *leaves* its backoff, not when it enters: otherwise all that entered together are sent together. A retry
 * that the queue paces (a 429) adds no load and spends nothing.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { makeSlidingCount } from "./budget/slidingCount.ts"
import { durationProblem, numberProblem, type Problem } from "./problem.ts"

/** How a budget is made. Everything has a default. */
export interface Options {
  /** Retries allowed for each first attempt: 0.1 is one for ten. */
  readonly share?: number
  /** How long a first attempt counts. */
  readonly memory?: Duration.Input
  /** Retries per second that are allowed without any first attempts, for clients that make few calls. */
  readonly reserve?: number
  /** The vendor's own limit in calls per second, where it declares one: the reserve is then scaled to it. */
  readonly rate?: number
}

/**
 * A share of 0.1 keeps the worst case at 1.1 times the load (Google SRE, "Handling Overload"). Memory in ten slots of 1 s as in
 * finagle. finagle's reserve of 10 per second is too generous for a client that makes 5 calls per second.
 */
export const defaults = { share: 0.1, memory: Duration.seconds(10), reserve: 1 } as const

/** The reserve at a declared rate: 2 % of it, at most 10 per second. */
const reserveOf = (rate: number): number => Math.min(10, rate * 0.02)

/** A retry budget. */
export interface Budget {
  /** Counts a first attempt. */
  readonly deposit: Effect.Effect<void>
  /** Takes the cost of one retry; `false` where the budget is spent. */
  readonly withdraw: Effect.Effect<boolean>
  /** How many retries it would pay for now. */
  readonly balance: Effect.Effect<number>
}

/** What is wrong with the options. */
export const problems = ({ memory, rate, reserve, share }: Options): ReadonlyArray<Problem> => [
  ...numberProblem("share", share, { least: 0, most: 1 }),
  ...durationProblem("memory", memory, { above: 0 }),
  ...numberProblem("reserve", reserve, { least: 0 }),
  ...numberProblem("rate", rate, { above: 0 })
]

/**
 * Makes a budget. It keeps the clock it is made with.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Budget } from "faultline/core"
 *
 * const program = Effect.gen(function* () {
 *   const budget = yield* Budget.make({ share: 0.1, reserve: 0 })
 *   for (let call = 0; call < 20; call++) yield* budget.deposit
 *   return [yield* budget.withdraw, yield* budget.withdraw, yield* budget.withdraw]
 * })
 *
 * // Twenty calls pay for two retries.
 * assert.deepEqual(await Effect.runPromise(program), [true, true, false])
 * ```
 */
export const make = (options: Options = {}): Effect.Effect<Budget> =>
  Effect.map(Clock.Clock, (clock) => {
    const share = options.share ?? defaults.share
    const memory = Duration.toMillis(Duration.fromInputUnsafe(options.memory ?? defaults.memory))
    const reserve =
      options.reserve ?? (options.rate === undefined ? defaults.reserve : reserveOf(options.rate))
    const [firsts, retries] = [makeSlidingCount(memory), makeSlidingCount(memory)]
    const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
    const balance = () => (reserve * memory) / 1000 + firsts.sum(now()) * share - retries.sum(now())
    return {
      deposit: Effect.sync(() => firsts.add(now())),
      withdraw: Effect.sync(() => {
        const pays = balance() >= 1 - rounding
        if (pays) retries.add(now())
        return pays
      }),
      balance: Effect.sync(() => Math.max(0, balance()))
    }
  })

/** Thirty deposits of 0.1 pay for three retries, whatever binary fractions add up to. */
const rounding = 1e-9
