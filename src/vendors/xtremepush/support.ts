/** What Xtremepush asks for: what its page on status codes says to record, and “additional details of your request” in a ticket. */
import type { Support } from "../../contract/Support.ts"
import { page } from "./failures/dialect.ts"
import { vendor } from "./vendor.ts"

/** For `Diagnose.report`. */
export const support: Support = {
  vendor,
  asks: [
    { name: "The request", from: [{ part: "request" }] },
    { name: "The response", from: [{ part: "answer" }] },
    { name: "The timestamp", from: [{ part: "times" }] },
    { name: "Network connectivity, or the Xtremepush side", from: [{ part: "side" }] }
  ],
  helps: [
    {
      name: "Project id",
      from: [{ answered: "model.project_id" }, { answered: "data.0.project_id" }],
      add: "the id of the project whose app token was used; the token itself never belongs into a ticket."
    },
    { name: "Region", from: [{ host: true }] },
    { name: "Method", from: [{ endpoint: true }] },
    { name: "Campaign id", from: [{ sent: "campaign_id" }] },
    { name: "Id of the object", from: [{ sent: "id" }] }
  ],
  where: "an Xtremepush support ticket; a 403 (API access is not authorised) is for your account manager",
  see: page.errors
}
