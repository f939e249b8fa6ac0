/** What IXON tells the doctor: its time for everybody, then who is calling, which companies there are, and whether ours is one. */
import * as Schema from "effect/Schema"
import type * as Vendor from "../../pipeline/layer.ts"
import { connection, environment, type Options } from "./layer.ts"
import { deleteMyAccessToken, listCompanies, type CompanyPage } from "./operations/index.ts"
import { IxonApi, operation } from "./vendor.ts"

const getMyUser = operation("getMyUser", () => ({
  method: "GET",
  path: "/users/me",
  input: Schema.Struct({ fields: Schema.Array(Schema.String) }),
  output: Schema.Struct({ type: Schema.optionalKey(Schema.NullOr(Schema.String)) }),
  from: "data",
  idempotent: true,
  see: "IXON API reference, MyUser"
}))

const getMyCompany = operation("getMyCompany", () => ({
  method: "GET",
  path: "/companies/me",
  input: Schema.Struct({ fields: Schema.Array(Schema.String) }),
  output: Schema.Struct({}),
  from: "data",
  idempotent: true,
  needs: ["companyId"],
  see: "IXON API reference, MyCompany"
}))

/** The operations that only the doctor calls. */
export const doctorOperations = [getMyUser, getMyCompany] as const

const fields = ["publicId"]

// The shortest that IXON makes. It is revoked at the end; where that fails, it ends by itself.
const lifetime = "60 seconds"

const isPerson = (options: Options): boolean => !("token" in options)

const readUser = ({ type }: { readonly type?: string | null }): Vendor.DoctorReading => ({
  found: type === undefined || type === null ? "The user is known." : `It is a ${type.replace("_", " ")}.`
})

// A page of the list: where there are more companies than stand on it, nothing is concluded from a company's absence.
const readCompanies = ({ data, moreAfter }: CompanyPage, { companyId }: Options): Vendor.DoctorReading => {
  const found = `${data.length} ${data.length === 1 ? "company" : "companies"} can be seen.`
  if (companyId === undefined || data.some(({ publicId }) => publicId === companyId)) return { found }
  if (moreAfter !== null && moreAfter !== "") return { found: `The first ${found}` }
  return {
    found: `${found} ${companyId} is none of them.`,
    problem: {
      means: "The user is not a member of the company that the setting names.",
      remedy: "Correct the company's id (IXON_COMPANY_ID), or have the user invited to that company."
    }
  }
}

/** What the doctor is told of IXON. */
export const doctor: Vendor.Doctor<Options, IxonApi> = {
  api: IxonApi,
  fromEnvironment: () => environment,
  connection: (options) => connection("token" in options ? options : { ...options, tokenLifetime: lifetime }),
  hosts: {
    main: {
      address:
        "Compare the base URL (IXON_BASE_URL) with Ixon.baseUrls; a white-label portal has a host of its own, and the path /api belongs to it.",
      request: { path: "/server-time", headers: { "api-version": "2" } }
    }
  },
  withheld: (options) =>
    "otp" in options && options.otp !== undefined
      ? "The login has a one-time password (IXON_OTP), which works once: the doctor does not use it up. Run it with the token of a service account (IXON_ACCESS_TOKEN)."
      : undefined,
  checks: [
    {
      step: "credentials",
      subject: "user",
      calls: [{ operation: getMyUser, input: { fields: ["publicId", "type"] } }],
      proves: "The credentials and the application id are taken.",
      read: readUser,
      refused: {
        "Ixon.TokenInvalid":
          "It is the token or the login. The token of a service account belongs to one application id, and is refused with another.",
        "Ixon.ContentRejected":
          "Where it names Api-Application, the application id (IXON_APPLICATION_ID) is wrong."
      }
    },
    {
      step: "permissions",
      subject: "companies",
      calls: [{ operation: listCompanies, input: { fields } }],
      proves: "They can be listed.",
      read: readCompanies
    },
    {
      step: "permissions",
      subject: "company",
      calls: [{ operation: getMyCompany, input: { fields } }],
      proves: "The company of the settings can be called.",
      refused: {
        "Ixon.ContentRejected":
          "Which permission it needs is not documented; a service account needs the module API Integrations."
      }
    }
  ],
  cleanup: (options) => (isPerson(options) ? { operation: deleteMyAccessToken, input: {} } : undefined)
}
