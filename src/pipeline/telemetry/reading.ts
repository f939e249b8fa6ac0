/** Reads how the guards of a vendor's layers stand. It changes nothing, and asks nobody. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Breaker } from "../../policy/Breaker.ts"
import type { Budget } from "../../policy/Budget.ts"
import type { Limit, Standing } from "../../policy/limit/make.ts"
import type { CircuitState, ClassHealth, QuotaHealth, SharedHealth, VendorHealth } from "./health.ts"

/** What one layer is read from. */
export interface Source {
  /** Of a vendor with many classes: those that were called. */
  readonly classes: ReadonlyMap<string, ReadonlyArray<Limit>>
  /** From now on this is run whenever a class is called for the first time. */
  readonly onFirst: (listener: () => void) => void
  readonly budget: Budget
  readonly breaker: Pick<Breaker, "known"> | undefined
  /** When (Unix ms) its token ends. */
  readonly ends: (() => number | undefined) | undefined
}

const add = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, one) => sum + one, 0)

const finite = (number: number): number | undefined => (Number.isFinite(number) ? number : undefined)

const earliest = (times: ReadonlyArray<number | undefined>): number | undefined =>
  finite(Math.min(...times.map((time) => time ?? Infinity)))

/** Ours answer at once. One of the application's own that asks somebody first, or throws, is left out: it must not spoil an export. */
const atOnce = <A>(effects: ReadonlyArray<Effect.Effect<A>>): ReadonlyArray<A> =>
  effects.flatMap((effect) => {
    const exit = Effect.runSyncExit(effect)
    return Exit.isSuccess(exit) ? [exit.value] : []
  })

/** The queues of a class in one layer: calls wait in all of them, and leave from the last. */
const read = (limits: ReadonlyArray<Limit>): ReadonlyArray<Standing> =>
  atOnce(limits.map(({ standing }) => standing))

/** A queue that several layers share is one. */
const queuesOf = (sources: ReadonlyArray<Source>, name: string): ReadonlyArray<ReadonlyArray<Standing>> => {
  const found = sources.flatMap(({ classes }) => {
    const limits = classes.get(name)
    return limits?.[0] === undefined ? [] : [[limits[0], limits] as const]
  })
  return [...new Map(found).values()].map(read)
}

const quotasOf = (standings: ReadonlyArray<Standing>): ReadonlyArray<QuotaHealth> => {
  const quotas = new Map<number, QuotaHealth>()
  for (const { limit, millis, remaining } of standings.flatMap(({ windows }) => windows)) {
    const window = millis / 1000
    const known = quotas.get(window) ?? { window, limit: 0, remaining: 0 }
    quotas.set(window, { window, limit: known.limit + limit, remaining: known.remaining + remaining })
  }
  return [...quotas.values()]
}

const circuits = { Closed: "closed", HalfOpen: "half_open", Open: "open" } as const
const worst: ReadonlyArray<CircuitState> = ["open", "half_open", "closed"]

const circuitOf = (sources: ReadonlyArray<Source>, key: string): CircuitState | undefined => {
  const states = sources.flatMap(({ breaker }) =>
    breaker === undefined ? [] : [circuits[breaker.known(key)]]
  )
  return worst.find((state) => states.includes(state))
}

/** One class of a vendor, over its layers: sums, and the worst where a sum says nothing. */
export const classHealth = (vendor: string, name: string, sources: ReadonlyArray<Source>): ClassHealth => {
  const queues = queuesOf(sources, name)
  const all = queues.flat()
  const last = queues.flatMap((standings) => standings.slice(-1))
  return {
    class: name,
    waiting: add(all.map(({ waiting }) => waiting)),
    inFlight: add(last.map(({ inFlight }) => inFlight)),
    inFlightLimit: finite(add(last.map(({ inFlightLimit }) => inFlightLimit))),
    held: Math.max(0, ...all.map(({ heldFor }) => heldFor)) / 1000,
    rate: finite(add(queues.map((standings) => Math.min(...standings.map(({ rate }) => rate))))),
    downSince: earliest(all.map(({ downSince }) => downSince)),
    circuit: circuitOf(sources, `${vendor}/${name}`),
    quotas: quotasOf(last)
  }
}

/** What the layers of a vendor share between classes: the sum of the budgets, and the token that ends first. */
export const sharedHealth = (sources: ReadonlyArray<Source>, now: number): SharedHealth => {
  const budgets = [...new Set(sources.map(({ budget }) => budget))]
  const ends = earliest(sources.map(({ ends }) => ends?.()))
  return {
    retryBudget: add(atOnce(budgets.map(({ balance }) => balance))),
    tokenExpiresIn: ends === undefined ? undefined : (ends - now) / 1000
  }
}

/** The classes of all layers. */
export const classesOf = (sources: ReadonlyArray<Source>): ReadonlyArray<string> => [
  ...new Set(sources.flatMap(({ classes }) => [...classes.keys()]))
]

/** All that is known of a vendor's layers. */
export const vendorHealth = (vendor: string, sources: ReadonlyArray<Source>, now: number): VendorHealth => {
  const classes = classesOf(sources).map((name) => classHealth(vendor, name, sources))
  return {
    vendor,
    layers: sources.length,
    downSince: earliest(classes.map(({ downSince }) => downSince)),
    ...sharedHealth(sources, now),
    classes
  }
}
