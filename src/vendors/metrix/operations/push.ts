/** Sending users a message on one channel. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import { operation } from "../vendor.ts"
import { filled } from "./messages.ts"
import { Receipt } from "./receipt.ts"

const text = lazy(() => Schema.optionalKey(Schema.String))

const otherFields = lazy(() => [DataObject()] as const)

const recipients = lazy(() =>
  Schema.Array(filled("a recipient is a customUserId, and not empty")).check(
    Schema.isMinLength(1, { message: "the list of recipients is empty" })
  )
)

const Image = lazy(() =>
  Schema.Struct({
    /** Address of the image. */
    url: Schema.String
  })
)

const Button = lazy(() =>
  Schema.Struct({
    /** What is written on the button. */
    label: Schema.String,
    /** Address that the button opens. */
    link: Schema.String
  })
)

const WebPushFields = lazy(() =>
  Schema.Struct({
    /** The channel that the message goes out on. */
    channel: Schema.Literal("WEB_PUSH"),
    /** `customUserId`s: a user known by `metrixUserId` alone cannot be reached. */
    recipients: recipients(),
    /** What the notification says and does. Fields besides these are passed on as they are. */
    message: Schema.StructWithRest(
      Schema.Struct({
        /** The line above the text. */
        title: text(),
        /** The text. */
        body: Schema.String,
        /** Address that a click opens. */
        url: text(),
        /** Icon of the notification. */
        icon: text(),
        /** Images that the notification shows. */
        images: Schema.optionalKey(Schema.Array(Image())),
        /** Buttons of the notification. */
        buttons: Schema.optionalKey(Schema.Array(Button()))
      }),
      otherFields()
    )
  })
)

/** A push notification for browsers. */
export interface WebPush extends Schema.Schema.Type<ReturnType<typeof WebPushFields>> {}
export const WebPush = lazy(() => Schema.Opaque<WebPush>()(WebPushFields()))

const ChannelMessageFields = lazy(() =>
  Schema.Struct({
    /** The channel that the message goes out on. */
    channel: Schema.Literals(["SMS", "APP_PUSH", "EMAIL", "WEB_HOOK", "IN_APP", "ON_SITE"]),
    /** `customUserId`s: a user known by `metrixUserId` alone cannot be reached. */
    recipients: recipients(),
    /** What is sent. Fields besides these are the channel's own, and passed on as they are. */
    message: Schema.StructWithRest(
      Schema.Struct({
        /** The line above the text, where the channel has one. */
        title: text(),
        /** The text. */
        body: Schema.String
      }),
      otherFields()
    )
  })
)

/** A message on another channel. Fields besides `title` and `body` are the channel's own, and not checked. */
export interface ChannelMessage extends Schema.Schema.Type<ReturnType<typeof ChannelMessageFields>> {}
export const ChannelMessage = lazy(() => Schema.Opaque<ChannelMessage>()(ChannelMessageFields()))

/**
 * Sends users a message on one channel, which must have passed a test from the Metrix dashboard before. Success means received,
 * not delivered. Not idempotent: nothing keeps a message from being sent twice.
 */
export const push = operation("push", () => ({
  method: "POST",
  path: "/push",
  input: Schema.Union([WebPush(), ChannelMessage()]),
  output: Receipt(),
  from: "response",
  idempotent: false,
  notes: [
    "Received, not delivered: whether a message arrives can be seen in the dashboard only.",
    "Before the first push on a channel, a test message on it must have been sent successfully from the Metrix dashboard."
  ],
  see: "https://docs.metrix.ir/en/technical/api/messaging-api"
}))
