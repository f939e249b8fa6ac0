/**
 * Xtremepush's external API as data: hosts, credentials, advice on asking again, and the layer that serves it.
 *
 * Quota classes: one per resource, for the vendor counts a rate limit "for the resource". It publishes no figure, no window
 * and no header, so what holds calls back is the in-flight limit alone, for each resource by itself.
 *
 * | class | operations |
 * |---|---|
 * | `campaign` | create, update, info, list, delete, execute campaign |
 * | `location` | create, info, list location |
 * | `profile` | import profile |
 * | `event` | hit event |
 * | `task` | info task |
 */
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import type * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Auth from "../../pipeline/Auth.ts"
import type { Misconfigured } from "../../contract/Common.ts"
import { operations, type Service } from "../../contract/Operation.ts"
import * as Policy from "../../policy/Policy.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { type Always, always, dialect, failures } from "./failures.ts"

/** Xtremepush's external API. */
export class Api extends Context.Service<Api, Service>()("faultline/Xtremepush") {}

/**
 * Base URLs by region. A project lives in one; `eu` is the default, which newer pages also write `https://api.eu.xtremepush.com`.
 * Source: docs.xtremepush.com/docs/external-api-overview.
 */
export const regions = {
  eu: "https://external-api.xtremepush.com",
  us: "https://api.us.xtremepush.com"
} as const

// No figure is published: what one resource can take says nothing about another.
const byItself: Vendor.QuotaClass = { quotas: [] }

/** Xtremepush, as data. */
export const vendor: Vendor.Vendor = {
  name: "Xtremepush",
  dialect,
  failures,
  always,
  hosts: { main: regions.eu },
  queryLists: "repeated",
  policy: {
    // "one retry immediately and then, if that still returns the same code, try once more after 30 seconds"
    passing: Policy.waits("0 seconds", "30 seconds"),
    // A 429 is a 4XX, which the page wants logged and alerted; it names no retry and no wait.
    limited: Policy.never,
    // The advice names exact times.
    jitter: "none",
    // No timeout is documented: ours leave room for three attempts and both waits.
    attemptTimeout: Duration.seconds(30),
    deadline: Duration.minutes(3),
    source: "https://support.xtremepush.com/hc/en-us/articles/115001058185"
  },
  quotas: { campaign: byItself, location: byItself, profile: byItself, event: byItself, task: byItself },
  // "The request, response and timestamp for anything other than a 2XX response code should be recorded"; a 4XX should alert.
  // A 2XX is recorded only where its body says failure.
  records: [
    { status: "4xx", level: "Error" },
    { status: "5xx", level: "Warn" },
    { status: "3xx", level: "Warn" },
    { status: "2xx", level: "Error" }
  ]
}

/** Makes the operations of Xtremepush. */
export const operation = operations<Api, Always>(Api)

/** What a layer of Xtremepush is made from. */
export interface Options extends Vendor.Options {
  /** The app token of the project. */
  readonly appToken: Redacted.Redacted
  /** The base URL of the project's region, one of `regions`. Default: `regions.eu`. */
  readonly baseUrl?: string | URL
}

const connection = ({ appToken, baseUrl }: Options): Vendor.Connection => ({
  auth: Auth.bodyField("apptoken", appToken),
  hosts: { main: baseUrl === undefined ? undefined : String(baseUrl) }
})

/** The layer over the transport of this platform. */
export const layer = (options: Options): Layer.Layer<Api, Misconfigured> =>
  Vendor.layer(Api, vendor, connection(options), options)

/** The layer over the transport that is provided. */
export const layerNoTransport = (options: Options): Layer.Layer<Api, Misconfigured, HttpClient.HttpClient> =>
  Vendor.layerNoTransport(Api, vendor, connection(options), options)

const config = Config.all({
  appToken: Config.schema(Schema.RedactedFromValue(Schema.NonEmptyString), "XTREMEPUSH_APP_TOKEN"),
  baseUrl: Config.String("XTREMEPUSH_BASE_URL").pipe(
    Config.withDefault(""),
    Config.map((given) => (given === "" ? regions.eu : given))
  )
})

/** The layer from the environment: `XTREMEPUSH_APP_TOKEN`, and `XTREMEPUSH_BASE_URL` where it is not the default. */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<Api, Misconfigured | Config.ConfigError> =>
  Layer.unwrap(Config.map(config, (given) => layer({ ...options, ...given })))
