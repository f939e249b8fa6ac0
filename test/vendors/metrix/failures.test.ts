import { operationsIn } from "../../../src/contract/Operation.ts"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { recognize } from "../../../src/contract/Catalogue.ts"
import type { AnyFailure } from "../../../src/contract/Failure.ts"
import * as Journal from "../../../src/pipeline/Journal.ts"
import * as Policy from "../../../src/policy/Policy.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import { laws } from "../../../src/testing/laws.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import { version } from "../../../src/pipeline/sender.ts"
import * as Shop from "../../shop/shop.ts"

it.effect("obeys the laws", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* laws(Metrix.vendor, operationsIn(Metrix)), [])
  })
)

const rows: ReadonlyArray<readonly [name: string, wire: Wire, tag: string | undefined]> = [
  ["400 with an empty body", make(400, {}, ""), "Metrix.BadRequest"],
  ["400 with JSON", fromJson(400, {}, { message: "time is not valid" }), "Metrix.BadRequest"],
  ["403 with an empty body", make(403, {}, ""), "Metrix.Forbidden"],
  ["403 with HTML", make(403, {}, "<html>403 Forbidden</html>"), "Metrix.Forbidden"],
  ["500", make(500, {}, ""), "Metrix.Unavailable"],
  ["502 with HTML", make(502, {}, "<html>Bad gateway</html>"), "Metrix.Unavailable"],
  ["504", make(504, {}, ""), "Metrix.Unavailable"],
  ["599", make(599, {}, ""), "Metrix.Unavailable"],
  ["401, which Metrix does not document", make(401, {}, ""), undefined],
  ["404, which Metrix does not document", make(404, {}, ""), undefined],
  ["413, which Metrix does not document", make(413, {}, ""), undefined],
  ["429, which Metrix does not document", make(429, { "retry-after": "5" }, ""), undefined],
  ["200", make(200, {}, ""), undefined]
]

describe("recognizes", () => {
  it.each(rows)("%s", (_, wire, tag) => {
    assert.strictEqual(recognize(Metrix.failures, wire)?._tag, tag)
  })
})

/** Bodies of error answers are undocumented, and Metrix support wants them: so whatever there is, is kept. */
const bodies: ReadonlyArray<readonly [name: string, wire: Wire, vendorMessage: string | undefined]> = [
  [
    "the `message` of JSON",
    fromJson(403, {}, { error: "no", message: "Key is not valid" }),
    "Key is not valid"
  ],
  ["the `error` of JSON", fromJson(403, {}, { error: "Key is not valid" }), "Key is not valid"],
  ["a JSON text", make(403, {}, `"Key is not valid"`), "Key is not valid"],
  ["plain text", make(403, {}, "Key is not valid"), "Key is not valid"],
  ["HTML", make(403, {}, "<html><h1>403 Forbidden</h1></html>"), "403 Forbidden"],
  ["broken JSON", make(403, {}, `{"message":"Key is`), `{"message":"Key is`],
  ["a long text", make(403, {}, "x".repeat(1_000)), `${"x".repeat(500)}… (1000 characters)`],
  ["nothing", make(403, {}, ""), undefined],
  ["JSON without words", fromJson(403, {}, { code: 7 }), undefined]
]

describe("keeps of a body what Metrix said", () => {
  it.effect.each(bodies)("%s", ([, wire, vendorMessage]) => {
    const { layer } = script(wire)
    return Effect.gen(function* () {
      const failure = yield* ending(visit)
      assert.deepStrictEqual([failure._tag, failure.vendorMessage], ["Metrix.Forbidden", vendorMessage])
      if (vendorMessage !== undefined) assert.include(failure.message, vendorMessage.slice(0, 50))
    }).pipe(Effect.provide(layer))
  })
})

it.effect("keeps the words of an answer that Metrix does not document, without the key", () => {
  const { layer } = script(make(429, {}, "slow down, key-1234567890"))
  return Effect.gen(function* () {
    const failure = yield* ending(visit)
    assert.deepStrictEqual([failure._tag, failure.vendorMessage], ["Unrecognized", "slow down, <redacted>"])
  }).pipe(Effect.provide(layer))
})

const apiKey = Redacted.make("key-1234567890")
const script = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  const bodies: Array<string> = []
  const { layer } = Shop.transport((_method, _url, _headers, body) => {
    bodies.push(body)
    return wires[Math.min(next++, wires.length - 1)] ?? make(599, {}, "")
  })
  return { bodies, layer: Layer.provide(Metrix.layerNoTransport({ appId: "app-1", apiKey }), layer) }
}

const visit = Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })
const sms = Metrix.push({ recipients: ["u1"], channel: "SMS", message: { body: "Hello" } })

/** The failure of a call after all its waits, on virtual time and without jitter. */
const ending = <A, E extends AnyFailure, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(Policy.override({ jitter: "none" })(call)))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

it.effect("says what a 400 may be about", () => {
  const { layer } = script(fromJson(400, {}, { message: "no" }))
  return Effect.gen(function* () {
    const failure = yield* ending(visit)
    assert.strictEqual(failure._tag, "Metrix.BadRequest")
    if (failure._tag !== "Metrix.BadRequest") return
    assert.deepStrictEqual(failure.suspects.missing, [
      "type",
      "id",
      "time",
      "name or customName",
      "customUserId or metrixUserId"
    ])
    assert.deepStrictEqual(Object.keys(failure.suspects.mistyped), ["time", "birthday", "revenue"])
    assert.deepStrictEqual(
      [failure.vendorMessage, failure.delivery, failure.attempts.length],
      ["no", "Refused", 1]
    )
    for (const field of [
      "type",
      "id",
      "time",
      "name",
      "customName",
      "user identifier",
      "birthday",
      "revenue"
    ]) {
      assert.include(failure.message, field)
    }
  }).pipe(Effect.provide(layer))
})

it.effect("carries both reasons of a 403, for the answer does not tell which", () => {
  const { layer } = script(make(403, {}, ""))
  return Effect.gen(function* () {
    const failure = yield* ending(visit)
    assert.strictEqual(failure._tag, "Metrix.Forbidden")
    if (failure._tag !== "Metrix.Forbidden") return
    assert.deepStrictEqual(
      failure.reasons.map(({ reason }) => reason),
      ["key", "address"]
    )
    assert.include(failure.message, "API key")
    assert.include(failure.message, "IP allow list")
    assert.deepStrictEqual([failure.delivery, failure.attempts.length], ["Refused", 1])
  }).pipe(Effect.provide(layer))
})

it.effect("tries a 5XX again with growing waits, the same message each time", () => {
  const { bodies, layer } = script(make(503, {}, ""))
  return Effect.gen(function* () {
    const failure = yield* ending(visit)
    assert.deepStrictEqual(
      failure.attempts.map(({ at, ended, waited }) => [at.epochMilliseconds, ended, waited]),
      [
        [0, "Metrix.Unavailable", 1_000],
        [1_000, "Metrix.Unavailable", 2_000],
        [3_000, "Metrix.Unavailable", 4_000],
        [7_000, "Metrix.Unavailable", 8_000],
        [15_000, "Metrix.Unavailable", undefined]
      ]
    )
    assert.strictEqual(failure.delivery, "Unknown")
    assert.strictEqual(bodies.length, 5)
    assert.strictEqual(new Set(bodies).size, 1)
    assert.match(bodies[0] ?? "", /"id":"[0-9a-f-]{36}","time":0/)
  }).pipe(Effect.provide(layer))
})

it.effect("ends well when Metrix recovers", () => {
  const { bodies, layer } = script(make(500, {}, ""), make(502, {}, ""), make(200, {}, ""))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(visit)
    yield* TestClock.adjust("1 hour")
    assert.strictEqual((yield* Fiber.join(fiber)).status, 200)
    assert.strictEqual(bodies.length, 3)
  }).pipe(Effect.provide(layer))
})

it.effect("waits no longer than planned with jitter", () => {
  const { layer } = script(make(500, {}, ""))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(visit))
    yield* TestClock.adjust("1 hour")
    const waits = (yield* Fiber.join(fiber)).attempts.flatMap(({ waited }) =>
      waited === undefined ? [] : [waited]
    )
    assert.strictEqual(waits.length, 4)
    waits.forEach((wait, index) => assert.isAtMost(wait, 1_000 * 2 ** index))
  }).pipe(Effect.provide(layer))
})

it.effect("does not retry a push that may have been sent, unless it may assume that it is idempotent", () => {
  const { bodies, layer } = script(make(500, {}, ""))
  return Effect.gen(function* () {
    const failure = yield* ending(sms)
    assert.deepStrictEqual(
      [failure._tag, failure.delivery, bodies.length],
      ["Metrix.Unavailable", "Unknown", 1]
    )
    yield* ending(Retry.assumeIdempotent(sms))
    assert.strictEqual(bodies.length, 6)
  }).pipe(Effect.provide(layer))
})

it.effect("retries a message after silence, and not a push", () => {
  const { layer } = Shop.transport(() => Effect.never)
  return Effect.gen(function* () {
    const silent = yield* ending(visit)
    assert.strictEqual(silent._tag, "NoAnswer")
    if (silent._tag === "NoAnswer") assert.strictEqual(silent.reason, "timeout")
    assert.deepStrictEqual(
      silent.attempts.map(({ at }) => at.epochMilliseconds / 1_000),
      [0, 31, 63, 97, 135]
    )
    const pushed = yield* ending(sms)
    assert.deepStrictEqual(
      [pushed._tag, pushed.delivery, pushed.attempts.length],
      ["DeliveryUnknown", "Unknown", 1]
    )
  }).pipe(Effect.provide(Layer.provide(Metrix.layerNoTransport({ appId: "app-1", apiKey }), layer)))
})

it.effect("leaves an undocumented status unrecognized, and does not retry it", () => {
  const { bodies, layer } = script(make(401, {}, "no such key: key-1234567890"))
  return Effect.gen(function* () {
    const failure = yield* ending(visit)
    assert.deepStrictEqual(
      [failure._tag, failure.status, failure.delivery, bodies.length],
      ["Unrecognized", 401, "Refused", 1]
    )
    if (failure._tag === "Unrecognized") assert.strictEqual(failure.excerpt, "no such key: <redacted>")
  }).pipe(Effect.provide(layer))
})

it.effect("records what support asks for: request, answer and time", () => {
  const entries: Array<Journal.Entry> = []
  const { layer } = script(make(400, {}, "bad key-1234567890"))
  return Effect.gen(function* () {
    yield* TestClock.setTime(1_677_323_951_700)
    yield* Effect.flip(
      Metrix.ingest({
        metrixUserId: "1415211453000-6513894",
        messages: [{ type: "user", id: "m1", email: "ada@example.com" }]
      })
    )
    assert.deepStrictEqual(
      entries.map(({ answer, level, request, status, time }) => ({
        answer,
        level,
        request,
        status,
        at: time.epochMilliseconds
      })),
      [
        {
          answer: "bad <redacted>",
          level: "Error",
          request: {
            method: "POST",
            url: "https://entry.metrix.ir/",
            headers: {
              accept: "application/json",
              "user-agent": `faultline/${version}`,
              "x-application-id": "app-1"
            },
            body: `{"metrixUserId":"1415211453000-6513894","messages":[{"type":"user","id":"m1","time":1677323951700,"email":"ada@example.com"}]}`
          },
          status: 400,
          at: 1_677_323_951_700
        }
      ]
    )
  }).pipe(
    Effect.provide(layer),
    Effect.provideService(Journal.Current, { ...Journal.into(entries), bodies: "whole" })
  )
})
