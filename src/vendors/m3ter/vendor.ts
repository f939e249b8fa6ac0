/**
 * m3ter as data: its two hosts, its limits, and its advice on asking again.
 *
 * Rate-limit classes (m3ter documentation, “Config API Limits” and “Ingest API Limits”), named by each operation's `quota`:
 *
 * | class            | limit                                                                                          |
 * |------------------|------------------------------------------------------------------------------------------------|
 * | config           | 50 requests a second per organization; 20,000 in any 5 minutes per source address              |
 * | ingest           | 50 requests a second per organization; 5,000 in any 5 minutes per source address               |
 * | data-explorer-v2 | 2 requests a second, bursts of 20                                                              |
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { operations, type Service } from "../../core/Operation.ts"
import * as Policy from "../../core/Policy.ts"
import type * as Vendor from "../../core/Vendor.ts"
import { always, type Always, dialect, failures } from "./failures.ts"

/** The service behind m3ter's operations. Provide it with `layer`, `layerConfig` or `layerNoTransport`. */
export class Api extends Context.Service<Api, Service>()("faultline/M3ter") {}

/** Makes an operation of m3ter. */
export const operation = operations<Api, Always>(Api)

/** The Config API: everything but measurements, the token included. */
export const configUrl = "https://api.m3ter.com"

/** The Ingest API: measurements only. */
export const ingestUrl = "https://ingest.m3ter.com"

/** Everything that is the same for all layers of m3ter. */
export const vendor: Vendor.Vendor = {
  name: "M3ter",
  dialect,
  failures,
  always,
  hosts: { config: configUrl, ingest: ingestUrl },
  queryLists: "repeated",
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
