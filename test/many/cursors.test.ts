/** Lists whose positions lead back: reading them ends, with what was read and where. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema, Stream } from "effect"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Pages from "../../src/many/Pages.ts"
import * as Shop from "../shop/shop.ts"

const listOrders = Shop.operation("listOrders", () => ({
  method: "GET",
  path: "/orders",
  input: Schema.Struct({ after: Schema.optionalKey(Schema.String) }),
  output: Schema.Struct({ data: Schema.Array(Schema.Int), next: Schema.optionalKey(Schema.String) }),
  idempotent: true
})).pipe(Pages.byToken({ items: ({ data }) => data, token: ({ next }) => next, into: "after" }))

/** A list of pages by their cursors; it ends by itself before long, so that a reader that does not notice ends too. */
const list = (nextOf: Readonly<Record<string, string>>) => {
  const wire = Shop.transport((_method, url) => {
    const next = wire.requests.length > 20 ? undefined : nextOf[url.searchParams.get("after") ?? "start"]
    return fromJson(200, {}, { data: [wire.requests.length], ...(next === undefined ? {} : { next }) })
  })
  return wire
}

describe("a list", () => {
  const circles = [
    ["to the page before", { start: "a", a: "b", b: "a" }, {}, 3],
    ["to the page itself", { start: "a", a: "a" }, {}, 2],
    ["to where reading began", { b: "c", c: "a", a: "b" }, { after: "b" }, 3]
  ] as const

  it.effect.each(circles)(
    "that leads back %s is read once around, and no further",
    ([, nextOf, from, pages]) => {
      const wire = list(nextOf)
      return Effect.gen(function* () {
        const read: Array<number> = []
        const failure = yield* Effect.flip(
          Stream.runForEach(listOrders.stream({}, from), (item) => Effect.sync(() => void read.push(item)))
        )
        assert.deepStrictEqual([failure._tag, failure.operation], ["RepeatedCursor", "Shop.listOrders"])
        assert.strictEqual(wire.requests.length, pages)
        assert.deepStrictEqual(read.slice(0, pages - 1), [1, 2, 3].slice(0, pages - 1))
      }).pipe(Effect.provide(Shop.layer(wire.layer)))
    }
  )
})

it.effect("a list goes on from the position of each page, though its input names where to begin", () => {
  const byOffset = Shop.operation("byOffset", () => ({
    method: "GET",
    path: "/orders",
    input: Schema.Struct({ offset: Schema.optionalKey(Schema.Int), limit: Schema.optionalKey(Schema.Int) }),
    output: Schema.Struct({ data: Schema.Array(Schema.Int) }),
    idempotent: true
  })).pipe(Pages.byOffset({ items: ({ data }) => data, offset: "offset", limit: "limit", size: 2 }))
  const all = [0, 1, 2, 3, 4, 5, 6]
  const wire = Shop.transport((_method, { searchParams }) => {
    const [offset, limit] = ["offset", "limit"].map((name) => Number(searchParams.get(name) ?? 0))
    return fromJson(200, {}, { data: all.slice(offset, (offset ?? 0) + (limit ?? 0)) })
  })
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Stream.runCollect(byOffset.stream({ offset: 3 })), [3, 4, 5, 6])
    assert.deepStrictEqual(yield* Stream.runCollect(byOffset.stream({ limit: 3 })), all)
    assert.isTrue(wire.requests.slice(-3).every((one) => one.includes("limit=3")))
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
