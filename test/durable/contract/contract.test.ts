import { it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import { make } from "../../../src/durable/outbox/sql.ts"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { OutboxStore } from "../../../src/durable/outbox/store.ts"
import { contract, keepsContract } from "../contract.ts"
import { available, clientOf, postgresServer } from "../sql/postgresServer.ts"
import { freshFile, stranger } from "../sqlite/files.ts"
import { rigOf } from "./rig.ts"

const storeIn = <E>(layer: Layer.Layer<OutboxStore, E>) =>
  Effect.map(Layer.build(layer), (context) => Context.get(context, OutboxStore))

contract("in memory", Effect.map(storeIn(layerMemory), rigOf))

const tables = ["item", "request", "lane", "operation", "pause"]

it.live(
  "in a file: the contract is kept",
  () =>
    Effect.gen(function* () {
      const file = yield* freshFile
      const store = yield* storeIn(layerSqlite({ file, reserve: 0 }))
      const other = yield* stranger(file)
      const empty = Effect.sync(() => tables.forEach((name) => other.exec(`DELETE FROM outbox_${name}`)))
      yield* keepsContract(Effect.map(empty, () => rigOf(store)))
    }).pipe(Effect.scoped),
  60_000
)

/** A store whose clock is a table, and stands until a test moves it. */
const inPostgres = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql.unsafe("CREATE TABLE clock (ms bigint)")
  yield* sql.unsafe("INSERT INTO clock VALUES (1000000)")
  const store = yield* make({ table: "kept" }, "(SELECT ms FROM clock)")
  yield* keepsContract(
    Effect.gen(function* () {
      yield* sql.unsafe("TRUNCATE kept_item, kept_request, kept_pause, kept_count")
      const rig = rigOf(store)
      const set = Effect.suspend(() => sql.unsafe(`UPDATE clock SET ms = ${rig.now()}`))
      yield* set
      return { ...rig, pass: (ms: number) => Effect.andThen(rig.pass(ms), set) }
    })
  )
})

it.live.skipIf(!available())(
  "in PostgreSQL: the contract is kept",
  () =>
    Effect.gen(function* () {
      const { url } = yield* postgresServer()
      yield* Effect.provide(inPostgres, clientOf(url))
    }).pipe(Effect.scoped),
  60_000
)
