/** The gauges of layers in a registry of metrics, as Prometheus and OpenTelemetry read them. */
import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Layer, Metric, Scope } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { OtlpMetrics, OtlpSerialization, PrometheusMetrics } from "effect/observability"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type * as Budget from "../../src/policy/Budget.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"
import { answers, apart, get, limited, quota } from "../shop/standing.ts"

const alone = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.provideService(apart(effect), Metric.MetricRegistry, new Map())

/** The series of gauges by name and attributes, `faultline.` left out. */
const series = Effect.map(Metric.snapshot, (all) =>
  Object.fromEntries(
    all.flatMap((one) => {
      if (one.type !== "Gauge") return []
      const { "faultline.vendor": vendor, ...others } = one.attributes ?? {}
      const name = one.id.replace("faultline.", "")
      return [[[name, vendor, ...Object.values(others)].join(" "), Number(one.state.value)]]
    })
  )
)

const quotas = { default: { quotas: [quota(10, "1 second")] } }

it.effect("are those of the list, with their values at the time of reading", () => {
  const gate = Deferred.makeUnsafe<void>()
  const wire = Shop.transport((method) =>
    method === "POST" ? answers(method) : Effect.as(Deferred.await(gate), Shop.order(1))
  )
  return Effect.gen(function* () {
    yield* Effect.forkChild(get)
    yield* TestClock.adjust("500 millis")
    const { "queue.in_flight.limit Shop default": most, ...others } = yield* series
    assert.isAbove(most ?? 0, 1)
    assert.deepStrictEqual(others, {
      "queue.waiting Shop default": 0,
      "queue.in_flight Shop default": 1,
      "queue.held Shop default": 0,
      "queue.rate Shop default": 10,
      "quota.remaining Shop default 1": 8,
      "quota.limit Shop default 1": 10,
      "breaker.state Shop default closed": 1,
      "breaker.state Shop default open": 0,
      "breaker.state Shop default half_open": 0,
      "retry_budget.available Shop": 2.2
    })
    assert.strictEqual((yield* series)["token.expires_in Shop"], 599.5)
  }).pipe(Effect.provide(limited(wire.layer, quotas, { breaker: {} })), alone)
})

it.effect("have no series for what is not known, and one from when it is known", () => {
  const headers = { "x-ratelimit-limit": "50", "x-ratelimit-remaining": "7", "x-ratelimit-reset": "60" }
  const wire = Shop.transport((method) =>
    method === "POST" ? answers(method) : { ...Shop.order(1), headers }
  )
  return Effect.gen(function* () {
    const before = yield* series
    for (const name of [
      "queue.rate Shop default",
      "quota.remaining Shop default 60",
      "token.expires_in Shop"
    ])
      assert.notProperty(before, name)
    assert.notProperty(before, "breaker.state Shop default open")
    yield* get
    yield* series
    assert.include(yield* series, { "quota.remaining Shop default 60": 7, "token.expires_in Shop": 600 })
    assert.closeTo((yield* series)["queue.rate Shop default"] ?? 0, 50 / 60, 0.01)
  }).pipe(Effect.provide(limited(wire.layer, {})), alone)
})

it.effect("are read although a budget or a queue of the application's own asks somebody, or throws", () => {
  const wire = Shop.transport(answers)
  const budget: Budget.Budget = {
    deposit: Effect.void,
    withdraw: Effect.succeed(true),
    balance: Effect.promise(() => Promise.resolve(1))
  }
  return Effect.gen(function* () {
    const limit = { ...(yield* Limit.make()), standing: Effect.die("a fault") }
    yield* Layer.build(limited(wire.layer, {}, { budget, limit }))
    assert.include(yield* series, { "retry_budget.available Shop": 0, "queue.waiting Shop default": 0 })
    assert.deepInclude((yield* Telemetry.health)[0], { layers: 1, retryBudget: 0 })
  }).pipe(Effect.scoped, alone)
})

it.effect("have the attributes that the list says, and no others", () => {
  const wire = Shop.transport(answers)
  return Effect.gen(function* () {
    yield* Effect.forkChild(get)
    yield* TestClock.adjust("1 second")
    yield* series
    const listed = new Map<string, ReadonlyArray<string>>(
      Object.values(Telemetry.metric).map(({ attributes, name }) => [
        name,
        attributes.map((key) => Telemetry.attribute[key])
      ])
    )
    const gauges = (yield* Metric.snapshot).filter(({ type }) => type === "Gauge")
    assert.isAtLeast(gauges.length, 12)
    for (const { attributes = {}, id } of gauges)
      assert.deepStrictEqual(Object.keys(attributes), listed.get(id))
  }).pipe(Effect.provide(limited(wire.layer, quotas, { breaker: {} })), alone)
})

it.effect("leave with what is no longer known", () => {
  let refused = false
  const wire = Shop.transport((method) => {
    if (method === "POST") return refused ? Effect.never : answers(method)
    return refused ? forge(Shop.TokenExpired, {}) : Shop.order(1)
  })
  return Effect.gen(function* () {
    yield* get
    yield* series
    assert.property(yield* series, "token.expires_in Shop")
    refused = true
    yield* Effect.forkChild(get)
    yield* TestClock.adjust("1 second")
    yield* series
    assert.notProperty(yield* series, "token.expires_in Shop")
  }).pipe(Effect.provide(limited(wire.layer, {})), alone)
})

it.effect("add two layers of one vendor up, and are gone when the last is closed", () => {
  const wire = Shop.transport(answers)
  return Effect.gen(function* () {
    const [one, other] = [yield* Scope.make(), yield* Scope.make()]
    yield* Layer.buildWithScope(limited(wire.layer, quotas), one)
    yield* Layer.buildWithScope(limited(wire.layer, quotas), other)
    assert.include(yield* series, { "queue.rate Shop default": 20, "quota.limit Shop default 1": 20 })
    yield* Scope.close(one, Exit.void)
    assert.include(yield* series, { "queue.rate Shop default": 10, "quota.limit Shop default 1": 10 })
    yield* Scope.close(other, Exit.void)
    assert.deepStrictEqual(yield* series, {})
  }).pipe(alone)
})

it.effect("are apart where the registry is, and where the application gives attributes of its own", () => {
  const wire = Shop.transport(answers)
  return Effect.gen(function* () {
    const elsewhere: Metric.MetricRegistry = new Map()
    const scope = yield* Scope.make()
    const build = Layer.buildWithScope(limited(wire.layer, quotas), scope)
    yield* Effect.provideService(build, Metric.MetricRegistry, elsewhere)
    assert.deepStrictEqual(yield* series, {})
    yield* Effect.provideService(
      Layer.buildWithScope(limited(wire.layer, quotas), scope),
      Metric.CurrentMetricAttributes,
      { tenant: "a" }
    )
    assert.include(yield* series, { "queue.rate Shop default a": 10 })
    assert.include(yield* Effect.provideService(series, Metric.MetricRegistry, elsewhere), {
      "queue.rate Shop default": 10
    })
    assert.strictEqual((yield* Telemetry.health)[0]?.layers, 2)
    yield* Scope.close(scope, Exit.void)
    assert.strictEqual(elsewhere.size, 0)
  }).pipe(alone)
})

it.effect("read as text by Prometheus, under the names that the list says", () => {
  const wire = Shop.transport(answers)
  return Effect.gen(function* () {
    const text = yield* PrometheusMetrics.format({ metricNameMapper: Telemetry.prometheusName })
    assert.match(text, /^faultline_queue_waiting\{faultline_vendor="Shop",faultline_class="default"\} 0/m)
    assert.match(text, /^faultline_quota_limit\{[^}]*faultline_window="1"[^}]*\} 10/m)
    assert.match(text, /^# TYPE faultline_queue_rate_per_second gauge/m)
  }).pipe(Effect.provide(limited(wire.layer, quotas)), alone)
})

it.effect("are exported by OpenTelemetry's protocol", () => {
  const wire = Shop.transport(answers)
  const bodies: Array<string> = []
  const receiver = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) => {
      if (request.body._tag === "Uint8Array") bodies.push(new TextDecoder().decode(request.body.body))
      return Effect.succeed(HttpClientResponse.fromWeb(request, new Response("{}")))
    })
  )
  const exporter = OtlpMetrics.layer({
    url: "http://collector.example/v1/metrics",
    resource: { serviceName: "test" },
    exportInterval: "10 seconds"
  }).pipe(Layer.provide([receiver, OtlpSerialization.layerJson]))
  return Effect.gen(function* () {
    yield* TestClock.adjust("11 seconds")
    const sent = bodies.join("\n")
    for (const name of [
      "faultline.queue.waiting",
      "faultline.quota.remaining",
      "faultline.retry_budget.available"
    ])
      assert.include(sent, `"name":"${name}"`)
    assert.include(sent, `"faultline.class"`)
  }).pipe(Effect.provide(Layer.mergeAll(limited(wire.layer, quotas), exporter)), alone)
})
