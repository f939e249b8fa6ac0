import { assert, it } from "@effect/vitest"
import { Effect, Layer, Stream } from "effect"
import { TestClock } from "effect/testing"
import * as Outbox from "../../src/durable/Outbox.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line, linesOf, payOrder, setLines, statesOf, tagOrder } from "./sale.ts"

type Answer = (body: string, path: string) => Wire | Effect.Effect<Wire>

/** An outbox in memory with a worker over a forged vendor. The worker starts with the effect that is given second. */
const rig = (answer: Answer, options: Outbox.WorkerOptions = {}) => {
  const bodies: Array<string> = []
  const wire = Shop.transport((_method, url, _headers, body) => {
    bodies.push(body)
    return answer(body, url.pathname)
  })
  const shop = Shop.layer(wire.layer)
  const worker = Outbox.worker([addLines, setLines, payOrder, tagOrder, Shop.placeOrder], options).pipe(
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

it.effect("asks a rule about what is unknown, and leaves open what it does not know", () => {
  const questions: Array<string> = []
  const { box, worker } = rig(() => fromJson(500, {}, { message: "broken" }), {
    onUnknown: ({ id }) =>
      Effect.sync(() => {
        questions.push(id)
        return id === "seen"
          ? { state: "delivered", because: "it is in the list" }
          : { state: "unknown", because: "nothing is known" }
      })
  })
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "seen" })
    yield* Outbox.enqueue(addLines, line("b", "other"), { id: "unseen" })
    yield* Layer.build(worker)
    yield* ran("1 minute")
    assert.deepStrictEqual(questions, [])
    yield* ran("10 minutes")
    assert.deepStrictEqual(yield* statesOf, { seen: "delivered", unseen: "unknown" })
    assert.deepStrictEqual(questions, ["seen", "unseen", "unseen"])
    assert.deepInclude((yield* Outbox.get("seen"))?.outcome, { by: "settled", because: "it is in the list" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("gives up after as long as it is told to, and says what was the matter", () => {
  const { box, worker } = rig(() => fromJson(503, {}, { message: "closed for good" }), {
    keepTrying: { for: "1 hour" }
  })
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Layer.build(worker)
    yield* ran("3 hours")
    const item = yield* Outbox.get("a")
    assert.strictEqual(item?.state, "dead")
    assert.match(item?.outcome?.message ?? "", /^Given up after \d+ attempts in .*closed for good/s)
    // A person sends it again, with a new hour.
    yield* Outbox.requeue({ ids: ["a"] }, { by: "me", because: "it is open" })
    assert.deepInclude(yield* Outbox.get("a"), { state: "pending", attempts: 0 })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("a wrong key holds the lane and loses nothing", () => {
  let status = 401
  const { bodies, box, worker } = rig(() => fromJson(status, {}, {}))
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(
      addLines,
      Array.from({ length: 30 }, (_, index) => line(String(index)))
    )
    yield* Layer.build(worker)
    yield* ran("2 hours")
    assert.isBelow(bodies.length, 60)
    status = 200
    yield* ran("20 minutes")
    assert.strictEqual((yield* Outbox.stats).all.delivered, 30)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("keeps the order of a key, and lets others pass one that is stuck", () => {
  const order: Array<string> = []
  const { box, worker } = rig((body) => {
    const all = linesOf(body).map(({ article }) => article)
    if (all.includes("k1")) return fromJson(500, {}, {})
    order.push(...all)
    return fromJson(200, {}, {})
  })
  return Effect.gen(function* () {
    for (const id of ["k1", "k2", "k3"]) yield* Outbox.enqueue(addLines, line(id, "k"), { id, key: "k" })
    for (const id of ["l1", "l2"]) yield* Outbox.enqueue(addLines, line(id), { id, key: "l" })
    yield* Layer.build(worker)
    yield* ran("1 minute")
    assert.deepStrictEqual(order, ["l1", "l2"])
    yield* Outbox.resolve("k1", "delivered", { by: "me", because: "seen" })
    yield* ran("1 minute")
    assert.deepStrictEqual(order, ["l1", "l2", "k2", "k3"])
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("a paused lane claims nothing until it is resumed", () => {
  const { bodies, box, worker } = rig(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    yield* Outbox.pause({ operation: "Shop.addLines" }, { by: "me", because: "stock-taking" })
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Layer.build(worker)
    yield* ran("1 hour")
    assert.lengthOf(bodies, 0)
    assert.isTrue(yield* Outbox.resume({ operation: "Shop.addLines" }))
    yield* ran("1 second")
    assert.deepStrictEqual(yield* statesOf, { a: "delivered" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("an answer that comes late settles what was unknown", () => {
  const { box, worker } = rig(() => Effect.as(Effect.sleep("100 seconds"), fromJson(200, {}, {})), {
    deadline: "90 seconds"
  })
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"), { id: "a" })
    yield* Layer.build(worker)
    yield* ran("30 seconds")
    assert.deepStrictEqual(yield* statesOf, { a: "unknown" })
    yield* ran("90 seconds")
    assert.deepStrictEqual(yield* statesOf, { a: "delivered" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect(
  "what is stopped before it is sent is given back, and what cannot be read is dead with its text",
  () => {
    const { box, worker } = rig(() => fromJson(200, {}, {}))
    return Effect.gen(function* () {
      const { store } = yield* Outbox.Outbox
      const item = {
        operation: "Shop.addLines",
        account: "",
        version: 1,
        onDead: "go-on",
        priority: 0,
        dueIn: 0
      } as const
      yield* store.add({
        now: 0,
        items: [
          { ...item, id: "torn", lane: "Shop.addLines", input: `{"article":`, hash: "1" },
          { ...item, id: "newer", lane: "Shop.addLines", version: 2, input: "{}", hash: "2" }
        ]
      })
      yield* Layer.build(worker)
      yield* ran("1 second")
      assert.deepStrictEqual(yield* statesOf, { torn: "dead", newer: "dead" })
      assert.strictEqual((yield* Outbox.get("torn"))?.input, `{"article":`)
      assert.match((yield* Outbox.get("newer"))?.outcome?.message ?? "", /form 2, which is newer than form 1/)
    }).pipe(Effect.scoped, Effect.provide(box))
  }
)

it.effect("tells each end once, also where one becomes visible after a later one", () =>
  Effect.gen(function* () {
    const seen: Array<string> = []
    const ended = (id: string, seq: number, at: number): Outbox.Item => ({
      ...item,
      id,
      seq,
      hash: id,
      lane: "Shop.addLines",
      input: "{}",
      state: "delivered",
      sending: false,
      due: 0,
      attempts: 1,
      doubts: 0,
      enqueued: 0,
      since: 0,
      ended: at
    })
    const item = {
      operation: "Shop.addLines",
      account: "",
      version: 1,
      onDead: "go-on",
      priority: 0
    } as const
    const rows = [ended("a", 2, 1_000)]
    const box = yield* Outbox.Outbox
    const store: Outbox.Commands = {
      ...box.store,
      ended: ({ after: [time, seq] }) =>
        Effect.sync(() =>
          rows.filter((row) => (row.ended ?? 0) > time || (row.ended === time && row.seq > seq))
        )
    }
    yield* Outbox.changes({ since: 0 }).pipe(
      Stream.runForEach(({ id }) => Effect.sync(() => void seen.push(id))),
      Effect.provideService(Outbox.Outbox, { ...box, store }),
      Effect.forkScoped
    )
    yield* ran("2 seconds")
    rows.unshift(ended("late", 1, 900))
    yield* ran("2 seconds")
    assert.deepStrictEqual(seen, ["a", "late"])
  }).pipe(Effect.scoped, Effect.provide(Outbox.layerMemory()))
)

it.effect("forgets the input of what is delivered, then its id, and nothing that is dead", () => {
  const { box, worker } = rig(
    (body) =>
      linesOf(body).some(({ article }) => article === "bad") ? fromJson(400, {}, {}) : fromJson(200, {}, {}),
    { retention: { inputs: "1 hour", ids: "4 hours" }, poll: "1 minute" }
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(addLines, [line("good"), line("bad")], { id: ({ article }) => article })
    yield* Layer.build(worker)
    yield* ran("2 seconds")
    yield* TestClock.adjust("2 hours")
    assert.strictEqual((yield* Outbox.get("good"))?.input, "")
    assert.include((yield* Outbox.get("bad"))?.input, "bad")
    yield* TestClock.adjust("3 hours")
    assert.isUndefined(yield* Outbox.get("good"))
    assert.strictEqual((yield* Outbox.stats).all.delivered, 1)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("repeats what the vendor knows by a key, and not after it has forgotten the key", () => {
  let answers = 0
  const { bodies, box, worker } = rig(() => {
    answers++
    return fromJson(500, {}, {})
  })
  return Effect.gen(function* () {
    yield* Outbox.enqueue(tagOrder, { id: "o" }, { id: "tag" })
    yield* Layer.build(worker)
    yield* ran("30 minutes")
    assert.isAbove(answers, 3)
    assert.strictEqual((yield* Outbox.get("tag"))?.state, "pending")
    yield* ran("2 hours")
    const item = yield* Outbox.get("tag")
    assert.deepInclude(item, { state: "unknown" })
    assert.strictEqual(item?.outcome?.tag, "RepeatTooLate")
    // Every repeat had the key that was made when it was enqueued.
    assert.strictEqual(new Set(bodies).size, 1)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("sends what was kept under a former name, and lets wait what nobody knows", () => {
  const { box, worker } = rig(() => fromJson(200, {}, {}), { renamed: { "Shop.putLines": "Shop.addLines" } })
  return Effect.gen(function* () {
    const { store } = yield* Outbox.Outbox
    const kept = (id: string, operation: string) =>
      ({
        id,
        operation,
        lane: operation,
        account: "",
        version: 1,
        onDead: "go-on",
        priority: 0,
        dueIn: 0,
        hash: id
      }) as const
    const input = JSON.stringify(line("a"))
    yield* store.add({
      now: 0,
      items: [
        { ...kept("former", "Shop.putLines"), input },
        { ...kept("newer", "Shop.paintLines"), input }
      ]
    })
    yield* Layer.build(worker)
    yield* ran("2 seconds")
    assert.deepStrictEqual(yield* statesOf, { former: "delivered", newer: "pending" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("a lane that is down for a day slows no other", () => {
  const { bodies, box, worker } = rig(
    (body) =>
      linesOf(body)[0]?.owner === "down" ? fromJson(503, {}, { message: "closed" }) : fromJson(200, {}, {}),
    { poll: "1 minute", keepTrying: { for: "3 days" } }
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(
      addLines,
      Array.from({ length: 30 }, (_, index) => line(String(index), "down"))
    )
    yield* Layer.build(worker)
    yield* TestClock.adjust("1 day")
    // One probe at a time, not one for each item.
    assert.isBelow(bodies.length, 1_500)
    yield* Outbox.enqueue(addLines, line("quick", "up"), { id: "quick" })
    yield* ran("1 second")
    assert.strictEqual((yield* Outbox.get("quick"))?.state, "delivered")
    assert.strictEqual((yield* Outbox.stats).all.open, 30)
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("a replay copies each item once, however quickly a worker ends the copies", () => {
  const { bodies, box, worker } = rig(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(
      addLines,
      Array.from({ length: 1_200 }, (_, index) => line(String(index)))
    )
    yield* Layer.build(worker)
    yield* ran("1 minute")
    const { store } = yield* Outbox.Outbox
    // Each time the replay reads on, all that it has copied has been delivered.
    const quick: Outbox.Commands = {
      ...store,
      list: (query) => Effect.andThen(query.after === 0 ? Effect.void : ran("1 minute"), store.list(query))
    }
    const outbox = { ...(yield* Outbox.Outbox), store: quick }
    const replaying = Effect.provideService(Outbox.replay({ vendor: "Shop" }), Outbox.Outbox, outbox)
    assert.deepStrictEqual(yield* replaying, { queued: 1_200, gone: 0 })
    yield* ran("1 minute")
    assert.strictEqual(
      bodies.reduce((sum, body) => sum + linesOf(body).length, 0),
      2_400
    )
    // Meant twice, it is done twice.
    assert.strictEqual(
      (yield* Outbox.replay({ ids: (yield* Outbox.list({ limit: 1 })).map(({ id }) => id) })).queued,
      1
    )
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("an input that cannot be read is mended by an edit", () => {
  const { box, worker } = rig(() => fromJson(200, {}, {}))
  return Effect.gen(function* () {
    const { store } = yield* Outbox.Outbox
    const torn = {
      id: "torn",
      lane: "Shop.addLines",
      operation: "Shop.addLines",
      account: "",
      version: 7
    } as const
    yield* store.add({
      now: 0,
      items: [{ ...torn, onDead: "go-on", priority: 0, dueIn: 0, input: `{"article":`, hash: "1" }]
    })
    yield* Layer.build(worker)
    yield* ran("1 second")
    const seen: Array<unknown> = []
    const edit = (input: unknown) => {
      seen.push(input)
      return line("mended")
    }
    yield* Outbox.requeue({ ids: ["torn"] }, { by: "me", because: "it was cut", edit, version: 1 })
    yield* ran("10 seconds")
    assert.deepStrictEqual(seen, [`{"article":`])
    assert.deepStrictEqual(yield* statesOf, { torn: "delivered" })
  }).pipe(Effect.scoped, Effect.provide(box))
})

it.effect("what an item is named by is checked before it is kept, and one bad name keeps nobody out", () =>
  Effect.gen(function* () {
    for (const [path, options] of [
      ["id", { id: " " }],
      ["id", { id: "x".repeat(513) }],
      ["id", { id: "a\0b" }],
      ["key", { key: "" }],
      ["account", { account: "eu/west" }],
      ["priority", { priority: Number.NaN }],
      ["delay", { delay: -1 }]
    ] as const) {
      const failure = yield* Effect.flip(Outbox.enqueue(addLines, line("a"), options))
      assert.strictEqual(failure._tag, "InvalidInput")
      assert.strictEqual(failure._tag === "InvalidInput" ? failure.complaints[0]?.path : "", path)
    }
    const receipts = yield* Outbox.enqueueAll(addLines, [line("a"), line("b"), line("c")], {
      id: ({ article }) => {
        if (article === "b") throw new Error("no id here")
        return article
      },
      key: ({ article }) => (article === "c" ? undefined : article)
    })
    assert.deepStrictEqual([receipts.queued, receipts.refused.map(({ index }) => index)], [2, [1]])
    assert.isUndefined((yield* Outbox.get("c"))?.key)
  }).pipe(Effect.provide(Outbox.layerMemory()))
)
