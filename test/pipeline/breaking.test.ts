/** What an answer says about its server to the circuit of its calls. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { failuresOf } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import { make, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

const tooMuch = {
  category: "too-large",
  retry: "split",
  means: "It is too much for one answer.",
  remedy: "Ask for less.",
  see: "made up"
} as const
const Failure = failuresOf(Shop.dialect)
class TooMuch extends Failure<TooMuch>()("Shop.TooMuch", { signature: { status: 413 }, ...tooMuch }) {}
class TooSlow extends Failure<TooSlow>()("Shop.TooSlow", { signature: { status: 504 }, ...tooMuch }) {}

const operation = operations<Shop.Always>()(
  Shop.ShopApi,
  define({ ...Shop.vendor, failures: [TooMuch, TooSlow, ...Shop.failures] })
)
const list = operation("list", () => ({
  method: "GET",
  path: "/list",
  input: Schema.Struct({}),
  output: Shop.Order,
  fails: [TooMuch, TooSlow],
  idempotent: true
}))

/** The tags of calls that are answered so, one after another and from the beginning again. */
const calls = (...answers: ReadonlyArray<Wire>) => {
  const { layer, requests } = Shop.transport(
    () => answers[(requests.length - 1) % answers.length] ?? Shop.order(1)
  )
  const once = Effect.matchEffect(Policy.once(list({})), {
    onFailure: ({ _tag }): Effect.Effect<string> => Effect.as(TestClock.adjust("1 second"), _tag),
    onSuccess: () => Effect.as(TestClock.adjust("1 second"), "ok")
  })
  return Effect.forEach(Array.from({ length: 12 }), () => once).pipe(
    Effect.provide(
      Shop.layer(
        layer,
        {
          breaker: { failures: 2, patience: "1 millis", openDuration: "1 minute" },
          pipeline: Pipeline.without("queue")
        },
        undefined,
        [TooMuch, TooSlow]
      )
    )
  )
}

describe("a run of the same answer", () => {
  const closed = [
    ["a success", Shop.order(1)],
    ["a refusal for now", forge(Shop.TooMany, {})],
    ["a refusal of the input", forge(Shop.BadRequest, {})],
    ["a credential that is stale", forge(Shop.TokenExpired, {})],
    ["a refusal of too much", forge(TooMuch, {})],
    ["an answer that cannot be read", make(200, {}, "<html>")]
  ] as const
  it.effect.each(closed)("leaves the circuit closed: %s", ([, wire]) =>
    Effect.gen(function* () {
      assert.notInclude(yield* calls(wire), "CircuitOpen")
    })
  )

  const opened = [
    ["a fault, and nothing was done", forge(Shop.Closed, {})],
    ["a fault, and it may have been done", forge(Shop.Broken, {})],
    ["a server that broke down over too much", forge(TooSlow, {})]
  ] as const
  it.effect.each(opened)("opens the circuit: %s", ([, wire]) =>
    Effect.gen(function* () {
      const tags = yield* calls(wire)
      assert.deepStrictEqual([tags[1] === "CircuitOpen", tags[3]], [false, "CircuitOpen"])
    })
  )
})

it.effect(
  "a refusal for now between faults says nothing: it neither opens the circuit nor keeps it closed",
  () =>
    Effect.gen(function* () {
      const tags = yield* calls(forge(Shop.Closed, {}), forge(Shop.TooMany, {}))
      assert.include(tags, "CircuitOpen")
      assert.notInclude(
        yield* calls(forge(Shop.Closed, {}), forge(Shop.TooMany, {}), Shop.order(1)),
        "CircuitOpen"
      )
    })
)

it.effect("each class of endpoints has a circuit of its own", () => {
  const vendor = define({ ...Shop.vendor, quotas: { search: { quotas: [] } } })
  const search = operations<Shop.Always>()(Shop.ShopApi, vendor)("search", () => ({
    method: "GET",
    path: "/search",
    input: Schema.Struct({}),
    output: Shop.Order,
    quota: "search",
    idempotent: true
  }))
  const { layer } = Shop.transport((_method, { pathname }) =>
    pathname === "/search" ? forge(Shop.Closed, {}) : Shop.order(1)
  )
  const options = {
    breaker: { failures: 2, patience: "1 millis" },
    pipeline: Pipeline.without("queue")
  } as const
  return Effect.gen(function* () {
    for (let turn = 0; turn < 3; turn++) {
      yield* Effect.flip(Policy.once(search({})))
      yield* TestClock.adjust("100 millis")
    }
    assert.strictEqual((yield* Effect.flip(search({})))._tag, "CircuitOpen")
    assert.strictEqual((yield* Shop.getOrder({ id: "a" })).count, 1)
  }).pipe(
    Effect.provide(
      Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none }, options).pipe(Layer.provide(layer))
    )
  )
})
