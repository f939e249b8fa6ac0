/** The console of an application's own process: a page on this machine with its failures, explained, and its outbox. */
import { Console as Output, Effect, Layer, Redacted } from "effect"
import { Metrix } from "faultline"
import * as Console from "faultline/console"
import * as Outbox from "faultline/outbox"
import { Simulator } from "faultline/testing"

const { appId } = Metrix.simulator.credentials
const metrix = Metrix.layerNoTransport({ appId, apiKey: Redacted.make("no-such-key") }).pipe(
  Layer.provide(Simulator.layer(Metrix.simulator))
)
// Around whatever makes calls; the outbox is shown because it is provided to it.
const page = Console.layer({
  port: 0,
  vendors: [Metrix],
  // The whole address, with its token, is for whoever may see the page: console.open.
  announce: ({ address }) => Output.log(`The console is at ${address}`)
}).pipe(Layer.provideMerge(Outbox.layerMemory()))

const program = Effect.gen(function* () {
  const { operation, remedy } = yield* Effect.flip(
    Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })
  )
  const { address } = yield* Console.Console
  const { status } = yield* Effect.promise(() => fetch(address))
  yield* Output.log(`The page (HTTP ${status}) shows that ${operation} failed, and what to do: ${remedy}`)
})

await Effect.runPromise(Effect.provide(program, Layer.provideMerge(metrix, page)))
