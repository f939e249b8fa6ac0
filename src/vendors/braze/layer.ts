/** Connecting to Braze: its instances, and the layers that serve its operations. */
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Misconfigured } from "../../contract/Common.ts"
import * as Auth from "../../pipeline/Auth.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { BrazeApi, vendor } from "./vendor.ts"

/** The REST base URLs of Braze's instances. The dashboard's address shows which one an account lives on; there may be newer ones. */
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

/** What a connection to Braze needs. */
export interface Options extends Vendor.Options {
  /** The REST API key of the workspace. */
  readonly apiKey: Redacted.Redacted
  /** The REST base URL of the account's instance: one of `instances`, or your own. */
  readonly baseUrl: string | URL
}

/** What the layer is connected with. */
export const connection = ({ apiKey, baseUrl }: Options): Vendor.Connection => ({
  auth: Auth.bearer(apiKey),
  keys: { apiKey },
  hosts: { rest: String(baseUrl) }
})

/** A connection to Braze over whatever transport is provided. */
export const layerNoTransport = (options: Options): Layer.Layer<BrazeApi, Misconfigured, Vendor.Client> =>
  Vendor.layerNoTransport(BrazeApi, vendor, connection(options), options)

/** A connection to Braze over the transport of this platform. */
export const layer = (options: Options): Layer.Layer<BrazeApi, Misconfigured> =>
  Vendor.layer(BrazeApi, vendor, connection(options), options)

/** What `layerConfig` reads. */
export const environment = () =>
  Config.all({
    apiKey: Config.schema(Schema.Redacted(Schema.NonEmptyString), "BRAZE_API_KEY"),
    baseUrl: Config.NonEmptyString("BRAZE_BASE_URL")
  })

/** A connection to Braze from `BRAZE_API_KEY` and `BRAZE_BASE_URL`. */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<BrazeApi, Config.ConfigError | Misconfigured> =>
  Layer.unwrap(Effect.map(environment(), (found) => layer({ ...options, ...found })))
