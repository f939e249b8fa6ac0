import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, DateTime, Effect, Fiber, Layer, Redacted, type Schema } from "effect"
import { TestClock } from "effect/testing"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { simulator, type SimulatorOptions, simulatorWith } from "../../../src/vendors/braze/simulator.ts"

const baseUrl = Braze.instances["EU-01"]
const world = (
  options: SimulatorOptions = {},
  apiKey: string = simulator.credentials.apiKey,
  script: Simulator.Script = []
) =>
  Layer.provideMerge(
    Layer.orDie(Braze.layerNoTransport({ apiKey: Redacted.make(apiKey), baseUrl })),
    Simulator.layer(simulatorWith(options), { script })
  )

const time = DateTime.makeUnsafe("2026-11-22T09:30:00Z")
const event = (externalId: string, name = "ordered") => ({ externalId, name, time })
const counts = Effect.flatMap(Simulator.World, ({ ledger }) =>
  Effect.map(ledger, (entries) => entries.map(({ count }) => count))
)

/** A request as anybody's client could make it. */
const raw = (path: string, body?: Schema.Json, key: string = simulator.credentials.apiKey) =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
    const response = yield* body === undefined
      ? client.get(`${baseUrl}${path}`, { headers })
      : client.post(`${baseUrl}${path}`, {
          headers,
          body: (yield* Effect.promise(() => import("effect/http/HttpBody"))).jsonUnsafe(body)
        })
    return { status: response.status, headers: response.headers, body: yield* response.json }
  })

it.effect("takes users, and puts each object into the ledger", () =>
  Effect.gen(function* () {
    const tracked = yield* Braze.trackUsers({
      attributes: [{ externalId: "u1", firstName: "Ada" }],
      events: [event("u1"), event("u2")]
    })
    assert.deepStrictEqual(
      [tracked.attributesProcessed, tracked.eventsProcessed, tracked.purchasesProcessed],
      [1, 2, undefined]
    )
    assert.deepStrictEqual(yield* counts, [1, 1, 1])
    yield* Braze.trackUsers({ events: [event("u1")] })
    assert.deepStrictEqual(yield* counts, [1, 2, 1])
  }).pipe(Effect.provide(world()))
)

it.effect("names the objects that it does not take, and takes the others", () =>
  Effect.gen(function* () {
    const tracked = yield* Braze.trackUsers({
      attributes: [
        { externalId: "u1", email: "nobody" },
        { externalId: "u2", email: "a@b.example" }
      ]
    })
    assert.deepStrictEqual(tracked.warnings, [{ message: "EMAIL_BAD_FORMAT", input: "attributes", index: 0 }])
    assert.strictEqual(tracked.attributesProcessed, 1)
    const failure = yield* Effect.flip(
      Braze.trackUsers({ attributes: [{ externalId: "u1", email: "nobody" }] })
    )
    assert.strictEqual(failure._tag, "Braze.NoValidData")
    assert.strictEqual(failure.complaints[0]?.message, "EMAIL_BAD_FORMAT")
  }).pipe(Effect.provide(world()))
)

it.effect("refuses more than 75 objects from clients that do not check", () =>
  Effect.gen(function* () {
    const events = Array.from({ length: 76 }, (_, index) => ({
      external_id: `u${index}`,
      name: "n",
      time: "2026-11-22T09:30:00Z"
    }))
    const { body, status } = yield* raw("/users/track", { events })
    assert.deepStrictEqual([status, body], [400, { message: "Max Input Length Exceeded" }])
  }).pipe(Effect.provide(world()))
)

it.effect("refuses a wrong key and echoes it, as Braze does; the client blanks it", () =>
  Effect.gen(function* () {
    const failure = yield* Effect.flip(Braze.trackUsers({ events: [event("u1")] }))
    assert.deepStrictEqual(
      [failure._tag, failure.vendorMessage],
      ["Braze.Unauthorized", "Invalid API key: <redacted>"]
    )
    const { headers } = yield* raw("/users/track", {}, "wrong")
    assert.deepStrictEqual([headers["x-ratelimit-limit"], headers["x-ratelimit-reset"]], ["", ""])
  }).pipe(Effect.provide(world({}, "not-the-right-key")))
)

it.effect("reports its limits in headers, fills them, and resets them on the clock", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(1_800_000_090_000)
    const body = { external_ids: ["u1"] }
    const first = yield* raw("/users/delete", body)
    assert.deepStrictEqual(
      ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"].map((name) => first.headers[name]),
      ["2", "1", "1800000120"]
    )
    yield* raw("/users/delete", body)
    const third = yield* raw("/users/delete", body)
    assert.deepStrictEqual(
      [third.status, third.headers["x-ratelimit-remaining"], third.headers["x-ratelimit-reset"]],
      [429, "0", "1800000120"]
    )
    yield* TestClock.adjust("30 seconds")
    assert.strictEqual((yield* raw("/users/delete", body)).status, 201)
  }).pipe(Effect.provide(world({ quotas: { users: () => Simulator.Quotas.fixed(2, 60_000) } })))
)

it.effect("makes callers wait for the reset, and loses none", () =>
  Effect.gen(function* () {
    const calls = Effect.forEach(
      ["a", "b", "c", "d", "e"],
      (id) => Braze.trackUsers({ events: [event(id)] }),
      { concurrency: "unbounded" }
    )
    const fiber = yield* Effect.forkChild(calls)
    yield* TestClock.adjust("5 minutes")
    yield* Fiber.join(fiber)
    assert.deepStrictEqual(yield* counts, [1, 1, 1, 1, 1])
  }).pipe(Effect.provide(world({ quotas: { track: () => Simulator.Quotas.fixed(2, 10_000) } })))
)

describe("sends", () => {
  const messages = { apple_push: { alert: "Hello" } }
  const cases: ReadonlyArray<readonly [string, string, Schema.Json]> = [
    ["No Recipients", "/messages/send", { messages }],
    ["Invalid Campaign ID", "/messages/send", { messages, external_user_ids: ["u"], campaign_id: "nowhere" }],
    [
      "Message Variant Unspecified",
      "/messages/send",
      { messages, external_user_ids: ["u"], campaign_id: "c" }
    ],
    [
      "Invalid Extra Push Payload",
      "/messages/send",
      { messages: { apple_push: { extra: "x" } }, external_user_ids: ["u"] }
    ],
    ["No message to send", "/messages/send", { messages: {}, external_user_ids: ["u"] }],
    [
      "Slideup Message Length Exceeded",
      "/messages/send",
      { messages: { in_app_message: { message: "x".repeat(141) } }, external_user_ids: ["u"] }
    ],
    [
      "Apple Push Length Exceeded",
      "/messages/send",
      { messages: { apple_push: { alert: "x".repeat(1_950) } }, external_user_ids: ["u"] }
    ],
    [
      "Android Push Length Exceeded",
      "/messages/send",
      { messages: { android_push: { alert: "x".repeat(4_000) } }, external_user_ids: ["u"] }
    ],
    [
      "max number of external_ids and aliases",
      "/messages/send",
      { messages, external_user_ids: Array.from({ length: 51 }, (_, index) => `u${index}`) }
    ],
    [
      "Invalid Campaign ID",
      "/campaigns/trigger/send",
      { campaign_id: "nowhere", recipients: [{ external_user_id: "u" }] }
    ],
    [
      "Invalid subscription group ID",
      "/subscription/status/set",
      { subscription_group_id: "g", subscription_state: "subscribed", email: ["a@b.example"] }
    ]
  ]
  for (const [vendorMessage, path, body] of cases) {
    it.effect(`are refused with “${vendorMessage}” at ${path}`, () =>
      Effect.gen(function* () {
        const answer = yield* raw(path, body)
        assert.strictEqual(answer.status, 400)
        assert.match(JSON.stringify(answer.body), new RegExp(vendorMessage))
        assert.deepStrictEqual(yield* counts, [])
      }).pipe(Effect.provide(world({ workspace: { campaigns: ["c"], subscriptionGroups: ["other"] } })))
    )
  }

  it.effect("are taken for each user, and each is in the ledger", () =>
    Effect.gen(function* () {
      const sent = yield* Braze.sendMessages({
        externalUserIds: ["u1", "u2"],
        sendId: "s",
        messages: { applePush: { alert: "Hello" } }
      })
      assert.strictEqual(sent.sendId, "s")
      yield* Braze.triggerCampaign({ campaignId: "c", recipients: [{ externalUserId: "u1" }] })
      yield* Braze.triggerCanvas({ canvasId: "v", broadcast: true })
      assert.deepStrictEqual(yield* counts, [1, 1, 1, 1])
    }).pipe(Effect.provide(world()))
  )

  it.effect("with one external send id count once a day", () =>
    Effect.gen(function* () {
      const send = Braze.sendTransactional({
        campaignId: "t",
        externalSendId: "key-1",
        recipient: { externalUserId: "u1" }
      })
      assert.strictEqual((yield* send).status, "sent")
      assert.strictEqual((yield* Effect.flip(send))._tag, "Braze.AlreadyQueued")
      yield* TestClock.adjust("24 hours")
      yield* send
      assert.deepStrictEqual(yield* counts, [2])
    }).pipe(Effect.provide(world()))
  )
})

it.effect("keeps who is in a subscription group", () =>
  Effect.gen(function* () {
    yield* Braze.setSubscriptionStatus({
      subscriptionGroupId: "g",
      subscriptionState: "subscribed",
      externalIds: ["u1"]
    })
    const { status } = yield* Braze.getSubscriptionStatus({
      subscriptionGroupId: "g",
      externalIds: ["u1", "u2"]
    })
    assert.deepStrictEqual({ ...status }, { u1: "Subscribed", u2: "unknown" })
  }).pipe(Effect.provide(world()))
)

it.effect("lists campaigns by the hundred, and the days of a send", () =>
  Effect.gen(function* () {
    const sizes = yield* Effect.forEach([0, 1, 2], (page) =>
      Effect.map(Braze.listCampaigns({ page }), ({ campaigns }) => campaigns.length).pipe(
        Effect.tap(TestClock.adjust("1 second"))
      )
    )
    assert.deepStrictEqual(sizes, [100, 30, 0])
    const { data } = yield* Braze.getSendDataSeries({
      campaignId: "c",
      sendId: "s",
      length: 3,
      endingAt: time
    })
    assert.deepStrictEqual(
      data.map((day) => day.time),
      ["2026-11-20", "2026-11-21", "2026-11-22"]
    )
  }).pipe(Effect.provide(world()))
)

it.live("is reached over HTTP with the environment that its server reports", () =>
  Effect.gen(function* () {
    const { env, world } = yield* Simulator.serve(simulator)
    const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } }))
    yield* Braze.trackUsers({ events: [event("u1")] }).pipe(
      Effect.provide(Braze.layerConfig().pipe(Layer.provide(config)))
    )
    assert.strictEqual((yield* world.ledger).length, 1)
  })
)
