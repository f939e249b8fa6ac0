/**
 * The message objects of `messages/send`, one for each channel. The fields are Braze's, in camelCase; `more` holds fields that are
 * not listed here, under Braze's own names.
 */
import * as Schema from "effect/Schema"
import { Data, DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { open } from "./open.ts"
import { AndroidPush, ApplePush, KindlePush, WebPush } from "./push.ts"
import { charactersFit, flag, object, Text, text } from "./shape.ts"

const optional = Schema.optionalKey

const keys = {
  messageVariationId: "message_variation_id",
  appId: "app_id",
  imageUrl: "image_url",
  timeToLive: "time_to_live",
  subscriptionGroupId: "subscription_group_id"
} as const

const more = lazy(() => ({ more: object() }))

/** What every message may have. */
const common = lazy(() => ({
  /** The message variation of the campaign that this message is tracked under. */
  messageVariationId: text()
}))

/** A file that Braze fetches: up to 2 MB. */
export const Attachment = lazy(() =>
  Schema.Struct({ fileName: Text(), url: Text() }).pipe(Schema.encodeKeys({ fileName: "file_name" }))
)

const emailFields = lazy(() => ({
  ...common(),
  appId: Text(),
  /** `Display Name <address@example.com>`. */
  from: Text(),
  subject: text(),
  replyTo: text(),
  bcc: text(),
  body: text(),
  plaintextBody: text(),
  preheader: text(),
  emailTemplateId: text(),
  extras: object(),
  headers: object(),
  shouldInlineCss: flag(),
  attachments: optional(Schema.Array(Attachment()))
}))
const emailKeys = {
  ...keys,
  replyTo: "reply_to",
  plaintextBody: "plaintext_body",
  emailTemplateId: "email_template_id",
  shouldInlineCss: "should_inline_css"
} as const
const EmailFields = lazy(() =>
  open(emailFields(), emailKeys, more()).check(
    Schema.makeFilter(
      ({ body, emailTemplateId }) =>
        body !== undefined ||
        emailTemplateId !== undefined || {
          path: ["body"],
          issue: "is required unless emailTemplateId is given"
        }
    )
  )
)

const smsKeys = { ...keys, mediaItems: "media_items" } as const
const SmsFields = lazy(() =>
  open(
    {
      ...common(),
      appId: Text(),
      subscriptionGroupId: Text(),
      body: Text(),
      mediaItems: optional(Schema.Array(Data()))
    },
    smsKeys,
    more()
  )
)

const webhookKeys = { ...keys, requestMethod: "request_method", requestHeaders: "request_headers" } as const
const WebhookFields = lazy(() =>
  open(
    {
      ...common(),
      url: Text(),
      requestMethod: Schema.Literals(["POST", "PUT", "DELETE", "GET"]),
      requestHeaders: optional(Schema.Record(Schema.String, Schema.String)),
      body: text()
    },
    webhookKeys,
    more()
  )
)

const contentCardKeys = {
  ...keys,
  expireAt: "expire_at",
  expireInLocalTime: "expire_in_local_time",
  uriText: "uri_text"
} as const
const ContentCardFields = lazy(() =>
  open(
    {
      ...common(),
      type: Schema.Literals(["CLASSIC", "CAPTIONED_IMAGE", "BANNER"]),
      title: Schema.String,
      description: Schema.String,
      pinned: flag(),
      imageUrl: text(),
      timeToLive: optional(Schema.Int),
      expireAt: optional(Moment.Text()),
      expireInLocalTime: flag(),
      uriText: text(),
      extra: object()
    },
    contentCardKeys,
    more()
  )
)

const whatsAppKeys = { ...keys, messageType: "message_type" } as const
const WhatsAppFields = lazy(() =>
  open(
    {
      ...common(),
      appId: Text(),
      subscriptionGroupId: Text(),
      messageType: Text(),
      message: DataObject()
    },
    whatsAppKeys,
    more()
  )
)

const inAppMessageFields = lazy(() => ({
  ...common(),
  /** `SLIDEUP` where it is left out. */
  type: optional(Schema.Literals(["SLIDEUP", "MODAL", "FULL"])),
  message: Text(),
  header: text(),
  imageUrl: text(),
  icon: text(),
  extras: object()
}))
const InAppMessageFields = lazy(() =>
  open(inAppMessageFields(), keys, more()).check(
    Schema.makeFilter(
      ({ message, type = "SLIDEUP" }) =>
        type !== "SLIDEUP" ||
        charactersFit(message, 140) || {
          path: ["message"],
          issue: "a slideup's message has at most 140 characters"
        }
    )
  )
)

/** An email. */
export interface Email extends Schema.Schema.Type<ReturnType<typeof EmailFields>> {}
/** A text message. */
export interface Sms extends Schema.Schema.Type<ReturnType<typeof SmsFields>> {}
/** A webhook. */
export interface Webhook extends Schema.Schema.Type<ReturnType<typeof WebhookFields>> {}
/** A Content Card. */
export interface ContentCard extends Schema.Schema.Type<ReturnType<typeof ContentCardFields>> {}
/** A WhatsApp message; what `message` holds depends on `messageType`. */
export interface WhatsApp extends Schema.Schema.Type<ReturnType<typeof WhatsAppFields>> {}
/** An in-app message, as older editions of Braze's documents have it; today's leave it to campaigns. */
export interface InAppMessage extends Schema.Schema.Type<ReturnType<typeof InAppMessageFields>> {}

const channels = lazy(() => ({
  applePush: optional(ApplePush()),
  androidPush: optional(AndroidPush()),
  kindlePush: optional(KindlePush()),
  webPush: optional(WebPush()),
  email: optional(Schema.Opaque<Email>()(EmailFields())),
  sms: optional(Schema.Opaque<Sms>()(SmsFields())),
  webhook: optional(Schema.Opaque<Webhook>()(WebhookFields())),
  contentCard: optional(Schema.Opaque<ContentCard>()(ContentCardFields())),
  whatsApp: optional(Schema.Opaque<WhatsApp>()(WhatsAppFields())),
  inAppMessage: optional(Schema.Opaque<InAppMessage>()(InAppMessageFields()))
}))
const channelKeys = {
  applePush: "apple_push",
  androidPush: "android_push",
  kindlePush: "kindle_push",
  webPush: "web_push",
  contentCard: "content_card",
  whatsApp: "whats_app",
  inAppMessage: "in_app_message"
} as const
const MessagesFields = lazy(() =>
  open(channels(), channelKeys, more()).check(
    Schema.makeFilter((messages) => Object.keys(messages).length > 0 || "at least one message")
  )
)

/** One message for each channel that it goes out on; at least one. */
export interface Messages extends Schema.Schema.Type<ReturnType<typeof MessagesFields>> {}
export const Messages = lazy(() => Schema.Opaque<Messages>()(MessagesFields()))
