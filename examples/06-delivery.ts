/** Whether it was done: four answers, and what the library makes of each. The connection is cut after the vendor has done its work. */
import { Effect, Layer, Redacted } from "effect"
import { Metrix, Policy, Retry, Telemetry } from "faultline"
import { Simulator } from "faultline/testing"

const { appId, apiKey } = Metrix.simulator.credentials
const metrix = Metrix.layerNoTransport({
  appId,
  apiKey: Redacted.make(apiKey),
  policy: (documented) => Policy.scale(documented, 0.01)
}).pipe(Layer.provideMerge(Simulator.layer(Metrix.simulator)))

const push = Metrix.push({
  channel: "SMS",
  recipients: ["customer-4711"],
  message: { body: "Your parcel is here." }
})

const outcome = <A>(
  effect: Effect.Effect<A, { readonly _tag: string; readonly delivery: string }, Metrix.MetrixApi>
) =>
  Effect.match(effect, {
    onSuccess: () => "done",
    onFailure: ({ _tag, delivery }) => `${_tag}, delivery ${delivery}`
  })

const program = Effect.gen(function* () {
  const { fail, ledger } = yield* Simulator.World
  const sent = Effect.map(ledger, (entries) => entries.reduce((sum, { count }) => sum + count, 0))

  yield* fail({ fault: "refused", times: 5 })
  console.log(`no connection:        ${yield* outcome(push)}; sent ${yield* sent} times`)

  yield* fail({ fault: "failure", tag: "Metrix.Forbidden", times: 1 })
  console.log(`refused by Metrix:    ${yield* outcome(push)}; sent ${yield* sent} times`)

  yield* fail({ fault: "cut-after", times: 1 })
  console.log(`cut after the work:   ${yield* outcome(push)}; sent ${yield* sent} times`)

  // Whoever would rather send twice than never says so, for one call or for a whole layer.
  yield* fail({ fault: "cut-after", times: 1 })
  console.log(
    `assumeIdempotent:     ${yield* outcome(Retry.assumeIdempotent(push))}; sent ${yield* sent} times`
  )
})

await Effect.runPromise(
  program.pipe(Effect.provide(metrix), Effect.provideService(Telemetry.Current, Telemetry.none))
)
