/** Campaigns as they are created, changed, sent and read. */
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"
import { Data, DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { Attributes, flat } from "./attributes.ts"
import { bounded, filled, Flag, Id, Numeric, spaced, Text } from "./fields.ts"

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

const texts = lazy(() => ({
  /** Title of the push notification. */
  pushTitle: Text(),
  /** Text of the push notification. */
  pushText: Text(),
  /** Icon of the push notification. */
  pushIcon: Text(),
  /** Picture of the push notification: its address, with `pushPictureType: "url"`. */
  pushPicture: Text(),
  /** How `pushPicture` names the picture: `url` is the only way that is documented. */
  pushPictureType: Text(),
  /** Address that opens when a user taps the message. */
  url: Text(),
  /** A page that opens when a user taps the message: HTML. */
  page: Text(),
  /** Encryption of the message: `"0"` in the vendor's examples; other values are not documented. */
  encryption: Text()
}))

const flags = lazy(() => ({
  /** Whether it goes out as push to Android. */
  androidPush: Flag(),
  /** Whether it goes out as push to iOS. */
  iosPush: Flag(),
  /** Whether it goes out to iOS apps of the production environment. */
  iosPushProduction: Flag(),
  /** Whether it goes out to iOS apps of the sandbox environment. */
  iosPushSandbox: Flag(),
  /** Whether it goes out as push to browsers. */
  webPush: Flag(),
  /** Whether it goes out as e-mail. */
  email: Flag(),
  /** Whether it goes out as text message. */
  sms: Flag(),
  /** Whether it goes into the inbox of the app. */
  inbox: Flag(),
  /** Whether it calls a webhook. */
  webhook: Flag(),
  /** Whether `url` opens in the browser. */
  urlBrowser: Flag(),
  /** Whether it goes to everyone, whatever the conditions. */
  broadcast: Flag()
}))

const payload = lazy(() =>
  Schema.Array(
    Schema.Struct({
      /** Name of the value. */
      key: Schema.String,
      /** The value. */
      value: Data()
    })
  )
)

const settable = lazy(() => ({
  ...Struct.map(texts(), Schema.optionalKey),
  ...Struct.map(flags(), Schema.optionalKey),
  /** What starts it, one of `trigger`: 0 a schedule, 1 a location, 2 an event, 3 a call of the API. */
  trigger: Schema.optionalKey(Schema.Literals([0, 1, 2, 3])),
  /** The content, by message type: 1 iOS push, 2 Android push, 3 web push, 6 inbox, 7 email, 8 webhook, 9 SMS. */
  messages: Schema.optionalKey(DataObject()),
  /** Values that are added to the payload of the message. */
  payloadAdd: Schema.optionalKey(payload()),
  /** Who receives it, in the grammar of segments. */
  conditions: Schema.optionalKey(Data()),
  /** Attributes that have no field of their own here, by the vendor's name. */
  attributes: Schema.optionalKey(DataObject())
}))

const read = lazy(() => ({
  ...Struct.map(
    Struct.map({ title: Text(), ...texts(), ...flags(), active: Flag() }, Schema.NullOr),
    Schema.optionalKey
  ),
  ...Struct.map(
    Struct.map(
      {
        trigger: Numeric(),
        type: Numeric(),
        status: Numeric(),
        createTime: Numeric(),
        activateTime: Numeric(),
        deactivateTime: Numeric(),
        promotionId: Numeric()
      },
      Schema.NullOr
    ),
    Schema.optionalKey
  ),
  ...Struct.map(
    { messages: Schema.Json, payloadAdd: Schema.Json, conditions: Schema.Json },
    Schema.optionalKey
  ),
  attributes: Attributes()
}))

const readNames = {
  ...wireNames,
  createTime: "create_time",
  activateTime: "activate_time",
  deactivateTime: "deactivate_time",
  promotionId: "promotion_id"
} as const

const CampaignFields = lazy(() =>
  flat(Schema.Struct({ id: Schema.optionalKey(Numeric()), ...read() }).pipe(Schema.encodeKeys(readNames)))
)

/**
 * A campaign, as far as the answer has it: `select` chooses attributes. Times are Unix seconds. What has no field of its own is in
 * `attributes`, by the vendor's name. An unused message type is an empty list where others are objects.
 */
export interface Campaign extends Schema.Schema.Type<ReturnType<typeof CampaignFields>> {}
export const Campaign = lazy(() => Schema.Opaque<Campaign>()(CampaignFields()))

const CreatedCampaignFields = lazy(() =>
  flat(Schema.Struct({ id: Numeric(), ...read() }).pipe(Schema.encodeKeys(readNames)))
)

/** A campaign that has just been created: a `Campaign` that has its `id`. */
export interface CreatedCampaign extends Schema.Schema.Type<ReturnType<typeof CreatedCampaignFields>> {}
export const CreatedCampaign = lazy(() => Schema.Opaque<CreatedCampaign>()(CreatedCampaignFields()))

const title = lazy(() => filled("a campaign has a title"))

const DraftFields = lazy(() =>
  flat(
    Schema.Struct({
      /** The name of the campaign in the dashboard. */
      title: title(),
      ...settable()
    }).pipe(Schema.encodeKeys(wireNames))
  )
)

/** A campaign to create. What has no field of its own goes into `attributes`, by the vendor's name. */
export interface CampaignDraft extends Schema.Schema.Type<ReturnType<typeof DraftFields>> {}
export const CampaignDraft = lazy(() => Schema.Opaque<CampaignDraft>()(DraftFields()))

const ChangeFields = lazy(() =>
  flat(
    Schema.Struct({
      /** Id of the campaign to change. */
      id: Id(),
      /** The new name of the campaign in the dashboard. */
      title: Schema.optionalKey(title()),
      ...settable()
    }).pipe(Schema.encodeKeys(wireNames))
  )
)

/** A change to a campaign: what is given is set, the rest stays. */
export interface CampaignChange extends Schema.Schema.Type<ReturnType<typeof ChangeFields>> {}
export const CampaignChange = lazy(() => Schema.Opaque<CampaignChange>()(ChangeFields()))

const executeNames = {
  ...wireNames,
  targetBy: "target_by",
  targetWithParams: "target_with_params",
  targetExistingOnly: "target_existing_only"
} as const

// Documented without seconds; with them it is unverified.
const sendTime = lazy(() => Moment.formatted((iso) => `${spaced(iso).replace(/:00$/, "")} UTC`))

const ExecutionFields = lazy(() =>
  flat(
    Schema.Struct({
      /** Id of the campaign to send. */
      id: Id(),
      /** Device ids as numbers; or user ids as texts, with `targetBy: "user_id"`. */
      target: Schema.optionalKey(bounded(Id(), "targets")),
      /** Parameters by user id. */
      targetWithParams: Schema.optionalKey(Schema.Record(Schema.String, DataObject())),
      /** How `target` names its users: `user_id` for user ids; without it, device ids. */
      targetBy: Schema.optionalKey(filled("targetBy cannot be blank")),
      /** Parameters for all targets. `external_message_id` comes back in webhooks; it does not keep a message from being sent twice. */
      params: Schema.optionalKey(DataObject()),
      /** When to send, to the second. It goes out as `2021-01-01 12:00 UTC`. */
      time: Schema.optionalKey(sendTime()),
      /** Whether only targets that have a profile are reached: `false` creates profiles for the others. */
      targetExistingOnly: Schema.optionalKey(Flag()),
      ...settable()
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
)

/** Which campaign to send, and to whom, by `target` or by `targetWithParams`. Campaign fields override those of the campaign. */
export interface Execution extends Schema.Schema.Type<ReturnType<typeof ExecutionFields>> {}
export const Execution = lazy(() => Schema.Opaque<Execution>()(ExecutionFields()))
