/** What Metrix support asks for: the list of its troubleshooting page, “Contacting Support”, in its order. */
import type { Support } from "../../contract/Support.ts"
import { vendor } from "./vendor.ts"

/** For `Diagnose.report`. */
export const support: Support = {
  vendor,
  asks: [
    {
      name: "Your APP_ID",
      from: [{ header: "x-application-id" }],
      add: "the APP_ID of the application; it stands in Application Settings in the Metrix dashboard."
    },
    { name: "The full curl request, headers and body", from: [{ part: "request" }] },
    { name: "The response of the Metrix server: status code and body", from: [{ part: "answer" }] },
    { name: "The exact date and time of the issue (UTC)", from: [{ part: "times" }] },
    { name: "Error messages from your server logs", from: [{ part: "log" }] }
  ],
  helps: [
    { name: "Id of the first message", from: [{ sent: "messages.0.id" }] },
    {
      name: "Source IP address",
      add: "the address that the requests come from: an IP WhiteList may refuse it."
    }
  ],
  where: "the Metrix support team (its page gives no address)",
  see: "https://docs.metrix.ir/en/technical/api/troubleshooting"
}
