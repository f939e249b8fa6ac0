/** What a store promises of items: taken in, in the order of their keys, moved by persons, listed, counted and swept out. */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { type Desk, lease, type Sentence, sentence } from "./rig.ts"

const keyed = (...ids: ReadonlyArray<string>) => ids.map((id) => ({ id, key: "k" }))

const balanced = (desk: Desk) =>
  Effect.map(desk.counts(), (all) => {
    const { dead, delivered, dropped, enqueued, open, unknown, warned } = all
    assert.strictEqual(enqueued, open + delivered + warned + dead + unknown + dropped)
    return all
  })

const taking: ReadonlyArray<Sentence> = [
  sentence("an id is taken in once, and never with another input", function* (desk) {
    assert.deepStrictEqual(yield* desk.add({ id: "a" }, { id: "b" }, { id: "a" }), [
      "queued",
      "queued",
      "duplicate"
    ])
    const again = [
      { id: "a" },
      { id: "a", hash: "other" },
      { id: "b", operation: "Shop.list", lane: "Shop.list" }
    ] as const
    assert.deepStrictEqual(yield* desk.add(...again), ["duplicate", "conflict", "conflict"])
    yield* desk.are({ a: "pending", b: "pending" })
    assert.deepInclude(yield* balanced(desk), { enqueued: 2, open: 2 })
  }),
  sentence("an id that has come to its end is still taken", function* (desk) {
    yield* desk.sent("once", ["a"])
    yield* desk.settle("r", "delivered", ["a"])
    assert.deepStrictEqual(yield* desk.add({ id: "a" }), ["duplicate"])
    yield* desk.are({ a: "delivered" })
  })
]

const order: ReadonlyArray<Sentence> = [
  sentence("items of a key go one after another, as they came, whatever their priority", function* (desk) {
    yield* desk.add(...keyed("a", "b"), { id: "c", key: "k", priority: 9 }, { id: "z" })
    for (const id of ["a", "b", "c"]) {
      assert.deepStrictEqual(yield* desk.claim(`r ${id}`), id === "a" ? ["a", "z"] : [id])
      assert.deepStrictEqual(yield* desk.claim("other"), [])
      yield* desk.settle(`r ${id}`, "delivered", [id])
    }
  }),
  sentence("a key is one operation's, and another key is not kept waiting", function* (desk) {
    yield* desk.add(...keyed("a", "b"), { id: "c", key: "l" })
    yield* desk.add({ id: "d", key: "k", operation: "Shop.list", lane: "Shop.list" })
    assert.deepStrictEqual(yield* desk.claim("r"), ["a", "c"])
    assert.deepStrictEqual(yield* desk.claim("s", { lane: "Shop.list" }), ["d"])
  }),
  sentence("an item that waits for its time keeps those behind it waiting", function* (desk) {
    yield* desk.add(...keyed("a", "b"))
    yield* desk.claim("r")
    yield* desk.settle("r", "pending", ["a"], { dueIn: 5_000 })
    yield* desk.lanes()
    assert.deepStrictEqual(yield* desk.claim("s"), [])
    yield* desk.pass(5_000)
    yield* desk.lanes()
    assert.deepStrictEqual(yield* desk.claim("s"), ["a"])
  }),
  sentence("what is unknown holds its key until it is known", function* (desk) {
    yield* desk.add(...keyed("a", "b"))
    yield* desk.claim("r")
    yield* desk.intent("r", "once")
    yield* desk.pass(lease)
    yield* desk.reap()
    assert.deepStrictEqual(yield* desk.claim("s"), [])
    yield* desk.settle("r", "delivered", ["a"])
    assert.deepStrictEqual(yield* desk.claim("s"), ["b"])
  }),
  sentence("what is dead lets its key go on", function* (desk) {
    yield* desk.add(...keyed("a", "b"))
    yield* desk.claim("r")
    yield* desk.settle("r", "dead", ["a"])
    assert.deepStrictEqual(yield* desk.claim("s"), ["b"])
  }),
  ...(["pending", "dropped"] as const).map((to) =>
    sentence(`what is dead and holds its key lets it go when it is ${to}`, function* (desk) {
      yield* desk.add({ id: "a", key: "k", onDead: "hold" }, ...keyed("b"))
      yield* desk.claim("r")
      yield* desk.settle("r", "dead", ["a"])
      assert.deepStrictEqual(yield* desk.claim("s"), [])
      yield* desk.move(["dead"], to, ["a"])
      assert.deepStrictEqual(yield* desk.claim("s"), [to === "pending" ? "a" : "b"])
    })
  ),
  sentence(
    "what is requeued comes before those of its key that came later, and runs beside none",
    function* (desk) {
      yield* desk.add(...keyed("a", "b", "c"))
      yield* desk.claim("r")
      yield* desk.settle("r", "dead", ["a"])
      assert.deepStrictEqual(yield* desk.claim("s"), ["b"])
      yield* desk.move(["dead"], "pending", ["a"])
      assert.deepStrictEqual(yield* desk.claim("t"), [])
      yield* desk.settle("s", "delivered", ["b"])
      assert.deepStrictEqual(yield* desk.claim("t"), ["a"])
    }
  )
]

const moved: ReadonlyArray<Sentence> = [
  sentence("a requeued item is tried anew, edited, and no late answer touches it", function* (desk) {
    yield* desk.sent("once", ["a"])
    yield* desk.settle("r", "unknown", ["a"], { counts: "doubt" })
    yield* desk.pass(9)
    assert.strictEqual(yield* desk.move(["unknown"], "pending", ["a"], { input: `"b"`, version: 2 }), 1)
    const fresh = {
      attempts: 0,
      doubts: 0,
      input: `"b"`,
      version: 2,
      since: desk.now(),
      state: "pending"
    } as const
    assert.deepInclude(yield* desk.item("a"), fresh)
    assert.strictEqual(yield* desk.settle("r", "dead", ["a"]), 0)
    assert.deepStrictEqual(yield* desk.claim("s"), ["a"])
  }),
  sentence("an item is moved out of the states that are named, and no other", function* (desk) {
    yield* desk.sent("once", ["a", "b"])
    yield* desk.settle("r", "delivered", ["a"])
    assert.strictEqual(yield* desk.move(["dead", "unknown"], "pending", ["a", "b"]), 0)
    yield* desk.settle("r", "unknown", ["b"])
    assert.strictEqual(yield* desk.move(["unknown"], "delivered", ["a", "b"]), 1)
    assert.deepInclude((yield* desk.item("b"))?.outcome, { by: "eve", because: "so" })
    yield* desk.are({ a: "delivered", b: "delivered" })
  }),
  sentence("the ledger balances whatever becomes of items", function* (desk) {
    yield* desk.sent("once", ["a", "b", "c", "d", "e", "f"])
    for (const [state, id] of [
      ["delivered", "a"],
      ["warned", "b"],
      ["dead", "c"],
      ["unknown", "d"]
    ] as const)
      yield* desk.settle("r", state, [id])
    const some = { enqueued: 6, open: 2, delivered: 1, warned: 1, dead: 1, unknown: 1, dropped: 0 }
    assert.deepStrictEqual(yield* balanced(desk), some)
    yield* desk.move(["dead"], "dropped", ["c"])
    yield* desk.move(["unknown"], "dead", ["d"])
    yield* desk.settle("r", "pending", ["e"])
    yield* desk.pass(lease)
    yield* desk.reap()
    assert.deepStrictEqual(yield* balanced(desk), { ...some, open: 1, dropped: 1 })
    yield* desk.are({ a: "delivered", b: "warned", d: "dead", e: "pending", f: "unknown" })
    // What is dropped is gone, with its id.
    assert.deepStrictEqual(yield* desk.add({ id: "c" }), ["queued"])
  })
]

const told: ReadonlyArray<Sentence> = [
  ...["*", "Shop", "Shop.pay", "lane"].map((scope) =>
    sentence(`a pause of ${scope} stops claims until it is lifted, and no other lane`, function* (desk) {
      yield* desk.add({ id: "a", lane: "lane" }, { id: "b", lane: "other", operation: "Other.pay" })
      yield* desk.store.pause({ scope, reason: "stock-taking", by: "eve", now: desk.now() })
      assert.deepStrictEqual(yield* desk.claim("r", { lane: "lane" }), [])
      const [paused] = (yield* desk.lanes()).filter(({ lane }) => lane === "lane")
      assert.deepInclude(paused?.paused, { scope, reason: "stock-taking", by: "eve" })
      assert.lengthOf(yield* desk.claim("s", { lane: "other" }), scope === "*" ? 0 : 1)
      assert.isTrue(yield* desk.store.resume({ scope }))
      assert.isFalse(yield* desk.store.resume({ scope }))
      assert.deepStrictEqual(yield* desk.claim("t", { lane: "lane" }), ["a"])
    })
  ),
  sentence("ends are told in the order in which they came, from where one has read", function* (desk) {
    yield* desk.sent("once", ["a", "b", "c"])
    for (const id of ["b", "a", "c"]) {
      yield* desk.pass(1)
      yield* desk.settle("r", "delivered", [id])
    }
    const [first, ...rest] = yield* desk.store.ended({ after: [0, 0], limit: 2 })
    assert.deepStrictEqual([first?.id, rest.map(({ id }) => id)], ["b", ["a"]])
    const after = [first?.ended ?? 0, first?.seq ?? 0] as const
    assert.deepStrictEqual(
      (yield* desk.store.ended({ after, limit: 9 })).map(({ id }) => id),
      ["a", "c"]
    )
  }),
  sentence("bodies are swept out before ids, and nothing that somebody may still ask for", function* (desk) {
    yield* desk.sent("once", ["a", "b", "c"])
    for (const [state, id] of [
      ["delivered", "a"],
      ["dead", "b"],
      ["unknown", "c"]
    ] as const)
      yield* desk.settle("r", state, [id])
    const sweep = () => desk.store.sweep({ keep: 100, keepIds: 200, limit: 10, now: desk.now() })
    assert.strictEqual(yield* sweep(), 0)
    yield* desk.pass(100)
    assert.strictEqual(yield* sweep(), 1)
    assert.strictEqual((yield* desk.item("a"))?.input, "")
    assert.deepStrictEqual(yield* desk.add({ id: "a" }), ["duplicate"])
    yield* desk.pass(100)
    yield* sweep()
    yield* desk.are({ b: "dead", c: "unknown" })
    assert.strictEqual((yield* desk.item("b"))?.input, `"b"`)
    assert.deepInclude(yield* balanced(desk), { enqueued: 3, delivered: 1 })
  })
]

export const items: ReadonlyArray<Sentence> = [...taking, ...order, ...moved, ...told]
