/** What identifies a call for IXON's support. Its page on errors lists nothing that support needs. */
import type { Support } from "../../contract/Support.ts"
import { vendor } from "./vendor.ts"

/** For `Diagnose.report`. */
export const support: Support = {
  vendor,
  asks: [],
  helps: [
    { name: "Company", from: [{ header: "api-company" }], add: "the publicId of the company (Api-Company)." },
    { name: "Application", from: [{ header: "api-application" }] },
    { name: "Endpoint", from: [{ endpoint: true }] },
    { name: "Agent", from: [{ after: "agents" }] },
    { name: "Fields", from: [{ sent: "fields" }] },
    { name: "Filters", from: [{ sent: "filters" }] },
    { name: "First complaint", from: [{ answered: "data.0.message" }] },
    { name: "Property of it", from: [{ answered: "data.0.propertyName" }] },
    { name: "User", add: "the publicId of the user or service account whose token was used." },
    {
      name: "Source IP address",
      add: "the address that the requests come from: the rate limit counts by it."
    }
  ],
  where: "IXON's help centre, support.ixon.cloud",
  see: "https://developer.ixon.cloud/docs/common-errors",
  obtain: {
    IXON_ACCESS_TOKEN:
      "the token of a service account, or the secretId that POST /access-tokens gives for a person's login"
  }
}
