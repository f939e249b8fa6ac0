/** The made-up shop, simulated: tokens that expire, orders that can be read back, a limit, and one article that is sold out. */
import { forge } from "../../../src/contract/Catalogue.ts"
import * as Simulator from "../../../src/testing/Simulator.ts"
import { fromJson } from "../../../src/contract/Wire.ts"
import * as Shop from "../../shop/shop.ts"

const answers = (chance: Simulator.Chance): Simulator.Behavior => {
  const orders = Simulator.State.collection<{ id: string; count: number }>()
  const tokens = Simulator.State.tokens(chance, 12)
  const limit = Simulator.Quotas.fixed(5, 1000)
  return {
    authorize: (call) => {
      if (call.operation === Shop.getToken)
        return Simulator.basicOf(call.received) === "me:s3cret-password"
          ? undefined
          : forge(Shop.BadRequest, {})
      if (tokens.check(Simulator.bearerOf(call.received), call.now) !== "good")
        return forge(Shop.TokenExpired, {})
      return limit.take(call.now).allowed ? undefined : forge(Shop.TooMany, {})
    },
    notFound: () => fromJson(404, {}, { message: "No such page" }),
    finish: (wire) => ({ ...wire, headers: { ...wire.headers, "x-request-id": "r" } }),
    answers: {
      "Shop.getToken": ({ now }) => fromJson(200, {}, { token: tokens.issue(now, 600_000), seconds: 600 }),
      "Shop.placeOrder": (call) => {
        const broken = Simulator.brokenRules(call)
        if (broken.length > 0)
          return forge(
            Shop.BadRequest,
            {},
            { vendorMessage: broken.map(({ path, rule }) => `${path}: ${rule}`).join("; ") }
          )
        if (call.fields["article"] === "sold-out") return forge(Shop.SoldOut, { article: "sold-out" })
        const id = call.chance.text(8)
        call.apply(String(call.fields["article"]))
        return fromJson(200, {}, orders.put(id, { id, count: Number(call.fields["count"]) }))
      },
      "Shop.getOrder": ({ params }) =>
        fromJson(200, {}, orders.get(params["id"] ?? "") ?? { id: "none", count: 0 })
    }
  }
}

export const simulator: Simulator.Simulated<{ user: string; password: string }> = {
  vendor: Shop.vendor,
  operations: [Shop.placeOrder, Shop.getOrder, Shop.putOrder, Shop.getToken],
  credentials: { user: "me", password: "s3cret-password" },
  env: (bases) => ({ SHOP_BASE_URL: bases["main"] ?? "", SHOP_USER: "me" }),
  start: answers
}
