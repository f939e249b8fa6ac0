/** A range of time that is too long for one answer is halved, down to the shortest that is still asked for. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Schema } from "effect"
import { forge } from "../../src/contract/Catalogue.ts"
import { failuresOf } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Split from "../../src/many/Split.ts"
import * as Shop from "../shop/shop.ts"

class TooLong extends failuresOf(Shop.dialect)<TooLong>()("Shop.TooLong", {
  signature: { status: 413 },
  category: "too-large",
  retry: "split",
  means: "The range is too long.",
  remedy: "Ask for less.",
  see: "made up"
}) {}

const operation = operations<Shop.Always>()(
  Shop.ShopApi,
  define({ ...Shop.vendor, failures: [TooLong, ...Shop.failures] }),
  { fails: [TooLong] }
)
const Times = Schema.Struct({ from: Schema.String, to: Schema.String })
const output = Schema.Struct({ spans: Schema.Array(Schema.String) })

const usage = operation("usage", () => ({
  method: "GET",
  path: "/usage",
  input: Times,
  output,
  idempotent: true
})).pipe(
  Split.range({
    from: "from",
    to: "to",
    atLeast: 60_000,
    join: (first, second) => ({ spans: [...first.spans, ...second.spans] })
  })
)

const at = (minute: number) => DateTime.formatIso(DateTime.makeUnsafe(minute * 60_000))

/** Answers ranges up to so many minutes. */
const shop = (longest: number) => {
  const wire = Shop.transport((_method, { searchParams }) => {
    const [from, to] = ["from", "to"].map((name) => Date.parse(searchParams.get(name) ?? "") / 60_000)
    return (to ?? 0) - (from ?? 0) > longest
      ? forge(TooLong, {})
      : fromJson(200, {}, { spans: [`${from}-${to}`] })
  })
  return { requests: wire.requests, layer: Shop.layer(wire.layer, {}, undefined, [TooLong]) }
}

describe("a range", () => {
  it.effect("is asked for in halves that join in order", () => {
    const { layer } = shop(2)
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* usage({ from: at(0), to: at(8) }), {
        spans: ["0-2", "2-4", "4-6", "6-8"]
      })
    }).pipe(Effect.provide(layer))
  })

  it.effect("is not halved below the shortest, and says what it asked for then", () => {
    const { layer, requests } = shop(0)
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(usage({ from: at(0), to: at(3) }))
      assert.strictEqual(failure._tag, "Shop.TooLong")
      assert.include(failure.message, `It cannot be made smaller: from = ${at(0)}, to = ${at(1.5)}.`)
      assert.strictEqual(requests.length, 2)
    }).pipe(Effect.provide(layer))
  })
})
