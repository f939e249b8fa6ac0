/** The tables of an outbox in PostgreSQL: made by the store, by Effect's `Migrator`, by any other tool, or not at all. */
import { assert, describe } from "@effect/vitest"
import { Effect } from "effect"
import { Migrator } from "effect/sql"
import { migrations, schema } from "../../../src/durable/outbox/sql/migrate.ts"
import { make } from "../../../src/durable/outbox/sql.ts"
import { carry, item, now, withStore } from "./items.ts"
import { clientOf } from "./postgresServer.ts"

const works = (table: string) =>
  Effect.gen(function* () {
    const store = yield* make({ table, migrate: false })
    yield* store.add({ items: [item("a", { key: "k" })], now })
    assert.deepStrictEqual(yield* carry(store, "r"), ["a"])
  })

describe("the tables of an outbox in PostgreSQL", () => {
  withStore("are made once, also where several processes begin at once", ({ url }) =>
    Effect.gen(function* () {
      const open = Effect.provide(make({ table: "at_once" }), clientOf(url), { local: true })
      yield* Effect.all([open, open, open, open], { concurrency: "unbounded" })
      yield* works("at_once")
    })
  )

  withStore("can be made by Effect's Migrator", () =>
    Effect.gen(function* () {
      const run = Migrator.make({})
      const loader = Migrator.fromRecord(migrations(7, "migrated"))
      const done = yield* run({ loader, table: "migrations" })
      assert.deepStrictEqual(done, [[7, "migrated_1"]])
      yield* works("migrated")
    })
  )

  withStore("can be made by any tool, from a text that may run again", ({ sql }) =>
    Effect.gen(function* () {
      yield* sql`CREATE SCHEMA app`
      for (const text of [schema("app.outbox"), schema("app.outbox")])
        for (const one of text.split(";\n").filter((part) => part.trim() !== "")) yield* sql.unsafe(one)
      yield* works("app.outbox")
    })
  )

  withStore("are missed in words that say what to do", () =>
    Effect.gen(function* () {
      const store = yield* make({ table: "nowhere", migrate: false })
      const error = yield* Effect.flip(store.stats({ now }))
      assert.include(error.message, "The outbox in nowhere cannot be used")
      assert.include(error.message, "run the migrations, or leave out “migrate: false”")
    })
  )

  withStore("need no right to make tables where they are there", ({ sql, table, url }) =>
    Effect.gen(function* () {
      yield* sql.unsafe("CREATE ROLE app LOGIN")
      yield* sql.unsafe("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
      for (const name of ["item", "request", "count", "pause", "meta"])
        yield* sql.unsafe(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table}_${name} TO app`)
      const opened = Effect.gen(function* () {
        const store = yield* make({ table })
        yield* store.add({ items: [item("a")], now })
        assert.deepStrictEqual(yield* carry(store, "r"), ["a"])
        const refused = yield* Effect.flip(make({ table: "another" }))
        assert.strictEqual(refused.reason, "other")
      })
      yield* Effect.provide(opened, clientOf(url.replace("test@", "app@")), { local: true })
    })
  )

  withStore("have names that need no quotes", () =>
    Effect.gen(function* () {
      for (const table of ["Outbox", "out-box", "a.b.c", "x; DROP TABLE y", "x".repeat(41), ""]) {
        const error = yield* Effect.flip(make({ table }))
        assert.include(error.message, "cannot begin the names of tables")
      }
    })
  )
})
