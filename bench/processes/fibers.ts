/** Contenders that are effects: one fiber for each loop, as a program of Effect's would have it. */
import * as Effect from "effect/Effect"
import type { Contender } from "./contender.ts"

/** Runs an effect that needs what the runtime has. */
export type Run<R> = <A, E>(effect: Effect.Effect<A, E, R>) => Promise<A>

const loop = <A, E, R>(call: Effect.Effect<A, E, R>, until: number): Effect.Effect<number, E, R> =>
  Effect.suspend(() => {
    let calls = 0
    const loop = Effect.whileLoop({
      while: () => performance.now() < until,
      body: () => call,
      step: () => void calls++
    })
    return Effect.map(loop, () => calls)
  })

/** So many fibers at once, each of which makes one call after the other. */
export const inFibers = <A, E, R>(
  concurrency: number,
  call: Effect.Effect<A, E, R>,
  run: Run<R>
): Contender => ({
  once: () => run(call),
  run: async (until) => {
    const loops = Array.from({ length: concurrency }, () => loop(call, until))
    const calls = await run(Effect.all(loops, { concurrency: "unbounded" }))
    return calls.reduce((sum, some) => sum + some, 0)
  }
})
