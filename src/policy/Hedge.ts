/**
 * A second request for a read that is slow: sent once the first has taken longer than nearly all before it. The first to end
 * counts, and the other is canceled. It works on any effect that may run twice at once.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { makePercentile, type Percentile } from "./hedge/latency.ts"
import { durationProblem, numberProblem, type Problem } from "./problem.ts"

/** When to hedge, and what it may cost. Everything has a default. */
export interface Options {
  /** The share of answers that come before the second request is sent. Default 0.95. */
  readonly percentile?: number
  /** Answers to have seen before the first hedge. Default 20. */
  readonly atLeast?: number
  /** Never sooner than this. Default 1 ms. */
  readonly floor?: Duration.Input
  /** Pays for one second request; `false` forbids it. Default: always paid. */
  readonly withdraw?: Effect.Effect<boolean>
  /** Which successes count as answers to learn from, for effects that report a failed attempt as a value. Default: all. */
  readonly counts?: (value: unknown) => boolean
}

/** The defaults of a hedge. */
export const defaults = { percentile: 0.95, atLeast: 20, floor: Duration.millis(1) } as const

/** A hedge, with what it has learned. */
export interface Hedge {
  /** Runs the effect, and, where it is slow, `second` beside it. Default: the same effect once more. */
  readonly run: <A, E, R>(
    effect: Effect.Effect<A, E, R>,
    second?: Effect.Effect<A, E, R>
  ) => Effect.Effect<A, E, R>
  /** The wait before a second request; `undefined` while too little is known. */
  readonly delay: Effect.Effect<Duration.Duration | undefined>
}

/** What is wrong with the options. */
export const problems = ({ atLeast, floor, percentile }: Options): ReadonlyArray<Problem> => [
  ...numberProblem("percentile", percentile, { above: 0, most: 1 }),
  ...numberProblem("atLeast", atLeast, { least: 1, whole: true }),
  ...durationProblem("floor", floor, { least: 0 })
]

/**
 * Makes a hedge. Its estimate is its own: make one per operation, or per group of operations that take equally long.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Budget, Hedge } from "faultline/core"
 *
 * const program = Effect.gen(function* () {
 *   const budget = yield* Budget.make()
 *   const hedge = yield* Hedge.make({ atLeast: 20, withdraw: budget.withdraw })
 *   for (let call = 0; call < 20; call++) yield* hedge.run(Effect.sleep("1 millis"))
 *
 *   // This one hangs: the second request answers, and the first is canceled.
 *   return yield* hedge.run(Effect.never, Effect.succeed("the second answered"))
 * })
 *
 * assert.equal(await Effect.runPromise(program), "the second answered")
 * ```
 */
export const make = (options: Options = {}): Effect.Effect<Hedge> =>
  Effect.map(Clock.Clock, (clock) => {
    const percentile = makePercentile(
      options.percentile ?? defaults.percentile,
      options.atLeast ?? defaults.atLeast
    )
    const floor = Duration.toMillis(Duration.fromInputUnsafe(options.floor ?? defaults.floor))
    const timed = makeTimed(clock, percentile, options.counts)
    const withdraw = options.withdraw ?? Effect.succeed(true)
    const delay = () => {
      const millis = percentile.read()
      return millis === undefined ? undefined : Duration.millis(Math.max(floor, millis))
    }
    return {
      delay: Effect.sync(delay),
      run: (effect, second = effect) =>
        Effect.suspend(() => {
          const wait = delay()
          return wait === undefined ? timed(effect) : race(timed(effect), timed(second), wait, withdraw)
        })
    }
  })

/** Measures how long an effect takes that succeeds with an answer. */
const makeTimed =
  (clock: Clock.Clock, { learn }: Percentile, counts: Options["counts"]) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
      const start = now()
      return Effect.tap(effect, (value) =>
        Effect.sync(() => {
          if (counts === undefined || counts(value)) learn(now() - start)
        })
      )
    })

/** The first to end counts, failure or success: whether to retry a failure is not the business of a hedge. */
const race = <A, E, R>(
  first: Effect.Effect<A, E, R>,
  second: Effect.Effect<A, E, R>,
  wait: Duration.Duration,
  withdraw: Effect.Effect<boolean>
): Effect.Effect<A, E, R> =>
  Effect.raceFirst(
    first,
    Effect.sleep(wait).pipe(
      Effect.andThen(withdraw),
      Effect.flatMap((paid) => (paid ? second : Effect.never))
    )
  )
