/** Callers that enqueue at the same time share a commit, and nothing else. */
import { assert, describe } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import { item, items, now, withStore } from "./items.ts"

const add = (store: Commands, id: string, hash = id) => store.add({ items: [item(id, { hash })], now })

describe("callers that enqueue together", () => {
  withStore("get an answer each, in one commit", ({ sql, store, table }) =>
    Effect.gen(function* () {
      yield* add(store, "old")
      const answers = yield* Effect.all(
        [
          add(store, "a"),
          store.add({ items: items(3), now }),
          add(store, "old"),
          add(store, "old", "other"),
          add(store, "a")
        ],
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(answers, [
        ["queued"],
        ["queued", "queued", "queued"],
        ["duplicate"],
        ["conflict"],
        ["duplicate"]
      ])
      const commits = yield* sql.unsafe<{ readonly n: string }>(
        `SELECT count(DISTINCT xmin::text)::text AS n FROM ${table}_item WHERE id <> 'old'`
      )
      assert.strictEqual(commits[0]?.n, "1")
    })
  )

  withStore("are not kept out by one whose item the database does not take", ({ store }) =>
    Effect.gen(function* () {
      const [good, bad, other] = yield* Effect.all(
        [add(store, "a"), Effect.flip(add(store, "with\u0000nothing")), add(store, "b")],
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual([good, other], [["queued"], ["queued"]])
      assert.include(bad.message, "The outbox in test_")
      const found = yield* store.list({ limit: 9 })
      assert.deepStrictEqual(found.map(({ id }) => id).toSorted(), ["a", "b"])
    })
  )

  withStore("stay in their own transactions", ({ store }) =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const inTransaction = (id: string, end: Effect.Effect<void, string>) =>
        Effect.exit(sql.withTransaction(Effect.andThen(add(store, id), end)))
      yield* Effect.all(
        [inTransaction("undone", Effect.fail("no")), add(store, "free"), inTransaction("done", Effect.void)],
        { concurrency: "unbounded" }
      )
      const found = yield* store.list({ limit: 9 })
      assert.deepStrictEqual(found.map(({ id }) => id).toSorted(), ["done", "free"])
    })
  )
})
