import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Stream } from "effect"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import type * as Batch from "../../../src/many/Batch.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { ended, ingest } from "./m3ter.ts"

const accepted = fromJson(200, {}, { result: "accepted" })
const refused = fromJson(400, {}, { message: "Malformed measurement" })
const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")
const measurement = (n: number, more: Partial<M3ter.Measurement> = {}): M3ter.Measurement => ({
  meter: "storage",
  account: "acme",
  ts,
  measure: { n },
  ...more
})
const measurements = (count: number, more: Partial<M3ter.Measurement> = {}) =>
  Array.from({ length: count }, (_, n) => measurement(n, more))
const utf8 = (text: string) => new TextEncoder().encode(text).length

/** What became of all, and each request with the measurements in it. */
const sendAll = (
  answer: (batch: ReadonlyArray<M3ter.Measurement>, count: number) => Wire,
  items: Iterable<M3ter.Measurement> | Stream.Stream<M3ter.Measurement>,
  options: Batch.ManyOptions = {}
) => {
  const { batches, bodies, layer } = ingest(answer)
  const all = Stream.runCollect(M3ter.submitMeasurements.many(items, options))
  return Effect.map(Effect.provide(ended(all), layer), (outcomes) => ({ outcomes, batches, bodies }))
}

const uidsOf = (batch: ReadonlyArray<M3ter.Measurement> | undefined) => (batch ?? []).map(({ uid }) => uid)

describe("any number of measurements", () => {
  it.effect("goes out by the thousand, and each is reported, in order", () =>
    Effect.gen(function* () {
      const { batches, outcomes } = yield* sendAll(() => accepted, measurements(2_500))
      assert.deepStrictEqual(
        batches.map((batch) => batch.length),
        [1000, 1000, 500]
      )
      assert.deepStrictEqual(
        outcomes.map(({ index, item, outcome }) => [index, item.measure?.["n"], outcome]),
        measurements(2_500).map((_, n) => [n, n, "accepted" as const])
      )
    })
  )

  it.effect("goes out in bodies below 512,000 bytes, as UTF-8, uids included", () =>
    Effect.gen(function* () {
      const { batches, bodies, outcomes } = yield* sendAll(
        () => accepted,
        measurements(1_000, { other: { note: "é".repeat(500) } })
      )
      assert.isTrue(outcomes.every(({ outcome }) => outcome === "accepted"))
      assert.strictEqual(batches.length, 3)
      for (const body of bodies) assert.isBelow(utf8(body), 512_000)
      // The next measurement would have been too much.
      const sizes = bodies.map(utf8)
      assert.isAbove(sizes[0] ?? 0, 510_500)
    })
  )

  it.effect("fills a body to the last byte that it may have", () => {
    const padded = (bytes: number) => {
      const all = measurements(4, { uid: "u".repeat(36), other: { pad: "" } })
      const rest = bytes - utf8(JSON.stringify({ measurements: all }))
      return all.map((one, index) => (index < 3 ? one : { ...one, other: { pad: "x".repeat(rest) } }))
    }
    return Effect.gen(function* () {
      const full = yield* sendAll(() => accepted, padded(511_999))
      assert.deepStrictEqual(full.bodies.map(utf8), [511_999])
      const over = yield* sendAll(() => accepted, padded(512_000))
      assert.deepStrictEqual(
        over.batches.map((batch) => batch.length),
        [3, 1]
      )
    })
  })

  it.effect("may come as a stream", () =>
    Effect.gen(function* () {
      const stream = Stream.range(0, 1_200).pipe(Stream.map((n) => measurement(n)))
      const { batches, outcomes } = yield* sendAll(() => accepted, stream)
      assert.deepStrictEqual([batches.length, outcomes.length], [2, 1_201])
    })
  )
})

describe("a batch that is refused", () => {
  const bad = (batch: ReadonlyArray<M3ter.Measurement>) => batch.some(({ account }) => account === "bad")

  it.effect("for one bad measurement is split until only that one is refused", () =>
    Effect.gen(function* () {
      const items = measurements(64).map((one, n) => (n === 37 ? { ...one, account: "bad" } : one))
      const { batches, outcomes } = yield* sendAll((batch) => (bad(batch) ? refused : accepted), items)
      assert.deepStrictEqual(
        outcomes
          .filter(({ outcome }) => outcome !== "accepted")
          .map(({ failure, index, outcome }) => [index, outcome, failure?._tag]),
        [[37, "refused", "M3ter.BadRequest"]]
      )
      // Six times in half, and each time the other half went through.
      assert.strictEqual(batches.length, 13)
    })
  )

  it.effect("keeps the uids of its measurements while it is split", () =>
    Effect.gen(function* () {
      const items = measurements(8).map((one, n) => (n === 0 ? { ...one, account: "bad" } : one))
      const { batches, outcomes } = yield* sendAll((batch) => (bad(batch) ? refused : accepted), items)
      const [first, ...others] = batches
      const known = new Set(uidsOf(first))
      assert.strictEqual(known.size, 8)
      for (const batch of others) for (const uid of uidsOf(batch)) assert.isTrue(known.has(uid))
      assert.deepStrictEqual(
        outcomes.map(({ item }) => item.uid),
        uidsOf(first)
      )
    })
  )

  it.effect("for what is no single measurement's fault is not split", () =>
    Effect.gen(function* () {
      const { batches, outcomes } = yield* sendAll(
        () => fromJson(403, {}, { message: "No such organization" }),
        measurements(10)
      )
      assert.strictEqual(batches.length, 1)
      assert.deepStrictEqual(
        [...new Set(outcomes.map(({ failure, outcome }) => `${outcome} ${failure?._tag}`))],
        ["refused M3ter.Forbidden"]
      )
    })
  )
})

it.effect("does not send what breaks a rule, and sends the others", () =>
  Effect.gen(function* () {
    const items = [
      measurement(0),
      measurement(1, { meter: "" }),
      measurement(2, { metadata: { note: "n".repeat(257) } }),
      measurement(3)
    ]
    const { batches, outcomes } = yield* sendAll(() => accepted, items)
    assert.deepStrictEqual(
      outcomes.map(({ failure, outcome }) => [outcome, failure?._tag]),
      [
        ["accepted", undefined],
        ["refused", "InvalidInput"],
        ["refused", "InvalidInput"],
        ["accepted", undefined]
      ]
    )
    assert.deepStrictEqual(
      batches.map((batch) => batch.length),
      [1, 1]
    )
  })
)

it.effect("refuses a measurement that is too large by itself, and no other", () =>
  Effect.gen(function* () {
    const items = [measurement(0), measurement(1, { other: { pad: "x".repeat(512_000) } }), measurement(2)]
    const { outcomes } = yield* sendAll(() => accepted, items)
    assert.deepStrictEqual(
      outcomes.map(({ outcome }) => outcome),
      ["accepted", "refused", "accepted"]
    )
    assert.include(outcomes[1]?.failure?.message ?? "", "fewer than 512,000 bytes")
  })
)

it.effect(
  "sends a batch again under the same uids, and reports what nobody knows with the uid to look for",
  () =>
    Effect.gen(function* () {
      const { batches, outcomes } = yield* sendAll(() => make(504, {}, ""), measurements(3), { patience: 0 })
      assert.strictEqual(batches.length, 5)
      for (const batch of batches) assert.deepStrictEqual(uidsOf(batch), uidsOf(batches[0]))
      assert.deepStrictEqual(
        outcomes.map(({ item, outcome }) => [outcome, item.uid]),
        uidsOf(batches[0]).map((uid) => ["unknown", uid])
      )
    })
)
