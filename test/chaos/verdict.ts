/** The verdict on a seed, in one line that plays it again. */
import { Cause, Effect } from "effect"
import { broken } from "./invariants.ts"
import { play } from "./run.ts"
import { scheduleOf } from "./schedule.ts"

/** How to play a seed again. */
export const replay = (seed: number): string => `npm run chaos -- --seed ${seed}`

/** Plays a seed: nothing where every invariant holds, else one line that says how to play it again and what broke. */
export const verdictOn = (seed: number): Effect.Effect<ReadonlyArray<string>> =>
  Effect.suspend(() => play(scheduleOf(seed))).pipe(
    Effect.map(broken),
    Effect.catchCause((cause) => Effect.succeed([`the run itself dies: ${Cause.pretty(cause)}`])),
    Effect.map(([first, ...others]) => {
      if (first === undefined) return []
      const more = others.length === 0 ? "" : ` (and ${others.length} more)`
      return [`${replay(seed)}   # ${first.replaceAll(/\s+/g, " ").slice(0, 240)}${more}`]
    })
  )
