/** The push objects of `messages/send`. The fields are Braze's, in camelCase; `more` holds others, under Braze's own names. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { isRecord } from "../../../contract/Wire.ts"
import { open } from "./open.ts"
import { flag, jsonFits, object, Text, text, whole } from "./shape.ts"

const optional = Schema.optionalKey

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

/** What every push may have. */
const common = lazy(() => ({
  extra: object(),
  /** The message variation of the campaign that this message is tracked under. */
  messageVariationId: text(),
  customUri: text()
}))

const more = lazy(() => ({ more: object() }))

const buttons = lazy(() => optional(Schema.Array(DataObject())))

/** A push as JSON is no larger than its platform takes. The variation id is for Braze, and no part of the payload. */
const payload = <S extends Schema.Constraint>(push: S, most: number, rule: string) =>
  Schema.toEncoded(push)
    .check(
      Schema.makeFilter(
        (sent: unknown) =>
          !isRecord(sent) || jsonFits({ ...sent, message_variation_id: undefined }, most) || rule
      )
    )
    .pipe(Schema.decodeTo(push))

const Alert = lazy(() =>
  Schema.Struct({
    body: text(),
    title: text(),
    titleLocKey: text(),
    titleLocArgs: optional(Schema.Array(Schema.String)),
    actionLocKey: text(),
    locKey: text(),
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
)

const ApnsPriority = lazy(() =>
  Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10 }, { message: "must be 1 to 10" }))
)

const appleFields = lazy(() => ({
  ...common(),
  alert: optional(Schema.Union([Schema.String, Alert()])),
  badge: whole(),
  sound: text(),
  contentAvailable: flag(),
  interruptionLevel: optional(Schema.Literals(["passive", "active", "time-sensitive", "critical"])),
  relevanceScore: optional(Schema.Finite),
  expiry: optional(Moment.Text()),
  useWebview: flag(),
  notificationGroupThreadId: text(),
  assetUrl: text(),
  assetFileType: text(),
  collapseId: text(),
  mutableContent: flag(),
  sendToMostRecentDeviceOnly: flag(),
  category: text(),
  buttons: buttons(),
  apnsPriority: optional(ApnsPriority())
}))
const appleKeys = {
  ...keys,
  contentAvailable: "content-available",
  interruptionLevel: "interruption_level",
  relevanceScore: "relevance_score",
  notificationGroupThreadId: "notification_group_thread_id",
  assetUrl: "asset_url",
  assetFileType: "asset_file_type",
  mutableContent: "mutable_content",
  apnsPriority: "apns_priority"
} as const
const ApplePushFields = lazy(() => open(appleFields(), appleKeys, more()))

/** A push to iOS devices: at most 1,912 bytes of JSON. */
export interface ApplePush extends Schema.Schema.Type<ReturnType<typeof ApplePushFields>> {}
export const ApplePush = lazy(() =>
  Schema.Opaque<ApplePush>()(
    payload(ApplePushFields(), 1_912, "the JSON payload of an Apple push has at most 1,912 bytes")
  )
)

const androidFields = lazy(() => ({
  ...common(),
  alert: text(),
  title: text(),
  notificationChannelId: text(),
  priority: whole(),
  sendToSync: flag(),
  collapseKey: text(),
  sound: text(),
  summaryText: text(),
  timeToLive: whole(),
  notificationId: whole(),
  pushIconImageUrl: text(),
  accentColor: whole(),
  sendToMostRecentDeviceOnly: flag(),
  buttons: buttons()
}))
const androidKeys = {
  ...keys,
  notificationChannelId: "notification_channel_id",
  sendToSync: "send_to_sync",
  summaryText: "summary_text",
  notificationId: "notification_id",
  pushIconImageUrl: "push_icon_image_url",
  accentColor: "accent_color"
} as const
const AndroidPushFields = lazy(() => open(androidFields(), androidKeys, more()))

/** A push to Android devices: at most 4,000 bytes of JSON. */
export interface AndroidPush extends Schema.Schema.Type<ReturnType<typeof AndroidPushFields>> {}
export const AndroidPush = lazy(() =>
  Schema.Opaque<AndroidPush>()(
    payload(AndroidPushFields(), 4_000, "the JSON payload of an Android push has at most 4,000 bytes")
  )
)

const KindlePushFields = lazy(() =>
  open(
    {
      ...common(),
      alert: Text(),
      title: Text(),
      priority: whole(),
      collapseKey: text(),
      sound: text()
    },
    keys,
    more()
  )
)

/** A push to Kindle and Fire OS devices. */
export interface KindlePush extends Schema.Schema.Type<ReturnType<typeof KindlePushFields>> {}
export const KindlePush = lazy(() => Schema.Opaque<KindlePush>()(KindlePushFields()))

const webKeys = {
  ...keys,
  largeImageUrl: "large_image_url",
  requireInteraction: "require_interaction"
} as const
const WebPushFields = lazy(() =>
  open(
    {
      ...common(),
      alert: Text(),
      title: Text(),
      imageUrl: text(),
      largeImageUrl: text(),
      requireInteraction: flag(),
      timeToLive: whole(),
      sendToMostRecentDeviceOnly: flag(),
      buttons: buttons()
    },
    webKeys,
    more()
  )
)

/** A push to browsers. */
export interface WebPush extends Schema.Schema.Type<ReturnType<typeof WebPushFields>> {}
export const WebPush = lazy(() => Schema.Opaque<WebPush>()(WebPushFields()))
