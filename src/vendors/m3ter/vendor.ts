/** m3ter as data: its two hosts, its limits, and its advice on asking again. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import type { Quota } from "../../policy/Limit.ts"
import { operations, type Service } from "../../contract/Operation.ts"
import * as Policy from "../../policy/Policy.ts"
import type * as Vendor from "../../pipeline/layer.ts"
import { always, type Always, dialect, failures } from "./failures.ts"

/** The service behind m3ter's operations. Provide it with `layer`, `layerConfig` or `layerNoTransport`. */
export class Api extends Context.Service<Api, Service>()("faultline/M3ter") {}

/** Makes an operation of m3ter. */
export const operation = operations<Api, Always>(Api)

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
    source
  },
  { name: `m3ter/${api}/address`, limit: perAddress, per: "5 minutes", scope: "source IP address", source }
]

const config = limits("config", 20_000, "https://www.m3ter.com/docs/guides/m3ter-apis/config-api-limits")

const dataExplorer: Quota = {
  name: "m3ter/data-explorer-v2",
  limit: 2,
  per: "1 second",
  burst: 20,
  scope: "organization",
  source: "m3ter API reference, “DataExplorerV2”"
}

/** Everything that is the same for all layers of m3ter. */
export const vendor: Vendor.Vendor = {
  name: "M3ter",
  dialect,
  failures,
  always,
  hosts: { config: configUrl, ingest: ingestUrl },
  queryLists: "repeated",
  quotas: {
    config: { quotas: config },
    ingest: {
      quotas: limits("ingest", 5_000, "https://www.m3ter.com/docs/guides/m3ter-apis/ingest-api-limits")
    },
    // “As part of the Config API … subject to tighter request rate limits.”
    "data-explorer-v2": { quotas: [dataExplorer], within: "config" },
    // The Config API's figures, in a line of its own: those who wait for a token must not stand before the request for it.
    token: { quotas: config }
  },
  policy: {
    // 500, 502, 504: “we recommend you attempt a retry”, without figures.
    passing: Policy.exponential({ base: "1 second", cap: "30 seconds", times: 4 }),
    // 429: “wait at least 1 second”, then “3 seconds”, then “an increased time gap before each successive retry”: 1, 3, 9, 27,
    // 81 s. No wait need be longer than the five minutes that the limit by address looks back on.
    limited: Policy.exponential({ base: "1 second", factor: 3, cap: "5 minutes", times: 5 }),
    jitter: "full",
    // Not documented: what m3ter's own TypeScript SDK allows one request.
    attemptTimeout: Duration.minutes(1),
    deadline: Duration.minutes(5),
    source: "m3ter documentation, “HTTP Error Codes”, “Retry Recommendations”"
  }
}
