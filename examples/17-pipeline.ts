/** The stages of a call are a list with reasons. A vendor's layer can leave some out, replace them, or add its own. */
import { Effect, Layer, Redacted } from "effect"
import { Metrix, Pipeline } from "faultline"
import { Simulator } from "faultline/testing"

for (const { does, name } of Pipeline.stages()) console.log(`${name.padEnd(16)} ${does}`)

// A stage of one's own: anything that wraps a call or an attempt. This one counts the bytes that are sent.
let bytes = 0
const meter: Pipeline.AttemptStage<"meter"> = {
  of: "attempt",
  name: "meter",
  does: "counts the bytes of request bodies",
  because: "Around each attempt, so that every request counts.",
  around: (_, next) => (attempt) =>
    Effect.suspend(() => {
      bytes += JSON.stringify(attempt.outgoing.body ?? "").length
      return next(attempt)
    })
}

const { appId, apiKey } = Metrix.simulator.credentials
const metrix = Metrix.layerNoTransport({
  appId,
  apiKey: Redacted.make(apiKey),
  pipeline: (documented) =>
    Pipeline.insert(meter, { before: "timeout" })(Pipeline.without("queue", "breaker", "budget")(documented))
}).pipe(Layer.provide(Simulator.layer(Metrix.simulator)))

const order = Metrix.ingest({
  customUserId: "customer-4711",
  messages: [{ type: "action", customName: "ordered" }]
})

await Effect.runPromise(Effect.provide(Effect.all([order, order]), metrix))
console.log(`\nwithout queue, breaker and budget, two calls sent ${bytes} bytes`)
