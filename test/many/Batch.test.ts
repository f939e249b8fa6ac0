import { assert, it } from "@effect/vitest"
import { Effect, Schema, Stream } from "effect"
import * as Batch from "../../src/many/Batch.ts"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

interface Line {
  readonly article: string
  readonly owner: string
}
const LineFields = Schema.Struct({ article: Schema.NonEmptyString, owner: Schema.String })

const make = (
  options: Partial<
    Batch.Batching<Line, { readonly lines: ReadonlyArray<Line> }, { readonly odd?: ReadonlyArray<number> }>
  > = {}
) =>
  Batch.batched(
    Shop.operation("addLines", () => ({
      method: "POST",
      path: "/lines",
      input: Schema.Struct({ lines: Schema.Array(LineFields) }),
      output: Schema.Struct({ odd: Schema.optionalKey(Schema.Array(Schema.Int)) }),
      idempotent: false
    })),
    {
      input: (lines) => ({ lines }),
      count: 3,
      warnings: (output) => (output.odd ?? []).map((index) => ({ index, message: "odd", recorded: true })),
      blames: [Shop.BadRequest],
      ...options
    }
  )

const line = (article: string, owner = "a"): Line => ({ article, owner })
const linesOf = (body: string) =>
  Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ lines: Schema.Array(LineFields) })))(body)
    .lines

it.effect("cuts to the documented count and answers item by item, in order", () => {
  const sizes: Array<number> = []
  const wire = Shop.transport((_method, _url, _headers, body) => {
    sizes.push(linesOf(body).length)
    return fromJson(200, {}, { odd: [1] })
  })
  return Effect.gen(function* () {
    const outcomes = yield* Stream.runCollect(
      make().many(["a", "b", "c", "d"].map((article) => line(article)))
    )
    assert.deepStrictEqual(sizes, [3, 1])
    assert.deepStrictEqual(
      outcomes.map(({ index, outcome, warning }) => [index, outcome, warning]),
      [
        [0, "accepted", undefined],
        [1, "warned", "odd"],
        [2, "accepted", undefined],
        [3, "accepted", undefined]
      ]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("numbers the items on and on, however many there are", () => {
  const wire = Shop.transport(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    const lines = Array.from({ length: 2_500 }, (_, index) => line(String(index)))
    const outcomes = yield* Stream.runCollect(make({ count: 400 }).many(lines))
    assert.deepStrictEqual(
      outcomes.map(({ index, item }) => [index, item.article]),
      lines.map(({ article }, index) => [index, article])
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("cuts to the documented bytes", () => {
  const wire = Shop.transport(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    const sized = make({ count: 100, bytes: 25, size: ({ article }) => article.length })
    yield* Stream.runDrain(sized.many(Array.from({ length: 6 }, () => line("x".repeat(10)))))
    assert.strictEqual(wire.requests.length, 3)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("splits a refused batch until only the bad item is refused", () => {
  const wire = Shop.transport((_method, _url, _headers, body) =>
    linesOf(body).some(({ article }) => article === "bad")
      ? forge(Shop.BadRequest, {})
      : fromJson(200, {}, {})
  )
  return Effect.gen(function* () {
    const outcomes = yield* Stream.runCollect(make().many([line("a"), line("bad"), line(""), line("d")]))
    assert.deepStrictEqual(
      outcomes.map(({ failure, outcome }) => [outcome, failure?._tag]),
      [
        ["accepted", undefined],
        ["refused", "Shop.BadRequest"],
        ["refused", "InvalidInput"],
        ["accepted", undefined]
      ]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect(
  "calls items unknown when nobody knows, and does not split for a failure that is not an item's fault",
  () => {
    const answers = [forge(Shop.Broken, {}), forge(Shop.SoldOut, { article: "x" })]
    const wire = Shop.transport(() => answers[wire.requests.length - 1] ?? fromJson(200, {}, {}))
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(
        make().many(
          ["a", "b", "c", "d"].map((article) => line(article)),
          { concurrency: 1 }
        )
      )
      assert.deepStrictEqual(
        outcomes.map(({ outcome }) => outcome),
        ["unknown", "unknown", "unknown", "refused"]
      )
      assert.strictEqual(wire.requests.length, 2)
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  }
)

it.effect("keeps the order within a key however many requests are under way", () => {
  const arrived: Array<string> = []
  let waiting = 0
  const wire = Shop.transport((_method, _url, _headers, body) =>
    Effect.gen(function* () {
      // The earlier a request, the longer it takes: only waiting for it keeps the order.
      for (let turn = 0; turn < 20 - waiting++; turn++) yield* Effect.yieldNow
      for (const { article, owner } of linesOf(body)) arrived.push(`${owner}${article}`)
      return fromJson(200, {}, {})
    })
  )
  return Effect.gen(function* () {
    const lines = Array.from({ length: 12 }, (_, index) =>
      line(String(index).padStart(2, "0"), index % 4 === 3 ? "b" : "a")
    )
    yield* Stream.runDrain(make({ key: ({ owner }) => owner, count: 1 }).many(lines, { concurrency: 8 }))
    for (const owner of ["a", "b"]) {
      const mine = arrived.filter((one) => one.startsWith(owner))
      assert.deepStrictEqual(mine, mine.toSorted())
    }
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("never puts two groups into one request", () => {
  const owners: Array<number> = []
  const wire = Shop.transport((_method, _url, _headers, body) => {
    owners.push(new Set(linesOf(body).map(({ owner }) => owner)).size)
    return fromJson(200, {}, {})
  })
  return Effect.gen(function* () {
    const lines = Array.from({ length: 9 }, (_, index) => line("x", index % 2 === 0 ? "a" : "b"))
    const outcomes = yield* Stream.runCollect(make({ group: ({ owner }) => owner }).many(lines))
    assert.deepStrictEqual(new Set(owners), new Set([1]))
    assert.strictEqual(new Set(outcomes.map(({ index }) => index)).size, 9)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("keeps the order within a key across groups", () => {
  const arrived: Array<string> = []
  const wire = Shop.transport((_method, _url, _headers, body) => {
    for (const { article } of linesOf(body)) arrived.push(article)
    return fromJson(200, {}, {})
  })
  return Effect.gen(function* () {
    const kinds = make({ group: ({ article }) => article[0] ?? "", key: ({ owner }) => owner })
    yield* Stream.runDrain(
      kinds.many(
        ["x1", "y2", "x3", "y4"].map((article) => line(article)),
        { concurrency: 4 }
      )
    )
    assert.deepStrictEqual(arrived, ["x1", "y2", "x3", "y4"])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("passes on the failure of the stream it reads", () => {
  const wire = Shop.transport(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(
      Stream.runDrain(make().many(Stream.concat(Stream.make(line("a")), Stream.fail("torn" as const))))
    )
    assert.strictEqual(failure, "torn")
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
