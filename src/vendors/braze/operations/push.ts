/** The push objects of `messages/send`. The fields are Braze's, in camelCase; `more` holds others, under Braze's own names. */
import * as Schema from "effect/Schema"
import { isRecord } from "../../../contract/Wire.ts"
import { jsonBytes, open, Text } from "./shape.ts"

const optional = Schema.optionalKey
const text = optional(Schema.String)
const flag = optional(Schema.Boolean)
const whole = optional(Schema.Int)
const more = { more: optional(Schema.JsonObject) }
const extra = optional(Schema.JsonObject)

const keys = {
  messageVariationId: "message_variation_id",
  customUri: "custom_uri",
  useWebview: "use_webview",
  collapseId: "collapse_id",
  collapseKey: "collapse_key",
  timeToLive: "time_to_live",
  sendToMostRecentDeviceOnly: "send_to_most_recent_device_only",
  imageUrl: "image_url"
} as const

/** The message variation of the campaign that this message is tracked under. */
const messageVariationId = text

/** A push as JSON is no larger than its platform takes. The variation id is for Braze, and no part of the payload. */
const payload = <S extends Schema.Constraint>(push: S, most: number, rule: string) =>
  Schema.toEncoded(push)
    .check(
      Schema.makeFilter(
        (sent: unknown) =>
          !isRecord(sent) || jsonBytes({ ...sent, message_variation_id: undefined }) <= most || rule
      )
    )
    .pipe(Schema.decodeTo(push))

const buttons = optional(Schema.Array(Schema.JsonObject))

const Alert = Schema.Struct({
  body: text,
  title: text,
  titleLocKey: text,
  titleLocArgs: optional(Schema.Array(Schema.String)),
  actionLocKey: text,
  locKey: text,
  locArgs: optional(Schema.Array(Schema.String))
}).pipe(
  Schema.encodeKeys({
    titleLocKey: "title_loc_key",
    titleLocArgs: "title_loc_args",
    actionLocKey: "action_loc_key",
    locKey: "loc_key",
    locArgs: "loc_args"
  })
)

const ApplePushFields = open(
  {
    alert: optional(Schema.Union([Schema.String, Alert])),
    badge: whole,
    sound: text,
    extra,
    contentAvailable: flag,
    interruptionLevel: optional(Schema.Literals(["passive", "active", "time-sensitive", "critical"])),
    relevanceScore: optional(Schema.Finite),
    expiry: optional(Schema.DateTimeUtcFromString),
    customUri: text,
    useWebview: flag,
    messageVariationId,
    notificationGroupThreadId: text,
    assetUrl: text,
    assetFileType: text,
    collapseId: text,
    mutableContent: flag,
    sendToMostRecentDeviceOnly: flag,
    category: text,
    buttons,
    apnsPriority: optional(
      Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10 }, { message: "must be 1 to 10" }))
    )
  },
  {
    ...keys,
    contentAvailable: "content-available",
    interruptionLevel: "interruption_level",
    relevanceScore: "relevance_score",
    notificationGroupThreadId: "notification_group_thread_id",
    assetUrl: "asset_url",
    assetFileType: "asset_file_type",
    mutableContent: "mutable_content",
    apnsPriority: "apns_priority"
  } as const,
  more
)

/** A push to iOS devices: at most 1,912 bytes of JSON. */
export interface ApplePush extends Schema.Schema.Type<typeof ApplePushFields> {}
export const ApplePush = Schema.Opaque<ApplePush>()(
  payload(ApplePushFields, 1_912, "the JSON payload of an Apple push has at most 1,912 bytes")
)

const AndroidPushFields = open(
  {
    alert: text,
    title: text,
    extra,
    messageVariationId,
    notificationChannelId: text,
    priority: whole,
    sendToSync: flag,
    collapseKey: text,
    sound: text,
    customUri: text,
    summaryText: text,
    timeToLive: whole,
    notificationId: whole,
    pushIconImageUrl: text,
    accentColor: whole,
    sendToMostRecentDeviceOnly: flag,
    buttons
  },
  {
    ...keys,
    notificationChannelId: "notification_channel_id",
    sendToSync: "send_to_sync",
    summaryText: "summary_text",
    notificationId: "notification_id",
    pushIconImageUrl: "push_icon_image_url",
    accentColor: "accent_color"
  } as const,
  more
)

/** A push to Android devices: at most 4,000 bytes of JSON. */
export interface AndroidPush extends Schema.Schema.Type<typeof AndroidPushFields> {}
export const AndroidPush = Schema.Opaque<AndroidPush>()(
  payload(AndroidPushFields, 4_000, "the JSON payload of an Android push has at most 4,000 bytes")
)

const KindlePushFields = open(
  {
    alert: Text,
    title: Text,
    extra,
    messageVariationId,
    priority: whole,
    collapseKey: text,
    sound: text,
    customUri: text
  },
  keys,
  more
)

/** A push to Kindle and Fire OS devices. */
export interface KindlePush extends Schema.Schema.Type<typeof KindlePushFields> {}
export const KindlePush = Schema.Opaque<KindlePush>()(KindlePushFields)

const WebPushFields = open(
  {
    alert: Text,
    title: Text,
    extra,
    messageVariationId,
    customUri: text,
    imageUrl: text,
    largeImageUrl: text,
    requireInteraction: flag,
    timeToLive: whole,
    sendToMostRecentDeviceOnly: flag,
    buttons
  },
  { ...keys, largeImageUrl: "large_image_url", requireInteraction: "require_interaction" } as const,
  more
)

/** A push to browsers. */
export interface WebPush extends Schema.Schema.Type<typeof WebPushFields> {}
export const WebPush = Schema.Opaque<WebPush>()(WebPushFields)
