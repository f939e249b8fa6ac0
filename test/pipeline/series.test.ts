/** The series of metrics: few, apart from each other, there before they are needed, and with the names that Prometheus expects. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Metric } from "effect"
import { PrometheusMetrics } from "effect/observability"
import { TestClock } from "effect/testing"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

const alone = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.provideService(effect, Metric.MetricRegistry, new Map())

const countsOf = (name: string) =>
  Effect.map(Metric.snapshot, (all) =>
    all.flatMap((one) =>
      one.id === name && one.type === "Counter"
        ? [[one.attributes ?? {}, Number(one.state.count)] as const]
        : []
    )
  )

const unknown = Effect.map(countsOf("faultline.calls"), (all) =>
  all.filter(([attributes]) => attributes["faultline.delivery"] === "Unknown")
)

it.effect("counts of unknown deliveries begin at 0 with the first call of an operation that writes", () =>
  Effect.gen(function* () {
    yield* Shop.placeOrder({ article: "tea", count: 1 })
    const begun = yield* unknown
    assert.isAbove(begun.length, 3)
    for (const [attributes, count] of begun) {
      assert.strictEqual(count, 0)
      assert.strictEqual(attributes["faultline.operation"], "Shop.placeOrder")
      assert.strictEqual(attributes["error.type"], "DeliveryUnknown")
    }
  }).pipe(Effect.provide(Shop.layer(Shop.transport(() => Shop.order(1)).layer)), alone)
)

const peek = Shop.operation("peek", () => ({
  method: "GET",
  path: "/orders/{id}",
  input: Shop.getOrder.spec.input,
  output: Shop.getOrder.spec.output,
  idempotent: false
}))

it.effect("an operation that reads leaves no delivery unknown, so that nothing begins with it", () =>
  Effect.gen(function* () {
    yield* Telemetry.prepare([Shop.getOrder, peek])
    const fiber = yield* Effect.forkChild(Effect.flip(peek({ id: "a" })))
    yield* TestClock.adjust("1 hour")
    assert.strictEqual((yield* Fiber.join(fiber)).delivery, "Refused")
    assert.deepStrictEqual(yield* unknown, [])
  }).pipe(Effect.provide(Shop.layer(Shop.transport(() => Effect.never).layer)), alone)
)

it.effect("counts of unknown deliveries can begin before any call", () =>
  Effect.gen(function* () {
    yield* Telemetry.prepare([Shop.placeOrder, Shop.getOrder])
    const begun = yield* unknown
    assert.isAbove(begun.length, 3)
    assert.deepStrictEqual(new Set(begun.map(([, count]) => count)), new Set([0]))
  }).pipe(alone)
)

it.effect("what comes beyond 2000 series is counted without attributes", () =>
  Effect.gen(function* () {
    const context = yield* Effect.context<never>()
    const many = Telemetry.series(Telemetry.metric.calls)
    for (let at = 0; at < 2_100; at++) many({ vendor: `vendor ${at}` }).updateUnsafe(1, context)
    many({ vendor: "vendor 7" }).updateUnsafe(1, context)
    const all = yield* countsOf("faultline.calls")
    assert.strictEqual(all.length, 2_001)
    assert.deepStrictEqual(
      all.filter(([, count]) => count > 1),
      [
        [{ "faultline.vendor": "vendor 7" }, 2],
        [{}, 100]
      ]
    )
  }).pipe(alone)
)

it.effect("two sets of values are two series, whatever stands in them", () =>
  Effect.gen(function* () {
    const context = yield* Effect.context<never>()
    const some = Telemetry.series(Telemetry.metric.calls)
    some({ vendor: "a\nb", operation: "c" }).updateUnsafe(1, context)
    some({ vendor: "a", operation: "b\nc" }).updateUnsafe(1, context)
    some({ vendor: "a1:", operation: "c" }).updateUnsafe(1, context)
    some({ vendor: "a", operation: "1:c" }).updateUnsafe(1, context)
    assert.strictEqual((yield* countsOf("faultline.calls")).length, 4)
  }).pipe(alone)
)

it.effect("each registry has series of its own, with the attributes that are given around the call", () => {
  const layer = Shop.layer(Shop.transport(() => Shop.order(1)).layer)
  const one = Effect.andThen(Shop.getOrder({ id: "a" }), countsOf("faultline.attempts")).pipe(
    Effect.provideService(Metric.CurrentMetricAttributes, { tenant: "t1" }),
    Effect.provide(layer)
  )
  return Effect.gen(function* () {
    for (const counts of [yield* alone(one), yield* alone(one)]) {
      assert.strictEqual(counts.length, 1)
      assert.deepStrictEqual([counts[0]?.[0]["tenant"], counts[0]?.[1]], ["t1", 1])
    }
  })
})

it.effect("names are those that OpenTelemetry's exporters make for Prometheus", () => {
  const names = Object.values(Telemetry.metric).map(({ name }) => Telemetry.prometheusName(name))
  for (const name of names) assert.match(name, /^[a-z_]+$/)
  assert.strictEqual(new Set(names).size, names.length)
  assert.includeMembers(names, [
    "http_client_request_duration_seconds",
    "faultline_calls_total",
    "faultline_breaker_state",
    "faultline_breaker_transitions_total",
    "faultline_queue_rate_per_second",
    "faultline_batch_items"
  ])
  return Effect.gen(function* () {
    yield* Shop.placeOrder({ article: "tea", count: 1 })
    const text = yield* PrometheusMetrics.format({ metricNameMapper: Telemetry.prometheusName })
    const described = new Set([...text.matchAll(/^# HELP (\w+) \S/gm)].map(([, name]) => name))
    for (const [, name] of text.matchAll(/^# TYPE (\w+) /gm)) assert.include([...described], name)
    assert.include(text, "# TYPE faultline_calls_total counter")
  }).pipe(Effect.provide(Shop.layer(Shop.transport(() => Shop.order(1)).layer)), alone)
})
