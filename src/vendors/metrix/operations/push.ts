/** Sending users a message on one channel. */
import * as Schema from "effect/Schema"
import { operation } from "../vendor.ts"
import { filled } from "./messages.ts"
import { Received } from "./received.ts"

const text = Schema.optionalKey(Schema.String)

const further = [Schema.Record(Schema.String, Schema.Json)] as const

const recipients = Schema.Array(filled("a recipient is a customUserId, and not empty")).check(
  Schema.isMinLength(1, { message: "the list of recipients is empty" })
)

/** A push notification for browsers. */
export interface WebPush extends Schema.Schema.Type<typeof WebPushFields> {}
const WebPushFields = Schema.Struct({
  channel: Schema.Literal("WEB_PUSH"),
  /** `customUserId`s: a user known by `metrixUserId` alone cannot be reached. */
  recipients,
  message: Schema.StructWithRest(
    Schema.Struct({
      title: text,
      body: Schema.String,
      url: text,
      icon: text,
      images: Schema.optionalKey(Schema.Array(Schema.Struct({ url: Schema.String }))),
      buttons: Schema.optionalKey(Schema.Array(Schema.Struct({ label: Schema.String, link: Schema.String })))
    }),
    further
  )
})
export const WebPush = Schema.Opaque<WebPush>()(WebPushFields)

/** A message on another channel. Fields besides `title` and `body` are the channel's own, and not checked. */
export interface ChannelMessage extends Schema.Schema.Type<typeof ChannelMessageFields> {}
const ChannelMessageFields = Schema.Struct({
  channel: Schema.Literals(["SMS", "APP_PUSH", "EMAIL", "WEB_HOOK", "IN_APP", "ON_SITE"]),
  /** `customUserId`s: a user known by `metrixUserId` alone cannot be reached. */
  recipients,
  message: Schema.StructWithRest(Schema.Struct({ title: text, body: Schema.String }), further)
})
export const ChannelMessage = Schema.Opaque<ChannelMessage>()(ChannelMessageFields)

/**
 * Sends users a message on one channel, which must have passed a test from the Metrix dashboard before. Success means received,
 * not delivered. Not idempotent: nothing keeps a message from being sent twice.
 */
export const push = operation("Metrix.push", {
  method: "POST",
  path: "/push",
  input: Schema.Union([WebPush, ChannelMessage]),
  output: Received,
  from: "",
  idempotent: false,
  see: "https://docs.metrix.ir/en/technical/api/messaging-api"
})
