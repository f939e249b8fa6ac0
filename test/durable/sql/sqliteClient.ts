/** A client for a database of SQLite over `node:sqlite`, as an application may have one. */
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { Effect, Layer, Semaphore, Stream } from "effect"
import { Reactivity } from "effect/reactivity"
import { SqlClient, type SqlConnection, SqlError, Statement } from "effect/sql"

const failure = (cause: unknown) => {
  const errno = cause instanceof Error && "errcode" in cause ? { errno: cause.errcode } : {}
  const reason = SqlError.classifySqliteError(Object.assign(cause as object, errno), { operation: "execute" })
  return new SqlError.SqlError({ reason })
}

const connectionOf = (db: DatabaseSync): SqlConnection.Connection => {
  const run = (sql: string, params: ReadonlyArray<unknown>) =>
    Effect.try({
      try: (): Array<any> => db.prepare(sql).all(...(params as ReadonlyArray<SQLInputValue>)),
      catch: failure
    })
  const execute: SqlConnection.Connection["execute"] = (sql, params, f) =>
    Effect.map(run(sql, params), (rows) => (f ? f(rows) : rows))
  return {
    execute,
    executeUnprepared: execute,
    executeRaw: run,
    executeValues: (sql, params) => Effect.map(run(sql, params), (rows) => rows.map(Object.values)),
    executeValuesUnprepared: (sql, params) => Effect.map(run(sql, params), (rows) => rows.map(Object.values)),
    executeStream: (sql, params, f) => Stream.fromIterableEffect(execute(sql, params, f))
  }
}

/** The client. */
export const sqliteClient = (file: string): Layer.Layer<SqlClient.SqlClient> =>
  Layer.effect(
    SqlClient.SqlClient,
    Effect.gen(function* () {
      const db = yield* Effect.acquireRelease(
        Effect.sync(() => new DatabaseSync(file, { timeout: 0 })),
        (db) => Effect.sync(() => db.close())
      )
      db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
      const acquirers = SqlClient.makeSqliteAcquirers({
        connection: Effect.succeed(connectionOf(db)),
        semaphore: yield* Semaphore.make(1),
        isTransaction: () => db.isTransaction
      })
      return yield* SqlClient.make({
        ...acquirers,
        compiler: Statement.makeCompilerSqlite(),
        driver: "node:sqlite",
        spanAttributes: []
      })
    })
  ).pipe(Layer.provide(Reactivity.layer))
