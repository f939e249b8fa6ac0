/**
 * Metrix's REST API as data: its host, its advice on retries, and the way to make its operations. Metrix publishes no rate limit,
 * no size limit and no timeout for it, so there are no quota classes: the limit on calls in flight alone holds calls back.
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { exponential } from "../../contract/Advice.ts"
import { operations, proven, type Service } from "../../contract/Operation.ts"
import { define } from "../../contract/Vendor.ts"
import { type Always, always, dialect, failures } from "./failures.ts"

/** Metrix's REST API. */
export class MetrixApi extends Context.Service<MetrixApi, Service>()("faultline/Metrix") {}

/** The base URL; Metrix has no regions. Source: docs.metrix.ir/en/technical/api/getting-started. */
export const baseUrl = "https://entry.metrix.ir"

/** What is the same for all of Metrix's layers. */
export const vendor = define({
  name: "Metrix",
  dialect,
  failures,
  always,
  hosts: { main: baseUrl },
  advice: {
    // "Retry the request (using a Retry and Exponential Backoff mechanism)": the figures are ours, the page has none.
    passing: exponential({ base: "1 second", cap: "30 seconds", times: 4 }),
    // Metrix documents no 429. That one is asked again is HTTP's rule; the figures are ours, the same.
    limited: exponential({ base: "1 second", cap: "30 seconds", times: 4 }),
    jitter: "full",
    // No timeout is documented: ours leave room for five attempts and their waits.
    attemptTimeout: Duration.seconds(30),
    deadline: Duration.minutes(3),
    source: "https://docs.metrix.ir/en/technical/api/troubleshooting"
  },
  variables: { "x-api-key": "METRIX_API_KEY" },
  // What Metrix support asks for: request, answer and time.
  records: [
    { status: "4xx", level: "Error" },
    { status: "5xx", level: "Warn" },
    { status: "3xx", level: "Warn" },
    // "If the problem persists, contact support."
    { status: "gave up", level: "Error" }
  ],
  // “Unable to connect to the Metrix Endpoint”
  lastingSilence:
    "Check from this machine that entry.metrix.ir resolves (dig or nslookup entry.metrix.ir), that its firewall lets port 443 through (telnet entry.metrix.ir 443), and what TLS says (curl -v https://entry.metrix.ir/); look for errors in its network log. If it lasts, contact Metrix support.",
  serverOnly:
    "A Metrix Server API key must never reach client-side code, and there is a window here. Call Metrix from your server. If the key has been exposed, change its type to Client in the Metrix dashboard at once, and replace it with a new one."
})

/** Makes the operations of this module, which `test/vendors` proves. */
export const operation = proven<Always>()(MetrixApi, vendor)

/**
 * Makes operations of Metrix of your own, for endpoints that are not here.
 *
 * @example
 * ```ts
 * import { Effect, Schema } from "effect"
 * import { Metrix } from "faultline"
 * import * as Testing from "faultline/testing"
 *
 * // Metrix documents no such endpoint: it stands for one that your account has.
 * const tagUser = Metrix.operation("tagUser", () => ({
 *   method: "POST",
 *   path: "/users/{customUserId}/tags",
 *   input: Schema.Struct({ customUserId: Schema.NonEmptyString, tags: Schema.Array(Schema.String) }),
 *   output: Schema.Struct({ status: Schema.Int }),
 *   from: "response",
 *   idempotent: true
 * }))
 *
 * const metrix = Testing.stub(
 *   Metrix.MetrixApi,
 *   Testing.answer(tagUser, () => Effect.succeed({ status: 200 }))
 * )
 * const program = tagUser({ customUserId: "customer-1", tags: ["reader"] }).pipe(Effect.provide(metrix))
 * Effect.runPromise(program).then(({ status }) => console.log(status)) // 200
 * ```
 */
export const ownOperation = operations<Always>()(MetrixApi, vendor)
