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

const more = lazy(() => ({
  /** Fields that are not listed here, under Braze's own names. */
  more: object()
}))

/** What every message may have. */
const common = lazy(() => ({
  /** The message variation of the campaign that this message is tracked under. */
  messageVariationId: text()
}))

/** A file that Braze fetches: up to 2 MB. */
export const Attachment = lazy(() =>
  Schema.Struct({
    /** Name of the file. */
    fileName: Text(),
    /** Address that Braze fetches the file from. */
    url: Text()
  }).pipe(Schema.encodeKeys({ fileName: "file_name" }))
)

const emailFields = lazy(() => ({
  ...common(),
  /** Id of the app that the email is of, from the dashboard. */
  appId: Text(),
  /** The sender: `Display Name <address@example.com>`. */
  from: Text(),
  /** The subject. */
  subject: text(),
  /** The address that answers go to, the workspace's default where it is left out; `NO_REPLY_TO` for none. */
  replyTo: text(),
  /** An address that gets a blind copy: one of those in the workspace's email settings. */
  bcc: text(),
  /** The email as HTML. Needed unless `emailTemplateId` is given. */
  body: text(),
  /** The email as plain text; Braze makes it from `body` where it is left out. */
  plaintextBody: text(),
  /** The preview text; 50 to 100 characters are recommended. */
  preheader: text(),
  /** Id of the email template that gives subject, body and `shouldInlineCss` where they are left out here. */
  emailTemplateId: text(),
  /** Values by name; SendGrid gets them as unique arguments. */
  extras: object(),
  /** Headers of the email, by name: with SendGrid only. */
  headers: object(),
  /** Whether the CSS of the body is inlined; the workspace's default where it is left out. */
  shouldInlineCss: flag(),
  /** Files that go with the email: up to 2 MB each, fetched by Braze. */
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
      /** Id of the app that the message is of, from the dashboard. */
      appId: Text(),
      /** Id of the subscription group. */
      subscriptionGroupId: Text(),
      /** The text. */
      body: Text(),
      /** Images that go with the text, in Braze's own form. */
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
      /** Address that Braze calls. */
      url: Text(),
      /** HTTP method of the call. */
      requestMethod: Schema.Literals(["POST", "PUT", "DELETE", "GET"]),
      /** Headers of the call, by name. Braze recommends a `Content-Type`; without one it is inferred from the body. */
      requestHeaders: optional(Schema.Record(Schema.String, Schema.String)),
      /** Body of the call. */
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
      /** The kind of card. */
      type: Schema.Literals(["CLASSIC", "CAPTIONED_IMAGE", "BANNER"]),
      /** The title. */
      title: Schema.String,
      /** The card's description. */
      description: Schema.String,
      /** Whether the card is pinned. */
      pinned: flag(),
      /** Address of the image. */
      imageUrl: text(),
      /** Seconds until the card expires. Braze requires this or `expireAt`. */
      timeToLive: optional(Schema.Int),
      /** When the card expires: at most 30 days from now. Braze requires this or `timeToLive`. */
      expireAt: optional(Moment.Text()),
      /** Whether the card expires in users' local time, with `expireAt`. */
      expireInLocalTime: flag(),
      /** Text of the card's link. */
      uriText: text(),
      /** Values that are sent with the card, by name. */
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
      /** Id of the app that the message is of, from the dashboard. */
      appId: Text(),
      /** Id of the subscription group. */
      subscriptionGroupId: Text(),
      /** The kind of message, which decides what `message` holds: `template_message`, `text_response_message`, … */
      messageType: Text(),
      /** The content, in Braze's own form for this kind of message. */
      message: DataObject()
    },
    whatsAppKeys,
    more()
  )
)

const inAppMessageFields = lazy(() => ({
  ...common(),
  /** How the message looks; `SLIDEUP` where it is left out. */
  type: optional(Schema.Literals(["SLIDEUP", "MODAL", "FULL"])),
  /** The text: at most 140 characters in a slideup. */
  message: Text(),
  /** The line above the text. */
  header: text(),
  /** Address of the image. */
  imageUrl: text(),
  /** Icon beside the text. */
  icon: text(),
  /** Values that the app gets with the message, by name. */
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
  /** A push to iOS devices. */
  applePush: optional(ApplePush()),
  /** A push to Android devices. */
  androidPush: optional(AndroidPush()),
  /** A push to Kindle and Fire OS devices. */
  kindlePush: optional(KindlePush()),
  /** A push to browsers. */
  webPush: optional(WebPush()),
  /** An email. */
  email: optional(Schema.Opaque<Email>()(EmailFields())),
  /** A text message. */
  sms: optional(Schema.Opaque<Sms>()(SmsFields())),
  /** A webhook. */
  webhook: optional(Schema.Opaque<Webhook>()(WebhookFields())),
  /** A Content Card. */
  contentCard: optional(Schema.Opaque<ContentCard>()(ContentCardFields())),
  /** A WhatsApp message. */
  whatsApp: optional(Schema.Opaque<WhatsApp>()(WhatsAppFields())),
  /** An in-app message. */
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
