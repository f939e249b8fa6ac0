/** Handling failures by name. The compiler knows which ones a call may end with, and which are left after a handler. */
import { Effect, Layer, Redacted } from "effect"
import { Braze } from "faultline"
import { Simulator } from "faultline/testing"

const braze = Braze.layerNoTransport({
  apiKey: Redacted.make(Braze.simulator.credentials.apiKey),
  baseUrl: Braze.instances["EU-01"]
}).pipe(Layer.provideMerge(Simulator.layer(Braze.simulator)))

const send = Braze.triggerCampaign({
  campaignId: "welcome",
  recipients: [{ externalUserId: "customer-4711" }]
})

const handled = send.pipe(
  Effect.as("sent"),
  // Single failures, by their names.
  Effect.catchTags({
    "Braze.InvalidCampaignId": () => Effect.succeed("there is no such campaign"),
    // Sent, and no answer: nobody knows whether the message went out, and it was not sent again.
    DeliveryUnknown: () => Effect.succeed("nobody knows: look it up before sending it again")
  }),
  // Every other failure can tell as much.
  Effect.catch((failure) => Effect.succeed(`${failure._tag}: ${failure.means} ${failure.remedy}`))
)

const program = Effect.gen(function* () {
  const { fail } = yield* Simulator.World
  console.log(yield* handled)

  yield* fail({ fault: "failure", tag: "Braze.InvalidCampaignId", times: 1 })
  console.log(yield* handled)

  yield* fail({ fault: "cut-after", times: 1 })
  console.log(yield* handled)

  yield* fail({ fault: "failure", tag: "Braze.AccessDenied", times: 1 })
  console.log(yield* handled)

  yield* fail({ fault: "failure", tag: "Braze.InvalidCampaignId", times: 1 })
  const failure = yield* Effect.flip(send)
  console.log(`\nas a message: ${failure.message}`)
})

await Effect.runPromise(Effect.provide(program, braze))
