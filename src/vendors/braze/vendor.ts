/** Braze as data: its advice on retries, its rate limits, and the way to make its operations. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { exponential } from "../../contract/Advice.ts"
import { operations, proven, type Service } from "../../contract/Operation.ts"
import { define } from "../../contract/Vendor.ts"
import { type Always, always, dialect, failures } from "./failures.ts"
import { page } from "./failures/dialect.ts"
import { quotas } from "./quotas.ts"

/** Braze's REST API, with a workspace's API key. */
export class BrazeApi extends Context.Service<BrazeApi, Service>()("faultline/Braze") {}

/** Braze's SCIM API for the users of the dashboard, with a credential of its own: `Braze.scimLayer` serves it. */
export class BrazeScimApi extends Context.Service<BrazeScimApi, Service>()("faultline/BrazeScim") {}

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
  quotas
})

/** Makes the operations of this module, which `test/vendors` proves. */
export const operation = proven<Always>()(BrazeApi, vendor, { quota: "shared" })

/** Makes those of SCIM, which the layers of SCIM alone serve. */
export const scimOperation = proven<Always>()(BrazeScimApi, vendor, { quota: "scim", see: page.scim })

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

/** Makes operations of Braze's SCIM API of your own, for endpoints that are not here. */
export const ownScimOperation = operations<Always>()(BrazeScimApi, vendor, { quota: "scim", see: page.scim })
