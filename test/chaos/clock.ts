/**
 * Time in a run of chaos: a `TestClock` underneath, over it a wall clock that can be set wrong, and a count of those who sleep.
 * What counts time (sleeping, the monotonic clock) does not jump; what tells the date does.
 */
import { type Clock, Duration, Effect } from "effect"
import type { TestClock } from "effect/testing"

/** A clock that can be set wrong. */
export interface ChaosClock extends Clock.Clock {
  /** True time, ms. */
  readonly now: () => number
  /** Sets the wall clock forward or, with a negative span, back. */
  readonly jump: (millis: number) => void
  /** How many sleep with an end in sight. */
  readonly sleeping: () => number
  /** When the next sleeper wakes, true time; `undefined` where nobody sleeps. */
  readonly next: () => number | undefined
  /** Goes up whenever anybody falls asleep or wakes: whether anything still moves. */
  readonly moved: () => number
}

/** Puts a wall clock over the test's clock. */
export const make = (test: TestClock.TestClock): ChaosClock => {
  const sleepers = new Set<number[]>()
  let offset = 0
  let moves = 0
  // A wall clock tells whole milliseconds, as `Date.now` does.
  const millis = () => Math.floor(test.currentTimeMillisUnsafe() + offset)
  const nanos = () => test.currentTimeNanosUnsafe() + BigInt(Math.round(offset)) * 1_000_000n
  return {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: () => test.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: test.monotonicTimeNanos,
    sleep: (duration) =>
      Effect.suspend(() => {
        const end = test.currentTimeMillisUnsafe() + Duration.toMillis(duration)
        if (end <= test.currentTimeMillisUnsafe()) return Effect.yieldNow
        const sleeper = [end]
        sleepers.add(sleeper)
        moves++
        const wake = Effect.sync(() => {
          moves++
          sleepers.delete(sleeper)
        })
        return Effect.ensuring(Number.isFinite(end) ? test.sleep(duration) : Effect.never, wake)
      }),
    now: () => test.currentTimeMillisUnsafe(),
    jump: (by) => {
      offset += by
    },
    sleeping: () => [...sleepers].filter(([end = 0]) => Number.isFinite(end)).length,
    next: () => {
      const ends = [...sleepers].map(([end = 0]) => end).filter(Number.isFinite)
      return ends.length === 0 ? undefined : Math.min(...ends)
    },
    moved: () => moves
  }
}

// Fibers run on in turns of the event loop; answers' bodies are promises. Quiet for so many turns means that all wait for time.
const quiet = 4
const turn = Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))

/** Lets everything run that can run without time passing. */
export const settle = (moved: () => number): Effect.Effect<void> =>
  Effect.gen(function* () {
    for (let still = 0, before = moved(); still < quiet; still++) {
      yield* turn
      if (moved() === before) continue
      before = moved()
      still = -1
    }
  })
