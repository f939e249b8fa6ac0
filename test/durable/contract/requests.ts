/** What a store promises of requests: claimed, about to be sent, settled, given back, and left behind. */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { type Hands, lease, type Sentence, sentence } from "./rig.ts"

const leftBehind = (hands: Hands) => hands.pass(lease + 1)

const claims: ReadonlyArray<Sentence> = [
  sentence("the higher priority is claimed first, then what came first", function* (hands) {
    yield* hands.add(
      { id: "a" },
      { id: "b", priority: 2 },
      { id: "c", priority: 1 },
      { id: "d", priority: 2 }
    )
    assert.deepStrictEqual(yield* hands.claim("r", { most: 3 }), ["b", "d", "c"])
    assert.deepStrictEqual(yield* hands.claim("s"), ["a"])
  }),
  sentence("a claim takes as many bytes as it may, and always one item", function* (hands) {
    yield* hands.add(...["a", "b", "c"].map((id) => ({ id, input: "é".repeat(5) })))
    assert.deepStrictEqual(yield* hands.claim("r", { bytes: 1 }), ["a"])
    assert.deepStrictEqual(yield* hands.claim("s", { bytes: 19 }), ["b"])
    assert.deepStrictEqual(yield* hands.claim("t", { bytes: 19 }), ["c"])
  }),
  sentence("what is not due is not claimed, and is when its time has come", function* (hands) {
    yield* hands.add({ id: "a", dueIn: 5_000 })
    assert.deepStrictEqual(yield* hands.claim("r"), [])
    const [lane] = yield* hands.lanes()
    assert.strictEqual(lane?.dueIn, 5_000)
    assert.isUndefined(lane?.next)
    yield* hands.pass(5_000)
    assert.strictEqual((yield* hands.lanes())[0]?.next?.input, `"a"`)
    assert.deepStrictEqual(yield* hands.claim("r"), ["a"])
  }),
  sentence("no item is claimed twice, nor more by a claim that is given again", function* (hands) {
    yield* hands.add({ id: "a" }, { id: "b" }, { id: "c" })
    assert.deepStrictEqual(yield* hands.claim("r", { most: 1 }), ["a"])
    assert.deepStrictEqual(yield* hands.claim("s", { most: 1, owner: "bob" }), ["b"])
    yield* hands.claim("r", { most: 1 })
    yield* hands.claim("r", { most: 1, owner: "bob" }).pipe(Effect.ignore)
    yield* hands.are({ a: "claimed", b: "claimed", c: "pending" })
  })
]

const intents: ReadonlyArray<Sentence> = [
  sentence("an intent is its owner's, of a request that is still under way", function* (hands) {
    yield* hands.add({ id: "a" })
    yield* hands.claim("r")
    assert.isFalse(yield* hands.intent("r", "once", { owner: "bob" }))
    assert.isFalse(yield* hands.intent("no such request", "once"))
    assert.isFalse((yield* hands.item("a"))?.sending ?? false)
    assert.isTrue(yield* hands.intent("r", "once"))
    assert.isTrue((yield* hands.item("a"))?.sending ?? false)
    yield* hands.settle("r", "delivered", ["a"])
    assert.isFalse(yield* hands.intent("r", "once"))
  }),
  sentence("a request that was given up cannot be sent any more", function* (hands) {
    yield* hands.add({ id: "a" })
    yield* hands.claim("r")
    yield* leftBehind(hands)
    yield* hands.reap()
    assert.isFalse(yield* hands.intent("r", "once"))
    yield* hands.are({ a: "pending" })
  }),
  sentence("an intent that is written again takes longer", function* (hands) {
    yield* hands.sent("once", ["a"])
    yield* hands.pass(lease - 1)
    assert.isTrue(yield* hands.intent("r", "once"))
    yield* hands.pass(lease - 1)
    assert.deepStrictEqual(yield* hands.reap(), { released: 0, repeated: 0, unknown: [] })
    yield* hands.pass(1)
    assert.deepStrictEqual((yield* hands.reap()).unknown, ["a"])
  }),
  sentence("what was not sent is given back by its owner, in part or whole, uncounted", function* (hands) {
    yield* hands.add({ id: "a" }, { id: "b" }, { id: "c" })
    yield* hands.claim("r")
    assert.strictEqual(yield* hands.release("r", { owner: "bob" }), 0)
    assert.strictEqual(yield* hands.release("r", { ids: ["b"] }), 1)
    yield* hands.are({ a: "claimed", b: "pending", c: "claimed" })
    assert.isTrue(yield* hands.intent("r", "once"))
    assert.strictEqual(yield* hands.release("r"), 0)
    yield* hands.are({ a: "claimed", b: "pending", c: "claimed" })
    assert.deepStrictEqual(yield* hands.claim("s"), ["b"])
    assert.strictEqual(yield* hands.release("s"), 1)
    assert.strictEqual((yield* hands.item("b"))?.attempts, 0)
    assert.isFalse(yield* hands.intent("s", "once"))
  })
]

const leases: ReadonlyArray<Sentence> = [
  sentence("what was not sent when its lease ended is pending again, uncounted", function* (hands) {
    yield* hands.add({ id: "a" })
    yield* hands.claim("r")
    yield* hands.pass(lease - 1)
    assert.strictEqual((yield* hands.reap()).released, 0)
    yield* hands.pass(1)
    assert.strictEqual((yield* hands.reap()).released, 1)
    assert.deepInclude(yield* hands.item("a"), { state: "pending", attempts: 0, doubts: 0 })
    assert.strictEqual(yield* hands.settle("r", "delivered", ["a"]), 0)
  }),
  sentence("what was sent once and left behind is unknown, and no clock changes that", function* (hands) {
    yield* hands.sent("once", ["a"])
    yield* leftBehind(hands)
    assert.deepStrictEqual(yield* hands.reap(), { released: 0, repeated: 0, unknown: ["a"] })
    assert.deepInclude(yield* hands.item("a"), { state: "unknown", attempts: 1, doubts: 1, sending: false })
    yield* hands.pass(1e10)
    yield* hands.reap()
    yield* hands.lanes()
    assert.deepStrictEqual(yield* hands.claim("s"), [])
    yield* hands.are({ a: "unknown" })
  }),
  sentence(
    "what may be sent twice and was left behind is pending, and counted as a doubt",
    function* (hands) {
      yield* hands.sent("idempotent", ["a"])
      yield* leftBehind(hands)
      assert.deepStrictEqual(yield* hands.reap(), { released: 0, repeated: 1, unknown: [] })
      assert.deepInclude(yield* hands.item("a"), { state: "pending", attempts: 1, doubts: 1 })
      assert.deepStrictEqual(yield* hands.claim("s"), ["a"])
    }
  ),
  sentence("what the vendor does not know any more is unknown, though it was idempotent", function* (hands) {
    yield* hands.sent("idempotent", ["a"], { within: lease })
    yield* leftBehind(hands)
    assert.deepStrictEqual((yield* hands.reap()).unknown, ["a"])
  }),
  sentence(
    "a keyed request stays as it is, and is taken over with its body and its items",
    function* (hands) {
      yield* hands.sent("keyed", ["a", "b"], { within: 10 * lease })
      yield* hands.settle("r", "delivered", ["a"])
      assert.isUndefined(yield* hands.adopt())
      yield* leftBehind(hands)
      assert.deepStrictEqual(yield* hands.reap(), { released: 0, repeated: 0, unknown: [] })
      assert.isUndefined(yield* hands.adopt("bob", { account: "other" }))
      assert.isUndefined(yield* hands.adopt("bob", { operations: ["Shop.other"] }))
      const frozen = yield* hands.adopt()
      assert.deepInclude(frozen, { request: "r", body: "body of r", operation: "Shop.pay" })
      assert.deepStrictEqual(
        frozen?.items.map(({ doubts, id }: { doubts: number; id: string }) => [id, doubts]),
        [["b", 1]]
      )
      assert.isUndefined(yield* hands.adopt("cid"))
      assert.isFalse(yield* hands.intent("r", "keyed"))
      assert.isTrue(yield* hands.intent("r", "keyed", { owner: "bob" }))
      yield* hands.are({ a: "delivered", b: "claimed" })
    }
  ),
  sentence("a request is taken over with its items in the order in which it has them", function* (hands) {
    yield* hands.add({ id: "a" }, { id: "b", priority: 1 }, { id: "c", priority: 1 })
    const order = yield* hands.claim("r")
    yield* hands.intent("r", "keyed")
    yield* leftBehind(hands)
    assert.deepStrictEqual(
      (yield* hands.adopt())?.items.map(({ id }) => id),
      order
    )
  }),
  sentence("a keyed request is unknown when the vendor does not know its key any more", function* (hands) {
    yield* hands.sent("keyed", ["a"], { within: 3 * lease })
    yield* leftBehind(hands)
    yield* hands.adopt()
    // Sending it again does not make the vendor remember it for longer.
    yield* hands.intent("r", "keyed", { owner: "bob", within: 3 * lease })
    yield* hands.pass(2 * lease)
    assert.isUndefined(yield* hands.adopt())
    assert.deepStrictEqual((yield* hands.reap()).unknown, ["a"])
  }),
  sentence("a request whose body was not kept keeps none from being taken over", function* (hands) {
    yield* hands.add({ id: "a" }, { id: "b" })
    yield* hands.claim("r", { most: 1 })
    yield* hands.store.intent({ request: "r", kind: "keyed", owner: "ann", lease, now: hands.now() })
    yield* hands.claim("s")
    yield* hands.intent("s", "keyed")
    yield* leftBehind(hands)
    assert.strictEqual((yield* hands.adopt())?.request, "s")
  })
]

const answers: ReadonlyArray<Sentence> = [
  ...(["pending", "delivered", "warned", "dead"] as const).map((state) =>
    sentence(`an answer that comes late makes what is unknown ${state}`, function* (hands) {
      yield* hands.sent("once", ["a"])
      yield* leftBehind(hands)
      yield* hands.reap()
      assert.strictEqual(yield* hands.settle("r", "unknown", ["a"]), 0)
      assert.strictEqual(yield* hands.settle("r", state, ["a"]), 1)
      assert.deepInclude(yield* hands.item("a"), { state, attempts: 1 })
    })
  ),
  sentence(
    "an answer that comes late settles what is pending again, but says no doubt twice",
    function* (hands) {
      yield* hands.sent("idempotent", ["a", "b"])
      yield* leftBehind(hands)
      yield* hands.reap()
      assert.strictEqual(yield* hands.settle("r", "unknown", ["a"]), 0)
      assert.strictEqual(yield* hands.settle("r", "pending", ["a"]), 0)
      assert.strictEqual(yield* hands.settle("r", "delivered", ["a"]), 1)
      assert.deepStrictEqual(yield* hands.claim("s"), ["b"])
      assert.strictEqual(yield* hands.settle("r", "dead", ["b"]), 0)
      yield* hands.are({ a: "delivered", b: "claimed" })
    }
  ),
  sentence("an item is settled once, by its own request, and counted once", function* (hands) {
    yield* hands.sent("once", ["a", "b"])
    assert.strictEqual(yield* hands.settle("other", "delivered", ["a", "b"]), 0)
    assert.strictEqual(yield* hands.settle("r", "dead", ["a"]), 1)
    for (const state of ["delivered", "pending", "unknown"] as const)
      assert.strictEqual(yield* hands.settle("r", state, ["a"]), 0)
    assert.strictEqual(yield* hands.settle("r", "unknown", ["b", "b"], { counts: "doubt" }), 1)
    yield* hands.settle("r", "delivered", ["b"], { counts: "doubt" })
    assert.deepInclude(yield* hands.item("a"), { state: "dead", attempts: 1, doubts: 0 })
    assert.deepInclude(yield* hands.item("b"), { state: "delivered", attempts: 1, doubts: 1 })
  }),
  sentence("what is refused for now waits as long as it is told, across requests", function* (hands) {
    yield* hands.sent("once", ["a"])
    yield* hands.settle("r", "pending", ["a"], { dueIn: 7_200_000, counts: "nothing" })
    assert.deepInclude(yield* hands.item("a"), {
      state: "pending",
      waits: "due",
      attempts: 0,
      sending: false
    })
    yield* hands.pass(7_199_999)
    yield* hands.lanes()
    assert.deepStrictEqual(yield* hands.claim("s"), [])
    yield* hands.pass(1)
    yield* hands.lanes()
    assert.deepStrictEqual(yield* hands.claim("s"), ["a"])
  })
]

export const requests: ReadonlyArray<Sentence> = [...claims, ...intents, ...leases, ...answers]
