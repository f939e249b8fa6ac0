/** Xtremepush: campaigns. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { BlankId } from "../failures.ts"
import { Accepted } from "../operations/envelope.ts"
import { Id } from "../operations/fields.ts"
import { operation } from "../vendor.ts"

/** Sends a campaign: `POST /api/external/send/campaign`. Not idempotent: a repeat sends again. */
export const sendCampaign = operation("sendCampaign", () => ({
  method: "POST",
  path: "/api/external/send/campaign",
  input: Schema.Struct({ id: Id() }),
  output: Accepted(),
  idempotent: false,
  fails: [BlankId],
  quota: "campaign",
  see: "https://docs.xtremepush.com/reference/campaign-model"
}))
