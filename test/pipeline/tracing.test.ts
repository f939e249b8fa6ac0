/** What traces show of a call, and what of them reaches the vendor. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import * as Shop from "../shop/shop.ts"
import { tracing } from "../shop/spans.ts"

it.effect(
  "sends no trace headers and opens no spans of the HTTP client, however the application traces",
  () => {
    const { spans, tracer } = tracing()
    const headers = new Set<string>()
    const wire = Shop.transport((_method, _url, sent) => {
      for (const name of Object.keys(sent)) headers.add(name)
      return Shop.order(1)
    })
    return Effect.gen(function* () {
      yield* Effect.withSpan(Shop.getOrder({ id: "a" }), "mine")
      yield* Effect.withSpan(Shop.placeOrder({ article: "tea", count: 1 }), "mine")
      assert.deepStrictEqual([...headers].toSorted(), [
        "accept",
        "authorization",
        "content-length",
        "content-type",
        "user-agent"
      ])
      assert.deepStrictEqual(
        spans.map(({ name }) => name),
        [
          "mine",
          "Shop.getOrder",
          "GET /orders/{id}",
          "mine",
          "Shop.placeOrder",
          "POST /shops/{shopId}/orders"
        ]
      )
    }).pipe(Effect.withTracer(tracer), Effect.provide(Shop.layer(wire.layer)))
  }
)

it.effect("numbers the attempts that are sent again, and says how each was made and how it ended", () => {
  const { spans, tracer } = tracing()
  const wire = Shop.transport(() => (wire.requests.length < 3 ? forge(Shop.Closed, {}) : Shop.order(1)))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Shop.getOrder({ id: "a" }))
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(fiber)
    const seen = ["http.request.resend_count", "faultline.attempt", "error.type"] as const
    assert.deepStrictEqual(
      spans.slice(1).map(({ attributes }) => seen.map((name) => attributes.get(name))),
      [
        [undefined, "first", "Shop.Closed"],
        [1, "retry", "Shop.Closed"],
        [2, "retry", undefined]
      ]
    )
  }).pipe(Effect.withTracer(tracer), Effect.provide(Shop.layer(wire.layer)))
})
