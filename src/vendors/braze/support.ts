/** What identifies a call for Braze's support. Its page on errors lists nothing that support needs. */
import type { Support } from "../../contract/Support.ts"
import { page } from "./failures/dialect.ts"
import { vendor } from "./vendor.ts"

/** For `Diagnose.report`. */
export const support: Support = {
  vendor,
  asks: [],
  helps: [
    // No page documents it; Braze has sent it with every answer that was recorded, also with a 401.
    { name: "Request id (X-Request-Id)", from: [{ answerHeader: "x-request-id" }] },
    { name: "Instance", from: [{ host: true }] },
    { name: "Endpoint", from: [{ endpoint: true }] },
    { name: "Campaign id", from: [{ sent: "campaign_id" }] },
    { name: "Canvas id", from: [{ sent: "canvas_id" }] },
    { name: "Send id", from: [{ sent: "send_id" }, { answered: "send_id" }] },
    { name: "External send id", from: [{ sent: "external_send_id" }] },
    { name: "Dispatch id", from: [{ answered: "dispatch_id" }] },
    { name: "Schedule id", from: [{ sent: "schedule_id" }, { answered: "schedule_id" }] },
    { name: "Rate limit", from: [{ answerHeader: "x-ratelimit-limit" }] },
    { name: "Rate limit, remaining", from: [{ answerHeader: "x-ratelimit-remaining" }] },
    { name: "Rate limit, reset", from: [{ answerHeader: "x-ratelimit-reset" }] },
    { name: "Workspace", add: "the name of the workspace to which the API key belongs." },
    { name: "API key", add: "its name in the dashboard; never the key." }
  ],
  where:
    "a support ticket from the Braze dashboard; a rate limit to be raised is for your customer success manager",
  see: page.errors
}
