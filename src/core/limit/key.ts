/** Whose call it is, for queues that are fair between keys. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/** The key of the calls inside an effect: a tenant, an audience. Calls without one share a turn. */
export const Key = Context.Reference<string | undefined>("faultline/Limit/Key", {
  defaultValue: () => undefined
})

/** Makes all calls inside the effect wait under this key: keys take turns, so that one's backfill does not starve another's send. */
export const forKey =
  (key: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provideService(effect, Key, key)
