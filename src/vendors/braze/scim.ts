/**
 * Connecting to Braze's SCIM API, which manages the users of the dashboard. It takes a token of its own in the place of the API key,
 * and a header; its operations ask for `BrazeScimApi`, so that a program which provides only the layer of the REST API does not compile.
 */
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Misconfigured } from "../../contract/Common.ts"
import * as Auth from "../../pipeline/Auth.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { BrazeScimApi, vendor } from "./vendor.ts"

/** What a connection to Braze's SCIM API needs. */
export interface ScimOptions extends Vendor.Options {
  /** The SCIM token of the company: no API key is taken in its place. */
  readonly scimToken: Redacted.Redacted
  /** The origin that Braze knows the caller by: sent as `X-Request-Origin` with every request. */
  readonly requestOrigin: string
  /** The REST base URL of the account's instance: one of `instances`, or your own. */
  readonly baseUrl: string | URL
}

/** The vendor, with what differs in SCIM: requests are shown with the name of this token's variable, not with that of the API key. */
export const scimVendor = { ...vendor, variables: { bearer: "BRAZE_SCIM_TOKEN" } }

/** What the layer of SCIM is connected with. */
export const scimConnection = ({ baseUrl, requestOrigin, scimToken }: ScimOptions): Vendor.Connection => ({
  auth: Auth.bearer(scimToken),
  keys: { scimToken, requestOrigin },
  headers: { "x-request-origin": requestOrigin },
  hosts: { rest: String(baseUrl) }
})

/** A connection to Braze's SCIM API over whatever transport is provided. */
export const scimLayerNoTransport = (
  options: ScimOptions
): Layer.Layer<BrazeScimApi, Misconfigured, Vendor.Client> =>
  Vendor.layerNoTransport(BrazeScimApi, scimVendor, scimConnection(options), options)

/**
 * A connection to Braze's SCIM API over the transport of this platform. It stands beside the layer of the REST API: a program that
 * calls operations of both provides both.
 */
export const scimLayer = (options: ScimOptions): Layer.Layer<BrazeScimApi, Misconfigured> =>
  Vendor.layer(BrazeScimApi, scimVendor, scimConnection(options), options)

/** What `scimLayerConfig` reads. */
export const scimEnvironment = () =>
  Config.all({
    scimToken: Config.schema(Schema.Redacted(Schema.NonEmptyString), "BRAZE_SCIM_TOKEN"),
    requestOrigin: Config.NonEmptyString("BRAZE_SCIM_ORIGIN"),
    baseUrl: Config.NonEmptyString("BRAZE_BASE_URL")
  })

/** A connection to Braze's SCIM API from `BRAZE_SCIM_TOKEN`, `BRAZE_SCIM_ORIGIN` and `BRAZE_BASE_URL`. */
export const scimLayerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<BrazeScimApi, Config.ConfigError | Misconfigured> =>
  Layer.unwrap(Effect.map(scimEnvironment(), (found) => scimLayer({ ...options, ...found })))
