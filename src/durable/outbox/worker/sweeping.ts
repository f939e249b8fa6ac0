/** Sweeping out what is over: inputs of delivered items first, their ids much later. What is dead or unknown is a person's. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { StoreUnavailable } from "../errors.ts"
import type { Worker } from "./state.ts"

// A small portion at a time, so that nothing else waits for it.
const limit = 1_000

const sweep = ({ box, settings }: Worker): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    let count: number = limit
    while (count === limit) {
      const now = yield* Clock.currentTimeMillis
      count = yield* box.store.sweep({ ...settings.keep, limit, now })
    }
  })

/** Sweeps every minute, as long as the worker runs. */
export const sweeping = (worker: Worker): Effect.Effect<never> =>
  Effect.forever(Effect.andThen(Effect.sleep("1 minute"), Effect.ignore(sweep(worker))))
