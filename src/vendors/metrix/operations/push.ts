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

const WebPushFields = lazy(() =>
  Schema.Struct({
    channel: Schema.Literal("WEB_PUSH"),
    /** `customUserId`s: a user known by `metrixUserId` alone cannot be reached. */
    recipients: recipients(),
    message: Schema.StructWithRest(
      Schema.Struct({
        title: text(),
        body: Schema.String,
        url: text(),
        icon: text(),
        images: Schema.optionalKey(Schema.Array(Schema.Struct({ url: Schema.String }))),
        buttons: Schema.optionalKey(
          Schema.Array(Schema.Struct({ label: Schema.String, link: Schema.String }))
        )
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
    channel: Schema.Literals(["SMS", "APP_PUSH", "EMAIL", "WEB_HOOK", "IN_APP", "ON_SITE"]),
    /** `customUserId`s: a user known by `metrixUserId` alone cannot be reached. */
    recipients: recipients(),
    message: Schema.StructWithRest(Schema.Struct({ title: text(), body: Schema.String }), otherFields())
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
