/** Campaigns and Canvases that a call triggers. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import {
  CampaignArchived,
  CampaignNotFound,
  CampaignPaused,
  InvalidCanvasId,
  MalformedCampaignId,
  ServerFault,
  unsendable
} from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { Audience, audienceKey, recipientsOrBroadcast, sendNotes, sendQuota, Sent } from "./audience.ts"
import { Attachment } from "./messages.ts"
import { RecipientAttributes } from "./profiles.ts"
import {
  exactlyOne,
  ExternalId,
  flag,
  jsonFits,
  listOf,
  object,
  Prioritization,
  requestBody,
  Text,
  UserAlias
} from "./shape.ts"

const optional = Schema.optionalKey

/** Values that a Canvas works with, by name: at most 50 KB of JSON. */
export const EntryProperties = lazy(() =>
  DataObject().check(
    Schema.makeFilter((properties) => jsonFits(properties, 50_000) || "at most 50 KB (50,000 bytes) of JSON")
  )
)

const user = lazy(() => ({
  /** Your own id of the user: fewer than 988 bytes. Give exactly one of this, `userAlias` and `email`. */
  externalUserId: optional(ExternalId()),
  /** The user by alias. Give exactly one of this, `externalUserId` and `email`. */
  userAlias: optional(UserAlias()),
  /** The user by e-mail address. Give exactly one of this, `externalUserId` and `userAlias`. */
  email: optional(Text()),
  /** Which user is meant where several have the e-mail address: in order, the first that decides counts. */
  prioritization: optional(Prioritization()),
  /** Whether users who do not exist are left out. `false` needs `attributes`, and does not work with aliases. */
  sendToExistingOnly: flag(),
  /** Attributes that the user gets before anything is sent. */
  attributes: optional(RecipientAttributes())
}))
const userKeys = {
  externalUserId: "external_user_id",
  userAlias: "user_alias",
  sendToExistingOnly: "send_to_existing_only"
} as const
const userIds = ["externalUserId", "userAlias", "email"]

interface Recipient {
  readonly attributes?: unknown
  readonly sendToExistingOnly?: boolean
  readonly userAlias?: unknown
}

const oneUser = exactlyOne(userIds, `exactly one of ${userIds.join(", ")}`)

const mayCreate = ({ attributes, sendToExistingOnly, userAlias }: Recipient): Schema.FilterOutput =>
  sendToExistingOnly !== false ||
  (attributes !== undefined && userAlias === undefined) || {
    path: ["sendToExistingOnly"],
    issue: "false needs attributes, and does not work with userAlias"
  }

interface Triggered {
  readonly audience?: unknown
  readonly broadcast?: boolean
  readonly recipients?: ReadonlyArray<unknown>
}

const someRecipients = (input: Triggered): Schema.FilterOutput =>
  recipientsOrBroadcast("recipients", (input.recipients ?? []).length > 0, input)

const CampaignRecipientFields = lazy(() =>
  Schema.Struct({
    ...user(),
    /** Values that the message fills its template with for this user, by name. */
    triggerProperties: object()
  }).check(Schema.makeFilter(oneUser), Schema.makeFilter(mayCreate))
)

/** One user that a campaign is sent to. */
export interface CampaignRecipient extends Schema.Schema.Type<ReturnType<typeof CampaignRecipientFields>> {}
export const CampaignRecipient = lazy(() =>
  Schema.Opaque<CampaignRecipient>()(
    CampaignRecipientFields().pipe(
      Schema.encodeKeys({ ...userKeys, triggerProperties: "trigger_properties" })
    )
  )
)

const TriggerCampaignFields = lazy(() =>
  Schema.Struct({
    /** API id of the campaign. */
    campaignId: Text(),
    /** Id of the send, under which its analytics are tracked. Braze does not de-duplicate on it. */
    sendId: optional(Text()),
    /** Values that the message fills its template with, by name: for all recipients. */
    triggerProperties: object(),
    /** Must be true, and can only be true, where no recipients are named: it then reaches the campaign's whole segment. */
    broadcast: flag(),
    /** Filters that choose among the users of the segment, nested under AND and OR, in Braze's own names. */
    audience: optional(Audience()),
    /** The users that it goes to: at most 50. */
    recipients: optional(listOf(CampaignRecipient(), 50, "recipients")),
    /** Files of up to 2 MB each, fetched by Braze. */
    attachments: optional(Schema.Array(Attachment()))
  }).check(
    Schema.makeFilter(someRecipients),
    Schema.makeFilter(
      ({ attachments = [], broadcast }) =>
        broadcast !== true ||
        attachments.length === 0 || { path: ["attachments"], issue: "must not be given with broadcast" }
    )
  )
)

/** What `triggerCampaign` takes. */
export interface TriggerCampaign extends Schema.Schema.Type<ReturnType<typeof TriggerCampaignFields>> {}
const TriggerCampaign = lazy(() =>
  Schema.Opaque<TriggerCampaign>()(
    TriggerCampaignFields().pipe(
      Schema.encodeKeys({
        campaignId: "campaign_id",
        sendId: "send_id",
        triggerProperties: "trigger_properties"
      })
    )
  )
)

/** Sends an API-triggered campaign to up to 50 recipients, an audience, or its whole segment. Sent twice, it is received twice. */
export const triggerCampaign = operation("triggerCampaign", () => ({
  method: "POST",
  path: "/campaigns/trigger/send",
  input: requestBody(TriggerCampaign()),
  output: Sent(),
  // The last four are documented for transactional sends, which trigger a campaign, too.
  fails: [...unsendable, CampaignNotFound, CampaignArchived, CampaignPaused, MalformedCampaignId],
  harmless: [ServerFault],
  idempotent: false,
  quota: sendQuota,
  quotaKey: audienceKey,
  permission: "campaigns.trigger.send",
  notes: sendNotes,
  see: page.triggerCampaign
}))

const CanvasRecipientFields = lazy(() =>
  Schema.Struct({
    ...user(),
    /** Values that the Canvas works with for this user, by name: at most 50 KB of JSON. */
    canvasEntryProperties: optional(EntryProperties())
  }).check(Schema.makeFilter(oneUser), Schema.makeFilter(mayCreate))
)

/** One user that enters a Canvas. */
export interface CanvasRecipient extends Schema.Schema.Type<ReturnType<typeof CanvasRecipientFields>> {}
export const CanvasRecipient = lazy(() =>
  Schema.Opaque<CanvasRecipient>()(
    CanvasRecipientFields().pipe(
      Schema.encodeKeys({ ...userKeys, canvasEntryProperties: "canvas_entry_properties" })
    )
  )
)

const TriggerCanvasFields = lazy(() =>
  Schema.Struct({
    /** API id of the Canvas. */
    canvasId: Text(),
    /** Values that the Canvas works with, by name: at most 50 KB of JSON, for all recipients. */
    canvasEntryProperties: optional(EntryProperties()),
    /** Must be true, and can only be true, where no recipients are named: it then reaches the Canvas's whole segment. */
    broadcast: flag(),
    /** Filters that choose among the users of the segment, nested under AND and OR, in Braze's own names. */
    audience: optional(Audience()),
    /** The users that enter it: at most 50. */
    recipients: optional(listOf(CanvasRecipient(), 50, "recipients"))
  }).check(Schema.makeFilter(someRecipients))
)

/** What `triggerCanvas` takes. */
export interface TriggerCanvas extends Schema.Schema.Type<ReturnType<typeof TriggerCanvasFields>> {}
const TriggerCanvas = lazy(() =>
  Schema.Opaque<TriggerCanvas>()(
    TriggerCanvasFields().pipe(
      Schema.encodeKeys({ canvasId: "canvas_id", canvasEntryProperties: "canvas_entry_properties" })
    )
  )
)

/** Lets up to 50 recipients, an audience, or a whole segment enter an API-triggered Canvas. Sent twice, they enter twice. */
export const triggerCanvas = operation("triggerCanvas", () => ({
  method: "POST",
  path: "/canvas/trigger/send",
  input: requestBody(TriggerCanvas()),
  output: Sent(),
  fails: [...unsendable, InvalidCanvasId],
  harmless: [ServerFault],
  idempotent: false,
  quota: sendQuota,
  quotaKey: audienceKey,
  permission: "canvas.trigger.send",
  notes: sendNotes,
  see: page.triggerCanvas
}))
