/** Sending: messages given in the call, and campaigns and Canvases triggered by it. */
import * as Schema from "effect/Schema"
import {
  AndroidPushLengthExceeded,
  ApplePushLengthExceeded,
  InvalidCampaignId,
  InvalidExtraPushPayload,
  InvalidMessageVariant,
  MaxIdsAndAliasesExceeded,
  MaxIdsExceeded,
  MessageVariantUnspecified,
  MismatchedMessageType,
  NoMessageToSend,
  NoRecipients,
  SlideupMessageLengthExceeded
} from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { Attachment, Messages } from "./messages.ts"
import { RecipientAttributes } from "./profiles.ts"
import {
  exactlyOne,
  ExternalId,
  jsonBytes,
  lenient,
  listOf,
  message,
  Prioritization,
  requestBody,
  Text,
  UserAlias,
  warnings
} from "./shape.ts"

const optional = Schema.optionalKey
const text = lenient(Schema.String)

// Page “Connected Audience”: filters nested under AND and OR, in Braze's own names.
const Audience = Schema.JsonObject

const Trigger = Schema.JsonObject
const EntryProperties = Schema.JsonObject.check(
  Schema.makeFilter((properties) => jsonBytes(properties) <= 50_000 || "at most 50 KB (50,000 bytes) of JSON")
)

interface Aimed {
  readonly audience?: unknown
  readonly broadcast?: boolean
  readonly segmentId?: unknown
}

/** Segments and audiences have a limit of their own; calls for named users count against the shared one. */
const sendQuota = ({ audience, broadcast, segmentId }: Aimed): string =>
  broadcast === true || audience !== undefined || segmentId !== undefined ? "broadcast" : "shared"

/** What tells one audience of a broadcast from another: page “API limits”, “unique audience”. */
const audienceKey = (
  input: Aimed & { readonly campaignId?: string; readonly canvasId?: string }
): string | undefined =>
  sendQuota(input) === "broadcast"
    ? JSON.stringify([input.campaignId, input.canvasId, input.segmentId, input.audience])
    : undefined

// Page “Errors” and the endpoints' pages: without recipients `broadcast` must be true, with them it must not.
const aimed = (recipients: string, some: boolean, { broadcast }: Aimed): Schema.FilterOutput => {
  if (some && broadcast === true)
    return { path: ["broadcast"], issue: `must not be true together with ${recipients}` }
  return (
    some ||
    broadcast === true || { path: ["broadcast"], issue: `must be true where there are no ${recipients}` }
  )
}

/** What a send was given: `dispatchId` names it, `sendId` is there where its analytics are tracked. Accepted is not yet delivered. */
export interface Sent extends Schema.Schema.Type<typeof SentFields> {}
const SentFields = Schema.Struct({ message, dispatchId: text, sendId: text, warnings }).pipe(
  Schema.encodeKeys({ dispatchId: "dispatch_id", sendId: "send_id", warnings: "errors" })
)
export const Sent = Schema.Opaque<Sent>()(SentFields)

const SendFields = Schema.Struct({
  externalUserIds: optional(Schema.Array(ExternalId)),
  userAliases: optional(Schema.Array(UserAlias)),
  segmentId: optional(Text),
  audience: optional(Audience),
  /** Must be true, and can only be true, where no users are named: it then reaches the whole segment or audience. */
  broadcast: optional(Schema.Boolean),
  campaignId: optional(Text),
  sendId: optional(Text),
  overrideFrequencyCapping: optional(Schema.Boolean),
  recipientSubscriptionState: optional(Schema.Literals(["opted_in", "subscribed", "all"])),
  messages: Messages
}).check(
  Schema.makeFilter(({ externalUserIds = [], userAliases = [] }) => {
    const longest = externalUserIds.length >= userAliases.length ? "externalUserIds" : "userAliases"
    return (
      externalUserIds.length + userAliases.length <= 50 || {
        path: [longest],
        issue: "at most 50 external ids and aliases together"
      }
    )
  }),
  Schema.makeFilter((input) => {
    const named = (input.externalUserIds ?? []).length + (input.userAliases ?? []).length > 0
    if (!named && input.segmentId === undefined && input.audience === undefined) {
      return {
        path: ["externalUserIds"],
        issue: "at least one of externalUserIds, userAliases, segmentId and audience"
      }
    }
    return aimed("externalUserIds and userAliases", named, input)
  })
)

/** What `sendMessages` takes: whom, and a message for each channel. */
export interface Send extends Schema.Schema.Type<typeof SendFields> {}
const Send = Schema.Opaque<Send>()(
  SendFields.pipe(
    Schema.encodeKeys({
      externalUserIds: "external_user_ids",
      userAliases: "user_aliases",
      segmentId: "segment_id",
      campaignId: "campaign_id",
      sendId: "send_id",
      overrideFrequencyCapping: "override_frequency_capping",
      recipientSubscriptionState: "recipient_subscription_state"
    })
  )
)

/** Sends messages at once, to up to 50 users, a segment or an audience. Sent twice, it is received twice. */
export const sendMessages = operation("Braze.sendMessages", {
  method: "POST",
  path: "/messages/send",
  input: requestBody(Send),
  output: Sent,
  fails: [
    NoRecipients,
    InvalidCampaignId,
    MessageVariantUnspecified,
    InvalidMessageVariant,
    MismatchedMessageType,
    InvalidExtraPushPayload,
    MaxIdsAndAliasesExceeded,
    MaxIdsExceeded,
    NoMessageToSend,
    SlideupMessageLengthExceeded,
    ApplePushLengthExceeded,
    AndroidPushLengthExceeded
  ],
  // `sendId` is for reports only; Braze de-duplicates on nothing here.
  idempotent: false,
  quota: sendQuota,
  quotaKey: audienceKey,
  see: page.send
})

const user = {
  externalUserId: optional(ExternalId),
  userAlias: optional(UserAlias),
  email: optional(Text),
  prioritization: optional(Prioritization),
  /** Whether users who do not exist are left out. `false` needs `attributes`, and does not work with aliases. */
  sendToExistingOnly: optional(Schema.Boolean),
  attributes: optional(RecipientAttributes)
}
const userKeys = {
  externalUserId: "external_user_id",
  userAlias: "user_alias",
  sendToExistingOnly: "send_to_existing_only"
} as const
const userIds = ["externalUserId", "userAlias", "email"]
const oneUser = Schema.makeFilter(exactlyOne(userIds, `exactly one of ${userIds.join(", ")}`))

interface Known {
  readonly attributes?: unknown
  readonly sendToExistingOnly?: boolean
  readonly userAlias?: unknown
}

const creates = ({ attributes, sendToExistingOnly, userAlias }: Known): Schema.FilterOutput =>
  sendToExistingOnly !== false ||
  (attributes !== undefined && userAlias === undefined) || {
    path: ["sendToExistingOnly"],
    issue: "false needs attributes, and does not work with userAlias"
  }

const CampaignRecipientFields = Schema.Struct({ ...user, triggerProperties: optional(Trigger) }).check(
  oneUser,
  Schema.makeFilter(creates)
)

/** One user that a campaign is sent to. */
export interface CampaignRecipient extends Schema.Schema.Type<typeof CampaignRecipientFields> {}
const CampaignRecipient = Schema.Opaque<CampaignRecipient>()(
  CampaignRecipientFields.pipe(Schema.encodeKeys({ ...userKeys, triggerProperties: "trigger_properties" }))
)

const TriggerCampaignFields = Schema.Struct({
  campaignId: Text,
  sendId: optional(Text),
  triggerProperties: optional(Trigger),
  /** Must be true, and can only be true, where no recipients are named: it then reaches the campaign's whole segment. */
  broadcast: optional(Schema.Boolean),
  audience: optional(Audience),
  recipients: optional(listOf(CampaignRecipient, 50, "recipients")),
  /** Files of up to 2 MB each, fetched by Braze. */
  attachments: optional(Schema.Array(Attachment))
}).check(
  Schema.makeFilter((input) => aimed("recipients", (input.recipients ?? []).length > 0, input)),
  Schema.makeFilter(
    ({ attachments = [], broadcast }) =>
      broadcast !== true ||
      attachments.length === 0 || { path: ["attachments"], issue: "must not be given with broadcast" }
  )
)

/** What `triggerCampaign` takes. */
export interface TriggerCampaign extends Schema.Schema.Type<typeof TriggerCampaignFields> {}
const TriggerCampaign = Schema.Opaque<TriggerCampaign>()(
  TriggerCampaignFields.pipe(
    Schema.encodeKeys({
      campaignId: "campaign_id",
      sendId: "send_id",
      triggerProperties: "trigger_properties"
    })
  )
)

/** Sends an API-triggered campaign to up to 50 recipients, an audience, or its whole segment. Sent twice, it is received twice. */
export const triggerCampaign = operation("Braze.triggerCampaign", {
  method: "POST",
  path: "/campaigns/trigger/send",
  input: requestBody(TriggerCampaign),
  output: Sent,
  fails: [NoRecipients, InvalidCampaignId, MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  idempotent: false,
  quota: sendQuota,
  quotaKey: audienceKey,
  see: page.triggerCampaign
})

const CanvasRecipientFields = Schema.Struct({
  ...user,
  canvasEntryProperties: optional(EntryProperties)
}).check(oneUser, Schema.makeFilter(creates))

/** One user that enters a Canvas. */
export interface CanvasRecipient extends Schema.Schema.Type<typeof CanvasRecipientFields> {}
const CanvasRecipient = Schema.Opaque<CanvasRecipient>()(
  CanvasRecipientFields.pipe(
    Schema.encodeKeys({ ...userKeys, canvasEntryProperties: "canvas_entry_properties" })
  )
)

const TriggerCanvasFields = Schema.Struct({
  canvasId: Text,
  canvasEntryProperties: optional(EntryProperties),
  /** Must be true, and can only be true, where no recipients are named: it then reaches the Canvas's whole segment. */
  broadcast: optional(Schema.Boolean),
  audience: optional(Audience),
  recipients: optional(listOf(CanvasRecipient, 50, "recipients"))
}).check(Schema.makeFilter((input) => aimed("recipients", (input.recipients ?? []).length > 0, input)))

/** What `triggerCanvas` takes. */
export interface TriggerCanvas extends Schema.Schema.Type<typeof TriggerCanvasFields> {}
const TriggerCanvas = Schema.Opaque<TriggerCanvas>()(
  TriggerCanvasFields.pipe(
    Schema.encodeKeys({ canvasId: "canvas_id", canvasEntryProperties: "canvas_entry_properties" })
  )
)

/** Lets up to 50 recipients, an audience, or a whole segment enter an API-triggered Canvas. Sent twice, they enter twice. */
export const triggerCanvas = operation("Braze.triggerCanvas", {
  method: "POST",
  path: "/canvas/trigger/send",
  input: requestBody(TriggerCanvas),
  output: Sent,
  fails: [NoRecipients, MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  idempotent: false,
  quota: sendQuota,
  quotaKey: audienceKey,
  see: page.triggerCanvas
})
