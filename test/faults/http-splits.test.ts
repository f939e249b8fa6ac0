/** A 413 or 414 asks for less, whoever says so: an operation that can be split is, and one that cannot fails with the words. */
import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { fromJson, make } from "../../src/contract/Wire.ts"
import * as Split from "../../src/many/Split.ts"
import * as Shop from "../shop/shop.ts"

const spec = () =>
  ({
    method: "POST",
    path: "/lines",
    input: Schema.Struct({ ids: Schema.Array(Schema.String) }),
    output: Schema.Struct({ ids: Schema.Array(Schema.String) }),
    idempotent: false
  }) as const
const whole = Shop.operation("addLines", spec)
const parts = Split.list(whole, {
  field: "ids",
  join: (first, second) => ({ ids: [...first.ids, ...second.ids] })
})
const ids = ["a", "b", "c", "d", "e", "f", "g"]

const proxy = (status: number, most: number) =>
  Shop.transport((_method, _url, _headers, body) => {
    const given = Schema.decodeUnknownSync(Schema.fromJsonString(spec().input))(body)
    return given.ids.length > most
      ? make(status, { "content-type": "text/html" }, "<h1>Too large</h1>")
      : fromJson(200, {}, given)
  })

it.effect.each([413, 414])(
  "a list is halved after a %i that nobody documents, also where it is written",
  (status) => {
    const wire = proxy(status, 2)
    return Effect.gen(function* () {
      assert.deepStrictEqual((yield* parts({ ids })).ids, ids)
      assert.isAbove(wire.requests.length, 4)
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  }
)

it.effect.each([413, 414])("what cannot be made smaller is named, with the words of the %i", (status) => {
  const wire = proxy(status, 0)
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(parts({ ids }))
    assert.deepStrictEqual(
      [failure._tag, failure.category, failure.delivery],
      ["Unrecognized", "too-large", "Refused"]
    )
    assert.include(failure.call?.unsplit ?? "", `ids = ["a"]`)
    assert.include(failure.message, "Too large")
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("an operation that cannot be split is sent once", () => {
  const wire = proxy(413, 2)
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(whole({ ids }))
    assert.deepStrictEqual([failure.retry, wire.requests.length], ["split", 1])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
