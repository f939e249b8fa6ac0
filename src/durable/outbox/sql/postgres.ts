/** The commands in PostgreSQL: one statement each, so that a batch costs three round trips. */
import type { SqlClient } from "effect/sql/SqlClient"
import type { Commands } from "../store.ts"
import { databaseOf } from "./database.ts"
import type { Names } from "./names.ts"
import { adding } from "./postgres/adding.ts"
import { keysOf } from "./postgres/keys.ts"
import { ending } from "./postgres/ending.ts"
import { moving } from "./postgres/moving.ts"
import { reading } from "./postgres/reading.ts"
import { requesting } from "./postgres/requesting.ts"

/** The commands. */
export const postgres = (sql: SqlClient, table: string, names: Names): Commands => {
  const database = databaseOf(sql, table, names)
  const keys = keysOf(database)
  return {
    ...adding(database, keys, sql),
    ...requesting(database, keys),
    ...ending(database, keys),
    ...moving(database, keys),
    ...reading(database, keys)
  }
}
