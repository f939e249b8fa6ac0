import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { ended, m3ter } from "./m3ter.ts"

const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")
const one = { uid: "u-1", meter: "storage", account: "acme", ts }
const accepted = fromJson(200, {}, { result: "accepted" })
const utf8 = (text: string) => new TextEncoder().encode(text).length

/** A batch whose body is exactly so many bytes, with as many characters of two bytes as `wide` says. */
const ofBytes = (bytes: number, wide = 0) => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    ...one,
    uid: `u-${index}`,
    other: { pad: "é".repeat(wide) }
  }))
  const rest = bytes - utf8(JSON.stringify({ measurements: many }))
  return many.map((measurement, index) =>
    index === 0 ? { ...measurement, other: { pad: "é".repeat(wide) + "x".repeat(rest) } } : measurement
  )
}

const refused = (measurements: ReadonlyArray<M3ter.Measurement>) => {
  const { requested, layer, sent } = m3ter([accepted])
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(M3ter.submitMeasurements({ measurements }))
    assert.deepStrictEqual([sent.length, requested.length], [0, 0])
    return failure._tag === "InvalidInput"
      ? failure.complaints.map(({ message, path }) => [path, message])
      : failure._tag
  }).pipe(Effect.provide(layer))
}

describe("refuses", () => {
  const edge = "no control characters, and no white space at either end"
  const rules: ReadonlyArray<readonly [more: Partial<M3ter.Measurement>, path: string, rule: string]> = [
    [{ uid: "" }, "uid", "1 to 50 characters"],
    [{ uid: "u".repeat(51) }, "uid", "1 to 50 characters"],
    [{ meter: "" }, "meter", "1 to 80 characters"],
    [{ meter: "m".repeat(81) }, "meter", "1 to 80 characters"],
    [{ meter: "storage\n" }, "meter", edge],
    [{ account: "" }, "account", "1 to 80 characters"],
    [{ account: "a".repeat(81) }, "account", "1 to 80 characters"],
    [{ account: " acme" }, "account", edge],
    [{ metadata: { note: "n".repeat(257) } }, "metadata.note", "at most 256 characters"],
    [{ measure: { bytes: Number.NaN } }, "measure.bytes", "it is NaN, which JSON does not have"],
    [{ cost: { price: Number.POSITIVE_INFINITY } }, "cost.price", "it is Infinity, which JSON does not have"],
    [
      { what: { bytes: "many" }, measure: { bytes: 1 } },
      "measure.bytes",
      "a field stands in one category only; this one is in what too"
    ]
  ]

  for (const [more, path, rule] of rules) {
    it.effect(`${path}: ${rule}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* refused([one, { ...one, ...more }]), [[`measurements.1.${path}`, rule]])
      })
    )
  }

  it.effect("a field that stands in two categories, whichever they are", () =>
    Effect.gen(function* () {
      const values = {
        who: "a",
        where: "a",
        what: "a",
        other: "a",
        metadata: "a",
        measure: 1,
        cost: 1,
        income: 1
      }
      const all = Object.entries(values).map(
        ([category, value]) => [category, { same: value, [category]: value }] as const
      )
      const pairs = all.flatMap((later, at) => all.slice(0, at).map((earlier) => [earlier, later] as const))
      assert.strictEqual(pairs.length, 28)
      for (const [earlier, later] of pairs) {
        const rule = `a field stands in one category only; this one is in ${earlier[0]} too`
        const found = yield* refused([{ ...one, ...Object.fromEntries([later, earlier]) }])
        assert.deepStrictEqual(found, [[`measurements.0.${later[0]}.same`, rule]])
      }
    })
  )

  it.effect("none, and more than 1,000", () =>
    Effect.gen(function* () {
      const rule = [["measurements", "1 to 1,000 measurements"]]
      assert.deepStrictEqual(yield* refused([]), rule)
      assert.deepStrictEqual(yield* refused(Array.from({ length: 1001 }, () => one)), rule)
    })
  )

  it.effect("512,000 bytes of UTF-8, whatever the number of characters", () =>
    Effect.gen(function* () {
      const rule = (size: string) => [
        ["measurements", `fewer than 512,000 bytes of UTF-8 JSON together; these are ${size}`]
      ]
      assert.deepStrictEqual(yield* refused(ofBytes(512_000)), rule("512,000"))
      assert.deepStrictEqual(yield* refused(ofBytes(512_000, 300)), rule("512,000"))
      assert.deepStrictEqual(yield* refused(ofBytes(600_123, 300)), rule("600,123"))
    })
  )
})

describe("sends", () => {
  it.effect("1,000 measurements", () => {
    const { layer, sent } = m3ter([accepted])
    return Effect.gen(function* () {
      const measurements = Array.from({ length: 1000 }, (_, index) => ({ ...one, uid: `u-${index}` }))
      assert.strictEqual((yield* M3ter.submitMeasurements({ measurements })).result, "accepted")
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("511,999 bytes, counted as they are sent", () => {
    const { layer, sent } = m3ter([accepted])
    return Effect.gen(function* () {
      yield* ended(M3ter.submitMeasurements({ measurements: ofBytes(511_999) }))
      yield* ended(M3ter.submitMeasurements({ measurements: ofBytes(511_999, 300) }))
      assert.deepStrictEqual(
        sent.map(({ body }) => utf8(body)),
        [511_999, 511_999]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("every category, with numbers below zero and codes with spaces inside", () => {
    const { layer, sent } = m3ter([accepted])
    const texts = { who: { user: "u" }, where: { region: "eu" }, what: { kind: "k" }, other: { note: "" } }
    const numbers = { measure: { bytes: -1 }, cost: { price: 0.5 }, income: { fee: 0 } }
    const all = {
      ...one,
      account: "Acme Ltd. (EU)",
      ets: ts,
      ...texts,
      metadata: { trace: "t".repeat(256) },
      ...numbers
    }
    return Effect.gen(function* () {
      yield* M3ter.submitMeasurements({ measurements: [all] })
      const wire = "2026-11-22T10:00:00.000Z"
      assert.deepStrictEqual(JSON.parse(sent[0]?.body ?? ""), {
        measurements: [{ ...all, ts: wire, ets: wire }]
      })
    }).pipe(Effect.provide(layer))
  })
})

describe("a uid", () => {
  const { uid: _, ...unnamed } = one
  const uidsOf = (body: string | undefined): ReadonlyArray<string> =>
    JSON.parse(body ?? "").measurements.map(({ uid }: { uid: string }) => uid)

  it.effect("is given to each measurement that has none, the same in every attempt", () => {
    const { layer, sent } = m3ter([make(502, {}, ""), make(502, {}, ""), accepted])
    return Effect.gen(function* () {
      yield* ended(M3ter.submitMeasurements({ measurements: [unnamed, one, unnamed] }))
      const [first = [], ...others] = sent.map(({ body }) => uidsOf(body))
      assert.deepStrictEqual(others, [first, first])
      assert.strictEqual(first[1], "u-1")
      assert.strictEqual(new Set(first).size, 3)
      assert.match(first[0] ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is another one when the call is made again", () => {
    const { layer, sent } = m3ter([accepted])
    return Effect.gen(function* () {
      yield* ended(M3ter.submitMeasurements({ measurements: [unnamed] }))
      yield* ended(M3ter.submitMeasurements({ measurements: [unnamed] }))
      assert.strictEqual(new Set(sent.flatMap(({ body }) => uidsOf(body))).size, 2)
    }).pipe(Effect.provide(layer))
  })

  it.effect("counts as bytes of the body although the caller did not give it", () => {
    const { layer, sent } = m3ter([accepted])
    // In place of the 12 bytes of `"uid":"u-0",` come the 45 of a random one.
    const unnamedOf = (bytes: number) =>
      ofBytes(bytes - 33).map(({ uid, ...others }) => (uid === "u-0" ? others : { uid, ...others }))
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(M3ter.submitMeasurements({ measurements: unnamedOf(512_000) }))
      assert.deepStrictEqual([failure._tag, sent.length], ["InvalidInput", 0])
      yield* M3ter.submitMeasurements({ measurements: unnamedOf(511_999) })
      assert.strictEqual(utf8(sent[0]?.body ?? ""), 511_999)
    }).pipe(Effect.provide(layer))
  })
})

it.effect("reads an answer that says nothing as accepted", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual({ ...(yield* M3ter.submitMeasurements({ measurements: [one] })) }, {})
  }).pipe(Effect.provide(m3ter([fromJson(200, {}, {})]).layer))
)
