/** What a store promises of requests: claimed, about to be sent, settled, given back, and left behind. */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { type Desk, lease, type Sentence, sentence } from "./rig.ts"

const leftBehind = (desk: Desk) => desk.pass(lease + 1)

const claims: ReadonlyArray<Sentence> = [
  sentence("the higher priority is claimed first, then what came first", function* (desk) {
    yield* desk.add({ id: "a" }, { id: "b", priority: 2 }, { id: "c", priority: 1 }, { id: "d", priority: 2 })
    assert.deepStrictEqual(yield* desk.claim("r", { most: 3 }), ["b", "d", "c"])
    assert.deepStrictEqual(yield* desk.claim("s"), ["a"])
  }),
  sentence("a claim takes as many bytes as it may, and always one item", function* (desk) {
    yield* desk.add(...["a", "b", "c"].map((id) => ({ id, input: "é".repeat(5) })))
    assert.deepStrictEqual(yield* desk.claim("r", { bytes: 1 }), ["a"])
    assert.deepStrictEqual(yield* desk.claim("s", { bytes: 19 }), ["b"])
    assert.deepStrictEqual(yield* desk.claim("t", { bytes: 19 }), ["c"])
  }),
  sentence("what is not due is not claimed, and is when its time has come", function* (desk) {
    yield* desk.add({ id: "a", dueIn: 5_000 })
    assert.deepStrictEqual(yield* desk.claim("r"), [])
    const [lane] = yield* desk.lanes()
    assert.strictEqual(lane?.dueIn, 5_000)
    assert.isUndefined(lane?.next)
    yield* desk.pass(5_000)
    assert.strictEqual((yield* desk.lanes())[0]?.next?.input, `"a"`)
    assert.deepStrictEqual(yield* desk.claim("r"), ["a"])
  }),
  sentence("no item is claimed twice, nor more by a claim that is given again", function* (desk) {
    yield* desk.add({ id: "a" }, { id: "b" }, { id: "c" })
    assert.deepStrictEqual(yield* desk.claim("r", { most: 1 }), ["a"])
    assert.deepStrictEqual(yield* desk.claim("s", { most: 1, owner: "bob" }), ["b"])
    yield* desk.claim("r", { most: 1 })
    yield* desk.claim("r", { most: 1, owner: "bob" }).pipe(Effect.ignore)
    yield* desk.are({ a: "claimed", b: "claimed", c: "pending" })
  })
]

const intents: ReadonlyArray<Sentence> = [
  sentence("an intent is its owner's, of a request that is still under way", function* (desk) {
    yield* desk.add({ id: "a" })
    yield* desk.claim("r")
    assert.isFalse(yield* desk.intent("r", "once", { owner: "bob" }))
    assert.isFalse(yield* desk.intent("no such request", "once"))
    assert.isFalse((yield* desk.item("a"))?.sending ?? false)
    assert.isTrue(yield* desk.intent("r", "once"))
    assert.isTrue((yield* desk.item("a"))?.sending ?? false)
    yield* desk.settle("r", "delivered", ["a"])
    assert.isFalse(yield* desk.intent("r", "once"))
  }),
  sentence("a request that was given up cannot be sent any more", function* (desk) {
    yield* desk.add({ id: "a" })
    yield* desk.claim("r")
    yield* leftBehind(desk)
    yield* desk.reap()
    assert.isFalse(yield* desk.intent("r", "once"))
    yield* desk.are({ a: "pending" })
  }),
  sentence("an intent that is written again takes longer", function* (desk) {
    yield* desk.sent("once", ["a"])
    yield* desk.pass(lease - 1)
    assert.isTrue(yield* desk.intent("r", "once"))
    yield* desk.pass(lease - 1)
    assert.deepStrictEqual(yield* desk.reap(), { released: 0, repeated: 0, unknown: [] })
    yield* desk.pass(1)
    assert.deepStrictEqual((yield* desk.reap()).unknown, ["a"])
  }),
  sentence("what was not sent is given back by its owner, in part or whole, uncounted", function* (desk) {
    yield* desk.add({ id: "a" }, { id: "b" }, { id: "c" })
    yield* desk.claim("r")
    assert.strictEqual(yield* desk.release("r", { owner: "bob" }), 0)
    assert.strictEqual(yield* desk.release("r", { ids: ["b"] }), 1)
    yield* desk.are({ a: "claimed", b: "pending", c: "claimed" })
    assert.isTrue(yield* desk.intent("r", "once"))
    assert.strictEqual(yield* desk.release("r"), 0)
    yield* desk.are({ a: "claimed", b: "pending", c: "claimed" })
    assert.deepStrictEqual(yield* desk.claim("s"), ["b"])
    assert.strictEqual(yield* desk.release("s"), 1)
    assert.strictEqual((yield* desk.item("b"))?.attempts, 0)
    assert.isFalse(yield* desk.intent("s", "once"))
  })
]

const leases: ReadonlyArray<Sentence> = [
  sentence("what was not sent when its lease ended is pending again, uncounted", function* (desk) {
    yield* desk.add({ id: "a" })
    yield* desk.claim("r")
    yield* desk.pass(lease - 1)
    assert.strictEqual((yield* desk.reap()).released, 0)
    yield* desk.pass(1)
    assert.strictEqual((yield* desk.reap()).released, 1)
    assert.deepInclude(yield* desk.item("a"), { state: "pending", attempts: 0, doubts: 0 })
    assert.strictEqual(yield* desk.settle("r", "delivered", ["a"]), 0)
  }),
  sentence("what was sent once and left behind is unknown, and no clock changes that", function* (desk) {
    yield* desk.sent("once", ["a"])
    yield* leftBehind(desk)
    assert.deepStrictEqual(yield* desk.reap(), { released: 0, repeated: 0, unknown: ["a"] })
    assert.deepInclude(yield* desk.item("a"), { state: "unknown", attempts: 1, doubts: 1, sending: false })
    yield* desk.pass(1e10)
    yield* desk.reap()
    yield* desk.lanes()
    assert.deepStrictEqual(yield* desk.claim("s"), [])
    yield* desk.are({ a: "unknown" })
  }),
  sentence("what may be sent twice and was left behind is pending, and counted as a doubt", function* (desk) {
    yield* desk.sent("idempotent", ["a"])
    yield* leftBehind(desk)
    assert.deepStrictEqual(yield* desk.reap(), { released: 0, repeated: 1, unknown: [] })
    assert.deepInclude(yield* desk.item("a"), { state: "pending", attempts: 1, doubts: 1 })
    assert.deepStrictEqual(yield* desk.claim("s"), ["a"])
  }),
  sentence("what the vendor does not know any more is unknown, though it was idempotent", function* (desk) {
    yield* desk.sent("idempotent", ["a"], { within: lease })
    yield* leftBehind(desk)
    assert.deepStrictEqual((yield* desk.reap()).unknown, ["a"])
  }),
  sentence("a keyed request stays as it is, and is taken over with its body and its items", function* (desk) {
    yield* desk.sent("keyed", ["a", "b"], { within: 10 * lease })
    yield* desk.settle("r", "delivered", ["a"])
    assert.isUndefined(yield* desk.adopt())
    yield* leftBehind(desk)
    assert.deepStrictEqual(yield* desk.reap(), { released: 0, repeated: 0, unknown: [] })
    assert.isUndefined(yield* desk.adopt("bob", { account: "other" }))
    assert.isUndefined(yield* desk.adopt("bob", { operations: ["Shop.other"] }))
    const frozen = yield* desk.adopt()
    assert.deepInclude(frozen, { request: "r", body: "body of r", operation: "Shop.pay" })
    assert.deepStrictEqual(
      frozen?.items.map(({ doubts, id }: { doubts: number; id: string }) => [id, doubts]),
      [["b", 1]]
    )
    assert.isUndefined(yield* desk.adopt("cid"))
    assert.isFalse(yield* desk.intent("r", "keyed"))
    assert.isTrue(yield* desk.intent("r", "keyed", { owner: "bob" }))
    yield* desk.are({ a: "delivered", b: "claimed" })
  }),
  sentence("a keyed request is unknown when the vendor does not know its key any more", function* (desk) {
    yield* desk.sent("keyed", ["a"], { within: 3 * lease })
    yield* leftBehind(desk)
    yield* desk.adopt()
    // Sending it again does not make the vendor remember it for longer.
    yield* desk.intent("r", "keyed", { owner: "bob", within: 3 * lease })
    yield* desk.pass(2 * lease)
    assert.isUndefined(yield* desk.adopt())
    assert.deepStrictEqual((yield* desk.reap()).unknown, ["a"])
  }),
  sentence("a request whose body was not kept keeps none from being taken over", function* (desk) {
    yield* desk.add({ id: "a" }, { id: "b" })
    yield* desk.claim("r", { most: 1 })
    yield* desk.store.intent({ request: "r", kind: "keyed", owner: "ann", lease, now: desk.now() })
    yield* desk.claim("s")
    yield* desk.intent("s", "keyed")
    yield* leftBehind(desk)
    assert.strictEqual((yield* desk.adopt())?.request, "s")
  })
]

const answers: ReadonlyArray<Sentence> = [
  ...(["pending", "delivered", "warned", "dead"] as const).map((state) =>
    sentence(`an answer that comes late makes what is unknown ${state}`, function* (desk) {
      yield* desk.sent("once", ["a"])
      yield* leftBehind(desk)
      yield* desk.reap()
      assert.strictEqual(yield* desk.settle("r", "unknown", ["a"]), 0)
      assert.strictEqual(yield* desk.settle("r", state, ["a"]), 1)
      assert.deepInclude(yield* desk.item("a"), { state, attempts: 1 })
    })
  ),
  sentence(
    "an answer that comes late settles what is pending again, but says no doubt twice",
    function* (desk) {
      yield* desk.sent("idempotent", ["a", "b"])
      yield* leftBehind(desk)
      yield* desk.reap()
      assert.strictEqual(yield* desk.settle("r", "unknown", ["a"]), 0)
      assert.strictEqual(yield* desk.settle("r", "pending", ["a"]), 0)
      assert.strictEqual(yield* desk.settle("r", "delivered", ["a"]), 1)
      assert.deepStrictEqual(yield* desk.claim("s"), ["b"])
      assert.strictEqual(yield* desk.settle("r", "dead", ["b"]), 0)
      yield* desk.are({ a: "delivered", b: "claimed" })
    }
  ),
  sentence("an item is settled once, by its own request, and counted once", function* (desk) {
    yield* desk.sent("once", ["a", "b"])
    assert.strictEqual(yield* desk.settle("other", "delivered", ["a", "b"]), 0)
    assert.strictEqual(yield* desk.settle("r", "dead", ["a"]), 1)
    for (const state of ["delivered", "pending", "unknown"] as const)
      assert.strictEqual(yield* desk.settle("r", state, ["a"]), 0)
    assert.strictEqual(yield* desk.settle("r", "unknown", ["b", "b"], { counts: "doubt" }), 1)
    yield* desk.settle("r", "delivered", ["b"], { counts: "doubt" })
    assert.deepInclude(yield* desk.item("a"), { state: "dead", attempts: 1, doubts: 0 })
    assert.deepInclude(yield* desk.item("b"), { state: "delivered", attempts: 1, doubts: 1 })
  }),
  sentence("what is refused for now waits as long as it is told, across requests", function* (desk) {
    yield* desk.sent("once", ["a"])
    yield* desk.settle("r", "pending", ["a"], { dueIn: 7_200_000, counts: "nothing" })
    assert.deepInclude(yield* desk.item("a"), { state: "pending", waits: "due", attempts: 0, sending: false })
    yield* desk.pass(7_199_999)
    yield* desk.lanes()
    assert.deepStrictEqual(yield* desk.claim("s"), [])
    yield* desk.pass(1)
    yield* desk.lanes()
    assert.deepStrictEqual(yield* desk.claim("s"), ["a"])
  })
]

export const requests: ReadonlyArray<Sentence> = [...claims, ...intents, ...leases, ...answers]
