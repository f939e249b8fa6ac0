/** What a success tells beside its value. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

const vendor = define({ ...Shop.vendor, warnings: "meta.warnings" })
const checkLater = operations<Shop.Always>()(Shop.ShopApi, vendor)("checkLater", () => ({
  ...({ method: "POST", path: "/later", idempotent: true } as const),
  input: Shop.Order,
  output: Shop.Order,
  notes: ["Each order is checked later."]
}))

it.effect(
  "a success tells what the vendor warns of, what it does not mean yet, and each of its attempts",
  () => {
    const { layer, requests } = Shop.transport(() =>
      requests.length === 1
        ? forge(Shop.Closed, {})
        : fromJson(200, {}, { id: "o1", count: 1, meta: { warnings: ["few left"] } })
    )
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(checkLater.withResponse({ id: "o1", count: 1 }))
      yield* TestClock.adjust("1 minute")
      const { attempts, notes, warnings } = yield* Fiber.join(fiber)
      assert.deepStrictEqual([warnings, notes], [["few left"], ["Each order is checked later."]])
      assert.deepStrictEqual(
        attempts.map(({ at, ended, kind, status, waited, why }) => [
          at.epochMilliseconds,
          kind,
          ended,
          status,
          waited,
          why
        ]),
        [
          [0, "first", "Shop.Closed", 503, 1_000, "passing fault"],
          [1_000, "retry", "ok", 200, undefined, undefined]
        ]
      )
    }).pipe(
      Effect.provide(
        Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none }).pipe(Layer.provide(layer))
      )
    )
  }
)
