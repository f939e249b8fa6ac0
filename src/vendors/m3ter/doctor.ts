/** What m3ter tells the doctor: a token, what it says of itself, and the one call that asks who is calling. */
import * as Duration from "effect/Duration"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { claimsOf } from "../../contract/jwt.ts"
import type * as Vendor from "../../pipeline/layer.ts"
import { connection, environment, type Options } from "./layer.ts"
import { getToken, type Token } from "./operations/token.ts"
import { M3terApi, operation } from "./vendor.ts"

const getMe = operation("getMe", () => ({
  method: "GET",
  path: "/organizations/{orgId}/users/me",
  input: Schema.Struct({}),
  output: Schema.Struct({}),
  idempotent: true,
  see: "m3ter API reference, “OrgUsers”"
}))

/** The operations that only the doctor calls. */
export const doctorOperations = [getMe] as const

// The sample token of the documentation claims the organization and its end.
const readToken = (
  { accessToken, expiresIn }: Token,
  { orgId }: Options,
  now: number
): Vendor.DoctorReading => {
  const claims = claimsOf(Redacted.value(accessToken)) ?? {}
  const { exp, orgId: its } = claims
  const lives = `The token lives ${Duration.format(expiresIn)}`
  if (typeof its === "string" && its !== orgId)
    return {
      found: `${lives}; it is for the organization ${its}, the setting says ${orgId}.`,
      problem: {
        means: "The key belongs to another organization than the one that is called.",
        remedy:
          "Correct the organization id (M3TER_ORG_ID), or take the key and secret of a service user of that organization."
      }
    }
  if (typeof exp === "number" && exp * 1000 <= now)
    return {
      found: `The token ended at ${new Date(exp * 1000).toISOString()}, before it came.`,
      problem: {
        means: "By this machine's clock the token that has just been made is at its end already.",
        remedy: "Correct this machine's clock."
      }
    }
  return { found: typeof its === "string" ? `${lives}; it is for this organization.` : `${lives}.` }
}

const address = (variable: string, usual: string): string =>
  `It is ${usual}, unless m3ter has named you another (${variable}).`

/** What the doctor is told of m3ter. */
export const doctor: Vendor.Doctor<Options, M3terApi> = {
  api: M3terApi,
  fromEnvironment: environment,
  connection,
  hosts: {
    config: { address: address("M3TER_CONFIG_URL", "https://api.m3ter.com") },
    ingest: {
      address: address("M3TER_INGEST_URL", "https://ingest.m3ter.com"),
      request: { skipped: "The Ingest API has no call that changes nothing: it takes measurements only." }
    }
  },
  checks: [
    {
      step: "credentials",
      subject: "token",
      calls: [{ operation: getToken, input: {} }],
      proves: "The key and secret are taken.",
      read: readToken,
      refused: {
        "M3ter.CredentialsRefused": "No organization has been asked for yet: it is the key or the secret."
      }
    },
    {
      step: "permissions",
      subject: "organization",
      calls: [{ operation: getMe, input: {} }],
      proves: "The organization is there, and the service user may call its API.",
      refused: {
        "M3ter.Forbidden":
          "The token is new, so it has not expired: either there is no such organization, or the service user has no permission policy that lets it call the API (the managed policy ReadOnly does not).",
        "M3ter.TokenExpired":
          "The token is new, so it has not expired, whatever the words: either there is no such organization, or the service user has no permission policy that lets it call the API (the managed policy ReadOnly does not)."
      }
    }
  ],
  skipped: [
    {
      step: "permissions",
      subject: "measurements",
      why: "Whether the service user may submit measurements (measurements:upload) cannot be tried without submitting some: the m3ter Console shows its permission policies."
    }
  ]
}
