/**
 * A second request for a read that is slow: sent once the first has taken longer than nearly all before it, the slower of the
 * two canceled. It works on any effect that may be run twice at once.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** When to hedge, and what it may cost. */
export interface Options {
  /** The share of answers that come before the second request is sent. Default 0.95. */
  readonly percentile?: number
  /** Answers to have seen before the first hedge. Default 20. */
  readonly atLeast?: number
  /** Never sooner than this. Default 1 ms. */
  readonly floor?: Duration.Input
  /** Pays for one second request; `false` forbids it. Default: always paid. */
  readonly withdraw?: Effect.Effect<boolean>
}

/** A hedge, with what it has learned. */
export interface Hedge {
  readonly run: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** The wait before a second request; `undefined` while too little is known. */
  readonly delay: Effect.Effect<Duration.Duration | undefined>
}

const windowSize = 100
const windowsKept = 10

const percentileOf = (sample: ReadonlyArray<number>, share: number): number =>
  sample.toSorted((a, b) => a - b)[Math.min(sample.length - 1, Math.ceil(sample.length * share) - 1)] ?? 0

/**
 * The percentile is taken per window of 100 answers, and the least of the last ten windows counts: a time in which every
 * answer is slow must not teach that slow is usual.
 */
const makeEstimate = (share: number, atLeast: number) => {
  const windows: Array<number> = []
  let open: Array<number> = []
  let seen = 0
  const learn = (millis: number): void => {
    seen += 1
    open.push(millis)
    if (open.length < windowSize) return
    windows.push(percentileOf(open, share))
    if (windows.length > windowsKept) windows.shift()
    open = []
  }
  const read = (): number | undefined => {
    if (seen < atLeast) return undefined
    return windows.length === 0 ? percentileOf(open, share) : Math.min(...windows)
  }
  return { learn, read }
}

/** Makes a hedge. Its estimate is its own: make one per operation, or per group of operations that take equally long. */
export const make = (options: Options = {}): Effect.Effect<Hedge> =>
  Effect.sync(() => {
    const { learn, read } = makeEstimate(options.percentile ?? 0.95, options.atLeast ?? 20)
    const floor = Duration.toMillis(Duration.fromInputUnsafe(options.floor ?? "1 millis"))
    const timed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
      Effect.flatMap(Clock.currentTimeMillis, (start) =>
        Effect.tap(effect, () => Effect.map(Clock.currentTimeMillis, (end) => learn(end - start)))
      )
    const second = <A, E, R>(effect: Effect.Effect<A, E, R>, millis: number): Effect.Effect<A, E, R> =>
      Effect.sleep(Duration.millis(millis)).pipe(
        Effect.andThen(options.withdraw ?? Effect.succeed(true)),
        Effect.flatMap((paid) => (paid ? timed(effect) : Effect.never))
      )
    return {
      delay: Effect.sync(() => {
        const millis = read()
        return millis === undefined ? undefined : Duration.millis(Math.max(floor, millis))
      }),
      run: (effect) =>
        Effect.suspend(() => {
          const millis = read()
          // The first to end counts, failure or success: whether to ask again after a failure is not a hedge's business.
          return millis === undefined
            ? timed(effect)
            : Effect.raceFirst(timed(effect), second(effect, Math.max(floor, millis)))
        })
    }
  })
