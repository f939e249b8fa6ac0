/** The stages of a call are a list with reasons. A vendor's layer can leave some out, replace them, or add its own. */
import { Effect, Layer, Redacted } from "effect"
import { Metrix, Vendor } from "faultline"
import { Simulator } from "faultline/testing"

for (const { does, name } of Vendor.stack) console.log(`${name.padEnd(16)} ${does}`)

// A stage of one's own: anything that wraps a call. This one counts the bytes that are sent.
let bytes = 0
const meter: Vendor.Stage = {
  name: "meter",
  does: "counts the bytes of request bodies",
  because: "Innermost but one, so that every attempt counts.",
  apply: (inner, { outgoing }) => {
    bytes += JSON.stringify(outgoing.body ?? "").length
    return inner
  }
}

const { appId, apiKey } = Metrix.simulator.credentials
const metrix = Metrix.layerNoTransport({
  appId,
  apiKey: Redacted.make(apiKey),
  stack: (documented) => {
    const fewer = Vendor.without("queue", "breaker", "budget")(documented)
    return fewer.flatMap((stage) => (stage.name === "wire" ? [meter, stage] : [stage]))
  }
}).pipe(Layer.provide(Simulator.layer(Metrix.simulator)))

const order = Metrix.ingest({
  customUserId: "customer-4711",
  messages: [{ type: "action", customName: "ordered" }]
})

await Effect.runPromise(Effect.provide(Effect.all([order, order]), metrix))
console.log(`\nwithout queue, breaker and budget, two calls sent ${bytes} bytes`)
