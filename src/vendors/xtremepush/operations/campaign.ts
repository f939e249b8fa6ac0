/** Campaigns: what is sent to whom, on which channels, and when. */
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"
import * as Failures from "../failures.ts"
import { operation } from "../vendor.ts"
import { Accepted, changed, Flag, Numeric, rows, Text } from "./answer.ts"
import { Attributes, bounded, filled, flat, Id, listed, Lookup, Query } from "./question.ts"

const see = "https://docs.xtremepush.com/reference/campaign-model"

/** What starts a campaign. */
export const trigger = { scheduled: 0, location: 1, event: 2, api: 3 } as const

const wireNames = {
  pushTitle: "push_title",
  pushText: "push_text",
  pushIcon: "push_icon",
  pushPicture: "push_picture",
  pushPictureType: "push_picture_type",
  urlBrowser: "url_browser",
  payloadAdd: "payload_add",
  androidPush: "android_push",
  iosPush: "ios_push",
  iosPushProduction: "ios_push_production",
  iosPushSandbox: "ios_push_sandbox",
  webPush: "web_push"
} as const

const texts = {
  pushTitle: Text,
  pushText: Text,
  pushIcon: Text,
  pushPicture: Text,
  pushPictureType: Text,
  url: Text,
  /** HTML. */
  page: Text,
  encryption: Text
}

const flags = {
  androidPush: Flag,
  iosPush: Flag,
  iosPushProduction: Flag,
  iosPushSandbox: Flag,
  webPush: Flag,
  email: Flag,
  sms: Flag,
  inbox: Flag,
  webhook: Flag,
  /** Opens `url` in the browser. */
  urlBrowser: Flag,
  /** To everyone, whatever the conditions. */
  broadcast: Flag
}

const payload = Schema.Array(Schema.Struct({ key: Schema.String, value: Schema.Json }))

const settable = {
  ...Struct.map(texts, Schema.optionalKey),
  ...Struct.map(flags, Schema.optionalKey),
  /** One of `trigger`. */
  trigger: Schema.optionalKey(Schema.Literals([0, 1, 2, 3])),
  /** By message type: 1 iOS push, 2 Android push, 3 web push, 6 inbox, 7 email, 8 webhook, 9 SMS. */
  messages: Schema.optionalKey(Schema.Record(Schema.String, Schema.Json)),
  payloadAdd: Schema.optionalKey(payload),
  /** Who gets it, in the grammar of segments. */
  conditions: Schema.optionalKey(Schema.Json),
  attributes: Schema.optionalKey(Attributes)
}

const read = {
  ...Struct.map(
    Struct.map({ title: Text, ...texts, ...flags, active: Flag }, Schema.NullOr),
    Schema.optionalKey
  ),
  ...Struct.map(
    Struct.map(
      {
        trigger: Numeric,
        type: Numeric,
        status: Numeric,
        createTime: Numeric,
        activateTime: Numeric,
        deactivateTime: Numeric,
        promotionId: Numeric
      },
      Schema.NullOr
    ),
    Schema.optionalKey
  ),
  ...Struct.map(
    { messages: Schema.Json, payloadAdd: Schema.Json, conditions: Schema.Json },
    Schema.optionalKey
  ),
  attributes: Attributes
}

const readNames = {
  ...wireNames,
  createTime: "create_time",
  activateTime: "activate_time",
  deactivateTime: "deactivate_time",
  promotionId: "promotion_id"
} as const

/**
 * A campaign, as far as the answer has it: `select` narrows it. Times are Unix seconds. What has no field of its own stands in
 * `attributes` under the vendor's name. An unused message type is an empty list where others are objects.
 */
export interface Campaign extends Schema.Schema.Type<typeof CampaignFields> {}
const CampaignFields = flat(
  Schema.Struct({ id: Schema.optionalKey(Numeric), ...read }).pipe(Schema.encodeKeys(readNames))
)
export const Campaign = Schema.Opaque<Campaign>()(CampaignFields)

/** A campaign that has just been created: a `Campaign` that has its `id`. */
export interface CreatedCampaign extends Schema.Schema.Type<typeof CreatedCampaignFields> {}
const CreatedCampaignFields = flat(Schema.Struct({ id: Numeric, ...read }).pipe(Schema.encodeKeys(readNames)))
export const CreatedCampaign = Schema.Opaque<CreatedCampaign>()(CreatedCampaignFields)

const title = filled("a campaign has a title")

/** A campaign to be created. What has no field of its own goes into `attributes` under the vendor's name. */
export interface CampaignDraft extends Schema.Schema.Type<typeof DraftFields> {}
const DraftFields = flat(Schema.Struct({ title, ...settable }).pipe(Schema.encodeKeys(wireNames)))
export const CampaignDraft = Schema.Opaque<CampaignDraft>()(DraftFields)

/** A change to a campaign: what is given is set, the rest stays. */
export interface CampaignChange extends Schema.Schema.Type<typeof ChangeFields> {}
const ChangeFields = flat(
  Schema.Struct({ id: Id, title: Schema.optionalKey(title), ...settable }).pipe(Schema.encodeKeys(wireNames))
)
export const CampaignChange = Schema.Opaque<CampaignChange>()(ChangeFields)

const executeNames = {
  ...wireNames,
  targetBy: "target_by",
  targetWithParams: "target_with_params",
  targetExistingOnly: "target_existing_only"
} as const

/** Which campaign is sent to whom, by `target` or by `targetWithParams`. Campaign fields override those of the campaign. */
export interface Execution extends Schema.Schema.Type<typeof ExecutionFields> {}
const ExecutionFields = flat(
  Schema.Struct({
    id: Id,
    /** Device ids as numbers; or user ids as texts, with `targetBy: "user_id"`. */
    target: Schema.optionalKey(bounded(Id, "targets")),
    /** Parameters by user id. */
    targetWithParams: Schema.optionalKey(
      Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Json))
    ),
    targetBy: Schema.optionalKey(filled("targetBy cannot be blank")),
    /** For all targets. `external_message_id` comes back in webhooks; it does not keep a message from being sent twice. */
    params: Schema.optionalKey(Schema.Record(Schema.String, Schema.Json)),
    /** When to send: `2021-01-01 12:00 UTC`. */
    time: Schema.optionalKey(filled("time cannot be blank")),
    /** `false` creates profiles for targets that have none. */
    targetExistingOnly: Schema.optionalKey(Flag),
    ...settable
  })
    .check(
      Schema.makeFilter(({ target, targetWithParams }) =>
        (target === undefined) === (targetWithParams === undefined)
          ? { path: ["target"], issue: "give one of target and targetWithParams" }
          : undefined
      )
    )
    .pipe(Schema.encodeKeys(executeNames))
)
export const Execution = Schema.Opaque<Execution>()(ExecutionFields)

const facts = { method: "POST", quota: "campaign", see } as const

/** Creates a campaign. Not idempotent: there is no key that keeps it from being created twice. */
export const createCampaign = operation("Xtremepush.createCampaign", {
  ...facts,
  path: "/api/external/create/campaign",
  input: CampaignDraft,
  output: CreatedCampaign,
  from: "body.model",
  idempotent: false
})

/** Changes a campaign, and answers with it. Idempotent: the same values are set again. */
export const updateCampaign = operation("Xtremepush.updateCampaign", {
  ...facts,
  path: "/api/external/update/campaign",
  input: CampaignChange,
  output: changed(Campaign, Campaign.make({ attributes: {} })),
  fails: [Failures.BlankId],
  idempotent: true
})

/** Reads one campaign. */
export const infoCampaign = operation("Xtremepush.infoCampaign", {
  ...facts,
  path: "/api/external/info/campaign",
  input: Lookup,
  output: Campaign,
  from: "body.model",
  fails: [Failures.BlankId],
  idempotent: true,
  reads: true
})

/**
 * Reads a page of campaigns; `.stream` reads them all, page by page. Give it an `order` that stays, such as `["id"]`: pages are
 * counted off from the first row, so rows that move between two pages are read twice or not at all.
 */
export const listCampaigns = listed(
  operation("Xtremepush.listCampaigns", {
    ...facts,
    path: "/api/external/list/campaign",
    input: Query,
    output: rows(Campaign),
    idempotent: true,
    reads: true
  })
)

/** Deletes a campaign. Idempotent: a retry after a lost answer may end in `NotFound`, which then means that it is gone. */
export const deleteCampaign = operation("Xtremepush.deleteCampaign", {
  ...facts,
  path: "/api/external/delete/campaign",
  input: Schema.Struct({ id: Id }),
  output: Accepted,
  fails: [Failures.BlankId],
  idempotent: true
})

/**
 * Sends a campaign to the given targets. Success means that the campaign, the targets and the parameters are valid: delivery
 * comes later, and shows in the message lists and webhooks. Not idempotent: a repeat may send twice.
 */
export const executeCampaign = operation("Xtremepush.executeCampaign", {
  ...facts,
  path: "/api/external/execute/campaign",
  input: Execution,
  output: Accepted,
  fails: [Failures.BlankId],
  idempotent: false,
  see: "https://docs.xtremepush.com/reference/campaign-execute"
})
