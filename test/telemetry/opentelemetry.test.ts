/** Calls inside a program that traces with the OpenTelemetry SDK: its own spans are the parents. */
import * as NodeSdk from "@effect/opentelemetry/NodeSdk"
import * as OtelTracer from "@effect/opentelemetry/OtelTracer"
import { assert, beforeAll, afterAll, beforeEach, describe, it } from "@effect/vitest"
import * as Otel from "@opentelemetry/api"
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base"
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node"
import { Effect, Layer, ManagedRuntime, Metric } from "effect"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

const read = Shop.getOrder({ id: "a" })

const shop = Shop.layer(
  Shop.transport((_, { pathname }) =>
    pathname === "/token" ? fromJson(200, {}, { token: "t", seconds: 600 }) : Shop.order(1)
  ).layer,
  {},
  Shop.tokenAuth
)

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })

const named = (name: string): ReadableSpan | undefined =>
  exporter.getFinishedSpans().find((span) => span.name === name)

describe("within OpenTelemetry's context", () => {
  const registry = new Map()
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(shop, OtelTracer.layerGlobal, Layer.succeed(Metric.MetricRegistry, registry))
  )
  beforeAll(() => provider.register())
  beforeEach(() => exporter.reset())
  afterAll(async () => {
    await runtime.dispose()
    Otel.trace.disable()
    Otel.context.disable()
  })

  /** As a server does: a span of its own around a promise. */
  const served = (traceFlags: Otel.TraceFlags, work: () => Promise<unknown>): Promise<unknown> => {
    const remote = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331", traceFlags }
    const context = Otel.trace.setSpanContext(Otel.ROOT_CONTEXT, remote)
    return provider.getTracer("server").startActiveSpan("GET /order", {}, context, async (span) => {
      try {
        await work()
      } finally {
        span.end()
      }
    })
  }

  it("a call is a child of the span of the server, across an await", async () => {
    await served(Otel.TraceFlags.SAMPLED, async () => {
      await new Promise((resolve) => setImmediate(resolve))
      await runtime.runPromise(read)
    })
    const [server, call, request] = ["GET /order", "Shop.getOrder", "GET /orders/{id}"].map(named)
    assert.isDefined(server)
    assert.strictEqual(call?.parentSpanContext?.spanId, server?.spanContext().spanId)
    assert.strictEqual(request?.parentSpanContext?.spanId, call?.spanContext().spanId)
    assert.strictEqual(request?.spanContext().traceId, server?.spanContext().traceId)
    assert.strictEqual(request?.attributes["http.request.method"], "GET")
    assert.strictEqual(request?.kind, Otel.SpanKind.CLIENT)
  })

  it("a parent that is not sampled gives no spans, and is counted all the same", async () => {
    const calls = Telemetry.series(Telemetry.metric.calls)({
      vendor: "Shop",
      operation: "Shop.getOrder",
      delivery: "Applied"
    })
    const count = () =>
      runtime.runPromise(Effect.map(Metric.value(calls), (state) => JSON.parse(JSON.stringify(state)).count))
    const before = await count()
    await served(Otel.TraceFlags.NONE, () => runtime.runPromise(read))
    assert.deepStrictEqual(
      exporter.getFinishedSpans().map(({ name }) => name),
      []
    )
    assert.strictEqual(await count(), before + 1)
  })

  it("a call outside any span is the root of its own trace", async () => {
    await runtime.runPromise(read)
    assert.isUndefined(named("Shop.getOrder")?.parentSpanContext)
  })
})

it.live("Effect's layer for the SDK is handed the same spans, with how they ended", () => {
  const finished = new InMemorySpanExporter()
  const answers = [forge(Shop.SoldOut, { article: "tea" })]
  const wire = Shop.transport(() => answers[0]!).layer
  return Effect.gen(function* () {
    yield* Effect.exit(Shop.placeOrder({ article: "tea", count: 1 }))
    assert.deepStrictEqual(
      finished.getFinishedSpans().map(({ attributes, name }) => [name, attributes["error.type"]]),
      [
        ["POST /shops/{shopId}/orders", "Shop.SoldOut"],
        ["Shop.placeOrder", "Shop.SoldOut"]
      ]
    )
  }).pipe(
    Effect.provide(
      Layer.merge(
        Shop.layer(wire),
        NodeSdk.layer(() => ({ spanProcessor: new SimpleSpanProcessor(finished) }))
      )
    )
  )
})
