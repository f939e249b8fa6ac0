/** One deadline for a call and all that it calls: a call inside never outlives the one around it. */
import { Clock, Effect, Layer, Redacted } from "effect"
import { Deadline, Metrix, Telemetry } from "faultline"
import { Simulator } from "faultline/testing"

const { appId, apiKey } = Metrix.simulator.credentials
const metrix = Metrix.layerNoTransport({ appId, apiKey: Redacted.make(apiKey) }).pipe(
  Layer.provideMerge(Simulator.layer(Metrix.simulator))
)

const order = Metrix.ingest({
  customUserId: "customer-4711",
  messages: [{ type: "action", customName: "ordered" }]
})

const timed = <A, E extends { readonly message: string; readonly _tag: string }, R>(
  call: Effect.Effect<A, E, R>
) =>
  Effect.gen(function* () {
    const start = yield* Clock.currentTimeMillis
    const ended = yield* Effect.match(call, { onSuccess: () => "done", onFailure: ({ _tag }) => _tag })
    return `${ended} after ${(((yield* Clock.currentTimeMillis) - start) / 1000).toFixed(1)} s`
  })

const program = Effect.gen(function* () {
  const { fail } = yield* Simulator.World

  yield* fail({ fault: "silence", times: 1 })
  console.log(`300 ms, and Metrix is silent:      ${yield* timed(Deadline.within("300 millis")(order))}`)

  yield* fail({ fault: "failure", tag: "Metrix.Unavailable", times: 1 })
  console.log(
    `10 s inside 200 ms, and one fault: ${yield* timed(order.pipe(Deadline.within("10 seconds"), Deadline.within("200 millis")))}`
  )

  console.log(`no time left at all:               ${yield* timed(Deadline.within(0)(order))}`)
})

await Effect.runPromise(
  program.pipe(Effect.provide(metrix), Effect.provideService(Telemetry.Current, Telemetry.none))
)
