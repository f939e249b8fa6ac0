/** IXON as data: its hosts, its limits, its advice on retries, and the way to make its operations. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { exponential, waits } from "../../contract/Advice.ts"
import { operations, proven, type Service } from "../../contract/Operation.ts"
import type { Quota } from "../../contract/Quota.ts"
import { define } from "../../contract/Vendor.ts"
import { always, type Always, dialect, failures } from "./failures.ts"

/** IXON's API. */
export class IxonApi extends Context.Service<IxonApi, Service>()("faultline/Ixon") {}

/** Base URLs that IXON documents. All serve the same API; other white-label portals have hosts of their own. */
export const baseUrls = {
  /** The usual one. */
  portal: "https://portal.ixon.cloud/api",
  /** The host of older documents: the same API without `/api`. */
  ayayot: "https://api.ayayot.com",
  /** White label of Beijer Electronics. */
  beijer: "https://cloudvpn.acirroplus.com/api"
} as const

const limit = {
  scope: "source IP address, which is blocked for 10 minutes once it exceeds the limit",
  source: "https://developer.ixon.cloud/docs/api-rate-limits",
  longest: "10 minutes",
  // The page says it, and no answer does: whoever calls before that finds the address blocked.
  backoff: { first: "10 minutes", factor: 1 }
} as const

// “50 requests per second over a 5 second timeframe”, “40 requests per second over a 2 minute timeframe”: the newest of three
// versions of the page. No header announces them.
const perAddress: ReadonlyArray<Quota> = [
  { name: "ixon/address/burst", limit: 250, per: "5 seconds", ...limit },
  { name: "ixon/address/average", limit: 4_800, per: "2 minutes", ...limit }
]

/** What is the same for all of IXON's layers. */
export const vendor = define({
  name: "Ixon",
  dialect,
  failures,
  always,
  hosts: { main: baseUrls.portal },
  // The OpenAPI document declares `fields` and `filters` as lists without another style: repeated. A filter has commas in it.
  queryLists: "repeated",
  settings: ["applicationId", "companyId", "brandingDomain"],
  envelopes: ["data"],
  variables: { basic: ["IXON_EMAIL", "IXON_OTP", "IXON_PASSWORD"], bearer: "IXON_ACCESS_TOKEN" },
  quotas: {
    "source-ip": { quotas: perAddress },
    // The same limits in a queue of its own: calls that wait for an access token must not hold up the request for it.
    login: { quotas: perAddress }
  },
  advice: {
    // “Clients should retry the same requests, ideally according to an exponential back off schedule”. The figures are ours.
    passing: exponential({ base: "1 second", cap: "30 seconds", times: 6 }),
    // An address is blocked for 10 minutes, longer than the deadline: a call gives up at once unless it is given more time.
    limited: waits("10 minutes", "10 minutes"),
    jitter: "full",
    // IXON's gateway gives up after 60 s and answers 504; the rest is for that answer to arrive.
    attemptTimeout: Duration.seconds(70),
    // Four attempts that are never answered, and the waits between them.
    deadline: Duration.minutes(5),
    source: "https://developer.ixon.cloud/docs/common-errors"
  },
  // “When the failures follow a repetitive pattern, it is very likely a chronic (network) problem.”
  lastingSilence:
    "Where calls keep failing like this, it is very likely a network problem that lasts: check the way from this machine to IXON, for more retries will not help."
})

/** Makes the operations of this module, which `test/vendors` proves. */
export const operation = proven<Always>()(IxonApi, vendor, {
  quota: "source-ip",
  see: "IXON OpenAPI document"
})

/** Makes those that act within one company, whose id IXON then requires. */
export const companyOperation = proven<Always>()(IxonApi, vendor, {
  quota: "source-ip",
  needs: ["companyId"],
  see: "IXON OpenAPI document"
})

/**
 * Makes operations of IXON of your own, for endpoints that are not here. They count against the limit of
 * the source IP address. The company's id is sent wherever the layer has one; name it in `needs` where IXON requires it.
 *
 * @example
 * ```ts
 * import { Effect, Schema } from "effect"
 * import { Ixon } from "faultline"
 * import * as Testing from "faultline/testing"
 *
 * const getGroup = Ixon.operation("getGroup", () => ({
 *   method: "GET",
 *   path: "/groups/{publicId}",
 *   input: Schema.Struct({ publicId: Schema.String, fields: Schema.optionalKey(Schema.Array(Schema.String)) }),
 *   output: Schema.Struct({ publicId: Schema.String, name: Schema.optionalKey(Schema.String) }),
 *   from: "data",
 *   idempotent: true,
 *   needs: ["companyId"],
 *   see: "IXON API reference, Group"
 * }))
 *
 * const ixon = Testing.stub(
 *   Ixon.IxonApi,
 *   Testing.answer(getGroup, ({ publicId }) => Effect.succeed({ publicId, name: "Engineers" }))
 * )
 * const program = getGroup({ publicId: "G0G0G0G0G0G0", fields: ["name"] }).pipe(Effect.provide(ixon))
 * Effect.runPromise(program).then(({ name }) => console.log(name)) // Engineers
 * ```
 */
export const ownOperation = operations<Always>()(IxonApi, vendor, { quota: "source-ip" })
