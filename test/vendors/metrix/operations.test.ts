import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Random, Redacted } from "effect"
import { TestClock } from "effect/testing"
import type { AnyFailure } from "../../../src/contract/Failure.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import * as Shop from "../../shop/shop.ts"

type Call = Effect.Effect<unknown, AnyFailure, Metrix.MetrixApi>

const apiKey = Redacted.make("key-1234567890")
const now = 1_677_323_951_700

interface Sent {
  readonly request: string
  readonly headers: Record<string, string>
  readonly body: { readonly messages: ReadonlyArray<{ readonly id: string; readonly time: number }> }
}

/** Runs the call at `now` against one answer; gives its end and the requests. */
const run = <A, E, R>(call: Effect.Effect<A, E, R>, wire: Wire = make(200, {}, "")) => {
  const sent: Array<Sent> = []
  const { layer } = Shop.transport((method, url, headers, body) => {
    sent.push({ request: `${method} ${url.href}`, headers, body: JSON.parse(body) })
    return wire
  })
  return TestClock.setTime(now).pipe(
    Effect.andThen(Effect.result(call)),
    Effect.provide(Layer.provide(Metrix.layerNoTransport({ appId: "app-1", apiKey }), layer)),
    Effect.map((result) => ({ result, sent }))
  )
}

const attributes = {
  key1: "value1",
  key2: 123,
  key3: true,
  key4: 1.555,
  key5: "2024-11-20T11:24:03.000Z",
  key6: { nested_key: "nested_value" },
  key7: ["item1", "item2"]
}
const messages = [
  {
    type: "user",
    id: "m1",
    time: now,
    firstName: "Ada",
    gender: "Female",
    birthday: -86_400_000,
    customAttributes: { plan: "gold", visits: 3 }
  },
  { type: "action", id: "m2", time: now, name: "aewqd", customName: "product_viewed", attributes },
  { type: "revenue", id: "m3", time: now + 1, customName: "order", revenue: 10.5, currency: "USD" },
  { type: "businessEvent", id: "m4", time: now + 2, customName: "stock_arrived" }
] as const

it.effect("posts all types of message to the root path, with both credentials in headers", () =>
  Effect.gen(function* () {
    const { result, sent } = yield* run(
      Metrix.ingest({ customUserId: "u1", metrixUserId: "1415211453000-6513894", messages })
    )
    assert.strictEqual(result._tag, "Success")
    const [first] = sent
    assert.strictEqual(first?.request, "POST https://entry.metrix.ir/")
    assert.strictEqual(first?.headers["x-application-id"], "app-1")
    assert.strictEqual(first?.headers["x-api-key"], "key-1234567890")
    assert.strictEqual(first?.headers["content-type"], "application/json")
    assert.deepStrictEqual<unknown>(first?.body, {
      customUserId: "u1",
      metrixUserId: "1415211453000-6513894",
      messages
    })
  })
)

it.effect("posts a push to its own path", () =>
  Effect.gen(function* () {
    const webPush = {
      recipients: ["u1", "u2"],
      channel: "WEB_PUSH",
      message: {
        title: "Hello",
        body: "It is spring",
        url: "https://shop.example",
        icon: "https://shop.example/i.png",
        images: [{ url: "https://shop.example/1.png" }],
        buttons: [{ label: "Open", link: "https://shop.example" }],
        ttl: 60
      }
    } as const
    const sms = { recipients: ["u1"], channel: "SMS", message: { body: "Hello", sender: "1000" } } as const
    const { sent } = yield* run(Effect.andThen(Metrix.push(webPush), Metrix.push(sms)))
    assert.deepStrictEqual<unknown>(
      sent.map(({ body, request }) => [request, body]),
      [
        ["POST https://entry.metrix.ir/push", webPush],
        ["POST https://entry.metrix.ir/push", sms]
      ]
    )
  })
)

describe("answers that the request was received, whatever the body", () => {
  const bodies = ["", "OK", "<html></html>", `{"accepted":0}`, "[", "null"]
  it.effect.each(bodies)("%s", (text) =>
    Effect.gen(function* () {
      const { result } = yield* run(
        Metrix.ingest({ customUserId: "u1", messages: [{ type: "user" }] }),
        make(200, {}, text)
      )
      assert.strictEqual(result._tag, "Success")
      if (result._tag === "Success") assert.deepStrictEqual({ ...result.success }, { status: 200, text })
    })
  )
})

const visit = { type: "action", customName: "visit" } as const

it.effect("fills in ids and times, all different, in the order of the messages, the last at present", () =>
  Effect.gen(function* () {
    const { sent } = yield* run(
      Metrix.ingest({
        customUserId: "u1",
        messages: [visit, { ...visit, time: now - 1 }, visit, { ...visit, id: "mine" }]
      })
    )
    const messages = sent[0]?.body.messages ?? []
    assert.deepStrictEqual(
      messages.map(({ time }) => time),
      [now - 3, now - 1, now - 2, now]
    )
    assert.strictEqual(new Set(messages.map(({ id }) => id)).size, 4)
    assert.strictEqual(messages[3]?.id, "mine")
    for (const { id } of messages.slice(0, 3))
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
)

it.effect("fills in other ids for another call", () =>
  Effect.gen(function* () {
    const call = Metrix.ingest({ customUserId: "u1", messages: [visit] })
    const { sent } = yield* run(Effect.andThen(call, call))
    assert.notStrictEqual(sent[0]?.body.messages[0]?.id, sent[1]?.body.messages[0]?.id)
  })
)

it.effect("makes messages that stay the same however often they are sent", () =>
  Effect.gen(function* () {
    const { sent } = yield* run(
      Effect.gen(function* () {
        const made = [
          yield* Metrix.action({ customName: "visit" }),
          yield* Metrix.user({ firstName: "Ada" }),
          yield* Metrix.revenue({ customName: "order", revenue: 5, time: now - 5 }),
          yield* Metrix.businessEvent({ customName: "stock_arrived", time: now - 6 })
        ]
        yield* TestClock.adjust("1 minute")
        yield* Metrix.ingest({ customUserId: "u1", messages: made })
        yield* TestClock.adjust("1 minute")
        yield* Metrix.ingest({ customUserId: "u1", messages: made })
      })
    )
    assert.deepStrictEqual(sent[0]?.body, sent[1]?.body)
    assert.deepStrictEqual(
      sent[0]?.body.messages.map(({ time }) => time),
      [now, now, now - 5, now - 6]
    )
  })
)

it.effect("makes ids from the random source of the program", () =>
  Effect.gen(function* () {
    const make = Random.withSeed(Metrix.action({ customName: "visit" }), "seed")
    assert.deepStrictEqual(yield* make, yield* make)
  })
)

const one = (message: unknown) => Metrix.ingest({ customUserId: "u1", messages: [message as Metrix.Message] })
const missing = "give customUserId or metrixUserId, or both"
const twin =
  "two events of one user have different times: Metrix drops the second of two at the same millisecond"
const broken: ReadonlyArray<readonly [name: string, call: Call, path: string, rule: string]> = [
  ["no identifier", Metrix.ingest({ messages: [visit] }), "customUserId", missing],
  [
    "an empty customUserId",
    Metrix.ingest({ customUserId: "", messages: [visit] }),
    "customUserId",
    "customUserId cannot be empty"
  ],
  [
    "an empty metrixUserId",
    Metrix.ingest({ customUserId: "u1", metrixUserId: " ", messages: [visit] }),
    "metrixUserId",
    "metrixUserId cannot be empty"
  ],
  [
    "no messages",
    Metrix.ingest({ customUserId: "u1", messages: [] }),
    "messages",
    "the list of messages is empty"
  ],
  ["an event without a name", one({ type: "action" }), "messages.0.name", "give name or customName"],
  [
    "a revenue without a name",
    one({ type: "revenue", revenue: 1 }),
    "messages.0.name",
    "give name or customName"
  ],
  [
    "a business event without a name",
    one({ type: "businessEvent" }),
    "messages.0.name",
    "give name or customName"
  ],
  ["an empty name", one({ type: "action", name: "" }), "messages.0.name", "name cannot be empty"],
  [
    "an empty customName",
    one({ type: "action", name: "aewqd", customName: " " }),
    "messages.0.customName",
    "customName cannot be empty"
  ],
  ["an empty id", one({ ...visit, id: "" }), "messages.0.id", "id cannot be empty"],
  [
    "a time in seconds",
    one({ ...visit, time: 1_677_323_951 }),
    "messages.0.time",
    "time is in milliseconds since 1970, and this looks like seconds"
  ],
  [
    "a time in microseconds",
    one({ ...visit, time: now * 1_000 }),
    "messages.0.time",
    "time is in milliseconds since 1970, and this looks like microseconds"
  ],
  [
    "a time with a fraction",
    one({ ...visit, time: now + 0.5 }),
    "messages.0.time",
    "time is a whole number of milliseconds"
  ],
  [
    "a revenue that is not finite",
    one({ type: "revenue", customName: "order", revenue: Number.NaN }),
    "messages.0.revenue",
    "revenue is a finite number"
  ],
  [
    "an infinite revenue",
    one({ type: "revenue", customName: "order", revenue: Number.POSITIVE_INFINITY }),
    "messages.0.revenue",
    "revenue is a finite number"
  ],
  [
    "a birthday with a fraction",
    one({ type: "user", birthday: 0.5 }),
    "messages.0.birthday",
    "birthday is a whole number of milliseconds"
  ],
  [
    "two messages with one id",
    Metrix.ingest({
      customUserId: "u1",
      messages: [{ ...visit, id: "m1" }, visit, { type: "user", id: "m1" }]
    }),
    "messages.2.id",
    "an id is used once: Metrix drops what it takes for a duplicate"
  ],
  [
    "two events of one user at one time",
    Metrix.ingest({
      customUserId: "u1",
      messages: [
        { ...visit, time: now },
        { type: "revenue", customName: "order", revenue: 1, time: now }
      ]
    }),
    "messages.1.time",
    twin
  ],
  [
    "no recipients",
    Metrix.push({ recipients: [], channel: "SMS", message: { body: "Hello" } }),
    "recipients",
    "the list of recipients is empty"
  ],
  [
    "an empty recipient",
    Metrix.push({ recipients: ["u1", ""], channel: "SMS", message: { body: "Hello" } }),
    "recipients.1",
    "a recipient is a customUserId, and not empty"
  ]
]

describe("refuses, and sends nothing", () => {
  it.effect.each(broken)("%s", ([, call, path, rule]) =>
    Effect.gen(function* () {
      const { result, sent } = yield* run(call)
      if (result._tag !== "Failure" || !("complaints" in result.failure))
        return assert.fail("it is not InvalidInput")
      assert.deepStrictEqual(result.failure.complaints, [{ path, message: rule }])
      assert.strictEqual(result.failure.delivery, "NotSent")
      assert.deepStrictEqual(sent, [])
    })
  )
})

it.effect(
  "refuses values that JSON cannot say, types that Metrix does not list, and unknown types of message and channel",
  () =>
    Effect.gen(function* () {
      const calls: ReadonlyArray<readonly [Call, string]> = [
        [one({ ...visit, attributes: { share: Number.NaN } }), "messages.0.attributes.share"],
        [one({ ...visit, attributes: { none: null } }), "messages.0.attributes.none"],
        [one({ ...visit, attributes: { deep: { share: Number.NaN } } }), "messages.0.attributes.deep.share"],
        [one({ type: "user", customAttributes: { vip: true } }), "messages.0.customAttributes.vip"],
        [one({ type: "user", gender: "female" }), "messages.0.gender"],
        [one({ type: "revenue", customName: "order", revenue: "10" }), "messages.0.revenue"],
        [one({ type: "click", customName: "order" }), "messages.0"],
        [
          Metrix.push({ recipients: ["u1"], channel: "WEBHOOK" as "WEB_HOOK", message: { body: "Hello" } }),
          "channel"
        ]
      ]
      for (const [call, path] of calls) {
        const { result, sent } = yield* run(call)
        if (result._tag !== "Failure" || !("complaints" in result.failure))
          return assert.fail(`${path} is not refused`)
        assert.deepStrictEqual(
          (result.failure.complaints as ReadonlyArray<{ path: string }>).map((issue) => issue.path),
          [path]
        )
        assert.deepStrictEqual(sent, [])
      }
    })
)

it.effect("takes profile data and an event at one time: the rule is about events", () =>
  Effect.gen(function* () {
    const { result } = yield* run(
      Metrix.ingest({
        customUserId: "u1",
        messages: [
          { ...visit, time: now },
          { type: "user", time: now }
        ]
      })
    )
    assert.strictEqual(result._tag, "Success")
  })
)

it.effect("keeps a path in the base URL, and one slash at its end", () => {
  const { layer, requests } = Shop.transport(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    yield* one(visit)
    assert.deepStrictEqual(requests, ["POST /metrix/"])
  }).pipe(
    Effect.provide(
      Layer.provide(
        Metrix.layerNoTransport({ appId: "app-1", apiKey, baseUrl: "http://localhost:8080/metrix/" }),
        layer
      )
    )
  )
})
