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
  /** Values that the app gets with the push, by name. */
  extra: object(),
  /** The message variation of the campaign that this message is tracked under. */
  messageVariationId: text(),
  /** Address that a tap opens. */
  customUri: text()
}))

const more = lazy(() => ({
  /** Fields that are not listed here, under Braze's own names. */
  more: object()
}))

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
    /** The text. */
    body: text(),
    /** The title. */
    title: text(),
    /** Key of the title among the app's localized texts. */
    titleLocKey: text(),
    /** Values for the placeholders of that title. */
    titleLocArgs: optional(Schema.Array(Schema.String)),
    /** Key of the button's label among the app's localized texts. */
    actionLocKey: text(),
    /** Key of the text among the app's localized texts. */
    locKey: text(),
    /** Values for the placeholders of that text. */
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
  /** The text, or its parts. */
  alert: optional(Schema.Union([Schema.String, Alert()])),
  /** Number on the app's icon. */
  badge: whole(),
  /** Sound that is played. */
  sound: text(),
  /** Whether the app is woken to fetch content. */
  contentAvailable: flag(),
  /** How much the push may interrupt. */
  interruptionLevel: optional(Schema.Literals(["passive", "active", "time-sensitive", "critical"])),
  /** How relevant it is among the app's notifications: a number. */
  relevanceScore: optional(Schema.Finite),
  /** When it is no longer delivered. */
  expiry: optional(Moment.Text()),
  /** Whether `customUri` opens inside the app. */
  useWebview: flag(),
  /** Pushes with the same id are shown as a group. */
  notificationGroupThreadId: text(),
  /** Address of the picture, sound or film that goes with it. */
  assetUrl: text(),
  /** Type of the file at `assetUrl`. */
  assetFileType: text(),
  /** A push replaces an earlier one with the same id. */
  collapseId: text(),
  /** Whether the app may change it before it is shown. */
  mutableContent: flag(),
  /** Whether only the device that was used last gets it. */
  sendToMostRecentDeviceOnly: flag(),
  /** Category that decides which actions the app offers. */
  category: text(),
  /** Buttons, in Braze's own form. */
  buttons: buttons(),
  /** Priority at Apple: 1 to 10. */
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
  /** The text. */
  alert: text(),
  /** The title. */
  title: text(),
  /** Id of the app's notification channel. */
  notificationChannelId: text(),
  /** Priority of the notification: a whole number. */
  priority: whole(),
  /** Whether it is sent to synchronize data. */
  sendToSync: flag(),
  /** A push replaces an earlier one with the same key. */
  collapseKey: text(),
  /** Sound that is played. */
  sound: text(),
  /** A second line of text. */
  summaryText: text(),
  /** How long it waits for a device that is offline: a whole number of seconds. */
  timeToLive: whole(),
  /** Number of the notification. */
  notificationId: whole(),
  /** Address of the icon. */
  pushIconImageUrl: text(),
  /** Color of the notification: a whole number. */
  accentColor: whole(),
  /** Whether only the device that was used last gets it. */
  sendToMostRecentDeviceOnly: flag(),
  /** Buttons, in Braze's own form. */
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
      /** The text. */
      alert: Text(),
      /** The title. */
      title: Text(),
      /** Priority of the notification: a whole number. */
      priority: whole(),
      /** A push replaces an earlier one with the same key. */
      collapseKey: text(),
      /** Sound that is played. */
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
      /** The text. */
      alert: Text(),
      /** The title. */
      title: Text(),
      /** Address of the icon. */
      imageUrl: text(),
      /** Address of the large image. */
      largeImageUrl: text(),
      /** Whether it stays until the user answers it. */
      requireInteraction: flag(),
      /** How long it waits for a browser that is offline: a whole number of seconds. */
      timeToLive: whole(),
      /** Whether only the device that was used last gets it. */
      sendToMostRecentDeviceOnly: flag(),
      /** Buttons, in Braze's own form. */
      buttons: buttons()
    },
    webKeys,
    more()
  )
)

/** A push to browsers. */
export interface WebPush extends Schema.Schema.Type<ReturnType<typeof WebPushFields>> {}
export const WebPush = lazy(() => Schema.Opaque<WebPush>()(WebPushFields()))
