/**
 * What the transactional endpoint refuses. Braze documents these messages without a status, so they are recognized by their
 * words at any 4XX, and at a 2XX, where a message other than success is a rejection too.
 */
import { contains } from "../../../contract/Signature.ts"
import { Failure, page } from "./dialect.ts"

const words = (message: string) => ({ status: ["4xx", "2xx"] as const, body: { message: contains(message) } })

/** The campaign is not a transactional one. Use its id, or send through `triggerCampaign`. */
export class NotTransactional extends Failure<NotTransactional>()("Braze.NotTransactional", {
  signature: words("not a transactional campaign"),
  category: "invalid",
  retry: "never",
  means: "The campaign is not a transactional campaign, and only those may use this endpoint.",
  remedy: "Use the id of a transactional campaign, or send with triggerCampaign.",
  see: page.transactional
}) {}

/** A send with this `externalSendId` was accepted within the last 24 hours. The message is on its way; do not use a new id for it. */
export class AlreadyQueued extends Failure<AlreadyQueued>()("Braze.AlreadyQueued", {
  signature: words("external reference has been queued"),
  category: "conflict",
  retry: "never",
  // The answer is about the earlier call with the same id: that one was taken, and this one added nothing.
  delivery: "Applied",
  means: "Braze has already accepted a send with this externalSendId within the last 24 hours.",
  remedy:
    "Take the message as sent. To learn its dispatch id ask later with the same externalSendId; use a new one only for a new message.",
  see: page.transactional
}) {}

/** There is no campaign with this id. Copy it from the dashboard. */
export class CampaignNotFound extends Failure<CampaignNotFound>()("Braze.CampaignNotFound", {
  signature: words("Campaign does not exist"),
  category: "not-found",
  retry: "never",
  means: "The campaign id belongs to no existing campaign.",
  remedy: "Copy the campaign's API identifier from the dashboard of the workspace that the key belongs to.",
  see: page.transactional
}) {}

/** The campaign is archived. Unarchive it to send. */
export class CampaignArchived extends Failure<CampaignArchived>()("Braze.CampaignArchived", {
  signature: words("The campaign is archived"),
  category: "conflict",
  retry: "never",
  means: "The campaign is archived, so requests to trigger it have no effect.",
  remedy: "Unarchive the campaign in the dashboard, then send again.",
  see: page.transactional
}) {}

/** The campaign is paused. Resume it to send. */
export class CampaignPaused extends Failure<CampaignPaused>()("Braze.CampaignPaused", {
  signature: words("The campaign is paused"),
  category: "conflict",
  retry: "never",
  means: "The campaign is paused, so requests to trigger it have no effect.",
  remedy: "Resume the campaign in the dashboard, then send again.",
  see: page.transactional
}) {}

/** The campaign id does not have the form of one. Copy the API identifier from the dashboard. */
export class MalformedCampaignId extends Failure<MalformedCampaignId>()("Braze.MalformedCampaignId", {
  signature: words("campaign_id must be a string of the campaign api identifier"),
  category: "invalid",
  retry: "never",
  means: "The campaign id does not have the form of an API identifier.",
  remedy: "Copy the campaign's API identifier from the dashboard; its name or number is not it.",
  see: page.transactional
}) {}
