/** The journal keeps each answer that the vendor advises to keep: Xtremepush asks for everything but 2XX, with request and time. */
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Journal, Policy, Xtremepush } from "faultline"
import { Simulator } from "faultline/testing"

const xtremepush = Xtremepush.layerNoTransport({
  appToken: Redacted.make(Xtremepush.simulator.credentials.appToken),
  policy: (documented) => Policy.scale(documented, 0.001)
}).pipe(
  Layer.provide(
    Simulator.layer(Xtremepush.simulator, {
      script: [
        { fault: "failure", tag: "Xtremepush.InternalFault", call: 1 },
        { fault: "failure", tag: "Xtremepush.Forbidden", call: 3 }
      ]
    })
  )
)

const entries: Array<Journal.Entry> = []
const program = Effect.gen(function* () {
  // A 500, then a success: the caller sees only the success.
  yield* Xtremepush.listCampaigns({})
  yield* Effect.flip(Xtremepush.listCampaigns({}))
})

// Without this line nothing is kept, and the log of the application has the calls that ended badly. It stands around the calls, not around the layer.
await Effect.runPromise(
  program.pipe(Effect.provideService(Journal.Current, Journal.into(entries)), Effect.provide(xtremepush))
)

for (const { level, operation, request, status, tag, time } of entries) {
  console.log(
    `${DateTime.formatIso(time)} ${level.toUpperCase()} ${operation}: ${status ?? "no answer"} ${tag}`
  )
  // Taken before credentials are added: no app token.
  console.log(`  ${request.method} ${request.url} ${request.body ?? ""}`)
}
