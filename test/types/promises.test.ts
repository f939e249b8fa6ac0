/** The async/await functions have the inputs and outputs of the operations they call, and take their own vendor's layer. */
import { expectTypeOf, it } from "@effect/vitest"
import type { Effect, Layer } from "effect"
import type * as Promises from "../../src/promises/Promises.ts"
import type * as Braze from "../../src/vendors/braze/index.ts"
import type * as Metrix from "../../src/vendors/metrix/index.ts"

type Client = Promises.Client<typeof Braze>
type Track = typeof Braze.trackUsers

it("takes what the operation takes, and gives what it gives", () => {
  expectTypeOf<Client["trackUsers"]>().parameter(0).toEqualTypeOf<Parameters<Track>[0]>()
  expectTypeOf<Client["trackUsers"]>().returns.toEqualTypeOf<Promise<Effect.Success<ReturnType<Track>>>>()
  expectTypeOf<Client["trackUsers"]>().returns.not.toEqualTypeOf<Promise<unknown>>()
})

it("has the operations and nothing else of the vendor", () => {
  expectTypeOf<Client>().toHaveProperty("listCampaigns")
  expectTypeOf<Client>().not.toHaveProperty("layer")
  expectTypeOf<Client>().not.toHaveProperty("RateLimited")
})

it("takes its own vendor's layer, whatever keeps that from being built", () => {
  expectTypeOf<Promises.ApiOf<typeof Braze>>().toEqualTypeOf<Braze.BrazeApi>()
  type Take = typeof Promises.of<typeof Braze, unknown>
  expectTypeOf<ReturnType<typeof Braze.layerConfig>>().toExtend<Parameters<Take>[1]>()
  expectTypeOf<Layer.Layer<Metrix.MetrixApi>>().not.toExtend<Parameters<Take>[1]>()
})
