/**
 * Braze as data: its instances, its advice on asking again, and the layers that connect to it.
 */
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Auth from "../../pipeline/Auth.ts"
import type { Misconfigured } from "../../contract/Common.ts"
import type { Quota } from "../../policy/Limit.ts"
import { operations, type Service } from "../../contract/Operation.ts"
import * as Policy from "../../policy/Policy.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { type Always, always, dialect, failures } from "./failures.ts"
import { page } from "./failures/dialect.ts"

/** Braze's REST API. */
export class Api extends Context.Service<Api, Service>()("faultline/Braze") {}

/** The REST base URLs of Braze's instances. The dashboard's address tells which one an account lives on; there may be newer ones. */
export const instances = {
  "US-01": "https://rest.iad-01.braze.com",
  "US-02": "https://rest.iad-02.braze.com",
  "US-03": "https://rest.iad-03.braze.com",
  "US-04": "https://rest.iad-04.braze.com",
  "US-05": "https://rest.iad-05.braze.com",
  "US-06": "https://rest.iad-06.braze.com",
  "US-07": "https://rest.iad-07.braze.com",
  "US-08": "https://rest.iad-08.braze.com",
  "US-10": "https://rest.us-10.braze.com",
  "EU-01": "https://rest.fra-01.braze.eu",
  "EU-02": "https://rest.fra-02.braze.eu",
  "AU-01": "https://rest.au-01.braze.com",
  "ID-01": "https://rest.id-01.braze.com",
  "JP-01": "https://rest.jp-01.braze.com",
  "KR-01": "https://rest.kr-01.braze.com"
} as const

const perMinute = (name: string, limit: number): Quota => ({
  name,
  limit,
  per: "1 minute",
  scope: "workspace",
  source: page.limits
})
// A burst may go at once and the whole still fits the window: 99 % of the figure is released evenly, the rest is for bursts.
const shared: Quota = {
  name: "braze/shared",
  limit: 250_000,
  per: "1 hour",
  burst: 250,
  scope: "workspace",
  source: page.limits
}

/** What is the same for all of Braze's layers. */
export const vendor: Vendor.Vendor = {
  name: "Braze",
  dialect,
  failures,
  always,
  // A workspace lives on one instance and nothing tells which, so there is no default.
  hosts: { rest: "" },
  queryLists: "brackets",
  policy: {
    // “5XX: retry your request with exponential backoff.” The page gives no figures; these are ours.
    passing: Policy.exponential({ base: "1 second", cap: "30 seconds", times: 5 }),
    // The reset that Braze names is a floor under these, and they keep a reset that is just past from becoming a hot loop.
    limited: Policy.exponential({ base: "1 second", cap: "1 minute", times: 5 }),
    jitter: "full",
    attemptTimeout: Duration.seconds(30),
    deadline: Duration.minutes(5),
    source: page.errors
  },
  warnings: "errors",
  quotas: {
    shared: { quotas: [shared] },
    track: {
      quotas: [
        {
          name: "braze/track",
          limit: 3_000,
          per: "3 seconds",
          burst: 25,
          scope: "workspace",
          source: page.limits
        }
      ]
    },
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
}

/** Makes Braze's operations. */
export const operation = operations<Api, Always>(Api)

/** What a connection to Braze needs. */
export interface Options extends Vendor.Options {
  /** The REST API key of the workspace. */
  readonly apiKey: Redacted.Redacted
  /** The REST base URL of the account's instance: one of `instances`, or your own. */
  readonly baseUrl: string | URL
}

const connection = ({ apiKey, baseUrl }: Options): Vendor.Connection => ({
  auth: Auth.bearer(apiKey),
  hosts: { rest: String(baseUrl) }
})

/** A connection to Braze over whatever transport is provided. */
export const layerNoTransport = (options: Options): Layer.Layer<Api, Misconfigured, HttpClient.HttpClient> =>
  Vendor.layerNoTransport(Api, vendor, connection(options), options)

/** A connection to Braze over the transport of this platform. */
export const layer = (options: Options): Layer.Layer<Api, Misconfigured> =>
  Vendor.layer(Api, vendor, connection(options), options)

const environment = Config.all({
  apiKey: Config.schema(Schema.Redacted(Schema.NonEmptyString), "BRAZE_API_KEY"),
  baseUrl: Config.NonEmptyString("BRAZE_BASE_URL")
})

/** A connection to Braze from `BRAZE_API_KEY` and `BRAZE_BASE_URL`. */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<Api, Config.ConfigError | Misconfigured> =>
  Layer.unwrap(Effect.map(environment, (found) => layer({ ...options, ...found })))
