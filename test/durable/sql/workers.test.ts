/** Several workers on one database: what each gets, and what it costs. */
import { assert, describe } from "@effect/vitest"
import { Effect, Tracer } from "effect"
import { make } from "../../../src/durable/outbox/sql.ts"
import { carry, claim, item, items, now, withStore } from "./items.ts"
import { clientOf } from "./postgresServer.ts"

/** Counts the statements that go to the database. */
const counting = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const plain = yield* Effect.tracer
    let statements = 0
    const tracer = Tracer.make({
      span: (options) => {
        if (options.kind === "client") statements++
        return plain.span(options)
      }
    })
    const result = yield* Effect.withTracer(effect, tracer)
    return { statements, result }
  })

describe("workers on one PostgreSQL", () => {
  withStore("never claim the same item, and none comes away empty", ({ store, table, url }) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(1_200), now })
      const worker = (name: string) =>
        Effect.gen(function* () {
          const own = yield* make({ table })
          const got: Array<string> = []
          for (let request = 0; ; request++) {
            const some = yield* carry(own, `${name}-${request}`, { most: 25 })
            if (some.length === 0) return got
            got.push(...some)
          }
        }).pipe(Effect.provide(clientOf(url, { maxConnections: 1 })))
      const shares = yield* Effect.all(["a", "b", "c", "d"].map(worker), { concurrency: "unbounded" })
      const all = shares.flat()
      assert.deepStrictEqual([all.length, new Set(all).size], [1_200, 1_200])
      for (const share of shares) assert.isAtLeast(share.length, 25)
    })
  )

  withStore(
    "are given what they have claimed when they claim again, for the answer may be lost",
    ({ store }) =>
      Effect.gen(function* () {
        yield* store.add({ items: items(5), now })
        const [first, again] = [
          yield* store.claim(claim("r", { most: 3 })),
          yield* store.claim(claim("r", { most: 3 }))
        ]
        assert.deepStrictEqual([first.length, again], [3, first])
        assert.deepStrictEqual(yield* store.claim(claim("r", { owner: "another" })), [])
      })
  )

  withStore("do not wait for an item that somebody holds", ({ sql, store, table }) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(3), now })
      const elsewhere = Effect.promise(() =>
        Effect.runPromise(Effect.timeout(carry(store, "r"), "2 seconds"))
      )
      const got = yield* sql.withTransaction(
        Effect.andThen(sql.unsafe(`SELECT 1 FROM ${table}_item WHERE id = 'i-1' FOR UPDATE`), elsewhere)
      )
      assert.deepStrictEqual(got, ["i-0", "i-2"])
    })
  )

  withStore("send a batch for three round trips", ({ store }) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(150), now })
      const { result, statements } = yield* counting(carry(store, "r"))
      assert.deepStrictEqual([result.length, statements], [75, 3])
    })
  )

  withStore("look at the lanes for one round trip where nothing has become due", ({ store }) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(3), now })
      assert.strictEqual((yield* counting(store.lanes({ now }))).statements, 1)
    })
  )

  withStore("are not slowed by the items that wait for one stuck key", ({ store }) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(10_000, "stuck", { key: "k" }), now })
      yield* store.claim(claim("held", { most: 1 }))
      yield* store.add({ items: [item("free"), item("other", { key: "l" })], now })
      const began = performance.now()
      assert.deepStrictEqual(yield* carry(store, "r"), ["free", "other"])
      assert.isBelow(performance.now() - began, 500)
    })
  )

  withStore("take the items of a key one after the other, however many hands there are", ({ store }) =>
    Effect.gen(function* () {
      const keys = ["k", "l", "m"]
      const given = Array.from({ length: 60 }, (_, index) => item(String(index), { key: keys[index % 3]! }))
      yield* store.add({ items: given, now })
      const order: Array<string> = []
      const hand = (name: string) =>
        Effect.gen(function* () {
          for (let request = 0; order.length < 60; request++) {
            yield* store.lanes({ now })
            yield* carry(store, `${name}-${request}`, { most: 2 }, (ids) => void order.push(...ids))
          }
        })
      yield* Effect.all(["a", "b", "c", "d"].map(hand), { concurrency: "unbounded" })
      for (const key of [0, 1, 2]) {
        const ofKey = order.map(Number).filter((index) => index % 3 === key)
        assert.deepStrictEqual(
          ofKey,
          ofKey.toSorted((one, other) => one - other)
        )
      }
    })
  )

  withStore(
    "find the items of a key again that strangers have left waiting for nobody",
    ({ sql, store, table }) =>
      Effect.gen(function* () {
        yield* store.add({ items: [item("a", { key: "k" }), item("b", { key: "k" })], now })
        yield* sql.unsafe(`UPDATE ${table}_item SET waits = 'key'`)
        assert.deepStrictEqual(yield* carry(store, "r1"), [])
        yield* store.reap({ now })
        assert.deepStrictEqual(yield* carry(store, "r2"), ["a"])
      })
  )

  withStore("read whole numbers as numbers, whatever the driver makes of them", ({ store }) =>
    Effect.gen(function* () {
      yield* store.add({ items: [item("a")], now })
      const [stats, found, reaped] = [
        yield* store.stats({ now }),
        yield* store.list({ limit: 1 }),
        yield* store.reap({ now })
      ]
      assert.deepStrictEqual(JSON.parse(JSON.stringify([stats, found, reaped])), [stats, found, reaped])
      assert.deepStrictEqual([typeof stats.all.open, typeof found[0]?.seq], ["number", "number"])
    })
  )
})
