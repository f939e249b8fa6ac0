/** Health from the metrics that an application shows Prometheus. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Metric } from "effect"
import { PrometheusMetrics } from "effect/observability"
import { TestClock } from "effect/testing"
import { healthIn } from "../../src/cli/console/health.ts"
import { samplesOf } from "../../src/cli/console/prometheus.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"
import { answers, apart, get, limited, quota } from "../shop/standing.ts"

const quotas = { default: { quotas: [quota(10, "1 second"), quota(100, "1 minute")] } }

describe("health from an application's metrics", () => {
  it.effect("is what the application itself knows", () => {
    const wire = Shop.transport(answers)
    return Effect.gen(function* () {
      yield* Effect.forkChild(get)
      yield* TestClock.adjust("2 seconds")
      const [known] = yield* Telemetry.health
      const format = PrometheusMetrics.format({ metricNameMapper: Telemetry.prometheusName })
      // A series of what was not known before comes with the reading after.
      yield* format
      const text = yield* format
      const [found] = healthIn(text)
      assert.isAbove(known!.classes.length, 0)
      assert.deepStrictEqual(found, {
        vendor: known!.vendor,
        retryBudget: known!.retryBudget,
        tokenExpiresIn: known!.tokenExpiresIn!,
        classes: known!.classes
      })
    }).pipe(
      Effect.provide(limited(wire.layer, quotas, { breaker: {} })),
      apart,
      Effect.provideService(Metric.MetricRegistry, new Map())
    )
  })

  it("adds up what several of its tenants show, and takes the worst circuit and the longest hold", () => {
    const series = (name: string, tenant: string, value: number, more = "") =>
      `faultline_${name}{faultline_vendor="Shop",tenant="${tenant}",faultline_class="orders"${more}} ${value}`
    const text = [
      series("queue_waiting", "a", 2),
      series("queue_waiting", "b", 3),
      series("queue_held_seconds", "a", 5),
      series("queue_held_seconds", "b", 60),
      series("breaker_state", "a", 1, `,faultline_state="closed"`),
      series("breaker_state", "b", 1, `,faultline_state="half_open"`)
    ].join("\n")
    const [shop] = healthIn(text)
    assert.deepInclude(shop?.classes[0], { waiting: 5, held: 60, circuit: "half_open" })
  })

  it("knows nothing of a text that is something else", () => {
    for (const text of [
      "",
      "<html>",
      "{}",
      "other_metric 1",
      "faultline_queue_waiting 1",
      "\0".repeat(1_000)
    ])
      assert.deepStrictEqual(healthIn(text), [], text)
  })
})

describe("Prometheus's text", () => {
  const names = new Set(["a_metric"])
  it.each([
    [`a_metric 1`, {}, 1],
    [`a_metric{} 1.5 1764061200000`, {}, 1.5],
    [`a_metric{x="1",y="a \\"b\\" \\\\ \\n}"} -2e3`, { x: "1", y: `a "b" \\ \n}` }, -2_000],
    [`a_metric{x=""} +Inf`, { x: "" }, Infinity],
    [`a_metric{x="1",} 3`, { x: "1" }, 3]
  ] as const)("is read as it is written: %s", (text, labels, value) => {
    assert.deepStrictEqual(samplesOf(`# TYPE a_metric gauge\n${text}\r\n`, names), [
      { name: "a_metric", labels, value }
    ])
  })

  it("is read in a moment, whatever its lines are", () => {
    const lines = [
      `a_metric{${'x="\\\\'.repeat(50_000)}`,
      `a_metric{${"}".repeat(300_000)}`,
      `${"a".repeat(300_000)}{`
    ]
    const began = performance.now()
    for (const line of lines) samplesOf(line, names)
    assert.isBelow(performance.now() - began, 2_000)
  })
})
