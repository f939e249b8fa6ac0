/** Every documented limit: a call that breaks it names the field and the rule, and sends nothing; one that just keeps it goes out. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { layer, rest, success } from "./rest.ts"
import { event, purchase, send, time } from "./samples.ts"

const many = <A>(count: number, item: A): ReadonlyArray<A> => Array.from({ length: count }, () => item)
const alias = { aliasName: "n", aliasLabel: "l" }
const together75 = "at most 75 attributes, events and purchases together"
const apple = "the JSON payload of an Apple push has at most 1,912 bytes"
const android = "the JSON payload of an Android push has at most 4,000 bytes"
const { messages } = send
const dayOfSend = { campaignId: "c", sendId: "s" }
const group = { subscriptionGroupId: "g" }
const campaign = { campaignId: "c" }
const canvas = { canvasId: "c" }
const recipient = { externalUserId: "u" }
// {"alert":"…"} has 12 bytes around the text, {"alert":"…","title":"T"} 24.
const appleAlert = (bytes: number) => ({
  ...send,
  messages: { applePush: { alert: "x".repeat(bytes - 12) } }
})
const androidAlert = (bytes: number) => ({
  ...send,
  messages: { androidPush: { alert: "x".repeat(bytes - 24), title: "T" } }
})

type Call = Effect.Effect<unknown, { readonly _tag: string }, Braze.BrazeApi>

const broken: ReadonlyArray<readonly [name: string, call: Call, path: string, rule: string]> = [
  ["76 events", Braze.trackUsers({ events: many(76, event) }), "events", together75],
  [
    "76 objects in three lists",
    Braze.trackUsers({
      attributes: many(30, { externalId: "u" }),
      events: many(15, event),
      purchases: many(31, purchase)
    }),
    "purchases",
    together75
  ],
  ["no object", Braze.trackUsers({ events: [] }), "events", "at least one attribute, event or purchase"],
  [
    "a body over 4 MB",
    Braze.trackUsers({ attributes: [{ externalId: "u", custom: { text: "x".repeat(4_000_000) } }] }),
    "",
    "at most 4 MB (4,000,000 bytes) of JSON in one call"
  ],
  [
    "an event of nobody",
    Braze.trackUsers({ events: [event, { name: "e", time }] }),
    "events.1.externalId",
    "one of externalId, userAlias, brazeId, email and phone is required"
  ],
  [
    "an event of two users",
    Braze.trackUsers({ events: [{ ...event, brazeId: "b" }] }),
    "events.0.externalId",
    "at most one of externalId, userAlias and brazeId"
  ],
  [
    "an external id of 988 bytes",
    Braze.trackUsers({ events: [{ ...event, externalId: "ü".repeat(494) }] }),
    "events.0.externalId",
    "must have fewer than 988 bytes"
  ],
  [
    "an event without a name",
    Braze.trackUsers({ events: [{ ...event, name: "" }] }),
    "events.0.name",
    "must not be empty"
  ],
  [
    "a property name with a leading $",
    Braze.trackUsers({ events: [{ ...event, properties: { $x: 1 } }] }),
    "events.0.properties.$x",
    "property names have 1 to 255 characters and do not begin with $"
  ],
  [
    "a property name of 256 characters",
    Braze.trackUsers({ events: [{ ...event, properties: { ["x".repeat(256)]: 1, fine: 2 } }] }),
    `events.0.properties.${"x".repeat(256)}`,
    "property names have 1 to 255 characters and do not begin with $"
  ],
  [
    "a property text of 256 characters",
    Braze.trackUsers({ events: [{ ...event, properties: { x: "y".repeat(256) } }] }),
    "events.0.properties.x",
    "at most 255 characters"
  ],
  [
    "properties over 50 KB",
    Braze.trackUsers({ purchases: [{ ...purchase, properties: { list: many(200, "y".repeat(250)) } }] }),
    "purchases.0.properties",
    "at most 50 KB (50,000 bytes) of properties as JSON"
  ],
  [
    "a quantity of 101",
    Braze.trackUsers({ purchases: [{ ...purchase, quantity: 101 }] }),
    "purchases.0.quantity",
    "must be 1 to 100"
  ],
  [
    "a currency of four letters",
    Braze.trackUsers({ purchases: [{ ...purchase, currency: "EURO" }] }),
    "purchases.0.currency",
    "must be an ISO 4217 code of three letters"
  ],
  [
    "a product id of 256 characters",
    Braze.trackUsers({ purchases: [{ ...purchase, productId: "p".repeat(256) }] }),
    "purchases.0.productId",
    "at most 255 characters"
  ],
  [
    "a date of birth in words",
    Braze.trackUsers({ attributes: [{ externalId: "u", dob: "yesterday" }] }),
    "attributes.0.dob",
    "must have the form YYYY-MM-DD"
  ],
  [
    "a device id of 7 bytes",
    Braze.trackUsers({
      attributes: [{ externalId: "u", pushTokens: [{ appId: "a", token: "t", deviceId: "1234567" }] }]
    }),
    "attributes.0.pushTokens.0.deviceId",
    "must have 8 to 255 bytes"
  ],
  [
    "a token import for a known user",
    Braze.trackUsers({
      attributes: [{ externalId: "u", pushTokenImport: true, pushTokens: [{ appId: "a", token: "t" }] }]
    }),
    "attributes.0.pushTokenImport",
    "a token import has pushTokens, and neither externalId nor brazeId"
  ],
  [
    "a standard attribute among the custom ones",
    Braze.trackUsers({ attributes: [{ externalId: "u", custom: { first_name: "Ada" } }] }),
    "attributes.0.custom.first_name",
    "has a field of its own: give it outside custom"
  ],
  [
    "51 aliases to identify",
    Braze.identifyUsers({ aliasesToIdentify: many(51, { externalId: "u", userAlias: alias }) }),
    "aliasesToIdentify",
    "at most 50 aliases in one call"
  ],
  [
    "nobody to identify",
    Braze.identifyUsers({}),
    "aliasesToIdentify",
    "at least one alias, email address or phone number to identify"
  ],
  [
    "both identified and unidentified",
    Braze.identifyUsers({
      emailsToIdentify: [
        { externalId: "u", email: "a@example.com", prioritization: ["identified", "unidentified"] }
      ]
    }),
    "emailsToIdentify.0.prioritization",
    "either identified or unidentified, not both"
  ],
  [
    "51 users to delete",
    Braze.deleteUsers({ externalIds: many(51, "u") }),
    "externalIds",
    "at most 50 external ids in one call"
  ],
  ["no user to delete", Braze.deleteUsers({ brazeIds: [] }), "brazeIds", "must not be empty"],
  [
    "two kinds of users to delete",
    Braze.deleteUsers({ externalIds: ["u"], brazeIds: ["b"] }),
    "brazeIds",
    "exactly one of externalIds, userAliases, brazeIds, emailAddresses, phoneNumbers"
  ],
  [
    "51 ids and aliases together",
    Braze.sendMessages({ ...send, externalUserIds: many(26, "u"), userAliases: many(25, alias) }),
    "externalUserIds",
    "at most 50 external ids and aliases together"
  ],
  [
    "a send to nobody",
    Braze.sendMessages({ messages, broadcast: true }),
    "externalUserIds",
    "at least one of externalUserIds, userAliases, segmentId and audience"
  ],
  [
    "a send to a segment that is no broadcast",
    Braze.sendMessages({ messages, segmentId: "s" }),
    "broadcast",
    "must be true where there are no externalUserIds and userAliases"
  ],
  [
    "a broadcast to named users",
    Braze.sendMessages({ ...send, broadcast: true }),
    "broadcast",
    "must not be true together with externalUserIds and userAliases"
  ],
  [
    "a send without a message",
    Braze.sendMessages({ ...send, messages: {} }),
    "messages",
    "at least one message"
  ],
  [
    "a slideup of 141 characters",
    Braze.sendMessages({ ...send, messages: { inAppMessage: { message: "x".repeat(141) } } }),
    "messages.inAppMessage.message",
    "a slideup's message has at most 140 characters"
  ],
  ["an Apple push of 1,913 bytes", Braze.sendMessages(appleAlert(1_913)), "messages.applePush", apple],
  [
    "an Apple push that is too large in bytes, not in characters",
    Braze.sendMessages({ ...send, messages: { applePush: { alert: "ü".repeat(1_000) } } }),
    "messages.applePush",
    apple
  ],
  [
    "an Android push of 4,001 bytes",
    Braze.sendMessages(androidAlert(4_001)),
    "messages.androidPush",
    android
  ],
  [
    "an email without body or template",
    Braze.sendMessages({ ...send, messages: { email: { appId: "a", from: "a@example.com" } } }),
    "messages.email.body",
    "is required unless emailTemplateId is given"
  ],
  [
    "51 recipients of a campaign",
    Braze.triggerCampaign({ ...campaign, recipients: many(51, recipient) }),
    "recipients",
    "at most 50 recipients in one call"
  ],
  [
    "a campaign for nobody",
    Braze.triggerCampaign(campaign),
    "broadcast",
    "must be true where there are no recipients"
  ],
  [
    "a recipient by two ids",
    Braze.triggerCampaign({ ...campaign, recipients: [{ ...recipient, email: "a@example.com" }] }),
    "recipients.0.email",
    "exactly one of externalUserId, userAlias, email"
  ],
  [
    "a recipient to be created without attributes",
    Braze.triggerCampaign({ ...campaign, recipients: [{ ...recipient, sendToExistingOnly: false }] }),
    "recipients.0.sendToExistingOnly",
    "false needs attributes, and does not work with userAlias"
  ],
  [
    "attachments to a broadcast",
    Braze.triggerCampaign({ ...campaign, broadcast: true, attachments: [{ fileName: "f", url: "u" }] }),
    "attachments",
    "must not be given with broadcast"
  ],
  [
    "51 recipients of a Canvas",
    Braze.triggerCanvas({ ...canvas, recipients: many(51, recipient) }),
    "recipients",
    "at most 50 recipients in one call"
  ],
  [
    "entry properties over 50 KB",
    Braze.triggerCanvas({
      ...canvas,
      recipients: [recipient],
      canvasEntryProperties: { x: "y".repeat(50_000) }
    }),
    "canvasEntryProperties",
    "at most 50 KB (50,000 bytes) of JSON"
  ],
  [
    "a key with a space",
    Braze.sendTransactional({ ...campaign, recipient, externalSendId: "a b" }),
    "externalSendId",
    "has only letters, digits and - _ + / ="
  ],
  [
    "a transactional send to nobody",
    Braze.sendTransactional({ ...campaign, recipient: {} }),
    "recipient.externalUserId",
    "exactly one of externalUserId and userAlias"
  ],
  [
    "an empty campaign id in a path",
    Braze.sendTransactional({ campaignId: "", recipient }),
    "campaignId",
    "must not be empty"
  ],
  [
    "51 users of a group",
    Braze.setSubscriptionStatus({ ...group, subscriptionState: "subscribed", externalIds: many(51, "u") }),
    "externalIds",
    "at most 50 external ids in one call"
  ],
  [
    "emails and phones of a group",
    Braze.setSubscriptionStatus({ ...group, subscriptionState: "subscribed", emails: ["a"], phones: ["1"] }),
    "phones",
    "either emails or phones, not both"
  ],
  [
    "nobody of a group",
    Braze.getSubscriptionStatus(group),
    "externalIds",
    "at least one external id, email or phone"
  ],
  [
    "51 phones of a group",
    Braze.getSubscriptionStatus({ ...group, phones: many(51, "1") }),
    "phones",
    "at most 50 phone numbers in one call"
  ],
  [
    "101 days of a send",
    Braze.getSendDataSeries({ ...dayOfSend, length: 101 }),
    "length",
    "must be 1 to 100 days"
  ],
  [
    "no day of a send",
    Braze.getSendDataSeries({ ...dayOfSend, length: 0 }),
    "length",
    "must be 1 to 100 days"
  ],
  ["a page before the first", Braze.listCampaigns({ page: -1 }), "page", "pages are counted from 0"]
]

describe("is refused and not sent:", () => {
  it.effect.each(broken)("%s", ([, call, path, rule]) =>
    Effect.gen(function* () {
      const braze = rest(success)
      const failure = yield* Effect.flip(Effect.provide(call, layer(braze.transport)))
      assert.strictEqual(failure._tag, "InvalidInput")
      assert.deepStrictEqual((failure as unknown as { readonly complaints: unknown }).complaints, [
        path === "" ? { message: rule } : { path, message: rule }
      ])
      assert.deepStrictEqual(braze.sent, [])
    })
  )
})

const kept: ReadonlyArray<readonly [name: string, call: Call]> = [
  [
    "75 objects",
    Braze.trackUsers({
      attributes: many(25, { externalId: "u" }),
      events: many(25, event),
      purchases: many(25, purchase)
    })
  ],
  ["an external id of 987 bytes", Braze.trackUsers({ events: [{ ...event, externalId: "x".repeat(987) }] })],
  [
    "an anonymous token import",
    Braze.trackUsers({ attributes: [{ pushTokenImport: true, pushTokens: [{ appId: "a", token: "t" }] }] })
  ],
  [
    "50 ids and aliases",
    Braze.sendMessages({ ...send, externalUserIds: many(25, "u"), userAliases: many(25, alias) })
  ],
  [
    "a slideup of 140 characters",
    Braze.sendMessages({ ...send, messages: { inAppMessage: { message: "ü".repeat(140) } } })
  ],
  [
    "a longer modal message",
    Braze.sendMessages({ ...send, messages: { inAppMessage: { type: "MODAL", message: "x".repeat(141) } } })
  ],
  ["an Apple push of 1,912 bytes", Braze.sendMessages(appleAlert(1_912))],
  [
    "an Apple push of 1,912 bytes and its variation",
    Braze.sendMessages({
      ...send,
      campaignId: "c",
      messages: { applePush: { ...appleAlert(1_912).messages.applePush, messageVariationId: "iosPush-640" } }
    })
  ],
  ["an Android push of 4,000 bytes", Braze.sendMessages(androidAlert(4_000))],
  ["50 recipients", Braze.triggerCampaign({ ...campaign, recipients: many(50, recipient) })],
  ["a campaign for its whole segment", Braze.triggerCampaign({ ...campaign, broadcast: true })]
]

describe("goes out:", () => {
  it.effect.each(kept)("%s", ([, call]) =>
    Effect.gen(function* () {
      const braze = rest(success)
      yield* Effect.provide(call, layer(braze.transport))
      assert.strictEqual(braze.sent.length, 1)
    })
  )
})
