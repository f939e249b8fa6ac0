/** Permission from outside the process: how several processes share a quota. */
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type { Quota } from "./quota.ts"

/** What a store answers: go now, or come back after `wait`. */
export type Permission =
  { readonly allowed: true } | { readonly allowed: false; readonly wait: Duration.Duration }

/** The rate that a server was found to accept, in calls per second, below what is declared. */
export interface Learned {
  readonly rate: number
  /** How often it was cut. Of two rates the one that was cut more often counts, and of those that were cut as often the higher. */
  readonly cuts: number
}

/** Takes one call of a quota, counted under `key`. It never fails: a store that cannot be reached allows the call, and reports it. */
export interface Store {
  readonly take: (quota: Quota, key: string) => Effect.Effect<Permission>
  /**
   * Tells what was learned about the quota, if anything is new, and gives what all processes know by now, if they know anything. It is
   * called at most four times a second by each queue, and forgets within a minute or so what nobody tells anew. It never fails.
   */
  readonly learned?: (quota: Quota, mine: Learned | undefined) => Effect.Effect<Learned | undefined>
}

/** The store that quotas are shared through. By default there is none: each process keeps to the quotas by itself. */
export const Store = Context.Reference<Store | undefined>("faultline/Limit/Store", {
  defaultValue: () => undefined
})
