/** A call that gave up is told once in the journal, and silence that lasts is told in the failure: faults A6 and A13. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Logger, References, Redacted, Stream } from "effect"
import { HttpClient, HttpClientError } from "effect/http"
import { TestClock } from "effect/testing"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import * as Shop from "../shop/shop.ts"
import { account, portal, token } from "../vendors/ixon/portal.ts"

/** A host that refuses every connection. */
const closed = Layer.succeed(
  HttpClient.HttpClient,
  HttpClient.make((request) =>
    Effect.fail(
      new HttpClientError.HttpClientError({
        reason: new HttpClientError.TransportError({
          request,
          cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" })
        })
      })
    )
  )
)

const silent = Shop.transport(() => Effect.never).layer
const answering = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  return Shop.transport(() => wires[Math.min(next++, wires.length - 1)] ?? make(599, {}, "")).layer
}

const xtremepush = (transport: Layer.Layer<HttpClient.HttpClient>, options = {}) =>
  Layer.orDie(Xtremepush.layerNoTransport({ appToken: Redacted.make("tok-1234567890"), ...options })).pipe(
    Layer.provide(transport)
  )
const metrix = (transport: Layer.Layer<HttpClient.HttpClient>) =>
  Layer.orDie(Metrix.layerNoTransport({ appId: "app-1", apiKey: Redacted.make("key-1234567890") })).pipe(
    Layer.provide(transport)
  )

const read = Xtremepush.infoTask({ id: 7 })
const hit = Xtremepush.hitEvent({ userId: "u1", event: "order" })
const visit = Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })

/** What the journal keeps of a call, and its end, on virtual time. */
const kept = <E extends AnyFailure>(call: Effect.Effect<unknown, E>) => {
  const entries: Array<Journal.Entry> = []
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(Policy.override({ jitter: "none" })(call)))
    yield* TestClock.adjust("1 hour")
    yield* Fiber.join(fiber)
    return entries.map(({ gaveUpAfter, level, status, tag }) => [level, status, tag, gaveUpAfter])
  }).pipe(Effect.provideService(Journal.Current, Journal.into(entries)))
}

const fault = make(503, {}, "busy")
const warn = ["Warn", 503, "Xtremepush.Overloaded", undefined]

describe("the journal has one Error for a call that gave up", () => {
  it.effect("after three answers", () =>
    Effect.gen(function* () {
      const found = yield* kept(Effect.provide(read, xtremepush(answering(fault))))
      assert.deepStrictEqual(found, [warn, warn, warn, ["Error", 503, "Xtremepush.Overloaded", 3]])
    })
  )

  it.effect("after connections that were refused", () =>
    Effect.gen(function* () {
      const found = yield* kept(Effect.provide(read, xtremepush(closed)))
      assert.deepStrictEqual(found, [["Error", undefined, "NotSent", 3]])
    })
  )

  it.effect("after silence", () =>
    Effect.gen(function* () {
      const found = yield* kept(Effect.provide(read, xtremepush(silent)))
      assert.deepStrictEqual(found, [["Error", undefined, "NoAnswer", 3]])
    })
  )

  it.effect("after one attempt, where a repeat could do it twice", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* kept(Effect.provide(hit, xtremepush(answering(fault)))), [
        warn,
        ["Error", 503, "Xtremepush.Overloaded", 1]
      ])
      assert.deepStrictEqual(yield* kept(Effect.provide(hit, xtremepush(silent))), [
        ["Error", undefined, "DeliveryUnknown", 1]
      ])
    })
  )

  it.effect("of Metrix, after five answers or none", () =>
    Effect.gen(function* () {
      const answered = yield* kept(Effect.provide(visit, metrix(answering(make(500, {}, "")))))
      assert.deepStrictEqual(
        [answered.length, answered.filter(([level]) => level === "Error")],
        [6, [["Error", 500, "Metrix.Unavailable", 5]]]
      )
      assert.deepStrictEqual(yield* kept(Effect.provide(visit, metrix(closed))), [
        ["Error", undefined, "NotSent", 5]
      ])
    })
  )

  it.effect("for each call of a batch that gave up, and none for those that went through", () =>
    Effect.gen(function* () {
      const done = fromJson(200, {}, { code: 200, success: true })
      const profiles = [{ user_id: "u1" }, { user_id: "u2" }]
      const run = Stream.runDrain(Xtremepush.importProfiles.many(profiles))
      const found = yield* kept(Effect.provide(run, xtremepush(answering(fault, fault, fault, done))))
      assert.deepStrictEqual(
        found.filter(([level]) => level === "Error"),
        [["Error", 503, "Xtremepush.Overloaded", 3]]
      )
    })
  )
})

describe("the journal has no such entry", () => {
  it.effect("where a retry succeeds", () =>
    Effect.gen(function* () {
      const done = fromJson(200, {}, { code: 200, success: true, data: [] })
      const found = yield* kept(
        Effect.provide(Xtremepush.listCampaigns({}), xtremepush(answering(fault, done)))
      )
      assert.deepStrictEqual(found, [warn])
    })
  )

  it.effect("where the vendor refuses: that is an Error already", () =>
    Effect.gen(function* () {
      const refusal = fromJson(404, {}, { code: 404, message: "Not Found", success: false })
      const found = yield* kept(Effect.provide(read, xtremepush(answering(fault, refusal))))
      assert.deepStrictEqual(found, [warn, ["Error", 404, "Xtremepush.NotFound", undefined]])
    })
  )

  it.effect("where the stage is left out", () =>
    Effect.gen(function* () {
      const options = { pipeline: Pipeline.without("journal") }
      assert.deepStrictEqual(yield* kept(Effect.provide(read, xtremepush(closed, options))), [])
    })
  )
})

it.effect("the log has one line for it, at the vendor's level, with how often it was tried", () => {
  const lines: Array<string> = []
  const logger = Logger.make(({ logLevel, message }) => void lines.push(`${logLevel} ${String(message)}`))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(Effect.provide(read, xtremepush(closed))))
    yield* TestClock.adjust("1 hour")
    yield* Fiber.join(fiber)
    assert.lengthOf(lines, 1)
    assert.match(
      lines.join(),
      /^Error Xtremepush\.infoTask failed with NotSent\..* Tried 3 times over 30\.0 s\./
    )
  }).pipe(Effect.provide(Logger.layer([logger])), Effect.provideService(References.MinimumLogLevel, "Warn"))
})

describe("silence that lasts is told as the vendor's page tells it", () => {
  const failing = <A, E extends AnyFailure, Api>(call: Effect.Effect<A, E, Api>, layer: Layer.Layer<Api>) =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.flip(Effect.provide(call, layer)))
      yield* TestClock.adjust("1 hour")
      return yield* Fiber.join(fiber)
    })
  const ixon = (transport: Layer.Layer<HttpClient.HttpClient>) =>
    Layer.orDie(Ixon.layerNoTransport({ ...account, token })).pipe(Layer.provide(transport))
  const chronic = /very likely a network problem that lasts/

  it.effect("IXON: a chronic problem, after repeated attempts", () =>
    Effect.gen(function* () {
      for (const transport of [closed, silent]) {
        const failure = yield* failing(Ixon.listAgents({}), ixon(transport))
        assert.isAbove(failure.attempts.length, 1)
        assert.match(failure.remedy, chronic)
        assert.match(failure.message, chronic)
      }
    })
  )

  it.effect("IXON: not where an answer came in between, nor after one attempt", () =>
    Effect.gen(function* () {
      const { transport } = portal((_, count) => (count === 1 ? make(500, {}, "") : Effect.never))
      const mixed = yield* failing(Ixon.listAgents({}), ixon(transport))
      assert.notMatch(mixed.remedy, chronic)
      const once = Policy.override({ passing: Policy.never })(Ixon.listAgents({}))
      assert.notMatch((yield* failing(once, ixon(closed))).remedy, chronic)
    })
  )

  it.effect("Metrix: name, firewall, port and TLS, with the commands", () =>
    Effect.gen(function* () {
      const { remedy } = yield* failing(visit, metrix(closed))
      for (const words of [
        "dig or nslookup entry.metrix.ir",
        "telnet entry.metrix.ir 443",
        "curl -v",
        "firewall"
      ])
        assert.include(remedy, words)
    })
  )

  it.effect("Xtremepush: network connectivity, or their side", () =>
    Effect.gen(function* () {
      assert.match((yield* failing(read, xtremepush(closed))).remedy, /network connectivity or at Xtremepush/)
    })
  )
})
