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
  /** Values that are sent with the push, by name. */
  extra: object(),
  /** The message variation of the campaign that this message is tracked under. */
  messageVariationId: text(),
  /** A web address or deep link. */
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
    /** Key of the label of the right button among the app's localized texts. */
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
  /** Number on the app's badge after this push. */
  badge: whole(),
  /** Where in the app the sound is; `default` for the standard sound. */
  sound: text(),
  /** Whether the push has the `content-available` flag. */
  contentAvailable: flag(),
  /** The interruption level (iOS 15 and later). */
  interruptionLevel: optional(Schema.Literals(["passive", "active", "time-sensitive", "critical"])),
  /** From 0.0 to 1.0: how it ranks in notification summaries (iOS 15 and later). */
  relevanceScore: optional(Schema.Finite),
  /** When the push expires. */
  expiry: optional(Moment.Text()),
  /** Whether a web address opens inside the app; Braze takes `true` where it is left out. */
  useWebview: flag(),
  /** Id of the thread in which notifications are grouped. */
  notificationGroupThreadId: text(),
  /** Address of the content of a rich notification. */
  assetUrl: text(),
  /** Type of the file at `assetUrl`, which needs it: `aif`, `gif`, `jpg`, `m4a`, `mp3`, `mp4`, `png` or `wav`. */
  assetFileType: text(),
  /** A push with the same id updates the one that was sent before. */
  collapseId: text(),
  /** Whether the push has the `mutable-content` flag, which a rich notification always has. */
  mutableContent: flag(),
  /** Whether only the device that was used last gets it. */
  sendToMostRecentDeviceOnly: flag(),
  /** The notification category, by which iOS shows buttons. */
  category: text(),
  /** Buttons, in Braze's own form. */
  buttons: buttons(),
  /** 1 to 10: 10 for immediate delivery, 5 for power-aware delivery, 1 to avoid waking the device. */
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
  /** Id of the notification channel; the dashboard's fallback where it is left out. */
  notificationChannelId: text(),
  /** From -2 (least) to 2 (most); Braze takes 0 for anything else. */
  priority: whole(),
  /** Whether it is a silent push: it then has neither `alert` nor `title`. */
  sendToSync: flag(),
  /** The collapse key. */
  collapseKey: text(),
  /** Where in the app the sound is; `default` for the standard sound. */
  sound: text(),
  /** Summary text. */
  summaryText: text(),
  /** Time to live, in seconds. */
  timeToLive: whole(),
  /** Id of the notification: a whole number. */
  notificationId: whole(),
  /** Address of the large icon: 1:1, at least 40 by 40 pixels. */
  pushIconImageUrl: text(),
  /** Accent color: an RGB value as a whole number. */
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
      /** From -2 (least) to 2 (most); Braze takes 0 for anything else. */
      priority: whole(),
      /** The collapse key. */
      collapseKey: text(),
      /** Where in the app the sound is; `default` for the standard sound. */
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
      /** Address of the image, with an aspect ratio of 1:1. */
      imageUrl: text(),
      /** Address of the large image: Chrome on Windows and Android. */
      largeImageUrl: text(),
      /** Whether the user must dismiss it. */
      requireInteraction: flag(),
      /** Time to live, in seconds. */
      timeToLive: whole(),
      /** Whether only the browser that was used last gets it. */
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
