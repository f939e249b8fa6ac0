/**
 * An outbox in the user's own database, over Effect's `SqlClient`: many machines share it, and what is enqueued commits or rolls back
 * with the transaction around it.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { SqlClient } from "effect/sql/SqlClient"
import { StoreUnavailable } from "./errors.ts"
import { badTable, defaultTable, isTable, namesOf } from "./sql/names.ts"
import { migrate } from "./sql/migrate.ts"
import { postgres } from "./sql/postgres.ts"
import { migrateSqlite, sqlite } from "./sql/sqlite.ts"
import { type Commands, OutboxStore } from "./store.ts"

/** Where the tables are. */
export interface SqlOptions {
  /** Begins the names of the tables. Default: `faultline_outbox`. With its schema where that is not the default: `app.outbox`. */
  readonly table?: string
  /** Whether tables that are missing are made. Default: yes. */
  readonly migrate?: boolean
}

const refused = (table: string, problem: string): StoreUnavailable =>
  new StoreUnavailable({ store: table, reason: "other", problem })

interface Made {
  readonly commands: Commands
  readonly migrate: Effect.Effect<void, StoreUnavailable>
}

const noDialect =
  "it is made for PostgreSQL and SQLite, and this client speaks to another database. Use “layerSqlite” for a file of its own."

/** The store over a client. For tests, the clock of PostgreSQL may be an expression of its own. */
export const make = ({ table = defaultTable, ...options }: SqlOptions = {}, clock?: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    if (!isTable(table)) return yield* refused(table, badTable(table))
    const names = namesOf(table, clock)
    const made = sql.onDialectOrElse<Made | undefined, Made, Made>({
      orElse: () => undefined,
      pg: () => ({ commands: postgres(sql, table, names), migrate: migrate(sql, table, names) }),
      sqlite: () => ({ commands: sqlite(sql, table), migrate: migrateSqlite(sql, table) })
    })
    if (made === undefined) return yield* refused(table, noDialect)
    if (options.migrate ?? true) yield* made.migrate
    return made.commands
  })

/** The store. */
export const layerSqlStore = (options?: SqlOptions): Layer.Layer<OutboxStore, StoreUnavailable, SqlClient> =>
  Layer.effect(OutboxStore, make(options))
