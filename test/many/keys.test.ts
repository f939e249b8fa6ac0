/** What many items share while they are sent: idempotency keys that stay, and order by keys that are forgotten. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Schema, Stream } from "effect"
import { TestClock } from "effect/testing"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Batch from "../../src/many/Batch.ts"
import { answer, stub } from "../../src/testing/stub.ts"
import * as Shop from "../shop/shop.ts"

const Lines = Schema.Struct({
  lines: Schema.Array(Schema.Struct({ article: Schema.String, uid: Schema.optionalKey(Schema.String) }))
})
type Line = (typeof Lines.Type.lines)[number]
const linesOf = Schema.decodeUnknownSync(Schema.fromJsonString(Lines))

const addLines = (idempotent: boolean, more: Partial<Batch.Batching<Line, typeof Lines.Type, void>> = {}) =>
  Shop.operation("addLines", () => ({
    method: "POST",
    path: "/lines",
    input: Lines,
    output: Schema.Void,
    from: "response",
    generates: { "lines[].uid": "uuid" },
    idempotent
  })).pipe(
    Batch.batched({
      input: (lines: ReadonlyArray<Line>) => ({ lines }),
      count: 4,
      blames: [Shop.BadRequest, Shop.Broken],
      ...more
    })
  )

const articles = ["a", "b", "bad", "d", "e", "f", "g"]
const items = articles.map((article): Line => ({ article }))

/** Refuses each request that holds the bad article, alone or among others, and notes the keys that came with each. */
const shop = (refusal: typeof Shop.BadRequest | typeof Shop.Broken, alone = refusal) => {
  const keys = new Map<string, Set<string | undefined>>()
  const wire = Shop.transport((_method, _url, _headers, body) => {
    const { lines } = linesOf(body)
    for (const { article, uid } of lines) keys.set(article, (keys.get(article) ?? new Set()).add(uid))
    return lines.some(({ article }) => article === "bad")
      ? forge(lines.length > 1 ? refusal : alone, {})
      : fromJson(200, {}, {})
  })
  return { keys, requests: wire.requests, layer: Shop.layer(wire.layer) }
}

describe("an item's idempotency key", () => {
  it.effect("is made once, however often its batch is split, and told with its outcome", () => {
    const { keys, layer } = shop(Shop.BadRequest)
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(addLines(false).many(items))
      assert.deepStrictEqual(
        outcomes.map(({ item, outcome }) => [item.article, outcome, [item.uid]]),
        articles.map((article) => [
          article,
          article === "bad" ? "refused" : "accepted",
          [...(keys.get(article) ?? [])]
        ])
      )
      assert.strictEqual(new Set(outcomes.map(({ item }) => item.uid)).size, articles.length)
    }).pipe(Effect.provide(layer))
  })
})

describe("what is generated for an item", () => {
  it.effect("is not put into what only holds the item", () => {
    const wrapped = Shop.operation("addWrapped", () => ({
      method: "POST",
      path: "/lines",
      input: Lines,
      output: Schema.Void,
      from: "response",
      generates: { "lines[].uid": "uuid" },
      idempotent: false
    })).pipe(
      Batch.batched({
        input: (some: ReadonlyArray<{ readonly line: Line }>) => ({ lines: some.map(({ line }) => line) }),
        count: 4,
        blames: []
      })
    )
    const { keys, layer } = shop(Shop.BadRequest)
    const given = [{ line: { article: "a" } }, { line: { article: "b", uid: "mine" } }]
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(wrapped.many(given))
      assert.deepStrictEqual(
        outcomes.map(({ item }) => item),
        given
      )
      assert.deepStrictEqual([...(keys.get("b") ?? [])], ["mine"])
      assert.match([...(keys.get("a") ?? [])].join(), /^[0-9a-f-]{36}$/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is made as the item comes, not when its request is full", () => {
    const Timed = Schema.Struct({
      times: Schema.Array(Schema.Struct({ at: Schema.optionalKey(Schema.Int) }))
    })
    const addTimes = Shop.operation("addTimes", () => ({
      method: "POST",
      path: "/times",
      input: Timed,
      output: Schema.Void,
      from: "response",
      generates: { "times[].at": "now" },
      idempotent: false
    })).pipe(
      Batch.batched({
        input: (times: (typeof Timed.Type)["times"]) => ({ times }),
        count: 3,
        blames: []
      })
    )
    const slowly = Stream.mapEffect(Stream.make({}, { at: 7 }, {}), (one) =>
      Effect.as(Effect.sleep("1 second"), one)
    )
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Stream.runCollect(addTimes.many(slowly)))
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual(
        (yield* Fiber.join(fiber)).map(({ item }) => item.at),
        [1_000, 7, 3_000]
      )
    }).pipe(
      Effect.provide(
        stub(
          Shop.ShopApi,
          answer(addTimes, () => Effect.void)
        )
      )
    )
  })

  it.effect.each([
    ["a list", (all: ReadonlyArray<Line>) => all],
    ["a stream", Stream.fromIterable<Line>]
  ] as const)("is made for what is next, not for all of %s", ([, given]) => {
    let made = 0
    const lazily = addLines(false, {
      input: (lines) => {
        made += lines.length
        return { lines }
      }
    })
    const all = Array.from({ length: 100_000 }, (_, index): Line => ({ article: String(index) }))
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Stream.take(lazily.many(given(all)), 5))
      assert.deepStrictEqual(
        outcomes.map(({ item }) => item.article),
        ["0", "1", "2", "3", "4"]
      )
      assert.isBelow(made, 5_000)
    }).pipe(
      Effect.provide(
        stub(
          Shop.ShopApi,
          answer(lazily, () => Effect.void)
        )
      )
    )
  })
})

describe("a batch that may have been taken", () => {
  it.effect("is not sent again in parts where doing it twice does harm", () => {
    const { layer, requests } = shop(Shop.Broken)
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(addLines(false).many(items.slice(0, 4)))
      assert.deepStrictEqual(
        outcomes.map(({ outcome }) => outcome),
        ["unknown", "unknown", "unknown", "unknown"]
      )
      assert.strictEqual(requests.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("leaves unknown what is refused of it later: it may have been taken with the whole", () => {
    const { layer } = shop(Shop.Broken, Shop.BadRequest)
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Stream.runCollect(addLines(true).many(items.slice(0, 4))))
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual(
        (yield* Fiber.join(fiber)).map(({ failure, outcome }) => [outcome, failure?._tag]),
        [
          ["accepted", undefined],
          ["accepted", undefined],
          ["unknown", "Shop.BadRequest"],
          ["accepted", undefined]
        ]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("keys that keep an order", () => {
  // Node has a collector to call once it is told so; without it, garbage would count as held.
  setFlagsFromString("--expose-gc")
  const collect: () => void = runInNewContext("gc")
  const held = () => {
    collect()
    return process.memoryUsage().heapUsed
  }

  it.effect("are forgotten when their last batch is done, however long the run", () => {
    const [runs, long] = [2_000, "k".repeat(15_000)]
    // Joined, for a sum of texts would share the long one.
    const ordered = addLines(false, { count: 1, key: ({ article }) => [article, long].join(" ") })
    return Effect.gen(function* () {
      const before = held()
      const heldAtEnd: Array<number> = []
      const many = ordered.many(Array.from({ length: runs }, (_, index) => ({ article: String(index) })))
      yield* Stream.runForEach(many, ({ index }) =>
        Effect.sync(() => void (index === runs - 1 && heldAtEnd.push(held() - before)))
      )
      assert.strictEqual(heldAtEnd.length, 1)
      assert.isBelow(heldAtEnd[0] ?? Infinity, (runs * long.length) / 4)
    }).pipe(
      Effect.provide(
        stub(
          Shop.ShopApi,
          answer(ordered, () => Effect.void)
        )
      )
    )
  })
})
