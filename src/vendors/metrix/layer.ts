/** Connecting to Metrix: the layers that serve its operations. */
import * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Misconfigured } from "../../contract/Common.ts"
import * as Auth from "../../pipeline/Auth.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { baseUrl, MetrixApi, vendor } from "./vendor.ts"

/** What a layer of Metrix is made from: both credentials stand in Application Settings in its dashboard. */
export interface Options extends Vendor.Options {
  /** The application id (`APP_ID`). It is not secret: support asks for it. */
  readonly appId: string
  /** A Server API key of that application. */
  readonly apiKey: Redacted.Redacted
  /** Another base URL than `https://entry.metrix.ir`. */
  readonly baseUrl?: string | URL
}

/** What the layer is connected with. */
export const connection = (options: Options): Vendor.Connection => ({
  auth: Auth.headers({ "x-api-key": options.apiKey }),
  keys: { appId: options.appId, apiKey: options.apiKey },
  headers: { "x-application-id": options.appId },
  hosts: { main: options.baseUrl === undefined ? undefined : String(options.baseUrl) }
})

/** The layer over the transport of this platform. It is refused where there is a `window`. */
export const layer = (options: Options): Layer.Layer<MetrixApi, Misconfigured> =>
  Vendor.layer(MetrixApi, vendor, connection(options), options)

/** The layer over the transport that is provided. It is refused where there is a `window`. */
export const layerNoTransport = (options: Options): Layer.Layer<MetrixApi, Misconfigured, Vendor.Client> =>
  Vendor.layerNoTransport(MetrixApi, vendor, connection(options), options)

/** What `layerConfig` reads. */
export const environment = () =>
  Config.all({
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
): Layer.Layer<MetrixApi, Misconfigured | Config.ConfigError> =>
  Layer.unwrap(Config.map(environment(), (given) => layer({ ...options, ...given })))
