/** IXON's layers: connected with the login of a person, which makes access tokens, or with the token of a service account. */
import * as Config from "effect/Config"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Misconfigured } from "../../contract/Common.ts"
import * as Auth from "../../pipeline/Auth.ts"
import * as Vendor from "../../pipeline/layer.ts"
import { createAccessToken, type NewAccessToken } from "./operations/index.ts"
import { IxonApi, vendor } from "./vendor.ts"

/** What every layer of IXON needs. */
export interface AccountOptions extends Vendor.Options {
  /** The id of the application (header `Api-Application`): 12 letters and digits, from IXON or issued with a service account. */
  readonly applicationId: string
  /**
   * The id of the company (header `Api-Company`). Companies and access tokens can be listed without it; an operation that needs
   * it fails with `Misconfigured` where it is missing.
   */
  readonly companyId?: string | undefined
  /**
   * The domain whose name and looks mails have that IXON sends (header `Api-Branding`): `portal.ixon.cloud`, or a white-label portal's.
   * The few operations that send mail need it, and fail with `Misconfigured` where it is missing.
   */
  readonly brandingDomain?: string | undefined
  /** Default: `https://portal.ixon.cloud/api`. White-label portals have hosts of their own. */
  readonly baseUrl?: string | URL | undefined
}

/** The credentials of a person. */
export interface LoginOptions extends AccountOptions {
  readonly email: string
  readonly password: Redacted.Redacted
  /**
   * A one-time password, for a user with two-factor authentication. It works once, so the access token cannot be renewed: choose
   * `tokenLifetime` as long as the program runs, or use a service account.
   */
  readonly otp?: Redacted.Redacted | undefined
  /** How long an access token lives, from 60 seconds to 60 days. Default: a day. It is renewed 5 minutes before its end. */
  readonly tokenLifetime?: Duration.Input | undefined
}

/** The token of an API service account, which IXON recommends for programs. It belongs to one application id. */
export interface ServiceAccountOptions extends AccountOptions {
  readonly token: Redacted.Redacted
}

/** What a layer of IXON is made from. */
export type Options = LoginOptions | ServiceAccountOptions

// Three parts; without a one-time password the middle one is empty.
const login = ({ email, otp, password }: LoginOptions): Auth.Auth => Auth.basic(email, otp ?? "", password)

// An access token is made with the login; every other operation is called with the access token.
const accessToken = (options: LoginOptions): Auth.Auth => {
  const expiresIn = Duration.fromInputUnsafe(options.tokenLifetime ?? "1 day")
  return Auth.token({
    operation: createAccessToken,
    input: { expiresIn },
    credentials: login(options),
    read: ({ secretId }: NewAccessToken) => ({ value: secretId, expiresIn }),
    renewBefore: "5 minutes"
  })
}

/** What the layer is connected with. */
export const connection = (options: Options): Vendor.Connection => ({
  auth: "token" in options ? Auth.bearer(options.token) : accessToken(options),
  keys: {
    applicationId: options.applicationId,
    companyId: options.companyId,
    ...("token" in options ? { token: options.token } : {})
  },
  passwords: "token" in options ? {} : { email: options.email, password: options.password, otp: options.otp },
  settings: {
    applicationId: options.applicationId,
    companyId: options.companyId,
    brandingDomain: options.brandingDomain
  },
  headers: {
    "api-version": "2",
    "api-application": options.applicationId,
    ...(options.companyId === undefined ? {} : { "api-company": options.companyId })
  },
  hosts: { main: options.baseUrl?.toString() }
})

/** IXON over the transport of this platform. */
export const layer = (options: Options): Layer.Layer<IxonApi, Misconfigured> =>
  Vendor.layer(IxonApi, vendor, connection(options), options)

/** IXON over whatever transport is provided. */
export const layerNoTransport = (options: Options): Layer.Layer<IxonApi, Misconfigured, Vendor.Client> =>
  Vendor.layerNoTransport(IxonApi, vendor, connection(options), options)

// A variable that is set to nothing counts as not set.
const secret = (name: string): Config.Config<Redacted.Redacted | undefined> =>
  Config.Redacted(name).pipe(
    Config.withDefault(undefined),
    Config.map((found) => (found === undefined || Redacted.value(found) === "" ? undefined : found))
  )

const account = () =>
  Config.all({
    applicationId: Config.NonEmptyString("IXON_APPLICATION_ID"),
    companyId: Config.NonEmptyString("IXON_COMPANY_ID"),
    baseUrl: Config.String("IXON_BASE_URL").pipe(Config.withDefault(undefined)),
    brandingDomain: Config.String("IXON_BRANDING_DOMAIN").pipe(Config.withDefault(undefined)),
    token: secret("IXON_ACCESS_TOKEN")
  })

const person = () =>
  Config.all({
    email: Config.NonEmptyString("IXON_EMAIL"),
    password: Config.Redacted("IXON_PASSWORD"),
    otp: secret("IXON_OTP")
  })

/** What `layerConfig` reads. With the token of a service account where there is one: a person's login is then not read. */
export const environment: Effect.Effect<Options, Config.ConfigError> = Effect.gen(function* () {
  const { token, ...found } = yield* account()
  return token === undefined ? { ...found, ...(yield* person()) } : { ...found, token }
})

/**
 * IXON from the environment: `IXON_APPLICATION_ID`, `IXON_COMPANY_ID`, and the token of a service account in `IXON_ACCESS_TOKEN`, which
 * IXON recommends for programs; without it a person's `IXON_EMAIL`, `IXON_PASSWORD` and, optional, `IXON_OTP`. Optional:
 * `IXON_BASE_URL`, `IXON_BRANDING_DOMAIN`. A service account's token belongs to one application id.
 */
export const layerConfig = (
  options: Vendor.Options = {}
): Layer.Layer<IxonApi, Misconfigured | Config.ConfigError> =>
  Layer.unwrap(Effect.map(environment, (found) => layer({ ...options, ...found })))
