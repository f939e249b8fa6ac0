/** Permission from outside the process: how several processes share a quota. */
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type { Quota } from "./quota.ts"

/** What a store answers: go now, or come back after `wait`. */
export type Permission =
  { readonly allowed: true } | { readonly allowed: false; readonly wait: Duration.Duration }

/** Takes one call of a quota, counted under `key`. It never fails: a store that cannot be reached allows the call, and reports it. */
export interface Store {
  readonly take: (quota: Quota, key: string) => Effect.Effect<Permission>
}

/** The store that quotas are shared through. By default there is none: each process keeps to the quotas by itself. */
export const Store = Context.Reference<Store | undefined>("faultline/Limit/Store", {
  defaultValue: () => undefined
})
