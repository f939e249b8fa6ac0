/**
 * A program in somebody's own project, where Faultline is an installed package. The environment says where the vendor is. It
 * prints what it got as JSON.
 */
import { Effect, Layer, Redacted, References } from "effect"
import { Braze, Common, Retry } from "faultline"
import { listCampaigns } from "faultline/braze"
import * as Core from "faultline/core"
import * as Promises from "faultline/promises"
import { laws, operationsIn } from "faultline/testing"

const call = listCampaigns({})

// The error channel is what the documentation says, no more and no less.
const handled: Effect.Effect<string, never, Braze.BrazeApi> = call.pipe(
  // What it prints is JSON alone.
  Effect.provideService(References.MinimumLogLevel, "None"),
  Effect.map(() => "listed"),
  Effect.catchTag("Braze.Unauthorized", ({ retry, delivery, status }) =>
    Effect.succeed(`Braze.Unauthorized ${status} ${delivery} ${JSON.stringify(retry)}`)
  ),
  Effect.catch((failure: Exclude<Braze.Always, Braze.Unauthorized> | Common.Common | Common.NoAnswer) =>
    Effect.succeed(failure._tag)
  )
)

const wrongKey = Layer.unwrap(
  Effect.map(
    Effect.promise(async () => Redacted.make("no-such-key")),
    (apiKey) => Braze.layerConfig({ auth: Core.Auth.bearer(apiKey) })
  )
)

const seen = {
  rightKey: await Effect.runPromise(handled.pipe(Effect.provide(Braze.layerConfig()))),
  wrongKey: await Effect.runPromise(handled.pipe(Effect.provide(wrongKey))),
  laws: (await Effect.runPromise(laws(Braze.vendor, operationsIn(Braze)))).length,
  waits: Retry.simulate(Braze.vendor.advice, [], { idempotent: true, now: 0 }),
  promise: await Promises.of(Braze, Braze.layerConfig())
    .listCampaigns({})
    .then(() => "listed")
}
console.log(JSON.stringify(seen))
