/** Braze as data: its advice on retries, its rate limits, and the way to make its operations. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { exponential } from "../../contract/Advice.ts"
import { operations, proven, type Service } from "../../contract/Operation.ts"
import type { Quota } from "../../contract/Quota.ts"
import { define } from "../../contract/Vendor.ts"
import { type Always, always, dialect, failures } from "./failures.ts"
import { page } from "./failures/dialect.ts"

/** Braze's REST API. */
export class BrazeApi extends Context.Service<BrazeApi, Service>()("faultline/Braze") {}

const perMinute = (name: string, limit: number): Quota => ({
  name,
  limit,
  per: "1 minute",
  scope: "workspace",
  source: page.limits,
  // The count begins anew at the top of the minute.
  longest: "1 minute"
})
// A burst may go at once and the whole still fits the window: 99.5 % of the figure is released evenly, the rest is for bursts.
const shared: Quota = {
  name: "braze/shared",
  limit: 250_000,
  per: "1 hour",
  burst: 250,
  scope: "workspace",
  source: page.limits
}
const track: Quota = {
  name: "braze/track",
  limit: 3_000,
  per: "3 seconds",
  burst: 14,
  scope: "workspace",
  source: page.limits
}

/** What is the same for all of Braze's layers. */
export const vendor = define({
  name: "Braze",
  dialect,
  failures,
  always,
  // A workspace lives on one instance and nothing reveals which, so there is no default.
  hosts: { rest: "" },
  queryLists: "brackets",
  variables: { bearer: "BRAZE_API_KEY" },
  advice: {
    // “5XX: retry your request with exponential backoff.” The page gives no figures; these are ours.
    passing: exponential({ base: "1 second", cap: "30 seconds", times: 5 }),
    // The reset that Braze names is a floor under these, and they keep a reset that is just past from becoming a hot loop.
    limited: exponential({ base: "1 second", cap: "1 minute", times: 5 }),
    jitter: "full",
    attemptTimeout: Duration.seconds(30),
    deadline: Duration.minutes(5),
    source: page.errors
  },
  warnings: "errors",
  quotas: {
    shared: { quotas: [shared] },
    track: { quotas: [track] },
    users: { quotas: [perMinute("braze/users", 20_000)] },
    broadcast: {
      quotas: [
        perMinute("braze/broadcast", 250),
        { ...perMinute("braze/broadcast/audience", 10), each: "key" }
      ]
    },
    subscriptions: { quotas: [perMinute("braze/subscriptions", 5_000)] },
    // Past the contract's volume only the promise of speed lapses.
    transactional: { quotas: [] }
  }
})

/** Makes the operations of this module, which `test/vendors` proves. */
export const operation = proven<Always>()(BrazeApi, vendor, { quota: "shared" })

/**
 * Makes operations of Braze of your own, for endpoints that are not here. They count against the limit
 * that all endpoints share, unless they name another class.
 *
 * @example
 * ```ts
 * import { Effect, Schema } from "effect"
 * import { Braze } from "faultline"
 * import * as Testing from "faultline/testing"
 *
 * const listSegments = Braze.operation("listSegments", () => ({
 *   method: "GET",
 *   path: "/segments/list",
 *   input: Schema.Struct({ page: Schema.optionalKey(Schema.Int) }),
 *   output: Schema.Struct({ segments: Schema.Array(Schema.Struct({ id: Schema.String, name: Schema.String })) }),
 *   idempotent: true,
 *   permission: "segments.list",
 *   see: "https://www.braze.com/docs/api/endpoints/export/segments/get_segment"
 * }))
 *
 * const braze = Testing.stub(
 *   Braze.BrazeApi,
 *   Testing.answer(listSegments, () => Effect.succeed({ segments: [{ id: "s1", name: "Readers" }] }))
 * )
 * const program = listSegments({ page: 0 }).pipe(Effect.provide(braze))
 * Effect.runPromise(program).then(({ segments }) => console.log(segments[0]?.name)) // Readers
 * ```
 */
export const ownOperation = operations<Always>()(BrazeApi, vendor, { quota: "shared" })
