/** A call that asked for too much goes on in parts, unless that could do something twice. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { forge } from "../../src/contract/Catalogue.ts"
import { failuresOf } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Split from "../../src/many/Split.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

const Failure = failuresOf(Shop.dialect)

/** The list is too long. Nothing was done. */
class TooLong extends Failure<TooLong>()("Shop.TooLong", {
  signature: { status: 413 },
  category: "too-large",
  retry: "split",
  means: "The list is too long.",
  remedy: "Send less.",
  see: "made up"
}) {}

/** The list took too long; some of it may have been done. */
class TooSlow extends Failure<TooSlow>()("Shop.TooSlow", {
  signature: { status: 504 },
  category: "too-large",
  retry: "split",
  delivery: "Unknown",
  means: "The list took too long.",
  remedy: "Send less.",
  see: "made up"
}) {}

const vendor = define({ ...Shop.vendor, failures: [TooLong, TooSlow, ...Shop.failures] })
const operation = operations<Shop.Always>()(Shop.ShopApi, vendor, { fails: [TooLong, TooSlow] })

const Lines = Schema.Struct({
  lines: Schema.Array(Schema.Struct({ article: Schema.String, uid: Schema.optionalKey(Schema.String) }))
})
const linesOf = Schema.decodeUnknownSync(Schema.fromJsonString(Lines))
const Taken = Schema.Struct({ taken: Schema.Int })

const addLines = (idempotent: boolean) =>
  operation("addLines", () => ({
    method: "POST",
    path: "/lines",
    input: Lines,
    output: Taken,
    generates: { "lines[].uid": "uuid" },
    idempotent
  })).pipe(Split.list({ field: "lines", join: (first, second) => ({ taken: first.taken + second.taken }) }))

const four = { lines: ["a", "b", "c", "d"].map((article) => ({ article })) }

/** Takes at most two lines at once, and notes what it was sent. */
const shop = (refusal: typeof TooLong | typeof TooSlow) => {
  const sent: Array<typeof Lines.Type.lines> = []
  const wire = Shop.transport((_method, _url, _headers, body) => {
    const { lines } = linesOf(body)
    sent.push(lines)
    return lines.length > 2 ? forge(refusal, {}) : fromJson(200, {}, { taken: lines.length })
  })
  return { sent, layer: Shop.layer(wire.layer, {}, undefined, [TooLong, TooSlow]) }
}

describe("what may have been done", () => {
  it.effect("is not sent again in parts where doing it twice does harm", () => {
    const { layer, sent } = shop(TooSlow)
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(addLines(false)(four))
      assert.deepStrictEqual([failure._tag, failure.delivery, sent.length], ["Shop.TooSlow", "Unknown", 1])
    }).pipe(Effect.provide(layer))
  })

  it.effect("is sent in parts where doing it twice is as good as once", () => {
    const { layer, sent } = shop(TooSlow)
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* addLines(true)(four), { taken: 4 })
      assert.deepStrictEqual(
        sent.map(({ length }) => length),
        [4, 2, 2]
      )
    }).pipe(Effect.provide(layer))
  })
})

it.effect("parts keep the idempotency keys that were made for the whole", () => {
  const { layer, sent } = shop(TooLong)
  return Effect.gen(function* () {
    yield* addLines(false)(four)
    const [whole, ...parts] = sent
    assert.deepStrictEqual(parts.flat(), [...(whole ?? [])])
    assert.strictEqual(new Set(whole?.map(({ uid }) => uid)).size, 4)
  }).pipe(Effect.provide(layer))
})

it.effect("a part is an attempt of its own kind", () => {
  const { layer } = shop(TooLong)
  const kinds: Array<string> = []
  const observer: Telemetry.Observer = {
    observe: (fact) => Effect.sync(() => void (fact._tag === "AttemptEnded" && kinds.push(fact.kind)))
  }
  return Effect.gen(function* () {
    const { attempts } = yield* addLines(false).withResponse(four)
    assert.deepStrictEqual(kinds, ["first", "part", "part"])
    assert.deepStrictEqual(
      attempts.map(({ kind }) => kind),
      ["part", "part"]
    )
  }).pipe(Effect.provideService(Telemetry.Current, observer), Effect.provide(layer))
})

it.effect("a call that is split says so, and after which failure", () => {
  const { layer } = shop(TooLong)
  const found: Array<string> = []
  const observer: Telemetry.Observer = {
    observe: (fact) =>
      Effect.sync(() => void (fact._tag === "CallSplit" && found.push(`${fact.operation} ${fact.after}`)))
  }
  return Effect.gen(function* () {
    yield* addLines(false)(four)
    assert.deepStrictEqual(found, ["Shop.addLines Shop.TooLong"])
  }).pipe(Effect.provideService(Telemetry.Current, observer), Effect.provide(layer))
})
