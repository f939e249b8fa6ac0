/**
 * The message objects of `messages/send`, one for each channel. The fields are Braze's, in camelCase; `more` holds fields that are
 * not listed here, under Braze's own names.
 */
import * as Schema from "effect/Schema"
import { AndroidPush, ApplePush, KindlePush, WebPush } from "./push.ts"
import { open, Text } from "./shape.ts"

const optional = Schema.optionalKey
const text = optional(Schema.String)
const flag = optional(Schema.Boolean)
const more = { more: optional(Schema.JsonObject) }
const object = optional(Schema.JsonObject)

const keys = {
  messageVariationId: "message_variation_id",
  appId: "app_id",
  imageUrl: "image_url",
  timeToLive: "time_to_live",
  subscriptionGroupId: "subscription_group_id"
} as const

/** The message variation of the campaign that this message is tracked under. */
const messageVariationId = text

/** A file that Braze fetches: up to 2 MB. */
export const Attachment = Schema.Struct({ fileName: Text, url: Text }).pipe(
  Schema.encodeKeys({ fileName: "file_name" })
)

const EmailFields = open(
  {
    appId: Text,
    /** `Display Name <address@example.com>`. */
    from: Text,
    subject: text,
    replyTo: text,
    bcc: text,
    body: text,
    plaintextBody: text,
    preheader: text,
    emailTemplateId: text,
    messageVariationId,
    extras: object,
    headers: object,
    shouldInlineCss: flag,
    attachments: optional(Schema.Array(Attachment))
  },
  {
    ...keys,
    replyTo: "reply_to",
    plaintextBody: "plaintext_body",
    emailTemplateId: "email_template_id",
    shouldInlineCss: "should_inline_css"
  } as const,
  more
).check(
  Schema.makeFilter(
    ({ body, emailTemplateId }) =>
      body !== undefined ||
      emailTemplateId !== undefined || {
        path: ["body"],
        issue: "is required unless emailTemplateId is given"
      }
  )
)

const SmsFields = open(
  {
    appId: Text,
    subscriptionGroupId: Text,
    body: Text,
    messageVariationId,
    mediaItems: optional(Schema.Array(Schema.Json))
  },
  { ...keys, mediaItems: "media_items" } as const,
  more
)
const WebhookFields = open(
  {
    url: Text,
    requestMethod: Schema.Literals(["POST", "PUT", "DELETE", "GET"]),
    requestHeaders: optional(Schema.Record(Schema.String, Schema.String)),
    body: text,
    messageVariationId
  },
  { ...keys, requestMethod: "request_method", requestHeaders: "request_headers" } as const,
  more
)
const ContentCardFields = open(
  {
    type: Schema.Literals(["CLASSIC", "CAPTIONED_IMAGE", "BANNER"]),
    title: Schema.String,
    description: Schema.String,
    messageVariationId,
    pinned: flag,
    imageUrl: text,
    timeToLive: optional(Schema.Int),
    expireAt: optional(Schema.DateTimeUtcFromString),
    expireInLocalTime: flag,
    uriText: text,
    extra: object
  },
  { ...keys, expireAt: "expire_at", expireInLocalTime: "expire_in_local_time", uriText: "uri_text" } as const,
  more
)
const WhatsAppFields = open(
  {
    appId: Text,
    subscriptionGroupId: Text,
    messageVariationId,
    messageType: Text,
    message: Schema.JsonObject
  },
  { ...keys, messageType: "message_type" } as const,
  more
)

const InAppMessageFields = open(
  {
    /** `SLIDEUP` where it is left out. */
    type: optional(Schema.Literals(["SLIDEUP", "MODAL", "FULL"])),
    message: Text,
    header: text,
    imageUrl: text,
    icon: text,
    extras: object,
    messageVariationId
  },
  keys,
  more
).check(
  Schema.makeFilter(
    ({ message, type = "SLIDEUP" }) =>
      type !== "SLIDEUP" ||
      [...message].length <= 140 || {
        path: ["message"],
        issue: "a slideup's message has at most 140 characters"
      }
  )
)

/** An email. */
export interface Email extends Schema.Schema.Type<typeof EmailFields> {}
/** A text message. */
export interface Sms extends Schema.Schema.Type<typeof SmsFields> {}
/** A webhook. */
export interface Webhook extends Schema.Schema.Type<typeof WebhookFields> {}
/** A Content Card. */
export interface ContentCard extends Schema.Schema.Type<typeof ContentCardFields> {}
/** A WhatsApp message; what `message` holds depends on `messageType`. */
export interface WhatsApp extends Schema.Schema.Type<typeof WhatsAppFields> {}
/** An in-app message, as older editions of Braze's documents have it; today's leave it to campaigns. */
export interface InAppMessage extends Schema.Schema.Type<typeof InAppMessageFields> {}

const MessagesFields = open(
  {
    applePush: optional(ApplePush),
    androidPush: optional(AndroidPush),
    kindlePush: optional(KindlePush),
    webPush: optional(WebPush),
    email: optional(Schema.Opaque<Email>()(EmailFields)),
    sms: optional(Schema.Opaque<Sms>()(SmsFields)),
    webhook: optional(Schema.Opaque<Webhook>()(WebhookFields)),
    contentCard: optional(Schema.Opaque<ContentCard>()(ContentCardFields)),
    whatsApp: optional(Schema.Opaque<WhatsApp>()(WhatsAppFields)),
    inAppMessage: optional(Schema.Opaque<InAppMessage>()(InAppMessageFields))
  },
  {
    applePush: "apple_push",
    androidPush: "android_push",
    kindlePush: "kindle_push",
    webPush: "web_push",
    contentCard: "content_card",
    whatsApp: "whats_app",
    inAppMessage: "in_app_message"
  } as const,
  more
).check(Schema.makeFilter((messages) => Object.keys(messages).length > 0 || "at least one message"))

/** One message for each channel that it goes out on; at least one. */
export interface Messages extends Schema.Schema.Type<typeof MessagesFields> {}
export const Messages = Schema.Opaque<Messages>()(MessagesFields)
