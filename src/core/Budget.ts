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
    const ledger = makeLedger(memory, (reserve * memory) / 1000)
    const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
    return {
      deposit: Effect.sync(() => ledger.add(now(), share)),
      withdraw: Effect.sync(() => {
        const may = ledger.sum(now()) >= 1 - rounding
        if (may) ledger.add(now(), -1)
        return may
      }),
      balance: Effect.sync(() => Math.max(0, ledger.sum(now())))
    }
  })

/** Ten deposits of 0.1 are one retry, whatever binary fractions say. */
const rounding = 1e-9

/** A sum over the last `memory` ms, in slots that expire, on top of `floor`. */
const makeLedger = (memory: number, floor: number) => {
  const span = memory / slots
  const amounts: Array<number> = Array.from({ length: slots }, () => 0)
  let current = -Infinity
  const turn = (now: number): number => {
    const slot = Math.floor(now / span)
    if (slot - current >= slots) amounts.fill(0)
    else for (let passed = current + 1; passed <= slot; passed++) amounts[passed % slots] = 0
    current = Math.max(current, slot)
    return current % slots
  }
  return {
    add: (now: number, amount: number) => {
      const slot = turn(now)
      amounts[slot] = (amounts[slot] ?? 0) + amount
    },
    sum: (now: number): number => {
      turn(now)
      return amounts.reduce((sum, amount) => sum + amount, floor)
    }
  }
}
