/**
 * A retry budget: retries may add only a share to the load that calls make anyway, so that an outage cannot become a storm of
 * our making. It is shared by all operations of a layer.
 *
 * Withdraw when a call *leaves* its backoff, not when it enters: otherwise all that entered together wake together. A retry
 * that the queue paces (a 429) adds no load and spends nothing.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** How a budget is made. */
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

/** The share of a declared rate that is kept in reserve, and the most that is. */
const reserveOf = (rate: number): number => Math.min(10, rate * 0.02)
const slots = 10

/** A retry budget. */
export interface Budget {
  /** Counts a first attempt. */
  readonly deposit: Effect.Effect<void>
  /** Takes the cost of one retry; `false` where the budget is spent. */
  readonly withdraw: Effect.Effect<boolean>
  /** How many retries it would pay for now. */
  readonly balance: Effect.Effect<number>
}

/** Makes a budget. It keeps the clock it is made with. */
export const make = (options: Options = {}): Effect.Effect<Budget> =>
  Effect.map(Clock.Clock, (clock) => {
    const share = options.share ?? defaults.share
    const memory = Duration.toMillis(Duration.fromInputUnsafe(options.memory ?? defaults.memory))
    const reserve =
      options.reserve ?? (options.rate === undefined ? defaults.reserve : reserveOf(options.rate))
    const [firsts, retries] = [makeCount(memory), makeCount(memory)]
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

/** Thirty deposits of 0.1 are three retries, whatever binary fractions say. */
const rounding = 1e-9

/** How many there were in the last `memory` ms, in slots that expire. */
const makeCount = (memory: number) => {
  const counts: Array<number> = Array.from({ length: slots }, () => 0)
  let current = -Infinity
  const turn = (now: number): number => {
    const slot = Math.floor((now * slots) / memory)
    if (slot - current >= slots) counts.fill(0)
    else for (let passed = current + 1; passed <= slot; passed++) counts[passed % slots] = 0
    current = Math.max(current, slot)
    return current % slots
  }
  return {
    add: (now: number) => {
      const slot = turn(now)
      counts[slot] = (counts[slot] ?? 0) + 1
    },
    sum: (now: number): number => {
      turn(now)
      return counts.reduce((sum, count) => sum + count, 0)
    }
  }
}
