/** Elapsed time, on a clock that does not jump: wall time is for showing, and for the dates of vendors. */
import type * as Clock from "effect/Clock"

/** ms on the clock that does not jump. */
export const monotonic = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
