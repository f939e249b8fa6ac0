/** The OpenTelemetry SDK as the tracer of a program, with the processor for production and an exporter that drops everything. */
import * as NodeSdk from "@effect/opentelemetry/NodeSdk"
import { BatchSpanProcessor, type SpanExporter } from "@opentelemetry/sdk-trace-base"

const dropping: SpanExporter = {
  export: (_, done) => done({ code: 0 }),
  shutdown: () => Promise.resolve()
}

/** The SDK's tracer. */
export const openTelemetry = NodeSdk.layer(() => ({
  resource: { serviceName: "bench" },
  spanProcessor: new BatchSpanProcessor(dropping)
}))
