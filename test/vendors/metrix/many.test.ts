import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Redacted, Schema, Stream } from "effect"
import { TestClock } from "effect/testing"
import { make, type Wire } from "../../../src/contract/Wire.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import * as Shop from "../../shop/shop.ts"

const now = 1_677_323_951_700

const Body = Schema.fromJsonString(
  Schema.Struct({
    customUserId: Schema.optionalKey(Schema.String),
    metrixUserId: Schema.optionalKey(Schema.String),
    messages: Schema.Array(
      Schema.StructWithRest(Schema.Struct({ id: Schema.String, time: Schema.Finite }), [
        Schema.Record(Schema.String, Schema.Unknown)
      ])
    )
  })
)
type Body = typeof Body.Type

const application = (answer: (body: Body) => Wire | Effect.Effect<Wire> = () => make(200, {}, "")) => {
  const sent: Array<Body> = []
  const { layer } = Shop.transport((_method, _url, _headers, text) => {
    const body = Schema.decodeUnknownSync(Body)(text)
    sent.push(body)
    return answer(body)
  })
  const credentials = { appId: "app-1", apiKey: Redacted.make("key-1234567890") }
  const metrix = Layer.provide(Metrix.layerNoTransport(credentials), layer)
  return { sent, layer: Layer.merge(metrix, Layer.effectDiscard(TestClock.setTime(now))) }
}

const visit = (
  customUserId: string,
  more: { readonly id?: string; readonly time?: number } = {}
): Metrix.ManyItem => ({
  user: { customUserId },
  message: { type: "action", customName: "visit", ...more }
})

const collect = (
  items: Iterable<Metrix.ManyItem> | Stream.Stream<Metrix.ManyItem>,
  options?: Metrix.ManyOptions
) => Stream.runCollect(Metrix.ingest.many(items, options))

const summary = (outcomes: ReadonlyArray<{ index: number; outcome: string; failure?: { _tag: string } }>) =>
  outcomes.map(({ failure, index, outcome }) => [index, outcome, failure?._tag])

it.effect("makes requests of the messages of one user, whatever their type", () => {
  const { layer, sent } = application()
  return Effect.gen(function* () {
    const outcomes = yield* collect(
      [
        { user: { customUserId: "u1" }, message: { type: "user", id: "m1", time: now, firstName: "Ada" } },
        { user: { metrixUserId: "1-2" }, message: { type: "action", id: "m2", time: now, name: "aewqd" } },
        {
          user: { customUserId: "u1" },
          message: { type: "revenue", id: "m3", time: now, customName: "order", revenue: 9.5 }
        },
        {
          user: { customUserId: "u1", metrixUserId: "1-2" },
          message: { type: "businessEvent", id: "m4", time: now + 1, customName: "stock" }
        }
      ],
      { concurrency: 1 }
    )
    assert.deepStrictEqual<unknown>(sent, [
      {
        customUserId: "u1",
        messages: [
          { type: "user", id: "m1", time: now, firstName: "Ada" },
          { type: "revenue", id: "m3", time: now, customName: "order", revenue: 9.5 }
        ]
      },
      { metrixUserId: "1-2", messages: [{ type: "action", id: "m2", time: now, name: "aewqd" }] },
      {
        customUserId: "u1",
        metrixUserId: "1-2",
        messages: [{ type: "businessEvent", id: "m4", time: now + 1, customName: "stock" }]
      }
    ])
    assert.deepStrictEqual(
      summary(outcomes),
      [0, 2, 1, 3].map((index) => [index, "accepted", undefined])
    )
  }).pipe(Effect.provide(layer))
})

it.effect("makes requests of 100 messages, or of as many as the caller says", () => {
  const { layer, sent } = application()
  const messages = Array.from({ length: 250 }, (_, index) => visit("u1", { time: now + index }))
  const lengths = () => sent.splice(0).map(({ messages }) => messages.length)
  return Effect.gen(function* () {
    yield* collect(messages)
    assert.deepStrictEqual(lengths(), [Metrix.messagesPerRequest, 100, 50])
    yield* collect(Stream.fromIterable(messages), { messages: 120 })
    assert.deepStrictEqual(lengths(), [120, 120, 10])
    yield* collect(messages.slice(0, 3), { messages: 0 })
    assert.deepStrictEqual(lengths(), [1, 1, 1])
    yield* collect(messages, { messages: Number.POSITIVE_INFINITY })
    assert.deepStrictEqual(lengths(), [250])
  }).pipe(Effect.provide(layer))
})

describe("fixes id and time of each message before it is sent", () => {
  it.effect("with times that differ from request to request, in the order of the messages", () => {
    const { layer, sent } = application()
    return Effect.gen(function* () {
      const messages = Array.from({ length: 250 }, (_, index) => visit(index % 5 === 4 ? "u2" : "u1"))
      const outcomes = yield* collect(messages)
      const all = sent.flatMap(({ customUserId, messages }) =>
        messages.map(({ id, time }) => ({ id, time, customUserId }))
      )
      for (const [user, count] of [
        ["u1", 200],
        ["u2", 50]
      ] as const) {
        assert.deepStrictEqual(
          all.flatMap((one) => (one.customUserId === user ? [one.time] : [])),
          Array.from({ length: count }, (_, index) => now + index)
        )
      }
      assert.strictEqual(new Set(all.map(({ id }) => id)).size, 250)
      assert.deepStrictEqual(
        new Set(outcomes.map(({ item }) => `${item.message.id} ${item.message.time}`)),
        new Set(all.map(({ id, time }) => `${id} ${time}`))
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("with times that no other event of the user was given", () => {
    const { layer, sent } = application()
    return Effect.gen(function* () {
      yield* collect([visit("u1", { time: now }), visit("u1", { time: now + 1 }), visit("u1"), visit("u2")])
      assert.deepStrictEqual(
        sent.map(({ messages }) => messages.map(({ time }) => time)),
        [[now, now + 1, now + 2], [now]]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect(
    "so that a message is the same when a refused request is split, and when it is tried again",
    () => {
      let faults = 1
      const { layer, sent } = application(({ messages }) => {
        if (faults-- > 0) return make(503, {}, "")
        return messages.some((one) => one["customName"] === "bad")
          ? make(400, {}, "bad name")
          : make(200, {}, "")
      })
      const bad: Metrix.ManyItem = {
        user: { customUserId: "u1" },
        message: { type: "action", customName: "bad" }
      }
      return Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(collect([visit("u1"), bad, visit("u1"), visit("u1")]))
        yield* TestClock.adjust("1 minute")
        const outcomes = yield* Fiber.join(fiber)
        assert.deepStrictEqual(summary(outcomes), [
          [0, "accepted", undefined],
          // The first attempt may have been applied, so nobody knows of the one that was refused in the end.
          [1, "unknown", "Metrix.BadRequest"],
          [2, "accepted", undefined],
          [3, "accepted", undefined]
        ])
        assert.deepStrictEqual(
          sent.map(({ messages }) => messages.length),
          [4, 4, 2, 1, 1, 2]
        )
        const spelled = sent.flatMap(({ messages }) => messages).map((one) => JSON.stringify(one))
        assert.strictEqual(new Set(spelled).size, 4)
        assert.strictEqual(outcomes[1]?.failure?.vendorMessage, "bad name")
      }).pipe(Effect.provide(layer))
    }
  )
})

it.effect("calls messages unknown that may have been taken, and gives them as they were sent", () => {
  let down = true
  const { layer, sent } = application(() => make(down ? 500 : 200, {}, ""))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(collect([visit("u1"), visit("u1")]))
    yield* TestClock.adjust("15 minutes")
    const outcomes = yield* Fiber.join(fiber)
    assert.deepStrictEqual(summary(outcomes), [
      [0, "unknown", "Metrix.Unavailable"],
      [1, "unknown", "Metrix.Unavailable"]
    ])
    down = false
    yield* collect(outcomes.map(({ item }) => item))
    assert.strictEqual(new Set(sent.map((body) => JSON.stringify(body))).size, 1)
  }).pipe(Effect.provide(layer))
})

it.effect("keeps the order of each user's messages, and lets other users go on", () => {
  const arrived: Array<string> = []
  let [underWay, most, turns] = [0, 0, 400]
  const { layer } = application(({ customUserId, messages }) =>
    Effect.gen(function* () {
      most = Math.max(most, ++underWay)
      // The earlier a request, the longer it takes: only waiting for it keeps the order.
      turns -= 20
      for (let turn = 0; turn < turns; turn++) yield* Effect.yieldNow
      underWay--
      for (const { time } of messages) arrived.push(`${customUserId} ${time}`)
      return make(200, {}, "")
    })
  )
  return Effect.gen(function* () {
    const messages = Array.from({ length: 18 }, (_, index) => visit(`u${index % 3}`, { time: now + index }))
    yield* collect(messages, { concurrency: 8, messages: 1 })
    assert.strictEqual(arrived.length, 18)
    for (const user of ["u0", "u1", "u2"]) {
      const own = arrived.filter((one) => one.startsWith(user))
      assert.deepStrictEqual(own, own.toSorted())
    }
    assert.isAbove(most, 1)
  }).pipe(Effect.provide(layer))
})

describe("refuses alone, and does not send, what Metrix would drop in silence", () => {
  const sameTime =
    "two events of one user have different times: Metrix drops the second of two at the same millisecond"
  const sameId = "an id is used once: Metrix drops what it takes for a duplicate"
  const rules = (outcomes: ReadonlyArray<Metrix.ManyOutcome>) =>
    outcomes.flatMap(({ failure }) => (failure?._tag === "InvalidInput" ? failure.complaints : []))

  it.effect("an event at the time of another one of its user, in the same request or an earlier one", () => {
    const { layer, sent } = application()
    return Effect.gen(function* () {
      const outcomes = yield* collect(
        [
          visit("u1", { time: now }),
          visit("u1", { time: now + 1 }),
          visit("u1", { time: now }),
          visit("u2", { time: now }),
          visit("u1", { time: now + 2 }),
          visit("u1", { time: now + 1 })
        ],
        { messages: 3, concurrency: 1 }
      )
      assert.deepStrictEqual(
        outcomes.flatMap(({ index, outcome }) => (outcome === "refused" ? [index] : [])),
        [2, 5]
      )
      assert.deepStrictEqual(rules(outcomes), [
        { path: "messages.1.time", message: sameTime },
        { path: "messages.1.time", message: sameTime }
      ])
      assert.deepStrictEqual(
        sent
          .flatMap(({ customUserId, messages }) =>
            messages.map(({ time }) => `${customUserId} ${time - now}`)
          )
          .toSorted(),
        ["u1 0", "u1 1", "u1 2", "u2 0"]
      )
      for (const { delivery } of outcomes.flatMap(({ failure }) => failure ?? []))
        assert.strictEqual(delivery, "NotSent")
    }).pipe(Effect.provide(layer))
  })

  it.effect("a message with the id of another one, of whatever user", () => {
    const { layer, sent } = application()
    return Effect.gen(function* () {
      const outcomes = yield* collect([visit("u1", { id: "m1" }), visit("u2", { id: "m1" })])
      assert.deepStrictEqual(summary(outcomes), [
        [0, "accepted", undefined],
        [1, "refused", "InvalidInput"]
      ])
      assert.deepStrictEqual(rules(outcomes), [{ path: "messages.1.id", message: sameId }])
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("but not profile data at the time of an event: the rule is about events", () => {
    const { layer } = application()
    const profile: Metrix.ManyItem = { user: { customUserId: "u1" }, message: { type: "user", time: now } }
    return Effect.gen(function* () {
      const outcomes = yield* collect([profile, visit("u1", { time: now }), profile])
      assert.deepStrictEqual(
        outcomes.map(({ outcome }) => outcome),
        ["accepted", "accepted", "accepted"]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("but not a message that repeats one which was never sent", () => {
    const { layer, sent } = application()
    return Effect.gen(function* () {
      const user = { customUserId: "u1" }
      const nameless = { type: "action", customName: " ", id: "m1", time: now } as const
      const twin = visit("u1", { id: "m1", time: now })
      const outcomes = yield* collect([{ user, message: nameless }, twin, twin])
      assert.deepStrictEqual(summary(outcomes), [
        [0, "refused", "InvalidInput"],
        [1, "accepted", undefined],
        [2, "refused", "InvalidInput"]
      ])
      assert.deepStrictEqual(
        rules(outcomes).map(({ path }) => path),
        ["messages.0.customName", "messages.1.id", "messages.1.time"]
      )
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("a message that breaks a rule by itself", () => {
    const { layer, sent } = application()
    return Effect.gen(function* () {
      const outcomes = yield* collect([visit("u1"), visit("u1", { time: 1_677_323_951 }), visit("")])
      assert.deepStrictEqual(summary(outcomes), [
        [0, "accepted", undefined],
        [1, "refused", "InvalidInput"],
        [2, "refused", "InvalidInput"]
      ])
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })
})

it.effect("passes on the failure of the stream that it reads", () => {
  const { layer } = application()
  return Effect.gen(function* () {
    const torn = Stream.concat(Stream.make(visit("u1")), Stream.fail("torn" as const))
    assert.strictEqual(yield* Effect.flip(Stream.runDrain(Metrix.ingest.many(torn))), "torn")
  }).pipe(Effect.provide(layer))
})
