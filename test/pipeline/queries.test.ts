/** How fields are written in a query: as the vendor spells lists, and nothing for what is not there. */
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { define } from "../../src/contract/Vendor.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

const search = Shop.operation("search", () => ({
  method: "GET",
  path: "/search",
  input: Schema.Struct({
    ids: Schema.Array(Schema.String),
    filter: Schema.NullOr(Schema.Struct({ kind: Schema.String })),
    limit: Schema.optionalKey(Schema.Int)
  }),
  output: Schema.Unknown,
  idempotent: true
}))

const spellings = [
  ["repeated", "?ids=a+b&ids=c%26d&limit=2"],
  ["brackets", "?ids%5B%5D=a+b&ids%5B%5D=c%26d&limit=2"],
  ["commas", "?ids=a+b%2Cc%26d&limit=2"]
] as const

it.effect.each(spellings)(
  "a list is %s, an empty one and what is null are left out",
  ([queryLists, query]) => {
    const { layer, requests } = Shop.transport(() => Shop.order(1))
    const vendor = define({ ...Shop.vendor, queryLists })
    return Effect.gen(function* () {
      yield* search({ ids: ["a b", "c&d"], filter: null, limit: 2 })
      yield* search({ ids: [], filter: { kind: "x" } })
      assert.deepStrictEqual(requests, [
        `GET /search${query}`,
        "GET /search?filter=%7B%22kind%22%3A%22x%22%7D"
      ])
    }).pipe(
      Effect.provide(
        Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none }).pipe(Layer.provide(layer))
      )
    )
  }
)
