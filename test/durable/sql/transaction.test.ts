/** What is enqueued in a transaction commits or rolls back with it, through Effect's client and through any other. */
import { assert, describe } from "@effect/vitest"
import { Client } from "pg"
import { Effect } from "effect"
import { statement } from "../../../src/durable/outbox/sql/statement.ts"
import { carry, claim, item, now, withStore } from "./items.ts"

const foreign = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client(url)
      await client.connect()
      return client
    }),
    (client) => Effect.promise(() => client.end())
  )

const given = (client: Client, table: string, what: Parameters<typeof statement>[1]) => {
  const { params, sql } = statement("pg", what, table)
  return Effect.promise(() => client.query<{ added: string }>(sql, [...params])).pipe(
    Effect.map(({ rows }) => rows[0]?.added)
  )
}

const said = (client: Client, text: string) => Effect.promise(() => client.query(text))

/** Runs outside of the transaction around it. */
const outside = <A, E>(effect: Effect.Effect<A, E>) => Effect.promise(() => Effect.runPromise(effect))

describe("a transaction around the outbox in PostgreSQL", () => {
  withStore(
    "leaves nothing where it is rolled back, and is seen by a worker where it commits",
    ({ sql, store }) =>
      Effect.gen(function* () {
        yield* sql`CREATE TABLE orders (id text)`
        const order = (id: string) =>
          Effect.andThen(
            sql`INSERT INTO orders VALUES (${id})`,
            store.add({ items: [item(id), item(`${id}-k`, { key: "k" })], now })
          )
        yield* Effect.exit(sql.withTransaction(Effect.andThen(order("a"), Effect.fail("no"))))
        assert.deepStrictEqual(
          [yield* store.list({ limit: 9 }), (yield* store.stats({ now })).lanes],
          [[], []]
        )
        yield* sql.withTransaction(order("b"))
        assert.deepStrictEqual(yield* carry(store, "r"), ["b", "b-k"])
      })
  )

  withStore("does not hold up workers or other transactions while it stays open", ({ sql, store }) =>
    Effect.gen(function* () {
      yield* store.add({ items: [item("first", { key: "k" })], now })
      yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* store.add({
            items: [item("open", { key: "k" }), item("new lane", { lane: "Shop.order/x" })],
            now
          })
          // Another caller, a worker and the reaper, each on a connection of its own.
          const others = Effect.gen(function* () {
            yield* store.add({
              items: [item("other", { key: "k" }), item("same lane", { lane: "Shop.order/x" })],
              now
            })
            yield* store.reap({ now })
            yield* store.lanes({ now })
            return yield* carry(store, "r1")
          })
          assert.deepStrictEqual(yield* outside(Effect.timeout(others, "5 seconds")), ["first"])
        })
      )
      yield* store.lanes({ now })
      // It was given before the other one, which nobody has claimed yet: the order holds.
      assert.deepStrictEqual([yield* carry(store, "r2"), yield* carry(store, "r3")], [["open"], ["other"]])
    })
  )

  withStore(
    "is what a worker's own commands stay out of: an intent is not undone with it",
    ({ sql, store }) =>
      Effect.gen(function* () {
        yield* store.add({ items: [item("a")], now })
        yield* store.claim(claim("r"))
        const intent = store.intent({ request: "r", owner: "o", kind: "once", lease: 60_000, now })
        yield* Effect.exit(sql.withTransaction(Effect.andThen(intent, Effect.fail("no"))))
        const [found] = yield* store.list({ limit: 1 })
        assert.isTrue(found?.sending)
      })
  )

  withStore("of a foreign client takes an item in by one plain statement", ({ store, table, url }) =>
    Effect.gen(function* () {
      const client = yield* foreign(url)
      yield* said(client, "BEGIN")
      assert.strictEqual(yield* given(client, table, item("a")), "queued")
      yield* said(client, "ROLLBACK")
      assert.deepStrictEqual(yield* store.list({ limit: 9 }), [])
      yield* said(client, "BEGIN")
      const answers = yield* Effect.forEach(
        [item("a"), item("a"), item("b", { key: "k" }), item("c", { key: "k" })],
        (one) => given(client, table, one)
      )
      assert.deepStrictEqual(answers, ["queued", "duplicate", "queued", "queued"])
      yield* said(client, "COMMIT")
      const [lane] = yield* store.lanes({ now })
      assert.deepStrictEqual(lane?.next, { input: '{"id":"a"}', version: 1 })
      assert.deepStrictEqual([yield* carry(store, "r1"), yield* carry(store, "r2")], [["a", "b"], ["c"]])
      const { all } = yield* store.stats({ now })
      assert.deepStrictEqual([all.enqueued, all.open, all.delivered], [3, 0, 3])
    })
  )

  withStore(
    "of a foreign client fails with clear words where the id has another input",
    ({ store, table, url }) =>
      Effect.gen(function* () {
        yield* store.add({ items: [item("order-1")], now })
        const client = yield* foreign(url)
        const { params, sql } = statement("pg", item("order-1", { hash: "other" }), table)
        const message = yield* Effect.promise(() =>
          client.query(sql, [...params]).then(
            () => "",
            (error: Error) => error.message
          )
        )
        assert.include(
          message,
          "IdConflict: the outbox has an item with this id and another input, use another id: order-1"
        )
      })
  )
})
