/** IXON as data: its hosts, its limits, its advice on asking again, and the service behind its operations. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import type { Quota } from "../../policy/Limit.ts"
import { operations, type Service } from "../../contract/Operation.ts"
import * as Policy from "../../policy/Policy.ts"
import type { Vendor } from "../../pipeline/layer.ts"
import { always, type Always, dialect, failures } from "./failures.ts"

/** IXON's API, as its operations need it. `Ixon.layer` provides it. */
export class Api extends Context.Service<Api, Service>()("faultline/Ixon") {}

/** Base URLs that IXON documents. All serve the same API; white-label portals have hosts of their own. */
export const baseUrls = {
  /** The usual one. */
  portal: "https://portal.ixon.cloud/api",
  /** The host of older documents: the same API without `/api`. */
  ayayot: "https://api.ayayot.com",
  /** White label of Beijer Electronics. */
  beijer: "https://cloudvpn.acirroplus.com/api"
} as const

const limit = {
  scope: "source IP address, which is shut out for 10 minutes once it goes over",
  source: "https://developer.ixon.cloud/docs/api-rate-limits"
}

// “50 requests per second over a 5 second timeframe”, “40 requests per second over a 2 minute timeframe”: the newest of three
// versions of the page. No header announces them.
const perAddress: ReadonlyArray<Quota> = [
  { name: "ixon/address/burst", limit: 250, per: "5 seconds", ...limit },
  { name: "ixon/address/average", limit: 4_800, per: "2 minutes", ...limit }
]

/** Everything that is the same for all layers of IXON. */
export const vendor: Vendor = {
  name: "Ixon",
  dialect,
  failures,
  always,
  hosts: { main: baseUrls.portal },
  // The OpenAPI document declares `fields` and `filters` as lists without another style: repeated. A filter has commas in it.
  queryLists: "repeated",
  quotas: {
    "source-ip": { quotas: perAddress },
    // The same figures, in a line of its own: those who wait for an access token must not stand before the request for it.
    login: { quotas: perAddress }
  },
  policy: {
    // “Clients should retry the same requests, ideally according to an exponential back off schedule”. Figures are ours.
    passing: Policy.exponential({ base: "1 second", cap: "30 seconds", times: 6 }),
    // The lock of an address lasts 10 minutes, longer than the deadline: a call gives up at once unless it is given more time.
    limited: Policy.waits("10 minutes", "10 minutes"),
    jitter: "full",
    // IXON's gateway gives up after 60 s and says so with a 504; the rest is for that answer to arrive.
    attemptTimeout: Duration.seconds(70),
    // Four attempts that are never answered, and the waits between them.
    deadline: Duration.minutes(5),
    source: "https://developer.ixon.cloud/docs/common-errors"
  }
}

/** Makes IXON's operations. */
export const operation = operations<Api, Always>(Api)
