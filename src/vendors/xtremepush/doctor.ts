/** What Xtremepush tells the doctor: one id of one campaign is asked for, which shows nobody's data and changes nothing. */
import type * as Vendor from "../../pipeline/layer.ts"
import { connection, environment, type Options } from "./layer.ts"
import { listCampaigns } from "./operations/index.ts"
import { XtremepushApi } from "./vendor.ts"

/** What the doctor is told of Xtremepush. */
export const doctor: Vendor.Doctor<Options, XtremepushApi> = {
  api: XtremepushApi,
  fromEnvironment: environment,
  connection,
  hosts: {
    main: {
      address:
        "Compare the base URL (XTREMEPUSH_BASE_URL) with the region of your project: Xtremepush.regions lists them, and Europe is what is taken where none is given."
    }
  },
  checks: [
    {
      step: "credentials",
      subject: "app token",
      calls: [{ operation: listCampaigns, input: { limit: 1, select: ["id"] } }],
      proves: "The app token belongs to a project of this region, and may list.",
      refused: {
        "Xtremepush.InvalidToken":
          "Most likely it is the token of another project, or the base URL of another region: either is refused alike.",
        "Xtremepush.BlankToken": "The setting is empty (XTREMEPUSH_APP_TOKEN).",
        "Xtremepush.Forbidden": "Neither another token nor another call helps while API access is off.",
        "Xtremepush.NotFound": "Nothing was asked for that could be missing: it is the base URL.",
        "Xtremepush.MethodNotAllowed": "It is the base URL: the host alone, without a path."
      }
    }
  ],
  skipped: [
    {
      step: "permissions",
      subject: "writing",
      why: "Whether the token may create, import or execute cannot be tried without doing it: ask an admin of the project for its scopes."
    }
  ]
}
