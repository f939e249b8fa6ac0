/** What is observed of calls: spans, metrics, logs, and facts for an observer of your own. The application chooses where they go. */
import { Effect, Layer, Metric, Redacted, Tracer } from "effect"
import { Metrix, Policy, Telemetry } from "faultline"
import { Simulator } from "faultline/testing"

// A tracer that keeps spans; in production it is OpenTelemetry's, and these lines are not needed.
const spans: Array<Tracer.NativeSpan> = []
const tracer = Tracer.make({
  span: (options) => {
    const span = new Tracer.NativeSpan(options)
    spans.push(span)
    return span
  }
})

// An observer of your own, beside spans and metrics. Each fact is data.
const waits: Telemetry.Observer = {
  observe: (fact) =>
    fact._tag === "Waiting"
      ? Effect.sync(() => console.log(`${fact.operation} waits ${fact.millis} ms: ${fact.reason}`))
      : Effect.void
}

const { appId, apiKey } = Metrix.simulator.credentials
const metrix = Metrix.layerNoTransport({
  appId,
  apiKey: Redacted.make(apiKey),
  policy: (documented) => Policy.scale(documented, 0.01)
}).pipe(
  Layer.provide(
    Simulator.layer(Metrix.simulator, { script: [{ call: 1, fault: "failure", tag: "Metrix.Unavailable" }] })
  )
)

const program = Effect.gen(function* () {
  yield* Metrix.ingest({
    customUserId: "customer-4711",
    messages: [{ type: "action", customName: "ordered" }]
  })
  return yield* Metric.snapshot
})

const metrics = await Effect.runPromise(
  program.pipe(
    Effect.provide(metrix),
    Effect.withTracer(tracer),
    Effect.provideService(Telemetry.Current, Telemetry.all(Telemetry.standard, waits))
  )
)

for (const { attributes, kind, name, parent } of spans) {
  const depth = parent._tag === "Some" ? "  " : ""
  console.log(`${depth}${name} (${kind})`, Object.fromEntries(attributes))
}
for (const { attributes, id, state } of metrics) {
  if (id.startsWith("faultline")) console.log(id, attributes, "count" in state ? state.count : "")
}
