import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Schema, Stream } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import * as Split from "../../src/many/Split.ts"
import { failuresOf } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import * as Pages from "../../src/many/Pages.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

const { operation } = Shop
const input = Schema.Struct({
  size: Schema.optionalKey(Schema.Int),
  after: Schema.optionalKey(Schema.String),
  offset: Schema.optionalKey(Schema.Int)
})
const output = Schema.Struct({
  data: Schema.Array(Schema.Int),
  next: Schema.optionalKey(Schema.NullOr(Schema.String))
})
const spec = { method: "GET", path: "/orders", input, output, idempotent: true } as const

const listOrders = Pages.byToken(
  operation("listOrders", () => spec),
  {
    items: ({ data }) => data,
    token: ({ next }) => next,
    into: "after"
  }
)
const page = (url: URL) => {
  const start = Number(url.searchParams.get("after") ?? 0)
  return fromJson(200, {}, { data: [start, start + 1], next: start + 2 >= 8 ? null : String(start + 2) })
}

it.effect("reads lazily, page by page", () => {
  const wire = Shop.transport((_method, url) => page(url))
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Stream.runCollect(Stream.take(listOrders.stream({}), 3)), [0, 1, 2])
    assert.deepStrictEqual(wire.requests, ["GET /orders", "GET /orders?after=2"])
    assert.deepStrictEqual(yield* Stream.runCollect(listOrders.stream({})), [0, 1, 2, 3, 4, 5, 6, 7])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("retries the page that failed, never from page one, and resumes from a position", () => {
  let broken = true
  const wire = Shop.transport((_method, url) => {
    if (broken && url.searchParams.get("after") === "4") return forge(Shop.Closed, {})
    return page(url)
  })
  return Effect.gen(function* () {
    const read = yield* Effect.forkChild(Stream.runCollect(Stream.take(listOrders.pages({}), 2)))
    const [, second] = yield* Fiber.join(read)
    const failed = yield* Effect.forkChild(Effect.flip(Stream.runDrain(listOrders.stream({}, second?.next))))
    yield* TestClock.adjust("1 hour")
    assert.strictEqual((yield* Fiber.join(failed))._tag, "Shop.Closed")
    assert.strictEqual(wire.requests.filter((one) => one === "GET /orders").length, 1)
    broken = false
    assert.deepStrictEqual(yield* Stream.runCollect(listOrders.stream({}, second?.next)), [4, 5, 6, 7])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("stops at a repeating cursor", () => {
  const wire = Shop.transport(() => fromJson(200, {}, { data: [1], next: "7" }))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Stream.runDrain(listOrders.stream({})))
    assert.deepStrictEqual([failure._tag, wire.requests.length], ["RepeatedCursor", 2])
    assert.include(failure.message, `{"after":"7"}`)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("pages by offset until an empty page", () => {
  const byOffset = Pages.byOffset(
    operation("listByOffset", () => spec),
    {
      items: ({ data }) => data,
      offset: "offset",
      limit: "size",
      size: 3
    }
  )
  const all = [0, 1, 2, 3, 4, 5, 6]
  const wire = Shop.transport((_method, url) => {
    const offset = Number(url.searchParams.get("offset") ?? 0)
    return fromJson(200, {}, { data: all.slice(offset, offset + 3) })
  })
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Stream.runCollect(byOffset.stream({})), all)
    assert.strictEqual(wire.requests.length, 4)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it("finds the cursor in a Link header, relative or malformed", () => {
  const link = `</items?cursor=abc>; rel="prev",</items?cursor=d%2Be>; rel="next"`
  assert.strictEqual(Pages.cursorInLink(link), "d+e")
  assert.strictEqual(Pages.cursorInLink(`<https://rest.example.comitems?x=1&cursor=q>; rel=next`), "q")
  assert.isUndefined(Pages.cursorInLink(undefined))
})

class TooMuch extends failuresOf({ vendor: "Shop", messageAt: [], frame: () => ({}) })<TooMuch>()(
  "Shop.TooMuch",
  {
    signature: { status: 413 },
    category: "too-large",
    retry: "split",
    means: "The answer would be too large.",
    remedy: "Ask for less.",
    see: "docs"
  }
) {}

const large = operations<Shop.Always>()(
  Shop.ShopApi,
  define({ ...Shop.vendor, failures: [TooMuch, ...Shop.failures] })
)

it.effect(
  "asks for half a page when the answer is too large, joins in order, and names what cannot be made smaller",
  () => {
    const split = Split.page(
      large("listSplit", () => ({ ...spec, fails: [TooMuch] })),
      {
        size: "size",
        usual: 8,
        next: ({ next }) => (typeof next === "string" ? { after: next } : undefined),
        join: (first, second) => ({ ...second, data: [...first.data, ...second.data] })
      }
    )
    let most = 3
    const wire = Shop.transport((_method, url) => {
      const [start, size] = [
        Number(url.searchParams.get("after") ?? 0),
        Number(url.searchParams.get("size") ?? 8)
      ]
      if (size > most) return forge(TooMuch, {})
      const data = Array.from({ length: 10 }, (_, index) => index).slice(start, start + size)
      return fromJson(200, {}, { data, next: start + size >= 10 ? null : String(start + size) })
    })
    return Effect.gen(function* () {
      const whole = yield* split({ size: 8 })
      assert.deepStrictEqual(whole, { data: [0, 1, 2, 3, 4, 5, 6, 7], next: "8" })
      most = 0
      const failure = yield* Effect.flip(split({ size: 4, after: "2" }))
      assert.strictEqual(failure._tag, "Shop.TooMuch")
      assert.include(failure.call?.unsplit ?? "", "size = 1")
    }).pipe(Effect.provide(Shop.layer(wire.layer, {}, undefined, [TooMuch])))
  }
)

it.effect("pages by offset until the total, whatever the length of a page", () => {
  const byTotal = Pages.byOffset(
    operation("listByTotal", () => spec),
    {
      items: ({ data }) => data,
      offset: "offset",
      limit: "size",
      size: 4,
      total: () => 7
    }
  )
  const all = [0, 1, 2, 3, 4, 5, 6]
  const wire = Shop.transport((_method, url) => {
    const offset = Number(url.searchParams.get("offset") ?? 0)
    // Shorter than what was asked for, and yet not the last.
    return fromJson(200, {}, { data: all.slice(offset, offset + 3) })
  })
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Stream.runCollect(byTotal.stream({})), all)
    assert.strictEqual(wire.requests.length, 3)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("pages by the Link header until there is none", () => {
  const linked = operation("listLinked", () => spec).pipe(
    Pages.byLink({ items: ({ data }) => data, into: "after", parameter: "after" })
  )
  const wire = Shop.transport((_method, url) => {
    const at = Number(url.searchParams.get("after") ?? 0)
    const link = at >= 4 ? {} : { link: `</orders?after=${at + 2}>; rel="next"` }
    return fromJson(200, link, { data: [at, at + 1] })
  })
  return Effect.gen(function* () {
    assert.deepStrictEqual(yield* Stream.runCollect(linked.stream({})), [0, 1, 2, 3, 4, 5])
    assert.deepStrictEqual(wire.requests, ["GET /orders", "GET /orders?after=2", "GET /orders?after=4"])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("makes a new operation and leaves the one that it was given as it was", () => {
  const plain = operation("listPlain", () => spec)
  const first = Pages.byNumber(plain, { items: ({ data }) => data, page: "offset", first: 0, size: 2 })
  const second = Pages.byNumber(plain, { items: ({ data }) => data, page: "offset", first: 1, size: 2 })
  const split = Split.list(plain, { field: "after", join: (one) => one })
  const wire = Shop.transport((_method, url) =>
    fromJson(200, {}, { data: Number(url.searchParams.get("offset") ?? 0) >= 3 ? [1] : [1, 2] })
  )
  return Effect.gen(function* () {
    assert.isFalse("stream" in plain)
    assert.isUndefined(plain.spec.splits)
    assert.isDefined(split.spec.splits)
    yield* Stream.runDrain(first.stream({}))
    const before = wire.requests.length
    yield* Stream.runDrain(second.stream({}))
    assert.deepStrictEqual([before, wire.requests.length - before], [4, 3])
    assert.deepStrictEqual([first.tag, second.tag, split.tag], [plain.tag, plain.tag, plain.tag])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
