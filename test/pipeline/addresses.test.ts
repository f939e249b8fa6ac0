/** No input leads a call to another address than that of its operation. */
import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import * as Shop from "../shop/shop.ts"

const Odd = Schema.Union([
  Schema.Literals([".", "..", "", " ", "%2e%2e", "a/b", "../../x", "?x=1", "#x", "\\..\\x", "\ud800", "ä"]),
  Schema.String
])

it.effect.prop(
  "a text in the path stays one step of it, or is refused and not sent",
  [Odd],
  ([id]) => {
    const paths: Array<string> = []
    const wire = Shop.transport((_method, url) => {
      paths.push(url.pathname)
      return Shop.order(1)
    })
    return Effect.gen(function* () {
      const failure = yield* Effect.as(Shop.getOrder({ id }), undefined).pipe(Effect.catch(Effect.succeed))
      if (failure === undefined)
        assert.deepStrictEqual(
          paths.map((path) => path.split("/").map(decodeURIComponent)),
          [["", "orders", id]]
        )
      else assert.deepStrictEqual([failure._tag, paths], ["InvalidInput", []])
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  },
  { arbitrary: { runs: 100 } }
)

it.effect.each([".", "..", "", " ", "\ud800"])("“%s” is refused in a path: it is no step of one", (id) => {
  const wire = Shop.transport(() => Shop.order(1))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Shop.putOrder({ id, count: 1 }))
    assert.deepStrictEqual([failure._tag, wire.requests], ["InvalidInput", []])
    if (failure._tag === "InvalidInput")
      assert.deepStrictEqual(
        failure.complaints.map(({ path }) => path),
        ["id"]
      )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect(
  "a field with the name of a setting does not take its place, even where any field may be given",
  () => {
    const wire = Shop.transport(() => Shop.order(1))
    const search = Shop.operation("search", () => ({
      method: "POST",
      path: "/shops/{shopId}/search",
      input: Schema.Record(Schema.String, Schema.String),
      output: Schema.Unknown,
      idempotent: true
    }))
    return Effect.gen(function* () {
      yield* search({ shopId: "another shop" })
      assert.deepStrictEqual(wire.requests, ["POST /shops/s%201/search"])
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  }
)
