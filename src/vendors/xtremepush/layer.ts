/** Connecting to Xtremepush: the layers that serve its operations. */
import * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Misconfigured } from "../../contract/Common.ts"
import * as Auth from "../../pipeline/Auth.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { regions, vendor, XtremepushApi } from "./vendor.ts"

/** What a layer of Xtremepush is made from. */
export interface Options extends Vendor.Options {
  /** The app token of the project. */
  readonly appToken: Redacted.Redacted
  /** The base URL of the project's region, one of `regions`. Default: `regions.eu`. */
  readonly baseUrl?: string | URL
}

/** What the layer is connected with. */
export const connection = ({ appToken, baseUrl }: Options): Vendor.Connection => ({
  auth: Auth.bodyField("apptoken", appToken),
  keys: { appToken },
  hosts: { main: baseUrl === undefined ? undefined : String(baseUrl) }
})

/** Xtremepush over the transport of this platform. */
export const layer = (options: Options): Layer.Layer<XtremepushApi, Misconfigured> =>
  Vendor.layer(XtremepushApi, vendor, connection(options), options)

/** Xtremepush over whatever transport is provided. */
export const layerNoTransport = (
  options: Options
): Layer.Layer<XtremepushApi, Misconfigured, Vendor.Client> =>
  Vendor.layerNoTransport(XtremepushApi, vendor, connection(options), options)

/** What `layerConfig` reads. */
export const environment = () =>
  Config.all({
    appToken: Config.schema(Schema.RedactedFromValue(Schema.NonEmptyString), "XTREMEPUSH_APP_TOKEN"),
    baseUrl: Config.String("XTREMEPUSH_BASE_URL").pipe(
      Config.withDefault(""),
      Config.map((given) => (given === "" ? regions.eu : given))
    )
  })

/** Xtremepush from the environment: `XTREMEPUSH_APP_TOKEN`; optional `XTREMEPUSH_BASE_URL`. */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<XtremepushApi, Misconfigured | Config.ConfigError> =>
  Layer.unwrap(Config.map(environment(), (found) => layer({ ...options, ...found })))
