/** What Metrix tells the doctor: that its host answers. Every call that it documents writes, so the key cannot be tried. */
import type * as Vendor from "../../pipeline/layer.ts"
import { connection, environment, type Options } from "./layer.ts"
import { MetrixApi } from "./vendor.ts"

/** What the doctor is told of Metrix. */
export const doctor: Vendor.Doctor<Options, MetrixApi> = {
  api: MetrixApi,
  fromEnvironment: environment,
  connection,
  hosts: {
    main: { address: "It is https://entry.metrix.ir for everybody: Metrix has no regions (METRIX_BASE_URL)." }
  },
  checks: [],
  skipped: [
    {
      step: "credentials",
      subject: "API key",
      why: "Every call that Metrix documents writes, so the key cannot be tried without harm. Compare APP_ID and the API key with Application Settings in its dashboard."
    },
    {
      step: "permissions",
      subject: "IP WhiteList",
      why: "It is answered like a wrong key (403), and only to a call that writes. See in the dashboard whether the list has the address from which your requests leave; switch it off for a test."
    }
  ]
}
