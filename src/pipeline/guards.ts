/** What keeps calls calm, shared by all operations of a layer: retry budget, circuit breaker, queues and hedges. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type { Contract } from "../contract/compile.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import type { Vendor } from "../contract/Vendor.ts"
import type * as Breaker from "../policy/Breaker.ts"
import { makeRunner, SharedStore } from "../policy/breaker/make.ts"
import * as Budget from "../policy/Budget.ts"
import * as Hedge from "../policy/Hedge.ts"
import type * as Limit from "../policy/limit/make.ts"
import type { Ended } from "./ended.ts"
import { feedback } from "./feedback.ts"
import { type Jobs, makeJobs } from "./jobs.ts"
import { type LimitOptions, limitsOf, type Queues } from "./queues.ts"

/** How the guards of a layer are made; each may also be a ready one, shared with other layers or watched from outside. */
export interface GuardOptions {
  /**
   * None by default, unless the context has a store of circuits that processes share: while the vendor is down, calls wait in the
   * queue. `{}` makes one with the default figures.
   */
  readonly breaker?: Breaker.Options | Breaker.Breaker
  readonly budget?: Budget.Options | Budget.Budget
  /** A ready one serves all operations of the layer, in place of the vendor's documented limits. */
  readonly limit?: LimitOptions | Limit.Limit
  /** Hedges reads. Off by default. */
  readonly hedge?: Hedge.Options | Hedge.Hedge | true
}

/** The guards at work. */
export interface Guards {
  readonly breaker: Breaker.Runner | undefined
  readonly budget: Budget.Budget
  readonly queues: Queues["chain"]
  readonly classes: Queues["classes"]
  readonly onFirst: Queues["onFirst"]
  /** Reads the end of an attempt of an operation for a queue. */
  readonly read: (contract: Contract) => Limit.Read
  readonly jobs: Jobs
  readonly hedge: ((operation: AnyOperation) => Effect.Effect<Hedge.Hedge>) | undefined
}

const isReady = <Ready extends { readonly run: unknown }>(given: object): given is Ready => "run" in given

/** The calls per second that the vendor declares for its widest class of endpoints, where it declares any. */
const rateOf = ({ quotas }: Vendor): Budget.Options => {
  const rates = Object.values(quotas).flatMap(({ quotas }) => {
    const each = quotas.map(({ limit, per }) => limit / Duration.toSeconds(Duration.fromInputUnsafe(per)))
    return each.length === 0 ? [] : [Math.min(...each)]
  })
  return rates.length === 0 ? {} : { rate: Math.max(...rates) }
}

const budgetOf = (vendor: Vendor, given: GuardOptions["budget"] = {}): Effect.Effect<Budget.Budget> =>
  "withdraw" in given ? Effect.succeed(given) : Budget.make({ ...rateOf(vendor), ...given })

// A breaker of the layer's own is not watched from outside, and needs no stream.
const breakerOf = (given: GuardOptions["breaker"]): Effect.Effect<Breaker.Runner | undefined> => {
  if (given !== undefined && isReady<Breaker.Breaker>(given)) return Effect.succeed(given)
  if (given !== undefined) return makeRunner(given)
  return Effect.flatMap(Effect.serviceOption(SharedStore), (store) =>
    Option.isNone(store) ? Effect.succeed(undefined) : makeRunner()
  )
}

const succeeded = (value: unknown): boolean => Exit.isSuccess((value as Ended).exit) // as: the hedge stage runs nothing else

/** One hedge for each operation, for its estimate is of one kind of call; a ready one serves all. */
const hedgesOf = (given: GuardOptions["hedge"], { withdraw }: Budget.Budget): Guards["hedge"] => {
  if (given === undefined) return undefined
  if (given !== true && isReady<Hedge.Hedge>(given)) return () => Effect.succeed(given)
  const hedges = new Map<string, Hedge.Hedge>()
  const options = given === true ? {} : given
  return ({ tag }) => {
    const known = hedges.get(tag)
    if (known !== undefined) return Effect.succeed(known)
    return Effect.tap(Hedge.make({ withdraw, counts: succeeded, ...options }), (hedge) =>
      Effect.sync(() => hedges.set(tag, hedge))
    )
  }
}

/** Makes the guards of one layer. */
export const makeGuards = (vendor: Vendor, options: GuardOptions): Effect.Effect<Guards> =>
  Effect.gen(function* () {
    const clock = yield* Clock.Clock
    const budget = yield* budgetOf(vendor, options.budget)
    const { chain, classes, onFirst } = yield* limitsOf(vendor, options.limit, feedback(clock))
    return {
      budget,
      read: ({ spec: { job } }) => feedback(clock, job),
      jobs: makeJobs(clock),
      breaker: yield* breakerOf(options.breaker),
      queues: chain,
      classes,
      onFirst,
      hedge: hedgesOf(options.hedge, budget)
    }
  })
