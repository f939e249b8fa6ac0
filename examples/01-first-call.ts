/** A first call. Here it goes to the simulator; `Braze.layerConfig()` in its place reads `BRAZE_API_KEY` and `BRAZE_BASE_URL`. */
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Braze } from "faultline"
import { Simulator } from "faultline/testing"

const program = Effect.gen(function* () {
  const tracked = yield* Braze.trackUsers({
    events: [
      { externalId: "customer-4711", name: "ordered", time: DateTime.makeUnsafe("2026-11-22T09:30:00Z") }
    ]
  })
  console.log(`events that Braze took: ${tracked.eventsProcessed}`)
})

const braze = Braze.layerNoTransport({
  apiKey: Redacted.make(Braze.simulator.credentials.apiKey),
  baseUrl: Braze.instances["EU-01"]
}).pipe(Layer.provide(Simulator.layer(Braze.simulator)))

await Effect.runPromise(Effect.provide(program, braze))
