/** Campaigns: what is sent to whom, on which channels, and when. */
import * as Schema from "effect/Schema"
import { proven } from "../../../contract/Operation.ts"
import { type Always, BlankId } from "../failures.ts"
import { vendor, XtremepushApi } from "../vendor.ts"
import { Campaign, CampaignChange, CampaignDraft, CreatedCampaign, Execution } from "./campaign.ts"
import { Accepted, changed, rows } from "./envelope.ts"
import { Id } from "./fields.ts"
import { Lookup, paged, Query } from "./listing.ts"

const operation = proven<Always>()(XtremepushApi, vendor, {
  quota: "campaign",
  see: "https://docs.xtremepush.com/reference/campaign-model"
})

/** Creates a campaign. Not idempotent: there is no idempotency key, so a repeat creates it twice. */
export const createCampaign = operation("createCampaign", () => ({
  method: "POST",
  path: "/api/external/create/campaign",
  input: CampaignDraft(),
  output: CreatedCampaign(),
  from: "model",
  idempotent: false,
  permission: "Create"
}))

/** Changes a campaign, and answers with it. Idempotent: a repeat sets the same values. */
export const updateCampaign = operation("updateCampaign", () => ({
  method: "POST",
  path: "/api/external/update/campaign",
  input: CampaignChange(),
  output: changed(Campaign(), Campaign().make({ attributes: {} })),
  fails: [BlankId],
  idempotent: true,
  permission: "Update"
}))

/** Reads one campaign. */
export const infoCampaign = operation("infoCampaign", () => ({
  method: "POST",
  path: "/api/external/info/campaign",
  input: Lookup(),
  output: Campaign(),
  from: "model",
  fails: [BlankId],
  idempotent: true,
  reads: true,
  permission: "Info"
}))

const onePage = operation("listCampaigns", () => ({
  method: "POST",
  path: "/api/external/list/campaign",
  input: Query(),
  output: rows(Campaign()),
  idempotent: true,
  reads: true,
  permission: "List"
}))

/**
 * Reads a page of campaigns; `.stream` reads them all, page by page. Give it an `order` that does not change, such as `["id"]`:
 * pages are counted from the first row, so rows that move between two pages are read twice or not at all.
 */
export const listCampaigns = paged(onePage)

/** Deletes a campaign. Idempotent: a repeat after a lost answer may end in `NotFound`, which then means that it is gone. */
export const deleteCampaign = operation("deleteCampaign", () => ({
  method: "POST",
  path: "/api/external/delete/campaign",
  input: Schema.Struct({
    /** Id of the campaign to delete. */
    id: Id()
  }),
  output: Accepted(),
  fails: [BlankId],
  idempotent: true,
  permission: "Delete"
}))

/**
 * Sends a campaign to the given targets. Success means that the campaign, the targets and the parameters are valid: delivery comes
 * later, and shows in the message lists and webhooks. Not idempotent: a repeat may send twice.
 */
export const executeCampaign = operation("executeCampaign", () => ({
  method: "POST",
  path: "/api/external/execute/campaign",
  input: Execution(),
  output: Accepted(),
  fails: [BlankId],
  idempotent: false,
  permission: "Execute",
  notes: [
    "Accepted, not delivered: the campaign exists, targets are set and the parameters are well-formed.",
    "Whether a message was delivered shows in the lists of pushes and messages, and in webhooks."
  ],
  see: "https://docs.xtremepush.com/reference/campaign-execute"
}))
