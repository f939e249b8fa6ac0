/** The outbox in a database of SQLite that is the application's own, over its client. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Scope } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { make } from "../../../src/durable/outbox/sql.ts"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import { Walk } from "../model/walk.ts"
import { carry, claim, item, items } from "./items.ts"
import { sameAsInMemory } from "./same.ts"
import { sqliteClient } from "./sqliteClient.ts"

const now = 1_000

const inFolder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-sqlite-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
)

const withFile = (
  name: string,
  test: (store: Commands, file: string) => Effect.Effect<unknown, unknown, Scope.Scope | SqlClient>
) =>
  it.live(
    name,
    () =>
      Effect.gen(function* () {
        const file = join(yield* inFolder, "app.db")
        const tested = Effect.flatMap(make({ table: "app_outbox" }), (store) => test(store, file))
        yield* Effect.provide(tested, sqliteClient(file))
      }),
    60_000
  )

describe("the outbox in a database of SQLite", () => {
  withFile("does what the store in memory does, for commands in any order", (store) =>
    sameAsInMemory(store, 1, 150)
  )

  withFile("leaves no way of the state machine in any interleaving", (store) =>
    Effect.gen(function* () {
      const walk = new Walk(store, 7)
      yield* walk.run(150)
      assert.deepStrictEqual(walk.problems, [])
    })
  )

  withFile(
    "leaves nothing where a transaction is rolled back, and is seen by a worker where it commits",
    (store) =>
      Effect.gen(function* () {
        const sql = yield* SqlClient
        yield* sql`CREATE TABLE orders (id TEXT)`
        const order = (id: string) =>
          Effect.andThen(
            sql`INSERT INTO orders VALUES (${id})`,
            store.add({ items: [item(id), item(`${id}-k`, { key: "k" })], now })
          )
        yield* Effect.exit(sql.withTransaction(Effect.andThen(order("a"), Effect.fail("no"))))
        assert.deepStrictEqual(yield* store.list({ limit: 9 }), [])
        yield* sql.withTransaction(order("b"))
        assert.deepStrictEqual(yield* carry(store, "r"), ["b", "b-k"])
      })
  )

  withFile("refuses a worker's commands inside of a transaction, which could undo them", (store) =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* store.add({ items: [item("a")], now })
      const error = yield* Effect.flip(sql.withTransaction(store.claim(claim("r"))))
      assert.include(error.message, "do it after the commit")
      assert.deepStrictEqual(yield* carry(store, "r"), ["a"])
    })
  )

  withFile("is shared with another process that writes, which is waited for", (store, file) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(2), now })
      const other = Effect.gen(function* () {
        const sql = yield* SqlClient
        yield* sql.unsafe("BEGIN IMMEDIATE")
        yield* Effect.sleep("200 millis")
        yield* sql.unsafe("COMMIT")
      })
      const busy = Effect.provide(other, sqliteClient(file), { local: true })
      const [, got] = yield* Effect.all([busy, Effect.delay(carry(store, "r"), "50 millis")], {
        concurrency: "unbounded"
      })
      assert.deepStrictEqual(got, ["i-0", "i-1"])
    })
  )
})
