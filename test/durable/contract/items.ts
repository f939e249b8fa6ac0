/** What a store promises of items: taken in, in the order of their keys, moved by persons, listed, counted and swept out. */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { type Hands, lease, type Sentence, sentence } from "./rig.ts"

const keyed = (...ids: ReadonlyArray<string>) => ids.map((id) => ({ id, key: "k" }))

const balanced = (hands: Hands) =>
  Effect.map(hands.counts(), (all) => {
    const { dead, delivered, dropped, enqueued, open, unknown, warned } = all
    assert.strictEqual(enqueued, open + delivered + warned + dead + unknown + dropped)
    return all
  })

const taking: ReadonlyArray<Sentence> = [
  sentence("an id is taken in once, and never with another input", function* (hands) {
    assert.deepStrictEqual(yield* hands.add({ id: "a" }, { id: "b" }, { id: "a" }), [
      "queued",
      "queued",
      "duplicate"
    ])
    const others = [
      { id: "a" },
      { id: "a", hash: "other" },
      { id: "b", operation: "Shop.list", lane: "Shop.list" }
    ] as const
    assert.deepStrictEqual(yield* hands.add(...others), ["duplicate", "conflict", "conflict"])
    yield* hands.are({ a: "pending", b: "pending" })
    assert.deepInclude(yield* balanced(hands), { enqueued: 2, open: 2 })
  }),
  sentence("an id that has come to its end is still taken", function* (hands) {
    yield* hands.sent("once", ["a"])
    yield* hands.settle("r", "delivered", ["a"])
    assert.deepStrictEqual(yield* hands.add({ id: "a" }), ["duplicate"])
    yield* hands.are({ a: "delivered" })
  })
]

const order: ReadonlyArray<Sentence> = [
  sentence("items of a key go one after another, as they came, whatever their priority", function* (hands) {
    yield* hands.add(...keyed("a", "b"), { id: "c", key: "k", priority: 9 }, { id: "z" })
    for (const id of ["a", "b", "c"]) {
      assert.deepStrictEqual(yield* hands.claim(`r ${id}`), id === "a" ? ["a", "z"] : [id])
      assert.deepStrictEqual(yield* hands.claim("other"), [])
      yield* hands.settle(`r ${id}`, "delivered", [id])
    }
  }),
  sentence("a key is one operation's, and another key is not kept waiting", function* (hands) {
    yield* hands.add(...keyed("a", "b"), { id: "c", key: "l" })
    yield* hands.add({ id: "d", key: "k", operation: "Shop.list", lane: "Shop.list" })
    assert.deepStrictEqual(yield* hands.claim("r"), ["a", "c"])
    assert.deepStrictEqual(yield* hands.claim("s", { lane: "Shop.list" }), ["d"])
  }),
  sentence("an item that waits for its time keeps those behind it waiting", function* (hands) {
    yield* hands.add(...keyed("a", "b"))
    yield* hands.claim("r")
    yield* hands.settle("r", "pending", ["a"], { dueIn: 5_000 })
    yield* hands.lanes()
    assert.deepStrictEqual(yield* hands.claim("s"), [])
    yield* hands.pass(5_000)
    yield* hands.lanes()
    assert.deepStrictEqual(yield* hands.claim("s"), ["a"])
  }),
  sentence("what is unknown holds its key until it is known", function* (hands) {
    yield* hands.add(...keyed("a", "b"))
    yield* hands.claim("r")
    yield* hands.intent("r", "once")
    yield* hands.pass(lease)
    yield* hands.reap()
    assert.deepStrictEqual(yield* hands.claim("s"), [])
    yield* hands.settle("r", "delivered", ["a"])
    assert.deepStrictEqual(yield* hands.claim("s"), ["b"])
  }),
  sentence("what is dead lets its key go on", function* (hands) {
    yield* hands.add(...keyed("a", "b"))
    yield* hands.claim("r")
    yield* hands.settle("r", "dead", ["a"])
    assert.deepStrictEqual(yield* hands.claim("s"), ["b"])
  }),
  ...(["pending", "dropped"] as const).map((to) =>
    sentence(`what is dead and holds its key lets it go when it is ${to}`, function* (hands) {
      yield* hands.add({ id: "a", key: "k", onDead: "hold" }, ...keyed("b"))
      yield* hands.claim("r")
      yield* hands.settle("r", "dead", ["a"])
      assert.deepStrictEqual(yield* hands.claim("s"), [])
      yield* hands.move(["dead"], to, ["a"])
      assert.deepStrictEqual(yield* hands.claim("s"), [to === "pending" ? "a" : "b"])
    })
  ),
  sentence(
    "what is requeued comes before those of its key that came later, and runs beside none",
    function* (hands) {
      yield* hands.add(...keyed("a", "b", "c"))
      yield* hands.claim("r")
      yield* hands.settle("r", "dead", ["a"])
      assert.deepStrictEqual(yield* hands.claim("s"), ["b"])
      yield* hands.move(["dead"], "pending", ["a"])
      assert.deepStrictEqual(yield* hands.claim("t"), [])
      yield* hands.settle("s", "delivered", ["b"])
      assert.deepStrictEqual(yield* hands.claim("t"), ["a"])
    }
  )
]

const moved: ReadonlyArray<Sentence> = [
  sentence("a requeued item is tried anew, edited, and no late answer touches it", function* (hands) {
    yield* hands.sent("once", ["a"])
    yield* hands.settle("r", "unknown", ["a"], { counts: "doubt" })
    yield* hands.pass(9)
    assert.strictEqual(yield* hands.move(["unknown"], "pending", ["a"], { input: `"b"`, version: 2 }), 1)
    const fresh = {
      attempts: 0,
      doubts: 0,
      input: `"b"`,
      version: 2,
      since: hands.now(),
      state: "pending"
    } as const
    assert.deepInclude(yield* hands.item("a"), fresh)
    assert.strictEqual(yield* hands.settle("r", "dead", ["a"]), 0)
    assert.deepStrictEqual(yield* hands.claim("s"), ["a"])
  }),
  sentence("an item is moved out of the states that are named, and no other", function* (hands) {
    yield* hands.sent("once", ["a", "b"])
    yield* hands.settle("r", "delivered", ["a"])
    assert.strictEqual(yield* hands.move(["dead", "unknown"], "pending", ["a", "b"]), 0)
    yield* hands.settle("r", "unknown", ["b"])
    assert.strictEqual(yield* hands.move(["unknown"], "delivered", ["a", "b"]), 1)
    assert.deepInclude((yield* hands.item("b"))?.outcome, { by: "eve", because: "so" })
    yield* hands.are({ a: "delivered", b: "delivered" })
  }),
  sentence("the ledger balances whatever becomes of items", function* (hands) {
    yield* hands.sent("once", ["a", "b", "c", "d", "e", "f"])
    for (const [state, id] of [
      ["delivered", "a"],
      ["warned", "b"],
      ["dead", "c"],
      ["unknown", "d"]
    ] as const)
      yield* hands.settle("r", state, [id])
    const some = { enqueued: 6, open: 2, delivered: 1, warned: 1, dead: 1, unknown: 1, dropped: 0 }
    assert.deepStrictEqual(yield* balanced(hands), some)
    yield* hands.move(["dead"], "dropped", ["c"])
    yield* hands.move(["unknown"], "dead", ["d"])
    yield* hands.settle("r", "pending", ["e"])
    yield* hands.pass(lease)
    yield* hands.reap()
    assert.deepStrictEqual(yield* balanced(hands), { ...some, open: 1, dropped: 1 })
    yield* hands.are({ a: "delivered", b: "warned", d: "dead", e: "pending", f: "unknown" })
    // What is dropped is gone, with its id.
    assert.deepStrictEqual(yield* hands.add({ id: "c" }), ["queued"])
  })
]

const shown: ReadonlyArray<Sentence> = [
  ...["*", "Shop", "Shop.pay", "lane"].map((scope) =>
    sentence(`a pause of ${scope} stops claims until it is lifted, and no other lane`, function* (hands) {
      yield* hands.add({ id: "a", lane: "lane" }, { id: "b", lane: "other", operation: "Other.pay" })
      yield* hands.store.pause({ scope, reason: "stock-taking", by: "eve", now: hands.now() })
      assert.deepStrictEqual(yield* hands.claim("r", { lane: "lane" }), [])
      const [paused] = (yield* hands.lanes()).filter(({ lane }) => lane === "lane")
      assert.deepInclude(paused?.paused, { scope, reason: "stock-taking", by: "eve" })
      assert.lengthOf(yield* hands.claim("s", { lane: "other" }), scope === "*" ? 0 : 1)
      assert.isTrue(yield* hands.store.resume({ scope }))
      assert.isFalse(yield* hands.store.resume({ scope }))
      assert.deepStrictEqual(yield* hands.claim("t", { lane: "lane" }), ["a"])
    })
  ),
  sentence("ends are told in the order in which they came, from where one has read", function* (hands) {
    yield* hands.sent("once", ["a", "b", "c"])
    for (const id of ["b", "a", "c"]) {
      yield* hands.pass(1)
      yield* hands.settle("r", "delivered", [id])
    }
    const [first, ...rest] = yield* hands.store.ended({ after: [0, 0], limit: 2 })
    assert.deepStrictEqual([first?.id, rest.map(({ id }) => id)], ["b", ["a"]])
    const after = [first?.ended ?? 0, first?.seq ?? 0] as const
    assert.deepStrictEqual(
      (yield* hands.store.ended({ after, limit: 9 })).map(({ id }) => id),
      ["a", "c"]
    )
  }),
  sentence("bodies are swept out before ids, and nothing that somebody may still ask for", function* (hands) {
    yield* hands.sent("once", ["a", "b", "c"])
    for (const [state, id] of [
      ["delivered", "a"],
      ["dead", "b"],
      ["unknown", "c"]
    ] as const)
      yield* hands.settle("r", state, [id])
    const sweep = () => hands.store.sweep({ keep: 100, keepIds: 200, limit: 10, now: hands.now() })
    assert.strictEqual(yield* sweep(), 0)
    yield* hands.pass(100)
    assert.strictEqual(yield* sweep(), 1)
    assert.strictEqual((yield* hands.item("a"))?.input, "")
    assert.deepStrictEqual(yield* hands.add({ id: "a" }), ["duplicate"])
    yield* hands.pass(100)
    yield* sweep()
    yield* hands.are({ b: "dead", c: "unknown" })
    assert.strictEqual((yield* hands.item("b"))?.input, `"b"`)
    assert.deepInclude(yield* balanced(hands), { enqueued: 3, delivered: 1 })
  })
]

export const items: ReadonlyArray<Sentence> = [...taking, ...order, ...moved, ...shown]
