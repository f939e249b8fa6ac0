/** What m3ter answers, read as its page has it: faults A1, A13, A16, and the limit of its data explorer. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, DateTime, Effect, Fiber, Stream } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, make } from "../../src/contract/Wire.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import { transport } from "../shop/shop.ts"
import { ended, ingest, m3ter, over, token } from "../vendors/m3ter/m3ter.ts"

describe("any 5xx is a fault on m3ter's side", () => {
  const statuses = [501, 503, 505, 507, 511, 520, 522, 524, 529, 530, 599]
  it.effect.each(statuses)("%s: a read is tried again, a write is not", (status) => {
    const { layer, sent } = m3ter([make(status, {}, "<html>Service Unavailable</html>")])
    return Effect.gen(function* () {
      const read = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual(
        [read._tag, read.category, read.retry, read.delivery, sent.length],
        ["M3ter.OtherServerFault", "unavailable", "if-idempotent", "Refused", 5]
      )
      const write = yield* ended(Effect.flip(M3ter.createProduct({ name: "Storage", code: "storage" })))
      assert.deepStrictEqual(
        [write._tag, write.delivery, sent.length],
        ["M3ter.OtherServerFault", "Unknown", 6]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("one 503 among the batches of an import costs nothing: every measurement has a uid", () => {
    const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")
    const measurements = Array.from({ length: 3_000 }, (_, n) => ({
      uid: `u${n}`,
      meter: "storage",
      account: "acme",
      ts,
      measure: { bytes: n }
    }))
    const { batches, layer } = ingest((_, count) =>
      count === 2 ? make(503, {}, "") : fromJson(200, {}, { result: "accepted" })
    )
    return Effect.gen(function* () {
      const outcomes = yield* ended(Stream.runCollect(M3ter.submitMeasurements.many(measurements)))
      assert.deepStrictEqual([...new Set(outcomes.map(({ outcome }) => outcome))], ["accepted"])
      assert.deepStrictEqual([outcomes.length, batches.length], [3_000, 4])
    }).pipe(Effect.provide(layer))
  })
})

describe("a 413 says what to do about it", () => {
  it.effect("of a submission: fewer measurements", () => {
    const { layer } = ingest(() => make(413, {}, "<html>413 Request Entity Too Large</html>"))
    const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(
        M3ter.submitMeasurements({ measurements: [{ meter: "storage", account: "acme", ts }] })
      )
      assert.deepStrictEqual([failure._tag, failure.retry], ["M3ter.RequestTooLarge", "split"])
      assert.match(failure.remedy, /fewer measurements/)
      assert.notMatch(failure.message, /page|filter/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("of a list: a smaller page", () => {
    const { layer } = m3ter([make(413, {}, "")])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.listProducts({ pageSize: 1 })))
      assert.strictEqual(failure._tag, "M3ter.ResponseTooLarge")
      assert.match(failure.remedy, /smaller page, more filters/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("of a batch: the halves are sent, and nothing is lost", () => {
    const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")
    const measurements = ["a", "b", "c", "d"].map((uid) => ({ uid, meter: "storage", account: "acme", ts }))
    const { batches, layer } = ingest((batch) =>
      batch.length > 2 ? make(413, {}, "") : fromJson(200, {}, { result: "accepted" })
    )
    return Effect.gen(function* () {
      const outcomes = yield* ended(Stream.runCollect(M3ter.submitMeasurements.many(measurements)))
      assert.deepStrictEqual(
        outcomes.map(({ outcome }) => outcome),
        ["accepted", "accepted", "accepted", "accepted"]
      )
      assert.deepStrictEqual(
        batches.map(({ length }) => length),
        [4, 2, 2]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("characters are code points", () => {
  const meter = (name: string) => M3ter.createProduct({ name, code: "storage" })
  it.effect("120 emoji are a name, 200 are, 201 are not", () => {
    const { layer, sent } = m3ter([fromJson(200, {}, { id: "p1" })])
    return Effect.gen(function* () {
      yield* meter("🚀".repeat(120))
      yield* ended(meter("🚀".repeat(200)))
      const failure = yield* Effect.flip(meter("🚀".repeat(201)))
      assert.deepStrictEqual([failure._tag, sent.length], ["InvalidInput", 2])
    }).pipe(Effect.provide(layer))
  })

  it.effect("in a uid, a code and metadata; the body is counted in bytes", () => {
    const { batches, layer } = ingest(() => fromJson(200, {}, { result: "accepted" }))
    const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")
    const wide = { uid: "𝒰".repeat(50), meter: "𝓜".repeat(80), account: "𝒜".repeat(80), ts }
    return Effect.gen(function* () {
      yield* M3ter.submitMeasurements({ measurements: [{ ...wide, metadata: { note: "🧾".repeat(256) } }] })
      assert.strictEqual(batches.length, 1)
      for (const over of [
        { uid: "𝒰".repeat(51) },
        { meter: "𝓜".repeat(81) },
        { metadata: { n: "🧾".repeat(257) } }
      ]) {
        const failure = yield* Effect.flip(M3ter.submitMeasurements({ measurements: [{ ...wide, ...over }] }))
        assert.strictEqual(failure._tag, "InvalidInput")
      }
      // 600 times 256 emoji of 4 bytes each are over the limit of 512,000 bytes, though not that many characters.
      const large = Array.from({ length: 600 }, (_, n) => ({
        ...wide,
        uid: `u${n}`,
        metadata: { note: "🧾".repeat(256) }
      }))
      const failure = yield* Effect.flip(M3ter.submitMeasurements({ measurements: large }))
      assert.include(failure.message, "512,000 bytes")
    }).pipe(Effect.provide(layer))
  })
})

it.effect("a 429 of the data explorer holds its own queries back, and nobody else", () => {
  const times: Array<readonly [string, number]> = []
  let queries = 0
  const wire = transport((_method, { pathname }) =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      if (pathname.endsWith("/oauth/token")) return token("t")
      times.push([pathname.endsWith("/usage/query") ? "query" : "account", now])
      if (!pathname.endsWith("/usage/query")) return fromJson(200, {}, { id: "a1" })
      queries += 1
      return queries === 1 ? make(429, { "retry-after": "8" }, "") : fromJson(200, {}, { data: [] })
    })
  )
  return Effect.gen(function* () {
    const first = yield* Effect.forkChild(M3ter.queryUsage({}))
    yield* TestClock.adjust("1 second")
    const others = yield* Effect.forkChild(
      Effect.all([M3ter.queryUsage({}), M3ter.getAccount({ id: "a1" })], { concurrency: 2 })
    )
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(first)
    yield* Fiber.join(others)
    const at = (what: string) => times.flatMap(([name, time]) => (name === what ? [time] : []))
    assert.isBelow(at("account")[0] ?? Infinity, 2_000)
    assert.strictEqual(at("query").length, 3)
    assert.isAtLeast(Math.min(...at("query").slice(1)), 8_000)
  }).pipe(Effect.provide(over(wire.layer)))
})

it.effect(
  "a wait of the data explorer's is believed for as long as its bucket takes to be full again",
  () => {
    let queries = 0
    const wire = transport((_method, { pathname }) => {
      if (pathname.endsWith("/oauth/token")) return token("t")
      queries += 1
      return queries === 1 ? make(429, { "retry-after": "999999" }, "") : fromJson(200, {}, { data: [] })
    })
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.queryUsage({})))
      assert.deepStrictEqual([failure._tag, queries], ["M3ter.RateLimited", 1])
      const fiber = yield* Effect.forkChild(M3ter.queryUsage({}))
      yield* TestClock.adjust("8 seconds")
      assert.strictEqual(queries, 1)
      yield* TestClock.adjust("4 seconds")
      yield* Fiber.join(fiber)
      assert.strictEqual(queries, 2)
    }).pipe(Effect.provide(over(wire.layer)))
  }
)
