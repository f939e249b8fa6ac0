import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../../src/contract/Catalogue.ts"
import type { AnyFailure } from "../../../src/contract/Failure.ts"
import * as Journal from "../../../src/pipeline/Journal.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { version } from "../../../src/pipeline/sender.ts"
import * as Shop from "../../shop/shop.ts"

const token = "tok-1234567890"
const script = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  const { layer, requests } = Shop.transport(
    () => wires[Math.min(next++, wires.length - 1)] ?? make(599, {}, "")
  )
  return {
    requests,
    layer: Layer.provide(Xtremepush.layerNoTransport({ appToken: Redacted.make(token) }), layer)
  }
}

/** The failure of a call after all its waits, on virtual time. */
const ending = <A, E extends AnyFailure, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(call))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

const attemptsOf = ({ attempts }: AnyFailure) =>
  attempts.map(({ at, ended, waited }) => [at.epochMilliseconds, ended, waited])

const faults = [
  Xtremepush.InternalFault,
  Xtremepush.BadGateway,
  Xtremepush.Overloaded,
  Xtremepush.GatewayTimeout,
  Xtremepush.ServerFault
]

describe("a 5XX is tried again at once, then after 30 seconds, then no more", () => {
  it.effect.each(faults.map((fault) => [fault.tag, fault] as const))("%s", ([tag, fault]) => {
    const { layer, requests } = script(forge(fault, {}))
    return Effect.gen(function* () {
      const failure = yield* ending(Xtremepush.infoCampaign({ id: 7 }))
      assert.deepStrictEqual(attemptsOf(failure), [
        [0, tag, 0],
        [0, tag, 30_000],
        [30_000, tag, undefined]
      ])
      assert.strictEqual(requests.length, 3)
      assert.strictEqual(failure.delivery, "Refused")
    }).pipe(Effect.provide(layer))
  })
})

it.effect("stops as soon as the vendor answers", () => {
  const { layer, requests } = script(
    make(502, {}, ""),
    fromJson(200, {}, { code: 200, success: true, data: [] })
  )
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Xtremepush.listCampaigns({ limit: 50 }), [])
    assert.strictEqual(requests.length, 2)
  }).pipe(Effect.provide(layer))
})

it.effect("says of a retried write that it may have been done", () => {
  const { layer, requests } = script(make(503, {}, ""))
  return Effect.gen(function* () {
    const failure = yield* ending(Xtremepush.updateCampaign({ id: 7, title: "Spring" }))
    assert.deepStrictEqual(
      [failure._tag, failure.delivery, requests.length],
      ["Xtremepush.Overloaded", "Unknown", 3]
    )
  }).pipe(Effect.provide(layer))
})

const notIdempotent: ReadonlyArray<
  readonly [string, Effect.Effect<unknown, AnyFailure, Xtremepush.XtremepushApi>]
> = [
  ["createCampaign", Xtremepush.createCampaign({ title: "Spring" })],
  ["executeCampaign", Xtremepush.executeCampaign({ id: 7, target: [1] })],
  ["createLocation", Xtremepush.createLocation({ title: "Sydney", type: 0 })],
  ["hitEvent", Xtremepush.hitEvent({ userId: "u1", event: "order" })],
  ["hitEvents", Xtremepush.hitEvents({ events: [{ userId: "u1", event: "order" }] })]
]

describe("does not retry a create, a send or an event after a 5XX, unless it may assume that they are idempotent", () => {
  it.effect.each(notIdempotent)("%s", ([, call]) => {
    const { layer, requests } = script(make(500, {}, ""))
    return Effect.gen(function* () {
      const failure = yield* ending(call)
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, requests.length],
        ["Xtremepush.InternalFault", "Unknown", 1]
      )
      yield* ending(Retry.assumeIdempotent(call))
      assert.strictEqual(requests.length, 4)
    }).pipe(Effect.provide(layer))
  })
})

const refusals = Xtremepush.always.filter((failure) => failure.facts.retry === "never")

describe("sends one request where the answer is a refusal", () => {
  it.effect.each(refusals.map((failure) => [failure.tag, failure] as const))("%s", ([tag, failure]) => {
    const { layer, requests } = script(forge(failure, {}))
    return Effect.gen(function* () {
      const found = yield* ending(Xtremepush.infoCampaign({ id: 7 }))
      assert.deepStrictEqual([found._tag, found.delivery, requests.length], [tag, "Refused", 1])
    }).pipe(Effect.provide(layer))
  })
})

it.effect("calls silence after an event what it is", () => {
  const { layer } = Shop.transport(() => Effect.never)
  return Effect.gen(function* () {
    const event = yield* ending(Xtremepush.hitEvent({ userId: "u1", event: "order" }))
    assert.deepStrictEqual([event._tag, event.attempts.length], ["DeliveryUnknown", 1])
    const read = yield* ending(Xtremepush.infoTask({ id: 1 }))
    assert.deepStrictEqual([read._tag, read.attempts.length], ["NoAnswer", 3])
  }).pipe(
    Effect.provide(Layer.provide(Xtremepush.layerNoTransport({ appToken: Redacted.make(token) }), layer))
  )
})

it.effect("records every answer other than a success, and alerts on a 4XX", () => {
  const entries: Array<Journal.Entry> = []
  const { layer } = script(
    fromJson(200, {}, { code: 200, success: true }),
    fromJson(404, {}, { code: 404, message: `Not Found for ${token}`, success: false }),
    make(302, {}, "moved"),
    fromJson(200, {}, { code: 200, success: false, error: "no" }),
    make(500, {}, "broken")
  )
  const hit = Xtremepush.hitEvent({ userId: "u1", event: "order" })
  return Effect.gen(function* () {
    yield* hit
    assert.deepStrictEqual(entries, [])
    yield* TestClock.adjust("5 seconds")
    for (let calls = 0; calls < 4; calls++) yield* Effect.flip(hit)
    assert.deepStrictEqual(
      entries.map(({ level, status, tag }) => [status, level, tag]),
      [
        [404, "Error", "Xtremepush.NotFound"],
        [302, "Warn", "Unrecognized"],
        [200, "Error", "Xtremepush.Unsuccessful"],
        [500, "Warn", "Xtremepush.InternalFault"],
        [500, "Error", "Xtremepush.InternalFault"]
      ]
    )
    const [first] = entries
    assert.deepStrictEqual(first?.request, {
      method: "POST",
      url: "https://external-api.xtremepush.com/api/external/hit/event",
      headers: { accept: "application/json", "user-agent": `faultline/${version}` },
      body: `{"user_id":"<personal>","event":"order"}`
    })
    assert.strictEqual(first?.time.epochMilliseconds, 5_000)
    assert.include(first?.answer ?? "", "Not Found for <redacted>")
    assert.notInclude(JSON.stringify(entries), token)
  }).pipe(Effect.provide(layer), Effect.provideService(Journal.Current, Journal.into(entries)))
})

it.effect("records each attempt, and that the call gave up", () => {
  const entries: Array<Journal.Entry> = []
  const { layer } = script(make(503, {}, ""))
  return Effect.gen(function* () {
    yield* ending(Xtremepush.listLocations({}))
    assert.deepStrictEqual(
      entries.map(({ time }) => time.epochMilliseconds),
      [0, 0, 30_000, 30_000]
    )
  }).pipe(Effect.provide(layer), Effect.provideService(Journal.Current, Journal.into(entries)))
})
