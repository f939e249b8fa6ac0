/** Sending messages that are given in the call. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { ServerFault, unsendable } from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { Audience, audienceKey, recipientsOrBroadcast, sendNotes, sendQuota, Sent } from "./audience.ts"
import { Messages } from "./messages.ts"
import { ExternalId, flag, requestBody, Text, UserAlias } from "./shape.ts"

const optional = Schema.optionalKey

interface Recipients {
  readonly externalUserIds?: ReadonlyArray<unknown>
  readonly userAliases?: ReadonlyArray<unknown>
  readonly segmentId?: unknown
  readonly audience?: unknown
  readonly broadcast?: boolean
}

const atMostFifty = ({ externalUserIds = [], userAliases = [] }: Recipients): Schema.FilterOutput => {
  const longest = externalUserIds.length >= userAliases.length ? "externalUserIds" : "userAliases"
  return (
    externalUserIds.length + userAliases.length <= 50 || {
      path: [longest],
      issue: "at most 50 external ids and aliases together"
    }
  )
}

const someRecipients = (input: Recipients): Schema.FilterOutput => {
  const named = (input.externalUserIds ?? []).length + (input.userAliases ?? []).length > 0
  if (!named && input.segmentId === undefined && input.audience === undefined) {
    return {
      path: ["externalUserIds"],
      issue: "at least one of externalUserIds, userAliases, segmentId and audience"
    }
  }
  return recipientsOrBroadcast("externalUserIds and userAliases", named, input)
}

const SendFields = lazy(() =>
  Schema.Struct({
    /** Users by your own ids. At most 50 ids and aliases together. */
    externalUserIds: optional(Schema.Array(ExternalId())),
    /** Users by alias. At most 50 ids and aliases together. */
    userAliases: optional(Schema.Array(UserAlias())),
    /** API id of the segment that it goes to. */
    segmentId: optional(Text()),
    /** Filters that choose the users, nested under AND and OR, in Braze's own names. */
    audience: optional(Audience()),
    /** Must be true, and can only be true, where no users are named: it then reaches the whole segment or audience. */
    broadcast: flag(),
    /** API id of the campaign that the messages are tracked under; each message then names its `messageVariationId`. */
    campaignId: optional(Text()),
    /** Id of the send, under which its analytics are tracked. Braze does not de-duplicate on it. */
    sendId: optional(Text()),
    /** Whether the campaign's frequency capping is ignored. */
    overrideFrequencyCapping: flag(),
    /**
     * Which users are reached: `opted_in` only, `subscribed` with those, or `all`; Braze takes `subscribed` where it is left out.
     */
    recipientSubscriptionState: optional(Schema.Literals(["opted_in", "subscribed", "all"])),
    /** The messages: one for each channel that it goes out on, at least one. */
    messages: Messages()
  }).check(Schema.makeFilter(atMostFifty), Schema.makeFilter(someRecipients))
)

/** What `sendMessages` takes: whom, and a message for each channel. */
export interface Send extends Schema.Schema.Type<ReturnType<typeof SendFields>> {}
const Send = lazy(() =>
  Schema.Opaque<Send>()(
    SendFields().pipe(
      Schema.encodeKeys({
        externalUserIds: "external_user_ids",
        userAliases: "user_aliases",
        segmentId: "segment_id",
        campaignId: "campaign_id",
        sendId: "send_id",
        overrideFrequencyCapping: "override_frequency_capping",
        recipientSubscriptionState: "recipient_subscription_state"
      })
    )
  )
)

/** Sends messages at once, to up to 50 users, a segment or an audience. Sent twice, it is received twice. */
export const sendMessages = operation("sendMessages", () => ({
  method: "POST",
  path: "/messages/send",
  input: requestBody(Send()),
  output: Sent(),
  fails: unsendable,
  harmless: [ServerFault],
  // `sendId` is for reports only; Braze de-duplicates on nothing here.
  idempotent: false,
  quota: sendQuota,
  quotaKey: audienceKey,
  permission: "messages.send",
  notes: sendNotes,
  see: page.send
}))
