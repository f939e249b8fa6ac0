/** Whose call it is, for queues that are fair between keys. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"

/** The key of the calls inside an effect: a tenant, an audience. Calls without one share a turn. */
export const Key = Context.Reference<string | undefined>("faultline/Limit/Key", {
  defaultValue: () => undefined
})

/**
 * Makes all calls inside the effect wait under this key. Keys take turns, so that the backfill of one does not delay the messages
 * of another.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Limit } from "faultline/core"
 *
 * // A vendor's layer reads the key of each call; here is how it sees it.
 * const call = Effect.service(Limit.Key)
 *
 * assert.equal(await Effect.runPromise(call.pipe(Limit.forKey("tenant-a"))), "tenant-a")
 * assert.equal(await Effect.runPromise(Limit.forKey(call, "tenant-b")), "tenant-b")
 * assert.equal(await Effect.runPromise(call), undefined)
 * ```
 */
export const forKey: {
  (key: string): <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  <A, E, R>(self: Effect.Effect<A, E, R>, key: string): Effect.Effect<A, E, R>
} = dual(2, <A, E, R>(self: Effect.Effect<A, E, R>, key: string): Effect.Effect<A, E, R> =>
  Effect.provideService(self, Key, key)
)
