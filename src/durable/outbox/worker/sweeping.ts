/** What is over is deleted in time: first the inputs of what was delivered, later the whole items, whose ids may then be used again. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { StoreUnavailable } from "../errors.ts"
import type { Commands } from "../store.ts"
import type { Settings } from "./options.ts"

// A command is short, so that nobody waits behind it; between two rounds little comes together.
const [portion, every] = [500, "10 minutes"] as const

const round = (store: Commands, settings: Settings): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const { keep, keepIds } = settings
    while (true) {
      const now = yield* Clock.currentTimeMillis
      if ((yield* store.sweep({ keep, keepIds, limit: portion, now })) < portion) return
    }
  })

/** Sweeps as long as the worker runs. */
export const sweeping = (store: Commands, settings: Settings): Effect.Effect<never> =>
  Effect.forever(Effect.andThen(Effect.ignore(round(store, settings)), Effect.sleep(every)))
