/** Alerts: an outage is a thousand failures, and one thing to know: when it begins, and when it is over. */
import { Console, Effect, Layer, Redacted } from "effect"
import { Alerts, Braze } from "faultline"
import { Simulator } from "faultline/testing"

const alerts = Alerts.layer({
  hook: ({ count, kind, message, scope, state }) =>
    Console.log(`${kind} of ${scope} ${state} (${count}×): ${message.split("\n")[0]}`)
})

const { apiKey } = Braze.simulator.credentials
const braze = Braze.layerNoTransport({
  apiKey: Redacted.make(apiKey),
  baseUrl: "https://rest.example"
}).pipe(
  Layer.provide(
    Simulator.layer(Braze.simulator, {
      // The key is refused for a while: somebody has rotated it.
      script: [{ on: "Braze.listCampaigns", fault: "failure", tag: "Braze.Unauthorized", times: 5 }]
    })
  )
)

const program = Effect.gen(function* () {
  for (let times = 0; times < 6; times++) yield* Effect.ignore(Braze.listCampaigns({}))
  // The hook runs apart from the calls.
  yield* Effect.sleep("10 millis")
})

await Effect.runPromise(Effect.provide(program, Layer.mergeAll(braze, alerts)))
