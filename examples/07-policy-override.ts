/** The vendor's advice is the default policy; every part of it can be replaced, for a layer or for the calls inside an effect. */
import { Duration, Effect, Layer, Redacted } from "effect"
import { Metrix, Policy, Telemetry } from "faultline"
import { Simulator } from "faultline/testing"

const { appId, apiKey } = Metrix.simulator.credentials
const down = Simulator.layer(Metrix.simulator, { script: [{ fault: "failure", tag: "Metrix.Unavailable" }] })

// For a layer: a function of the documented policy, or only the parts that are to be others.
const metrix = Metrix.layerNoTransport({
  appId,
  apiKey: Redacted.make(apiKey),
  policy: (documented) => ({
    ...documented,
    passing: Policy.exponential({ base: "20 millis", cap: "100 millis", times: 3 }),
    jitter: "none",
    deadline: Duration.seconds(5)
  })
}).pipe(Layer.provide(down))

const order = Metrix.ingest({
  customUserId: "customer-4711",
  messages: [{ type: "action", customName: "ordered" }]
})
const waits = Effect.map(Effect.flip(order), ({ attempts }) =>
  attempts.map(({ waited }) => waited ?? "end").join(", ")
)

const program = Effect.gen(function* () {
  console.log(`as the layer says:         ${yield* waits}`)
  console.log(`Policy.once:               ${yield* Policy.once(waits)}`)
  console.log(
    `Policy.override:           ${yield* waits.pipe(Policy.override({ passing: Policy.waits("1 millis", "70 millis") }))}`
  )
  console.log(
    `Policy.scale in a change:  ${yield* waits.pipe(Policy.override((policy) => Policy.scale(policy, 2)))}`
  )
})

await Effect.runPromise(
  program.pipe(Effect.provide(metrix), Effect.provideService(Telemetry.Current, Telemetry.none))
)
