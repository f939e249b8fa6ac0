/** The simulated Braze with its whole surface, SCIM among it. */
import { it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Braze from "../../src/vendors/braze/all.ts"

const { apiKey, requestOrigin, scimToken } = Braze.simulator.credentials
const baseUrl = Braze.instances["EU-01"]
const both = Layer.provideMerge(
  Layer.orDie(
    Layer.merge(
      Braze.layerNoTransport({ apiKey: Redacted.make(apiKey), baseUrl }),
      Braze.scimLayerNoTransport({ scimToken: Redacted.make(scimToken), requestOrigin, baseUrl })
    )
  ),
  Simulator.layer(Simulator.withOperations(Braze.simulator, Braze))
)

/** In a world of its own, whose clock goes on while calls wait for their turn. */
export const test = (
  name: string,
  body: () => Generator<Effect.Effect<any, any, any>, void, any> // any: whatever the operations need and fail with
) =>
  it.effect(name, () =>
    Effect.raceFirst(
      Effect.provide(Effect.gen(body), both) as Effect.Effect<void>, // as: `both` is all that Braze's operations need
      Effect.forever(TestClock.adjust("1 second"))
    )
  )

/** The tag of what a call fails with. */
export const refusal = (call: Effect.Effect<unknown, { readonly _tag: string }, any>) =>
  Effect.map(Effect.flip(call), ({ _tag }) => _tag)
