/** Layers of the shop whose health is looked at, each test with a register of its own. */
import { Effect, Layer } from "effect"
import { fromJson } from "../../src/contract/Wire.ts"
import type * as Limit from "../../src/policy/Limit.ts"
import type * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "./shop.ts"

export const quota = (
  limit: number,
  per: Limit.Quota["per"],
  more: Partial<Limit.Quota> = {}
): Limit.Quota => ({
  name: `shop/${limit}`,
  limit,
  per,
  scope: "an account",
  source: "test",
  ...more
})

type Transport = ReturnType<typeof Shop.transport>["layer"]

export const limited = (
  wire: Transport,
  quotas: NonNullable<Layers.Vendor["quotas"]>,
  options: Layers.Options = {},
  auth: Auth.Auth = Shop.tokenAuth
) =>
  Layer.orDie(
    Layers.layerNoTransport(
      Shop.ShopApi,
      { ...Shop.vendor, quotas },
      { settings: { shopId: "1" }, auth },
      options
    )
  ).pipe(Layer.provide(wire))

export const answers = (method: string) =>
  method === "POST" ? fromJson(200, {}, { token: "t", seconds: 600 }) : Shop.order(1)

export const get = Shop.getOrder({ id: "a" })

/** With a register of layers of its own. */
export const apart = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.provideService(effect, Telemetry.Layers, new Telemetry.Registered())

export const shop = Effect.map(Telemetry.health, (all) => {
  const one = all.find(({ vendor }) => vendor === "Shop")
  if (one === undefined) throw new Error("the Shop is not there")
  return one
})
export const first = Effect.map(shop, ({ classes: [one] }) => one!)
