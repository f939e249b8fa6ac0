/** What identifies a call for m3ter's support. Its page on error codes points to the Support portal and lists nothing. */
import type { Support } from "../../contract/Support.ts"
import { vendor } from "./vendor.ts"

/** For `Diagnose.report`. */
export const support: Support = {
  vendor,
  asks: [],
  helps: [
    {
      name: "Organization id",
      from: [{ after: "organizations" }],
      add: "the id of the organization; it is the layer's `orgId` (M3TER_ORG_ID)."
    },
    { name: "Endpoint", from: [{ endpoint: true }] },
    { name: "Version of the object", from: [{ sent: "version" }] },
    { name: "Uid of the first measurement", from: [{ sent: "measurements.0.uid" }] },
    { name: "Job id", from: [{ after: "billjobs" }] },
    { name: "Service user", add: "its id: an access token says who was refused, and is secret itself." },
    { name: "Source IP address", add: "where a limit refused the call: one counts by address." }
  ],
  where: "the m3ter Support portal, https://support.m3ter.com/",
  see: "m3ter documentation, “HTTP Error Codes”, “Additional Support”",
  obtain: {
    M3TER_ACCESS_TOKEN:
      "the access_token that POST https://api.m3ter.com/oauth/token gives for the key and secret of a service user; it lives for 5 hours"
  }
}
