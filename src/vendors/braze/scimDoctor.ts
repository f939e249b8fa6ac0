/** What Braze tells the doctor of its SCIM API: `Diagnose.doctor(Braze.scim)`. */
import * as Schema from "effect/Schema"
import type * as Vendor from "../../pipeline/layer.ts"
import { scimConnection, scimEnvironment, scimLayerConfig, type ScimOptions, scimVendor } from "./scim.ts"
import { BrazeScimApi, scimOperation } from "./vendor.ts"

// Only that it is answered counts. It is one of the 5,000 calls of the company's day.
const findUser = scimOperation("searchDashboardUsers", () => ({
  method: "GET",
  path: "/scim/v2/Users",
  input: Schema.Struct({ filter: Schema.String }),
  output: Schema.Struct({}),
  idempotent: true
}))

const doctor: Vendor.Doctor<ScimOptions, BrazeScimApi> = {
  api: BrazeScimApi,
  fromEnvironment: scimEnvironment,
  connection: scimConnection,
  hosts: {
    rest: {
      address:
        "Compare the base URL (BRAZE_BASE_URL) with the REST endpoint of your instance: Braze.instances lists them."
    }
  },
  checks: [
    {
      step: "credentials",
      subject: "SCIM token",
      calls: [{ operation: findUser, input: { filter: `userName eq "nobody@example.com"` } }],
      proves: "The SCIM token belongs to a company of this instance.",
      refused: {
        "Braze.Unauthorized":
          "It cannot be told from the answer which of four it is: the SCIM token (an API key is none), the instance (base URL), the origin (BRAZE_SCIM_ORIGIN), or SCIM that is not set up for the company."
      }
    }
  ],
  skipped: [
    {
      step: "permissions",
      subject: "writing",
      why: "Whether users of the dashboard may be made or deleted cannot be tried without doing it."
    }
  ]
}

/** The operations that only the doctor calls. */
export const scimDoctorOperations = [findUser] as const

/** Braze's SCIM API for the doctor and the command line, which names it `braze-scim`. */
export const scim = {
  vendor: scimVendor,
  doctor,
  BrazeScimApi,
  layerConfig: scimLayerConfig
} as const
