/** Any number of items through an operation that takes a few at a time: cut, sent, and answered item by item. */
import { DateTime, Effect, Layer, Redacted, Stream } from "effect"
import { M3ter, Policy } from "faultline"
import { Simulator } from "faultline/testing"

const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
const m3ter = M3ter.layerNoTransport({
  apiKey: Redacted.make(apiKey),
  apiSecret: Redacted.make(apiSecret),
  orgId,
  policy: (documented) => Policy.scale(documented, 0.01)
}).pipe(
  Layer.provideMerge(
    // The first request of measurements is taken, and the connection is cut instead of an answer.
    Simulator.layer(M3ter.simulator, {
      script: [{ on: "M3ter.submitMeasurements", call: 1, fault: "cut-after" }]
    })
  )
)

const measurements = Stream.range(1, 2500).pipe(
  Stream.map((hour) => ({
    meter: "storage",
    account: hour === 1234 ? "" : "customer-4711", // one of them has no account
    ts: DateTime.makeUnsafe(1_767_225_600_000 + hour * 3_600_000),
    measure: { gigabytes: hour % 7 }
  }))
)

const program = Effect.gen(function* () {
  const counts = new Map<string, number>()
  yield* M3ter.submitMeasurements.many(measurements).pipe(
    Stream.runForEach(({ failure, index, outcome }) =>
      Effect.sync(() => {
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
        if (failure !== undefined)
          console.log(`item ${index} was ${outcome}: ${failure._tag}. ${failure.remedy}`)
      })
    )
  )
  console.log(Object.fromEntries(counts))

  const { ledger } = yield* Simulator.World
  const taken = yield* ledger
  // Each has a uid that m3ter de-duplicates on, so the request that nobody answered was sent again.
  console.log(`m3ter has ${taken.length} measurements, each once: ${taken.every(({ count }) => count === 1)}`)
})

await Effect.runPromise(Effect.provide(program, m3ter))
