/** Each operation: the request that Braze documents, and the result read from the answer that it documents. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { apiKey, layer, moment, rest, success } from "./rest.ts"

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Makes one call against one answer: the request, and the output as JSON. */
const once = <A, E>(call: Effect.Effect<A, E, Braze.BrazeApi>, answer: Wire = success) =>
  Effect.gen(function* () {
    const braze = rest(answer)
    const output = yield* Effect.provide(call, layer(braze.transport))
    const [request] = braze.sent
    if (request === undefined || braze.sent.length > 1) return assert.fail("There was not one request.")
    return { request, output: plain(output) }
  })

const time = moment("2026-01-02T03:04:05Z")

describe("trackUsers", () => {
  it.effect("sends attributes, events and purchases under Braze's names", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.trackUsers({
          attributes: [
            {
              externalId: "u1",
              firstName: "Ada",
              dob: "1980-12-21",
              emailSubscribe: "opted_in",
              pushTokens: [{ appId: "app", token: "t", deviceId: "device-1" }],
              subscriptionGroups: [{ subscriptionGroupId: "g", subscriptionState: "subscribed" }],
              currentLocation: { longitude: -73.9, latitude: 40.7 },
              homeCity: null,
              updateExistingOnly: false,
              custom: { plan: "gold", visits: { inc: 1 }, colors: { add: ["red"] } }
            },
            { email: "ada@example.com", custom: { vip: true } }
          ],
          events: [
            {
              userAlias: { aliasName: "n", aliasLabel: "l" },
              appId: "app",
              name: "rented",
              time,
              properties: { movie: "x", cast: [1] }
            }
          ],
          purchases: [{ brazeId: "b", productId: "pen", currency: "USD", price: 2.5, quantity: 3, time }]
        }),
        fromJson(
          201,
          {},
          { message: "success", attributes_processed: 2, events_processed: 1, purchases_processed: 1 }
        )
      )
      assert.strictEqual(
        `${request.method} ${request.url.href}`,
        "POST https://rest.fra-01.braze.eu/users/track"
      )
      assert.strictEqual(request.headers["authorization"], `Bearer ${apiKey}`)
      assert.strictEqual(request.headers["content-type"], "application/json")
      assert.deepStrictEqual(request.body, {
        attributes: [
          {
            external_id: "u1",
            first_name: "Ada",
            dob: "1980-12-21",
            email_subscribe: "opted_in",
            push_tokens: [{ app_id: "app", token: "t", device_id: "device-1" }],
            subscription_groups: [{ subscription_group_id: "g", subscription_state: "subscribed" }],
            current_location: { longitude: -73.9, latitude: 40.7 },
            home_city: null,
            _update_existing_only: false,
            plan: "gold",
            visits: { inc: 1 },
            colors: { add: ["red"] }
          },
          { email: "ada@example.com", vip: true }
        ],
        events: [
          {
            user_alias: { alias_name: "n", alias_label: "l" },
            app_id: "app",
            name: "rented",
            time: "2026-01-02T03:04:05.000Z",
            properties: { movie: "x", cast: [1] }
          }
        ],
        purchases: [
          {
            braze_id: "b",
            product_id: "pen",
            currency: "USD",
            price: 2.5,
            quantity: 3,
            time: "2026-01-02T03:04:05.000Z"
          }
        ]
      })
      assert.deepStrictEqual(output, {
        message: "success",
        attributesProcessed: 2,
        eventsProcessed: 1,
        purchasesProcessed: 1,
        warnings: []
      })
    })
  )

  it.effect("gives the result and its warnings", () =>
    Effect.gen(function* () {
      const answer = fromJson(
        201,
        {},
        {
          message: "success",
          events_processed: 1,
          errors: [
            { type: "'external_id' must be fewer than 988 bytes", input_array: "events", index: 1 },
            "odd"
          ]
        }
      )
      const { output } = yield* once(
        Braze.trackUsers({ events: [{ externalId: "u", name: "e", time }] }),
        answer
      )
      assert.deepStrictEqual(output, {
        message: "success",
        eventsProcessed: 1,
        warnings: [
          { message: "'external_id' must be fewer than 988 bytes", input: "events", index: 1 },
          { message: "odd" }
        ]
      })
    })
  )

  it.effect("takes a queued call for accepted, and drops what it does not know", () =>
    Effect.gen(function* () {
      const { output } = yield* once(
        Braze.trackUsers({ events: [{ externalId: "u", name: "e", time }] }),
        fromJson(202, {}, { message: "queued", brand_new: { a: 1 }, errors: null })
      )
      assert.deepStrictEqual(output, { message: "queued", warnings: [] })
    })
  )

  it.effect("leaves out what does not fit, for the call was accepted", () =>
    Effect.gen(function* () {
      const { output } = yield* once(
        Braze.trackUsers({ events: [{ externalId: "u", name: "e", time }] }),
        fromJson(201, {}, { message: null, events_processed: "1", attributes_processed: null, errors: 7 })
      )
      assert.deepStrictEqual(output, { warnings: [{ message: "7" }] })
    })
  )

  it.effect("calls an empty success a success of which nothing is told", () =>
    Effect.gen(function* () {
      const braze = rest(make(201, {}, ""))
      const call = Braze.trackUsers({ events: [{ externalId: "u", name: "e", time }] })
      const tracked = yield* Effect.provide(call, layer(braze.transport))
      assert.deepStrictEqual([{ ...tracked }, braze.sent.length], [{ warnings: [] }, 1])
    })
  )
})

describe("users", () => {
  it.effect("are identified by alias, email and phone", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.identifyUsers({
          aliasesToIdentify: [{ externalId: "u", userAlias: { aliasName: "n", aliasLabel: "l" } }],
          emailsToIdentify: [
            {
              externalId: "v",
              email: "v@example.com",
              prioritization: ["unidentified", "most_recently_updated"]
            }
          ],
          phoneNumbersToIdentify: [{ externalId: "w", phone: "+112", prioritization: [] }]
        }),
        fromJson(201, {}, { message: "success", aliases_processed: 3 })
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "POST /users/identify")
      assert.deepStrictEqual(request.body, {
        aliases_to_identify: [{ external_id: "u", user_alias: { alias_name: "n", alias_label: "l" } }],
        emails_to_identify: [
          {
            external_id: "v",
            email: "v@example.com",
            prioritization: ["unidentified", "most_recently_updated"]
          }
        ],
        phone_numbers_to_identify: [{ external_id: "w", phone: "+112", prioritization: [] }]
      })
      assert.deepStrictEqual(output, { message: "success", aliasesProcessed: 3, warnings: [] })
    })
  )

  it.effect.each([
    ["externalIds", { externalIds: ["a"] }, { external_ids: ["a"] }],
    [
      "userAliases",
      { userAliases: [{ aliasName: "n", aliasLabel: "l" }] },
      { user_aliases: [{ alias_name: "n", alias_label: "l" }] }
    ],
    ["brazeIds", { brazeIds: ["b"] }, { braze_ids: ["b"] }],
    [
      "emailAddresses",
      { emailAddresses: [{ email: "a@example.com", prioritization: ["identified"] }] },
      { email_addresses: [{ email: "a@example.com", prioritization: ["identified"] }] }
    ],
    ["phoneNumbers", { phoneNumbers: ["+112"] }, { phone_numbers: ["+112"] }]
  ] as const)("are deleted by %s", ([, input, body]) =>
    Effect.gen(function* () {
      const { output, request } = yield* once(Braze.deleteUsers(input), fromJson(201, {}, { deleted: 1 }))
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "POST /users/delete")
      assert.deepStrictEqual(request.body, body)
      assert.deepStrictEqual(output, { deleted: 1, warnings: [] })
    })
  )
})

describe("sends", () => {
  it.effect("sendMessages sends a message for each channel, and keeps the send id", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.sendMessages({
          segmentId: "s",
          broadcast: true,
          campaignId: "c",
          recipientSubscriptionState: "all",
          messages: {
            applePush: {
              alert: { title: "Hi", titleLocKey: "k" },
              contentAvailable: true,
              messageVariationId: "v",
              extra: { myKey: 1 },
              more: { thread: "t" }
            },
            androidPush: { alert: "Hi", title: "T", sendToMostRecentDeviceOnly: true },
            email: {
              appId: "a",
              from: "A <a@example.com>",
              body: "<p>",
              attachments: [{ fileName: "f", url: "https://example.com/f" }]
            },
            webhook: {
              url: "https://example.com",
              requestMethod: "POST",
              requestHeaders: { "Content-Type": "text/plain" }
            },
            sms: { appId: "a", subscriptionGroupId: "g", body: "Hi" },
            contentCard: { type: "CLASSIC", title: "T", description: "D", expireAt: time },
            whatsApp: {
              appId: "a",
              subscriptionGroupId: "g",
              messageType: "text_response_message",
              message: { body: "Hi" }
            },
            webPush: { alert: "Hi", title: "T", largeImageUrl: "https://example.com/i" },
            kindlePush: { alert: "Hi", title: "T", collapseKey: "k" },
            inAppMessage: { message: "Hi" },
            more: { windows_universal_push: { push_type: "toast_text_01", toast_text1: "Hi" } }
          }
        }),
        fromJson(201, {}, { message: "success", dispatch_id: "d", send_id: "example_send_id" })
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "POST /messages/send")
      assert.deepStrictEqual(request.body, {
        segment_id: "s",
        broadcast: true,
        campaign_id: "c",
        recipient_subscription_state: "all",
        messages: {
          apple_push: {
            alert: { title: "Hi", title_loc_key: "k" },
            "content-available": true,
            message_variation_id: "v",
            extra: { myKey: 1 },
            thread: "t"
          },
          android_push: { alert: "Hi", title: "T", send_to_most_recent_device_only: true },
          email: {
            app_id: "a",
            from: "A <a@example.com>",
            body: "<p>",
            attachments: [{ file_name: "f", url: "https://example.com/f" }]
          },
          webhook: {
            url: "https://example.com",
            request_method: "POST",
            request_headers: { "Content-Type": "text/plain" }
          },
          sms: { app_id: "a", subscription_group_id: "g", body: "Hi" },
          content_card: {
            type: "CLASSIC",
            title: "T",
            description: "D",
            expire_at: "2026-01-02T03:04:05.000Z"
          },
          whats_app: {
            app_id: "a",
            subscription_group_id: "g",
            message_type: "text_response_message",
            message: { body: "Hi" }
          },
          web_push: { alert: "Hi", title: "T", large_image_url: "https://example.com/i" },
          kindle_push: { alert: "Hi", title: "T", collapse_key: "k" },
          in_app_message: { message: "Hi" },
          windows_universal_push: { push_type: "toast_text_01", toast_text1: "Hi" }
        }
      })
      assert.deepStrictEqual(output, {
        message: "success",
        dispatchId: "d",
        sendId: "example_send_id",
        warnings: []
      })
    })
  )

  it.effect("triggerCampaign names recipients, their attributes and properties", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.triggerCampaign({
          campaignId: "c",
          triggerProperties: { Shop: "x" },
          recipients: [
            {
              externalUserId: "u",
              triggerProperties: { n: 1 },
              sendToExistingOnly: false,
              attributes: { firstName: "Ada", custom: { vip: true } }
            },
            { email: "a@example.com", prioritization: ["identified"] }
          ],
          attachments: [{ fileName: "f", url: "https://example.com/f" }]
        }),
        fromJson(201, {}, { message: "success", dispatch_id: "d", errors: ["minor"] })
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "POST /campaigns/trigger/send")
      assert.deepStrictEqual(request.body, {
        campaign_id: "c",
        trigger_properties: { Shop: "x" },
        recipients: [
          {
            external_user_id: "u",
            trigger_properties: { n: 1 },
            send_to_existing_only: false,
            attributes: { first_name: "Ada", vip: true }
          },
          { email: "a@example.com", prioritization: ["identified"] }
        ],
        attachments: [{ file_name: "f", url: "https://example.com/f" }]
      })
      assert.deepStrictEqual(output, {
        message: "success",
        dispatchId: "d",
        warnings: [{ message: "minor" }]
      })
    })
  )

  it.effect("triggerCanvas names who enters", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.triggerCanvas({
          canvasId: "c",
          canvasEntryProperties: { a: 1 },
          audience: { AND: [] },
          recipients: [{ userAlias: { aliasName: "n", aliasLabel: "l" }, canvasEntryProperties: { b: 2 } }]
        }),
        fromJson(201, {}, { message: "success", dispatch_id: "d" })
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "POST /canvas/trigger/send")
      assert.deepStrictEqual(request.body, {
        canvas_id: "c",
        canvas_entry_properties: { a: 1 },
        audience: { AND: [] },
        recipients: [{ user_alias: { alias_name: "n", alias_label: "l" }, canvas_entry_properties: { b: 2 } }]
      })
      assert.deepStrictEqual(output, { message: "success", dispatchId: "d", warnings: [] })
    })
  )

  it.effect("sendTransactional names the campaign in the path, and keeps the caller's key", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.sendTransactional({
          campaignId: "c 1",
          externalSendId: "order+7/=",
          triggerProperties: { total: 3 },
          recipient: { externalUserId: "u", attributes: { email: "a@example.com" } }
        }),
        fromJson(
          201,
          {},
          { dispatch_id: "d", status: "sent", metadata: { received_at: "2020-08-31T18:58:41.000+00:00" } }
        )
      )
      assert.strictEqual(
        `${request.method} ${request.url.pathname}`,
        "POST /transactional/v1/campaigns/c%201/send"
      )
      assert.deepStrictEqual(request.body, {
        external_send_id: "order+7/=",
        trigger_properties: { total: 3 },
        recipient: { external_user_id: "u", attributes: { email: "a@example.com" } }
      })
      assert.deepStrictEqual(output, {
        dispatchId: "d",
        status: "sent",
        metadata: { received_at: "2020-08-31T18:58:41.000+00:00" },
        warnings: []
      })
    })
  )

  it("count against the limit of audiences, or against the shared one", () => {
    const { quota } = Braze.sendMessages.spec
    if (typeof quota !== "function") return assert.fail("The quota depends on the input.")
    assert.strictEqual(quota({ externalUserIds: ["u"], messages: {} }), "shared")
    assert.strictEqual(quota({ segmentId: "s", broadcast: true, messages: {} }), "broadcast")
  })
})

describe("subscription groups", () => {
  it.effect("take users in and out", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.setSubscriptionStatus({
          subscriptionGroupId: "g",
          subscriptionState: "unsubscribed",
          externalIds: ["u"],
          emails: ["a@example.com"]
        })
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "POST /subscription/status/set")
      assert.deepStrictEqual(request.body, {
        subscription_group_id: "g",
        subscription_state: "unsubscribed",
        external_id: ["u"],
        email: ["a@example.com"]
      })
      assert.deepStrictEqual(output, { message: "success", warnings: [] })
    })
  )

  it.effect("tell who is in, with lists in brackets", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.getSubscriptionStatus({ subscriptionGroupId: "g", externalIds: ["1", "2"] }),
        fromJson(
          200,
          {},
          { status: { "1": "Unsubscribed", "2": "Subscribed", "3": "unknown" }, message: "success" }
        )
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "GET /subscription/status/get")
      assert.deepStrictEqual(
        [...request.url.searchParams],
        [
          ["subscription_group_id", "g"],
          ["external_id[]", "1"],
          ["external_id[]", "2"]
        ]
      )
      assert.strictEqual(request.body, undefined)
      assert.deepStrictEqual(output, {
        message: "success",
        status: { "1": "Unsubscribed", "2": "Subscribed", "3": "unknown" },
        warnings: []
      })
    })
  )

  it.effect("take a phone number with its plus sign", () =>
    Effect.gen(function* () {
      const { request } = yield* once(
        Braze.getSubscriptionStatus({ subscriptionGroupId: "g", phones: ["+11112223333"] }),
        fromJson(200, {}, { status: {}, message: "success" })
      )
      assert.strictEqual(request.url.search, "?subscription_group_id=g&phone%5B%5D=%2B11112223333")
    })
  )
})

describe("exports", () => {
  it.effect("read the daily figures of a send", () =>
    Effect.gen(function* () {
      const day = {
        time: "2014-12-10",
        messages: { ios_push: [{ variation_name: "iOS", sent: 100, direct_opens: 12 }] },
        conversions: 0,
        conversions_by_send_time: 1,
        conversions3_by_send_time: 2,
        unique_recipients: 1,
        revenue: 12.5
      }
      const { output, request } = yield* once(
        Braze.getSendDataSeries({ campaignId: "c", sendId: "s", length: 30, endingAt: time }),
        fromJson(200, {}, { data: [day], message: "success" })
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "GET /sends/data_series")
      assert.deepStrictEqual(Object.fromEntries(request.url.searchParams), {
        campaign_id: "c",
        send_id: "s",
        length: "30",
        ending_at: "2026-01-02T03:04:05.000Z"
      })
      assert.deepStrictEqual(output, {
        message: "success",
        data: [
          {
            time: "2014-12-10",
            messages: { ios_push: [{ variation_name: "iOS", sent: 100, direct_opens: 12 }] },
            conversions: 0,
            conversionsBySendTime: 1,
            conversions3BySendTime: 2,
            uniqueRecipients: 1,
            revenue: 12.5
          }
        ],
        warnings: []
      })
    })
  )

  it.effect("list campaigns", () =>
    Effect.gen(function* () {
      const { output, request } = yield* once(
        Braze.listCampaigns({ page: 2, includeArchived: false, sortDirection: "desc", lastEditAfter: time }),
        fromJson(
          200,
          {},
          {
            message: "success",
            campaigns: [
              {
                id: "c",
                last_edited: "2020-06-17T20:01:33.385Z",
                name: "N",
                is_api_campaign: true,
                tags: ["t"]
              },
              { id: "d", tags: null }
            ]
          }
        )
      )
      assert.strictEqual(`${request.method} ${request.url.pathname}`, "GET /campaigns/list")
      assert.deepStrictEqual(
        [...request.url.searchParams],
        [
          ["page", "2"],
          ["include_archived", "false"],
          ["sort_direction", "desc"],
          ["last_edit.time[gt]", "2026-01-02T03:04:05.000Z"]
        ]
      )
      assert.deepStrictEqual(output, {
        message: "success",
        campaigns: [
          { id: "c", lastEdited: "2020-06-17T20:01:33.385Z", name: "N", isApiCampaign: true, tags: ["t"] },
          { id: "d" }
        ],
        warnings: []
      })
    })
  )
})
