import { assert, it } from "@effect/vitest"
import { Effect, Layer, Stream } from "effect"
import { TestClock } from "effect/testing"
import * as Outbox from "../../src/durable/Outbox.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line, linesOf, payOrder, setLines, statesOf } from "./sale.ts"

type Answer = (body: string, path: string) => Wire | Effect.Effect<Wire>

/** An outbox in memory with a worker over a forged vendor. The worker starts with the effect that is given second. */
const rig = (answer: Answer, options: Outbox.WorkerOptions = {}) => {
  const bodies: Array<string> = []
  const wire = Shop.transport((_method, url, _headers, body) => {
    bodies.push(body)
    return answer(body, url.pathname)
  })
  const shop = Shop.layer(wire.layer)
  const worker = Outbox.worker([addLines, setLines, payOrder, Shop.placeOrder], options).pipe(
    Layer.provide(shop)
  )
  return { bodies, box: Outbox.layerMemory(), worker }
}

const ran = (for_: string) => Effect.andThen(Effect.yieldNow, TestClock.adjust(for_ as "1 second"))

it.effect("joins items into requests and settles each", () => {
  const { bodies, box, worker } = rig(() => fromJson(200, {}, { odd: [1] }))
  return Effect.gen(function* () {
    const receipts = yield* Outbox.enqueueAll(
      addLines,
      ["a", "b", "c", "d"].map((article) => line(article)),
      { id: ({ article }) => article }
    )
    assert.deepStrictEqual(receipts, { queued: 4, duplicates: 0, refused: [] })
    yield* Layer.build(worker)
    yield* ran("2 seconds")
    assert.deepStrictEqual(
      bodies.map((body) => linesOf(body).length).toSorted((one, other) => one - other),
      [1, 3]
    )
    assert.deepStrictEqual(yield* statesOf, { a: "delivered", b: "warned", c: "delivered", d: "delivered" })
    const { all } = yield* Outbox.stats
    assert.deepStrictEqual(all, {
      enqueued: 4,
      open: 0,
      delivered: 3,
      warned: 1,
      dead: 0,
      unknown: 0,
      dropped: 0
    })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("finds the one bad item of a batch, and sends the others", () => {
  const { box, worker } = rig((body) =>
    linesOf(body).some(({ article }) => article === "bad")
      ? fromJson(400, {}, { message: "no" })
      : fromJson(200, {}, {})
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(
      addLines,
      ["a", "bad", "c"].map((one) => line(one)),
      { id: ({ article }) => article }
    )
    yield* Layer.build(worker)
    yield* ran("2 seconds")
    assert.deepStrictEqual(yield* statesOf, { a: "delivered", bad: "dead", c: "delivered" })
    const dead = yield* Outbox.get("bad")
    assert.strictEqual(dead?.outcome?.tag, "Shop.BadRequest")
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("leaves unknown what must not be done twice, and sends again what may be", () => {
  let down = true
  const { bodies, box, worker } = rig((_body, path) =>
    down && path !== "/token"
      ? fromJson(500, {}, { message: "broken" })
      : fromJson(200, {}, { id: "1", count: 1 })
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "once" })
    yield* Outbox.enqueue(setLines, line("b"), { id: "often" })
    yield* Layer.build(worker)
    yield* ran("1 minute")
    down = false
    yield* ran("10 minutes")
    assert.deepStrictEqual(yield* statesOf, { once: "unknown", often: "delivered" })
    assert.strictEqual(bodies.filter((body) => linesOf(body)[0]?.article === "a").length, 1)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("sends a keyed request again byte for byte", () => {
  let lost = true
  const { bodies, box, worker } = rig(() => (lost ? Effect.never : fromJson(200, {}, {})))
  return Effect.gen(function* () {
    yield* Outbox.enqueue(payOrder, { id: "o" }, { id: "pay" })
    yield* Layer.build(worker)
    yield* ran("100 seconds")
    lost = false
    yield* ran("5 minutes")
    assert.deepStrictEqual(yield* statesOf, { pay: "delivered" })
    assert.ok(bodies.length > 1)
    assert.strictEqual(new Set(bodies).size, 1)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("waits as long as the vendor says, in the store", () => {
  let busy = true
  const { bodies, box, worker } = rig(() =>
    busy ? fromJson(429, { "retry-after": "7200" }, { message: "busy" }) : fromJson(200, {}, {})
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Layer.build(worker)
    yield* ran("10 minutes")
    busy = false
    assert.strictEqual(bodies.length, 1)
    const item = yield* Outbox.get("a")
    assert.deepInclude(item, { state: "pending", attempts: 1, waits: "due" })
    yield* ran("3 hours")
    assert.deepStrictEqual(yield* statesOf, { a: "delivered" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("tells of each end, and waits for one", () => {
  const { box, worker } = rig(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    const seen: Array<string> = []
    const note = ({ id }: Outbox.Item) => Effect.sync(() => void seen.push(id))
    yield* Effect.forkScoped(Stream.runForEach(Outbox.changes(), note))
    yield* Effect.yieldNow
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Outbox.enqueue(addLines, line("b", "other"), { id: "b" })
    yield* Layer.build(worker)
    yield* ran("2 seconds")
    assert.strictEqual((yield* Outbox.ended("a")).state, "delivered")
    yield* ran("1 second")
    assert.deepStrictEqual(seen.toSorted(), ["a", "b"])
  }).pipe(Effect.scoped, Effect.provide(box))
})
