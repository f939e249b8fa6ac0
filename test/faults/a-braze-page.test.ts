/** Braze's page “API errors and responses”, sentence by sentence: what is not a row of its table (a-braze-table, a-braze-gateway). */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import { explain } from "../../src/diagnose/Diagnose.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { layer, rest, success } from "../vendors/braze/rest.ts"
import { event, purchase, send } from "../vendors/braze/samples.ts"

const answered = <A, E>(call: Effect.Effect<A, E, Braze.BrazeApi>, wire: Wire) =>
  Effect.provide(call, layer(rest(wire).transport))

const notesOf = ({ spec }: { readonly spec: { readonly notes?: ReadonlyArray<string> } }) =>
  (spec.notes ?? []).join("\n")

describe("“if your POST payload was accepted”", () => {
  it.effect("a message of success is a success, whatever 2XX it comes with", () =>
    Effect.gen(function* () {
      for (const status of [200, 201, 202]) {
        const sent = yield* answered(Braze.sendMessages(send), fromJson(status, {}, { message: "success" }))
        assert.deepStrictEqual([sent.message, sent.warnings], ["success", []])
      }
    })
  )

  it.effect(
    "success means that the payload was handed on, not that it was sent: device, token, user id",
    () =>
      Effect.gen(function* () {
        for (const operation of [Braze.sendMessages, Braze.triggerCampaign, Braze.triggerCanvas])
          for (const words of [
            "not delivered",
            "device may be offline",
            "Apple may reject the push token",
            "user id"
          ])
            assert.include(notesOf(operation), words)
        const { notes } = yield* explain(Braze.vendor, success, { operation: Braze.sendMessages })
        assert.strictEqual(notes.join("\n"), notesOf(Braze.sendMessages))
        const response = yield* answered(Braze.sendMessages.withResponse(send), success)
        assert.deepStrictEqual(response.notes, notes)
      })
  )
})

describe("“errors: [<minor error message>]”", () => {
  const wire = fromJson(201, {}, { message: "success", errors: ["user u9 is unknown"] })

  it.effect("beside a success they are warnings of a success", () =>
    Effect.gen(function* () {
      const sent = yield* answered(Braze.sendMessages(send), wire)
      assert.deepStrictEqual(
        sent.warnings.map(({ message }) => message),
        ["user u9 is unknown"]
      )
      const { delivery, outcome, warnings } = yield* explain(Braze.vendor, wire, {
        operation: Braze.sendMessages
      })
      assert.deepStrictEqual(
        [outcome, delivery, warnings],
        ["success-with-warnings", null, ["user u9 is unknown"]]
      )
    })
  )

  it("every message that is not affected by them is still delivered", () =>
    assert.include(notesOf(Braze.sendMessages), "every message that no warning is about is still delivered"))

  it.effect("beside a fatal message they are kept with the failure", () =>
    Effect.gen(function* () {
      for (const status of [201, 400, 422]) {
        const fatal = fromJson(
          status,
          {},
          { message: "a fatal error message", errors: ["one minor", "two minor"] }
        )
        const failure = yield* Effect.flip(answered(Braze.sendMessages(send), fatal))
        assert.deepStrictEqual(
          [failure.delivery, failure.vendorMessage, failure.complaints.map(({ message }) => message)],
          ["Refused", "a fatal error message", ["one minor", "two minor"]]
        )
        for (const words of ["a fatal error message", "one minor", "two minor"])
          assert.include(failure.message, words)
      }
    })
  )
})

it.effect("“send_id”: a tracked send gives its id, and the id reads the analytics of that send", () =>
  Effect.gen(function* () {
    const tracked = fromJson(201, {}, { message: "success", send_id: "example_send_id" })
    const { sendId = "" } = yield* answered(Braze.sendMessages({ ...send, campaignId: "c" }), tracked)
    const braze = rest(
      fromJson(200, {}, { message: "success", data: [{ time: "2026-01-02", conversions: 3 }] })
    )
    const series = yield* Effect.provide(
      Braze.getSendDataSeries({ campaignId: "c", sendId, length: 7 }),
      layer(braze.transport)
    )
    assert.strictEqual(series.data[0]?.conversions, 3)
    const url = braze.sent[0]?.url
    // The page writes /send/data_series; the endpoint's own page /sends/data_series.
    assert.deepStrictEqual(
      [url?.pathname, url?.searchParams.get("send_id")],
      ["/sends/data_series", "example_send_id"]
    )
  })
)

describe("“5XX (fatal) indicates an error of the server”", () => {
  const own = fromJson(500, {}, { message: "Internal Server Error" })

  it.effect("is retried with exponential delays, for a while", () =>
    Effect.gen(function* () {
      const braze = rest(own)
      const start = yield* Clock.currentTimeMillis
      const live = layer(braze.transport, { policy: { jitter: "none" } })
      const fiber = yield* Effect.forkChild(Effect.flip(Effect.provide(Braze.sendMessages(send), live)))
      yield* TestClock.adjust("10 minutes")
      const failure = yield* Fiber.join(fiber)
      const at = braze.sent.map(({ at }) => at - start)
      assert.deepStrictEqual(at, [0, 1_000, 3_000, 7_000, 15_000, 31_000])
      assert.strictEqual(failure.attempts.length, 6)
    })
  )

  it.effect("says why it may be, and that Braze replays nothing of an incident", () =>
    Effect.gen(function* () {
      const { means, remedy } = yield* explain(Braze.vendor, own, { operation: Braze.sendMessages })
      for (const words of ["could not carry out", "maintenance", "overloaded"]) assert.include(means, words)
      for (const words of ["growing waits", "does not replay calls that failed during an incident", "keep"])
        assert.include(remedy, words)
    })
  )
})

describe("the descriptions of the table", () => {
  const described: ReadonlyArray<readonly [keyof typeof Braze, ReadonlyArray<string>]> = [
    ["NoRecipients", ["external ids", "segment ids", "push tokens"]],
    ["InvalidCampaignId", ["messaging API campaign"]],
    ["MessageVariantUnspecified", ["names a campaign", "variations"]],
    ["InvalidMessageVariant", ["campaign exists", "matches none of its messages"]],
    ["MismatchedMessageType", ["At least one message", "another type"]],
    ["InvalidExtraPushPayload", ["applePush", "androidPush", "not an object"]],
    ["MaxInputLengthExceeded", ["75", "users/track"]],
    ["MaxIdsAndAliasesExceeded", ["50 external ids"]],
    ["MaxIdsExceeded", ["50"]],
    ["NoMessageToSend", ["No payload"]],
    ["SlideupMessageLengthExceeded", ["140 characters"]],
    ["ApplePushLengthExceeded", ["1,912 bytes"]],
    ["AndroidPushLengthExceeded", ["4,000 bytes"]],
    ["UnparseableSendAt", ["cannot parse", "send_at"]],
    ["LocalTimePassed", ["in_local_time is true", "company's time zone"]],
    ["Unauthorized", ["API key"]],
    ["Forbidden", ["rate plan", "inactive"]],
    ["AccessDenied", ["permission", "Settings > API Keys"]],
    ["NotFound", ["URL is not valid"]],
    ["RateLimited", ["rate limit is exceeded"]],
    ["ServerFault", ["growing waits"]]
  ]

  it.each(described)("%s says what the page says", (name, words) => {
    const failure =
      Braze.failures.find(({ tag }) => tag === `Braze.${name}`) ?? assert.fail("it does not exist")
    for (const word of words) assert.include(`${failure.facts.means} ${failure.facts.remedy}`, word)
  })
})

describe("what the table refuses is refused before it is sent, where it can be", () => {
  const ids = Array.from({ length: 51 }, (_, index) => `u${index}`)
  const users = ids.map((externalUserId) => ({ externalUserId }))
  const inputs: ReadonlyArray<
    readonly [string, Effect.Effect<unknown, { readonly _tag: string }, Braze.BrazeApi>]
  > = [
    ["no recipients", Braze.sendMessages({ messages: send.messages })],
    ["no recipients of a campaign", Braze.triggerCampaign({ campaignId: "c" })],
    ["no message", Braze.sendMessages({ externalUserIds: ["u"], messages: {} })],
    ["76 objects", Braze.trackUsers({ events: Array(40).fill(event), purchases: Array(36).fill(purchase) })],
    ["51 ids to send to", Braze.sendMessages({ ...send, externalUserIds: ids })],
    ["51 recipients of a campaign", Braze.triggerCampaign({ campaignId: "c", recipients: users })],
    ["51 recipients of a Canvas", Braze.triggerCanvas({ canvasId: "c", recipients: users })],
    ["51 ids to delete", Braze.deleteUsers({ externalIds: ids })],
    [
      "a slideup of 141 characters",
      Braze.sendMessages({ ...send, messages: { inAppMessage: { message: "a".repeat(141) } } })
    ],
    [
      "an Apple push of 2 KB",
      Braze.sendMessages({ ...send, messages: { applePush: { alert: "a".repeat(2_000) } } })
    ],
    [
      "an Android push of 4 KB",
      Braze.sendMessages({ ...send, messages: { androidPush: { alert: "a".repeat(4_000) } } })
    ]
  ]

  it.effect.each(inputs)("%s", ([, call]) =>
    Effect.gen(function* () {
      const braze = rest(success)
      const failure = yield* Effect.flip(Effect.provide(call, layer(braze.transport)))
      assert.deepStrictEqual([failure._tag, braze.sent.length], ["InvalidInput", 0])
    })
  )
})
