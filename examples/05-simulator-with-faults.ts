/** A vendor that misbehaves on purpose: a script of faults, and a ledger that says what was really done. */
import { Effect, Layer, Redacted } from "effect"
import { Metrix, Policy } from "faultline"
import { Simulator } from "faultline/testing"

const { appId, apiKey } = Metrix.simulator.credentials

const world = Simulator.layer(Metrix.simulator, {
  script: [
    { on: "Metrix.ingest", call: 1, fault: "failure", tag: "Metrix.Unavailable" },
    { on: "Metrix.ingest", call: 2, fault: "cut-after" }, // taken, and then no answer
    { on: "Metrix.ingest", call: 3, fault: "refused" }
  ]
})

const metrix = Metrix.layerNoTransport({
  appId,
  apiKey: Redacted.make(apiKey),
  policy: (documented) => Policy.scale(documented, 0.01) // waits of seconds would only bore you here
}).pipe(Layer.provideMerge(world))

const program = Effect.gen(function* () {
  const { ledger, requests } = yield* Simulator.World

  yield* Metrix.ingest({
    customUserId: "customer-4711",
    messages: [{ type: "action", customName: "ordered" }]
  })

  for (const { ended, fault } of yield* requests)
    console.log(`request: ${fault ?? "no fault"}, ended ${ended}`)
  // The message has an id that Metrix de-duplicates on, so that the retry was harmless.
  for (const { count, operation } of yield* ledger) console.log(`done: ${operation}, ${count} time(s)`)
})

await Effect.runPromise(Effect.provide(program, metrix))
