/** The commands in a database of SQLite that is the user's: the program of the outbox's own file, over the user's client. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import { type Client, Trouble } from "../../sqlite/client.ts"
import { Refusal } from "../../sqlite/problems.ts"
import { StoreUnavailable } from "../errors.ts"
import { commandsOf } from "../sqlite.ts"
import { migrations } from "../sqlite/schema.ts"
import { program } from "../sqlite/thread.ts"
import type { Commands } from "../store.ts"
import { isPassing, unavailable } from "./failures.ts"
import { replayed } from "./sqlite/replay.ts"

// SQLite has one writer at a time: who waits asks from time to time, and does not block the thread that the client runs on.
const waiting = Schedule.jittered(
  Schedule.max([
    Schedule.min([Schedule.exponential("5 millis"), Schedule.spaced("100 millis")]),
    Schedule.recurs(300)
  ])
)

/** What may be done in the transaction of a caller: it must not be more durable, or less, than what it belongs to. */
const joins = new Set(["add", "list", "ended", "stats", "pauses"])

const inside = (table: string): StoreUnavailable =>
  new StoreUnavailable({
    store: table,
    reason: "other",
    problem:
      "a transaction is open, and this must not be undone with it. SQLite has one writer at a time, so it cannot be done beside it either: do it after the commit."
  })

const troubleOf =
  (table: string) =>
  (error: unknown): Trouble => {
    if (error instanceof Trouble) return error
    if (error instanceof Refusal) return new Trouble(error.what)
    if (!isSqlError(error)) throw error
    const { problem, reason } = unavailable(table, error)
    return new Trouble({ problem, reason: reason === "unreachable" ? "other" : reason })
  }

const isLocked = (error: unknown): boolean => isSqlError(error) && isPassing(error)

const room = { room: () => undefined }

const clientOf = (sql: SqlClient.SqlClient, table: string): Client => {
  const run = (name: string, input: unknown): Effect.Effect<unknown, unknown> =>
    replayed(sql, table, (database) => {
      const { read, write } = program.commands(database, room)[name] ?? {}
      const found = read?.(input as never) // as: each command is given what it takes
      return found === undefined && write !== undefined ? write(input as never) : found // as: the same
    })
  const asked = (name: string, input: unknown) =>
    Effect.flatMap(Effect.serviceOption(sql.transactionService), (transaction) => {
      if (Option.isSome(transaction) && !joins.has(name)) {
        const { problem, reason } = inside(table)
        return Effect.fail(new Trouble({ problem, reason: reason === "unreachable" ? "other" : reason }))
      }
      const once = Effect.provideService(
        sql.withTransaction(run(name, input)),
        SqlClient.BeginTransaction,
        "BEGIN IMMEDIATE"
      )
      return Option.isSome(transaction) ? once : Effect.retry(once, { schedule: waiting, while: isLocked })
    })
  return {
    // as: the commands say what they answer
    ask: <A>(name: string, input: unknown) =>
      Effect.mapError(asked(name, input), troubleOf(table)) as Effect.Effect<A, Trouble>
  }
}

/** The commands. */
export const sqlite = (sql: SqlClient.SqlClient, table: string): Commands => ({
  ...commandsOf(clientOf(sql.withoutTransforms(), table), table),
  committed: sql.afterCommit
})

const steps = (table: string): ReadonlyArray<string> =>
  migrations.flatMap((text) =>
    text
      .replace(/\boutbox_/g, `${table}_`)
      .split(/;\n/)
      .filter((part) => part.trim() !== "")
  )

/** Makes the tables, unless they are there. */
export const migrateSqlite = (
  sql: SqlClient.SqlClient,
  table: string
): Effect.Effect<void, StoreUnavailable> => {
  const plain = sql.withoutTransforms()
  const made: Effect.Effect<void, SqlError> = Effect.gen(function* () {
    const found = yield* plain.unsafe(`SELECT 1 FROM sqlite_master WHERE name = ?`, [`${table}_item`])
    if (found.length === 0)
      yield* Effect.forEach(steps(table), (text) => plain.unsafe(text), { discard: true })
  })
  return Effect.provideService(
    plain.withTransaction(made),
    SqlClient.BeginTransaction,
    "BEGIN IMMEDIATE"
  ).pipe(
    Effect.retry({ schedule: waiting, while: isLocked }),
    Effect.mapError((error) => unavailable(table, error))
  )
}
