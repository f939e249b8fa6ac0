/** A place in the queue, taken before the call is made: wait for the turn, write down what is about to be sent, and send at once. */
import { Effect, Layer, Redacted } from "effect"
import { Braze, Reserve } from "faultline"
import { Simulator } from "faultline/testing"

const braze = Braze.layerNoTransport({
  apiKey: Redacted.make(Braze.simulator.credentials.apiKey),
  baseUrl: Braze.instances["EU-01"]
}).pipe(Layer.provide(Simulator.layer(Braze.simulator)))

const send = (id: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const input = { attributes: [{ externalId: id, firstName: "Ada" }] }
      const permit = yield* Reserve.reserve(Braze.trackUsers, input)
      // In production this line goes to a table: after a crash it says what may have been sent.
      console.log(`about to send ${id}`)
      const { attempts, status } = yield* Braze.trackUsers.withResponse(input).pipe(Reserve.using(permit))
      console.log(`${id} was answered ${status}, at attempt ${attempts.length}`)
    })
  )

await Effect.runPromise(Effect.forEach(["customer-1", "customer-2"], send).pipe(Effect.provide(braze)))
