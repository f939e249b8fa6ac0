/** The layers that serve m3ter: from options, and from the environment. */
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Misconfigured } from "../../contract/Common.ts"
import * as Auth from "../../pipeline/Auth.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { getToken, type Token } from "./operations/token.ts"
import { configUrl, ingestUrl, M3terApi, vendor } from "./vendor.ts"

/** What a layer of m3ter needs: the key and secret of a service user, and the organization's id. */
export interface Options extends Vendor.Options {
  readonly apiKey: Redacted.Redacted
  readonly apiSecret: Redacted.Redacted
  readonly orgId: string
  /** Default: `https://api.m3ter.com`. */
  readonly configUrl?: string | URL
  /** Default: `https://ingest.m3ter.com`. */
  readonly ingestUrl?: string | URL
}

// The token endpoint takes the key and secret; everything else takes the token that it gives for them.
const credentials = ({ apiKey, apiSecret }: Options): Auth.Auth =>
  Auth.token({
    operation: getToken,
    input: {},
    credentials: Auth.basic(apiKey, apiSecret),
    read: ({ accessToken, expiresIn }: Token) => ({ value: accessToken, expiresIn }),
    renewBefore: "5 minutes"
  })

/** What the layer is connected with. */
export const connection = (options: Options): Vendor.Connection => ({
  auth: credentials(options),
  keys: { apiKey: options.apiKey, apiSecret: options.apiSecret, orgId: options.orgId },
  settings: { orgId: options.orgId },
  hosts: { config: options.configUrl?.toString(), ingest: options.ingestUrl?.toString() }
})

/** m3ter over the transport of this platform. */
export const layer = (options: Options): Layer.Layer<M3terApi, Misconfigured> =>
  Vendor.layer(M3terApi, vendor, connection(options), options)

/** m3ter over whatever transport is provided. */
export const layerNoTransport = (options: Options): Layer.Layer<M3terApi, Misconfigured, Vendor.Client> =>
  Vendor.layerNoTransport(M3terApi, vendor, connection(options), options)

const url = (name: string, usual: string) =>
  Config.String(name).pipe(
    Config.withDefault(""),
    Config.map((given) => (given === "" ? usual : given))
  )

/** What `layerConfig` reads. */
export const environment = () => {
  const Secret = Schema.RedactedFromValue(Schema.NonEmptyString)
  return Config.all({
    apiKey: Config.schema(Secret, "M3TER_API_KEY"),
    apiSecret: Config.schema(Secret, "M3TER_API_SECRET"),
    orgId: Config.NonEmptyString("M3TER_ORG_ID"),
    configUrl: url("M3TER_CONFIG_URL", configUrl),
    ingestUrl: url("M3TER_INGEST_URL", ingestUrl)
  })
}

/** m3ter from the environment: `M3TER_API_KEY`, `M3TER_API_SECRET`, `M3TER_ORG_ID`; optional `M3TER_CONFIG_URL`, `M3TER_INGEST_URL`. */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<M3terApi, Misconfigured | Config.ConfigError> =>
  Layer.unwrap(Effect.map(environment(), (read) => layer({ ...options, ...read })))
