import { assert, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import * as Outbox from "../../src/durable/Outbox.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Batch from "../../src/many/Batch.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line, linesOf, setLines, statesOf } from "./sale.ts"

type Worker = Layer.Layer<never, Outbox.StoreUnavailable, Outbox.Outbox>

/** Many in a request, which is known by a key of its own. */
const payMany = Batch.batched(
  Shop.operation("payMany", () => ({
    method: "POST",
    path: "/payments",
    input: Schema.Struct({ ids: Schema.Array(Schema.String), key: Schema.optionalKey(Schema.String) }),
    output: Schema.Struct({}),
    generates: { key: "uuid" },
    repeats: { knownBy: "request", within: "1 day" },
    idempotent: true
  })),
  { input: (ids: ReadonlyArray<string>) => ({ ids }), count: 10, blames: [] }
)

type Break = (store: Outbox.Commands) => Partial<Outbox.Commands>

/** A worker whose store is broken somehow, over a forged vendor. */
const rig = (answer: (body: string) => Wire | Effect.Effect<Wire>, broken: Break = () => ({})) => {
  const bodies: Array<string> = []
  const wire = Shop.transport((_method, _url, _headers, body) => {
    bodies.push(body)
    return answer(body)
  })
  const changed = Effect.map(Outbox.Outbox, (box) => ({
    ...box,
    store: { ...box.store, ...broken(box.store) }
  }))
  const box = Layer.provide(Layer.effect(Outbox.Outbox, changed), Outbox.layerMemory())
  const worker = (lines = addLines): Worker =>
    Layer.provide(Outbox.worker([lines, setLines, payMany]), Shop.layer(wire.layer))
  return { bodies, box, worker }
}

const ran = (time: "2 seconds" | "12 seconds" | "20 seconds" | "10 minutes") =>
  Effect.andThen(Effect.yieldNow, TestClock.adjust(time))

/** A command that is carried out, and whose answer is lost, the first time. */
const unheardOnce = <Command, A>(run: (command: Command) => Effect.Effect<A, Outbox.StoreUnavailable>) => {
  let times = 0
  return (command: Command): Effect.Effect<A, Outbox.StoreUnavailable> =>
    Effect.flatMap(run(command), (answer) =>
      times++ > 0
        ? Effect.succeed(answer)
        : new Outbox.StoreUnavailable({ store: "test", reason: "unreachable", problem: "it went away" })
    )
}

it.effect(
  "is in no doubt about what was not sent because the store did not say that its intent is kept",
  () => {
    const { bodies, box, worker } = rig(
      () => fromJson(200, {}, {}),
      ({ intent }) => ({ intent: unheardOnce(intent) })
    )
    return Effect.gen(function* () {
      yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
      yield* Layer.build(worker())
      yield* ran("2 seconds")
      assert.deepStrictEqual(yield* statesOf, { a: "delivered" })
      assert.strictEqual(bodies.length, 1)
      assert.deepInclude(yield* Outbox.get("a"), { attempts: 1, doubts: 0 })
    }).pipe(Effect.scoped, Effect.provide(box))
  }
)

it.effect("gives back at once what it claimed without hearing of it", () => {
  const { box, worker } = rig(
    () => fromJson(200, {}, {}),
    ({ claim }) => ({ claim: unheardOnce(claim) })
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Layer.build(worker())
    yield* ran("2 seconds")
    assert.deepStrictEqual(yield* statesOf, { a: "delivered" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("settles once what the store did not say it had settled", () => {
  const { bodies, box, worker } = rig(
    () => fromJson(200, {}, {}),
    ({ settle }) => ({ settle: unheardOnce(settle) })
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Layer.build(worker())
    yield* ran("2 seconds")
    assert.strictEqual(bodies.length, 1)
    assert.deepInclude(yield* Outbox.get("a"), { state: "delivered", attempts: 1, doubts: 0 })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("sends a keyed request that may have been done as it was, whatever is said to its repeat", () => {
  // Nothing is heard of the first, and the next ones come while the shop is closed.
  const answers = [
    Effect.never,
    ...Array.from({ length: 10 }, () => fromJson(503, {}, { message: "closed" }))
  ]
  const { bodies, box, worker } = rig((body) => {
    const answer = body.includes('"a"') ? answers.shift() : undefined
    return answer ?? fromJson(200, {}, {})
  })
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(payMany, ["a", "b"], { id: (id) => id })
    yield* Layer.build(worker())
    for (let times = 0; times < 20; times++) {
      yield* ran("20 seconds")
      // Others that come in between are not put into the same request.
      yield* Outbox.enqueue(payMany, `later-${times}`, { id: `later-${times}` })
    }
    yield* ran("10 minutes")
    const own = bodies.filter((body) => body.includes('"a"'))
    assert.ok(own.length > 3)
    assert.strictEqual(new Set(own).size, 1)
    assert.deepInclude(yield* statesOf, { a: "delivered", b: "delivered" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("sends again, in parts, what was refused together after it was given up", () => {
  let slow = true
  const { box, worker } = rig((body) => {
    if (!linesOf(body).some(({ article }) => article === "bad")) return fromJson(200, {}, {})
    const refused = Effect.succeed(fromJson(400, {}, { message: "no" }))
    if (!slow) return refused
    slow = false
    return Effect.delay(refused, "15 seconds")
  })
  return Effect.gen(function* () {
    const lines = [line("a"), line("bad")]
    yield* Outbox.enqueueAll(addLines, lines, { id: ({ article }) => article })
    yield* Layer.build(worker())
    yield* ran("12 seconds")
    assert.deepStrictEqual(yield* statesOf, { a: "unknown", bad: "unknown" })
    yield* ran("20 seconds")
    assert.strictEqual((yield* statesOf)["a"], "delivered")
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("leaves in doubt what may have been recorded before it was not", () => {
  let times = 0
  const { box, worker } = rig(() =>
    times++ < 4 ? fromJson(500, {}, { message: "broken" }) : fromJson(200, {}, { odd: [0] })
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueue(setLines, line("a"), { id: "a" })
    yield* Layer.build(worker())
    yield* ran("10 minutes")
    assert.deepInclude((yield* Outbox.get("a"))?.outcome, { tag: "NotRecorded" })
    assert.deepStrictEqual(yield* statesOf, { a: "unknown" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("finds the bad item of a batch although an attempt before its refusal was lost", () => {
  let lost = true
  const { bodies, box, worker } = rig((body) => {
    const answer = linesOf(body).some(({ article }) => article === "bad")
      ? fromJson(400, {}, { message: "no" })
      : fromJson(200, {}, {})
    const first = lost
    lost = false
    return first ? fromJson(502, {}, {}) : answer
  })
  return Effect.gen(function* () {
    const lines = [line("a"), line("bad"), line("c")]
    yield* Outbox.enqueueAll(setLines, lines, { id: ({ article }) => article })
    yield* Layer.build(worker())
    yield* ran("12 seconds")
    // The bad one may have been done by the attempt that was lost.
    assert.deepStrictEqual(yield* statesOf, { a: "delivered", bad: "unknown", c: "delivered" })
    assert.strictEqual(bodies.length, 6)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("goes on after a fault of the program, and says of the items what it was", () => {
  let faults = 0
  const thrown = () => {
    faults++
    return Effect.die(new Error("a fault"))
  }
  const once = <A>(run: Effect.Effect<A, Outbox.StoreUnavailable>) =>
    Effect.suspend(() => (faults < 2 ? thrown() : run))
  // The store breaks when leases are looked after, and the operation when it reads its answer.
  const { box, worker } = rig(
    () => fromJson(200, {}, { odd: [0] }),
    ({ reap }) => ({ reap: (command) => once(reap(command)) })
  )
  const odd = Batch.batched(addLines, {
    ...addLines.batching,
    warnings: () => {
      throw new Error("it cannot read this")
    }
  })
  return Effect.gen(function* () {
    yield* Layer.build(worker(odd))
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* ran("12 seconds")
    const item = yield* Outbox.get("a")
    assert.deepInclude(item?.outcome, { tag: "Defect", delivery: "Unknown" })
    assert.include(item?.outcome?.message, "it cannot read this")
    assert.strictEqual(faults, 2)
    yield* Outbox.enqueue(setLines, line("b"), { id: "b" })
    yield* ran("12 seconds")
    assert.deepStrictEqual(yield* statesOf, { a: "unknown", b: "dead" })
  }).pipe(Effect.scoped, Effect.provide(box))
})
