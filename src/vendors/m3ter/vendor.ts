/** m3ter as data: its two hosts, its limits, its advice on retries, and the way to make its operations. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { exponential } from "../../contract/Advice.ts"
import { operations, proven, type Service } from "../../contract/Operation.ts"
import type { Quota } from "../../contract/Quota.ts"
import { define } from "../../contract/Vendor.ts"
import { always, type Always, dialect, failures, usual, whileAuthenticating } from "./failures.ts"

/** m3ter's Config API and Ingest API. Provide it with `layer`, `layerConfig` or `layerNoTransport`. */
export class M3terApi extends Context.Service<M3terApi, Service>()("faultline/M3ter") {}

/** The Config API: everything but measurements, the token included. */
export const configUrl = "https://api.m3ter.com"

/** The Ingest API: measurements only. */
export const ingestUrl = "https://ingest.m3ter.com"

// A 429 of the organization's limit lasts for the rest of the second, one of the address's until the count of the last five
// minutes is below the limit. Only for the Data Explorer is it said how many may come at once.
const limits = (api: string, perAddress: number, source: string): ReadonlyArray<Quota> => [
  {
    name: `m3ter/${api}/organization`,
    limit: 50,
    per: "1 second",
    scope: "organization, from any number of addresses",
    source,
    longest: "1 second"
  },
  {
    name: `m3ter/${api}/address`,
    limit: perAddress,
    per: "5 minutes",
    scope: "source IP address",
    source,
    // An address is refused until the count of its last five minutes is below the limit.
    longest: "5 minutes",
    // “Wait for at least 1 second … then for 3 seconds … then longer”, for no header says when.
    backoff: { first: "1 second", factor: 3 }
  }
]

const config = limits("config", 20_000, "https://www.m3ter.com/docs/guides/m3ter-apis/config-api-limits")

// A bucket is full again after ten seconds: 10 calls at 1 a second, 20 at 2.
const dataExplorer = (version: string, perSecond: number): Quota => ({
  name: `m3ter/data-explorer${version === "" ? "" : `-${version}`}`,
  limit: perSecond,
  per: "1 second",
  burst: perSecond * 10,
  scope: "organization",
  source: `m3ter API reference, “DataExplorer${version.toUpperCase()}”`,
  longest: "10 seconds"
})

/** What is the same for all of m3ter's layers. */
export const vendor = define({
  name: "M3ter",
  dialect,
  failures,
  always,
  whileAuthenticating,
  hosts: { config: configUrl, ingest: ingestUrl },
  queryLists: "repeated",
  settings: ["orgId"],
  variables: { basic: ["M3TER_API_KEY", "M3TER_API_SECRET"], bearer: "M3TER_ACCESS_TOKEN" },
  // “403 Forbidden or Unauthorized”: an expired token is one of several causes, and its words are not documented in full.
  expiredAs: 403,
  quotas: {
    config: { quotas: config },
    ingest: {
      quotas: limits("ingest", 5_000, "https://www.m3ter.com/docs/guides/m3ter-apis/ingest-api-limits")
    },
    // “As part of the Config API … subject to tighter request rate limits.”
    "data-explorer": { quotas: [dataExplorer("", 1)], within: "config" },
    "data-explorer-v2": { quotas: [dataExplorer("v2", 2)], within: "config" },
    // The Config API's figures, in a queue of its own: calls that wait for a token must not stand before the request for it.
    token: { quotas: config }
  },
  advice: {
    // 500, 502, 504: “we recommend you attempt a retry”, without figures.
    passing: exponential({ base: "1 second", cap: "30 seconds", times: 4 }),
    // 429: “wait at least 1 second”, then “3 seconds”, then “an increased time gap before each successive retry”: 1, 3, 9, 27,
    // 81 s. No wait need be longer than the five minutes that the limit by address looks back on.
    limited: exponential({ base: "1 second", factor: 3, cap: "5 minutes", times: 5 }),
    jitter: "full",
    // Not documented: what m3ter's own TypeScript SDK allows one request.
    attemptTimeout: Duration.minutes(1),
    deadline: Duration.minutes(5),
    source: "m3ter documentation, “HTTP Error Codes”, “Retry Recommendations”"
  }
})

/** Makes the operations of this module, which `test/vendors` proves. */
export const operation = proven<Always>()(M3terApi, vendor, {
  quota: "config",
  fails: usual,
  see: "m3ter OpenAPI document"
})

/**
 * Makes operations of m3ter of your own, for endpoints that are not here. They use the Config API and count
 * against its limits, unless they name another host and quota; `{orgId}` in a path is the layer's.
 *
 * @example
 * ```ts
 * import { Effect, Schema } from "effect"
 * import { M3ter } from "faultline"
 * import * as Testing from "faultline/testing"
 *
 * const listPlans = M3ter.operation("listPlans", () => ({
 *   method: "GET",
 *   path: "/organizations/{orgId}/plans",
 *   input: Schema.Struct({ productId: Schema.optionalKey(Schema.String) }),
 *   output: Schema.Struct({ data: Schema.Array(Schema.Struct({ id: Schema.String, name: Schema.String })) }),
 *   idempotent: true,
 *   see: "m3ter API reference, “Plan”"
 * }))
 *
 * const m3ter = Testing.stub(
 *   M3ter.M3terApi,
 *   Testing.answer(listPlans, () => Effect.succeed({ data: [{ id: "p1", name: "Gold" }] }))
 * )
 * const program = listPlans({}).pipe(Effect.provide(m3ter))
 * Effect.runPromise(program).then(({ data }) => console.log(data[0]?.name)) // Gold
 * ```
 */
export const ownOperation = operations<Always>()(M3terApi, vendor, { quota: "config", fails: usual })
