/**
 * Metrix's REST API as data: host, credentials, advice on asking again, and the layer that serves it. Metrix publishes no rate
 * limit, no size limit and no timeout for it, so there are no quota classes: what holds calls back is the in-flight limit alone.
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

/** Metrix's REST API. */
export class Api extends Context.Service<Api, Service>()("faultline/Metrix") {}

/** The base URL; Metrix has no regions. Source: docs.metrix.ir/en/technical/api/getting-started. */
export const baseUrl = "https://entry.metrix.ir"

/** Metrix, as data. */
export const vendor: Vendor.Vendor = {
  name: "Metrix",
  dialect,
  failures,
  always,
  hosts: { main: baseUrl },
  queryLists: "repeated",
  policy: {
    // "Retry the request (using a Retry and Exponential Backoff mechanism)": the figures are ours, the page has none.
    passing: Policy.exponential({ base: "1 second", cap: "30 seconds", times: 4 }),
    // No answer of Metrix names a wait.
    limited: Policy.never,
    jitter: "full",
    // No timeout is documented: ours leave room for five attempts and their waits.
    attemptTimeout: Duration.seconds(30),
    deadline: Duration.minutes(3),
    source: "https://docs.metrix.ir/en/technical/api/troubleshooting"
  },
  // What Metrix support asks for: request, answer and time.
  records: [
    { status: "4xx", level: "Error" },
    { status: "5xx", level: "Warn" },
    { status: "3xx", level: "Warn" }
  ],
  serverOnly:
    "A Metrix Server API key must never reach client-side code, and there is a window here. Call Metrix from your server. If the key has been exposed, change its type to Client in the Metrix dashboard at once, and replace it with a new one."
}

/** Makes the operations of Metrix. */
export const operation = operations<Api, Always>(Api)

/** What a layer of Metrix is made from: both credentials stand in Application Settings in its dashboard. */
export interface Options extends Vendor.Options {
  /** The application id (`APP_ID`). It is not secret: support asks for it. */
  readonly appId: string
  /** A Server API key of that application. */
  readonly apiKey: Redacted.Redacted
  /** Another base URL than `https://entry.metrix.ir`. */
  readonly baseUrl?: string | URL
}

const connection = (options: Options): Vendor.Connection => ({
  auth: Auth.headers({ "x-api-key": options.apiKey }),
  headers: { "x-application-id": options.appId },
  hosts: { main: options.baseUrl === undefined ? undefined : String(options.baseUrl) }
})

/** The layer over the transport of this platform. It is refused where there is a `window`. */
export const layer = (options: Options): Layer.Layer<Api, Misconfigured> =>
  Vendor.layer(Api, vendor, connection(options), options)

/** The layer over the transport that is provided. It is refused where there is a `window`. */
export const layerNoTransport = (options: Options): Layer.Layer<Api, Misconfigured, HttpClient.HttpClient> =>
  Vendor.layerNoTransport(Api, vendor, connection(options), options)

const config = Config.all({
  appId: Config.NonEmptyString("METRIX_APP_ID"),
  apiKey: Config.schema(Schema.RedactedFromValue(Schema.NonEmptyString), "METRIX_API_KEY"),
  baseUrl: Config.String("METRIX_BASE_URL").pipe(
    Config.withDefault(""),
    Config.map((given) => (given === "" ? baseUrl : given))
  )
})

/** The layer from the environment: `METRIX_APP_ID`, `METRIX_API_KEY`, and `METRIX_BASE_URL` where it is not the default. */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<Api, Misconfigured | Config.ConfigError> =>
  Layer.unwrap(Config.map(config, (given) => layer({ ...options, ...given })))
