/** What Braze's table of fatal errors lists as 400, recognized by its message. No message is sent. */
import { contains, oneOf, regex } from "../../../contract/Signature.ts"
import { Failure, page } from "./dialect.ts"

// What a call that triggers a campaign or a Canvas can do about the messages in it.
const triggered = "In a campaign or Canvas that a call triggers, "
const shorter = `${triggered}shorten what its message takes from the call.`

// The messages of the table. Under a 2xx, a message other than success is a refusal, too.
const statuses = [400, "2xx"] as const
const says400 = (message: string) => ({ status: statuses, body: { message: contains(message) } })

/** The request names nobody: no external ids, no segment, no push tokens. Add recipients. */
export class NoRecipients extends Failure<NoRecipients>()("Braze.NoRecipients", {
  signature: says400("No Recipients"),
  category: "invalid",
  retry: "never",
  means: "There are no external ids, segment ids or push tokens in the request.",
  remedy: "Name whom the message goes to: users, a segment or an audience.",
  see: page.errors
}) {}

/** There is no messaging API campaign with this id. Copy the API identifier of the campaign from the dashboard. */
export class InvalidCampaignId extends Failure<InvalidCampaignId>()("Braze.InvalidCampaignId", {
  signature: says400("Invalid Campaign ID"),
  category: "not-found",
  retry: "never",
  means: "No messaging API campaign was found for this campaign id.",
  remedy: "Copy the campaign's API identifier from the dashboard of the workspace that the key belongs to.",
  see: page.errors
}) {}

/** There is a campaign id, but a message lacks its variation id. Give every message its `messageVariationId`. */
export class MessageVariantUnspecified extends Failure<MessageVariantUnspecified>()(
  "Braze.MessageVariantUnspecified",
  {
    signature: says400("Message Variant Unspecified"),
    category: "invalid",
    retry: "never",
    means: "The request names a campaign, but not which of its message variations.",
    remedy: `Give every message the messageVariationId of the campaign, or leave out the campaign id. ${triggered}look whether it has a message.`,
    see: page.errors
  }
) {}

/** The variation id belongs to none of the campaign's messages. Copy it from that campaign. */
export class InvalidMessageVariant extends Failure<InvalidMessageVariant>()("Braze.InvalidMessageVariant", {
  signature: says400("Invalid Message Variant"),
  category: "not-found",
  retry: "never",
  means: "The campaign exists, but the message variation id matches none of its messages.",
  remedy: "Copy the message variation id from that same campaign in the dashboard.",
  see: page.errors
}) {}

/** A variation is of another type than the message that names it: an iOS push cannot be tracked under an email. */
export class MismatchedMessageType extends Failure<MismatchedMessageType>()("Braze.MismatchedMessageType", {
  signature: says400("Mismatched Message Type"),
  category: "invalid",
  retry: "never",
  means: "At least one message names a message variation of another type.",
  remedy: `Give each message a variation of its own channel: an iOS push variation for applePush, and so on. ${triggered}compare its messages in the dashboard.`,
  see: page.errors
}) {}

/** The `extra` of a push is not an object of keys and values. */
export class InvalidExtraPushPayload extends Failure<InvalidExtraPushPayload>()(
  "Braze.InvalidExtraPushPayload",
  {
    signature: says400("Invalid Extra Push Payload"),
    category: "invalid",
    retry: "never",
    means: "The extra of applePush or androidPush is not an object of keys and values.",
    remedy: "Send extra as an object, not as a text or a list.",
    see: page.errors
  }
) {}

/** More objects or ids in one call than the endpoint takes: 75 objects together for users/track, 50 ids elsewhere. Send fewer. */
export class MaxInputLengthExceeded extends Failure<MaxInputLengthExceeded>()(
  "Braze.MaxInputLengthExceeded",
  {
    signature: says400("Max Input Length Exceeded"),
    category: "too-large",
    retry: "split",
    means: "One call has more objects or ids than the endpoint takes.",
    remedy:
      "Send fewer in one call: at most 75 attributes, events and purchases together to users/track, at most 50 ids elsewhere.",
    see: page.errors
  }
) {}

/** More than 50 external ids and aliases in one call. Send fewer. */
export class MaxIdsAndAliasesExceeded extends Failure<MaxIdsAndAliasesExceeded>()(
  "Braze.MaxIdsAndAliasesExceeded",
  {
    signature: says400("max number of external_ids and aliases per request was exceeded"),
    category: "too-large",
    retry: "split",
    means: "One call has more than 50 external ids and aliases.",
    remedy: "Send at most 50 external ids and aliases together in one call.",
    see: page.errors
  }
) {}

/** More than 50 ids in one call. Send fewer. */
export class MaxIdsExceeded extends Failure<MaxIdsExceeded>()("Braze.MaxIdsExceeded", {
  signature: says400("max number of ids per request was exceeded"),
  category: "too-large",
  retry: "split",
  means: "One call has more than 50 ids.",
  remedy: "Send at most 50 ids in one call.",
  see: page.errors
}) {}

/** There is no payload: `messages` is empty. Add a message. */
export class NoMessageToSend extends Failure<NoMessageToSend>()("Braze.NoMessageToSend", {
  signature: says400("No message to send"),
  category: "invalid",
  retry: "never",
  means: "No payload is given for the message.",
  remedy: "Give at least one message under messages.",
  see: page.errors
}) {}

/** The slideup's message is longer than 140 characters. Shorten it. */
export class SlideupMessageLengthExceeded extends Failure<SlideupMessageLengthExceeded>()(
  "Braze.SlideupMessageLengthExceeded",
  {
    signature: says400("Slideup Message Length Exceeded"),
    category: "too-large",
    retry: "never",
    means: "The message of the slideup has more than 140 characters.",
    remedy: `Shorten the slideup's message to 140 characters. ${shorter}`,
    see: page.errors
  }
) {}

/** The payload of the Apple push is over 1,912 bytes as JSON. Shorten alert or extra. */
export class ApplePushLengthExceeded extends Failure<ApplePushLengthExceeded>()(
  "Braze.ApplePushLengthExceeded",
  {
    signature: says400("Apple Push Length Exceeded"),
    category: "too-large",
    retry: "never",
    means: "The JSON payload of the Apple push is larger than 1,912 bytes.",
    remedy: `Shorten the alert, or move data out of extra; non-Latin letters take two to four bytes each. ${shorter}`,
    see: page.errors
  }
) {}

/** The payload of the Android push is over 4,000 bytes as JSON. Shorten alert or extra. */
export class AndroidPushLengthExceeded extends Failure<AndroidPushLengthExceeded>()(
  "Braze.AndroidPushLengthExceeded",
  {
    signature: says400("Android Push Length Exceeded"),
    category: "too-large",
    retry: "never",
    means: "The JSON payload of the Android push is larger than 4,000 bytes.",
    remedy: `Shorten the alert, or move data out of extra; non-Latin letters take two to four bytes each. ${shorter}`,
    see: page.errors
  }
) {}

// Braze labels the next two, and bad syntax, all three “Bad Request”; only the field that the words name distinguishes them.

/** The time of the schedule (`send_at`) cannot be parsed. Send an ISO 8601 time. */
export class UnparseableSendAt extends Failure<UnparseableSendAt>()("Braze.UnparseableSendAt", {
  signature: { status: statuses, body: { message: regex(/send_at/i, "Cannot parse send_at datetime") } },
  category: "invalid",
  retry: "never",
  means: "Braze cannot parse the send_at time.",
  remedy: "Send the time in ISO 8601 form.",
  see: page.errors
}) {}

/** The schedule is in local time, and its time has passed in the company's time zone. Choose a later time. */
export class LocalTimePassed extends Failure<LocalTimePassed>()("Braze.LocalTimePassed", {
  signature: {
    status: statuses,
    body: { message: regex(/in_local_time/i, "in_local_time is true but time has passed") }
  },
  category: "invalid",
  retry: "never",
  means: "in_local_time is true, but the time has already passed in the company's time zone.",
  remedy: "Choose a time that is still to come in the company's time zone.",
  see: page.errors
}) {}

/** The Canvas id is not a Canvas API identifier. Copy it from the dashboard. */
export class InvalidCanvasId extends Failure<InvalidCanvasId>()("Braze.InvalidCanvasId", {
  // The words are those of canvas/details; whatever else a refusal says of the Canvas id is about the same mistake.
  signature: {
    status: statuses,
    body: {
      message: oneOf(
        contains("canvas_id must be a string of the Canvas api identifier"),
        contains("canvas_id"),
        contains("Canvas ID")
      )
    }
  },
  category: "invalid",
  retry: "never",
  means: "The Canvas id is not the API identifier of a Canvas.",
  remedy: "Copy the Canvas API identifier from the dashboard of the workspace that the key belongs to.",
  see: page.canvases
}) {}
