import { assert, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { statSync } from "node:fs"
import { layerSqlite, type SqliteOptions } from "../../../src/durable/outbox/sqlite.ts"
import { program } from "../../../src/durable/outbox/sqlite/thread.ts"
import { type Commands, OutboxStore } from "../../../src/durable/outbox/store.ts"
import { Walk } from "../model/walk.ts"
import { freshFile, stranger } from "./files.ts"
import { ids, items } from "./items.ts"

const now = 1_000
const opened = (file: string, options: Partial<SqliteOptions> = {}) =>
  Effect.map(Layer.build(layerSqlite({ file, ...options })), (context) => Context.get(context, OutboxStore))
const fresh = Effect.flatMap(freshFile, (file) => opened(file))
const held = { request: "r", owner: "me", lease: 1_000, now }
const claim = { ...held, lane: "lane", most: 100, bytes: 1e6 }

/** Claims everything that is ready and delivers it. */
const deliver = (store: Commands, request: string) =>
  Effect.gen(function* () {
    const taken = yield* store.claim({ ...claim, request })
    assert.isTrue(yield* store.intent({ ...held, request, kind: "once" }))
    const results = taken.map(
      ({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome: {} }) as const
    )
    return (yield* store.settle({ request, results, now })).length
  })

it.live("takes nothing in when the disk is nearly full, and still works off what is there", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const before = yield* opened(file)
    yield* before.add({ items: items(ids(10)), now })
    const store = yield* opened(file, { reserve: 1e17 })
    const refused = yield* Effect.flip(store.add({ items: items(["more"]), now }))
    assert.strictEqual(refused._tag, "OutboxFull")
    assert.match(refused.message, /takes nothing in: \d+ MB of disk are free, and 100000000000 MB are kept/)
    assert.strictEqual(yield* deliver(store, "r"), 10)
    assert.include((yield* store.stats({ now })).all, { enqueued: 10, open: 0, delivered: 10 })
  }).pipe(Effect.scoped)
)

it("waits for the disk before it answers: a power cut must not undo an intent", () => {
  assert.strictEqual(program.synchronous, "FULL")
})

it.live("says which file it is about, and why it cannot be used", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const other = yield* stranger(file)
    other.exec("CREATE TABLE theirs (x)")
    const unavailable = yield* Effect.flip(opened(file))
    assert.strictEqual(unavailable._tag, "StoreUnavailable")
    assert.strictEqual(
      unavailable.message,
      `The outbox in ${file} cannot be used: the file is a database of something else, not an outbox: name another file`
    )
    const old = yield* Effect.flip(opened(file, { versions: { node: "20.20.2" } }))
    assert.include(old, { store: file, reason: "old-node" })
    assert.include(old.message, "needs Node 22.16 or newer, and this is Node 20.20.2")
  }).pipe(Effect.scoped)
)

it.live("gives a claim again to the one whose answer was lost, and to nobody else", () =>
  Effect.gen(function* () {
    const store = yield* fresh
    yield* store.add({ items: items(ids(5)), now })
    const first = yield* store.claim({ ...claim, most: 3 })
    assert.deepStrictEqual(yield* store.claim({ ...claim, most: 3 }), first)
    assert.lengthOf(yield* store.claim({ ...claim, request: "other" }), 2)
  }).pipe(Effect.scoped)
)

it.live("holds an item that was ready when an earlier one of its key is to be sent again", () =>
  Effect.gen(function* () {
    const store = yield* fresh
    yield* store.add({ items: items(["first", "second"], { key: "k" }), now })
    const [{ seq } = { seq: 0 }] = yield* store.list({ limit: 1 })
    const move = { items: [{ seq }], outcome: {}, now }
    yield* store.move({ ...move, from: ["pending"], to: "dead" })
    yield* store.move({ ...move, from: ["dead"], to: "pending" })
    assert.deepStrictEqual(
      (yield* store.claim(claim)).map(({ id }) => id),
      ["first"]
    )
  }).pipe(Effect.scoped)
)

it.live("keeps ids, keys and inputs of any characters, and requests of any name", () =>
  Effect.gen(function* () {
    const store = yield* fresh
    const odd = ["it's", 'a"b', "née 🌊", "\u0001\u2028", "%_?1", '{"a":[1]}', "x".repeat(5_000)]
    const given = odd.flatMap((text) => items([text], { input: text, key: text, hash: text }))
    assert.deepStrictEqual(
      yield* store.add({ items: given, now }),
      odd.map(() => "queued")
    )
    assert.deepStrictEqual(
      yield* store.add({ items: given, now }),
      odd.map(() => "duplicate")
    )
    for (const request of [
      "0193a2b4-0000-7000-8000-00000000000f",
      "0193A2B4-0000-7000-8000-00000000000f",
      "née"
    ]) {
      const [taken] = yield* store.claim({ ...claim, request, most: 1 })
      const [found] = yield* store.list({ ids: [taken?.id ?? ""], limit: 1 })
      assert.deepStrictEqual(
        [found?.request, found?.input, found?.key, found?.hash],
        [request, taken?.input, taken?.id, taken?.id]
      )
    }
  }).pipe(Effect.scoped)
)

it.live("makes items ready whose time has come together, however many they are", () =>
  Effect.gen(function* () {
    const store = yield* fresh
    yield* store.add({ items: items(ids(12_000), { dueIn: 10 }), now })
    assert.lengthOf(yield* store.claim({ ...claim, now: now + 10 }), 0)
    for (let look = 0; look < 2; look++) yield* store.lanes({ now: now + 10 })
    assert.lengthOf(yield* store.claim({ ...claim, most: Infinity, bytes: Infinity, now: now + 10 }), 12_000)
  }).pipe(Effect.scoped)
)

it.live("deletes bodies, and later ids, a step at a time, and nothing of what did not succeed", () =>
  Effect.gen(function* () {
    const store = yield* fresh
    yield* store.add({ items: items(ids(30)), now })
    yield* deliver(store, "r")
    yield* store.add({ items: items(["dead"]), now })
    const [{ seq } = { seq: 0 }] = yield* store.list({ ids: ["dead"], limit: 1 })
    yield* store.move({ from: ["pending"], to: "dead", items: [{ seq }], outcome: {}, now })
    const sweep = { keep: 100, keepIds: 1_000, limit: 20 }
    const counts: Array<number> = []
    for (const later of [99, 100, 100, 100, 1_000, 1_000, 1_000])
      counts.push(yield* store.sweep({ ...sweep, now: now + later }))
    assert.deepStrictEqual(counts, [0, 20, 10, 0, 20, 10, 0])
    assert.deepStrictEqual(
      (yield* store.list({ limit: 9 })).map(({ id, input }) => [id, input]),
      [["dead", '{"id":"dead"}']]
    )
    assert.include((yield* store.stats({ now })).all, { enqueued: 31, delivered: 30, dead: 1, open: 0 })
  }).pipe(Effect.scoped)
)

it.live("needs no more than 450 bytes for a record of 300, before and after it was sent", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const size = Effect.scoped(
      Effect.gen(function* () {
        const store = yield* opened(file)
        const input = JSON.stringify({ text: "x".repeat(230) })
        for (let n = 0; n < 10; n++)
          yield* store.add({ items: items(ids(1_000, `order-${n}`), { input, hash: "h".repeat(22) }), now })
      })
    )
    yield* size
    assert.isAtMost(statSync(file).size / 10_000, 450)
    const store = yield* opened(file)
    for (let n = 0; n < 100; n++) yield* deliver(store, `0193a2b4-0000-7000-8000-${100_000_000_000 + n}`)
    assert.isAtMost(statSync(file).size / 10_000, 450)
  }).pipe(Effect.scoped)
)

it.live(
  "no interleaving leaves the table of the states",
  () =>
    Effect.gen(function* () {
      for (let seed = 1; seed <= 8; seed++) {
        const walk = new Walk(yield* fresh, seed)
        yield* walk.run(150)
        assert.deepStrictEqual(walk.problems, [], `seed ${seed}`)
      }
    }).pipe(Effect.scoped),
  120_000
)
