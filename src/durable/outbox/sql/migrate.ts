/** Making the tables: by the store when it opens, by Effect's `Migrator`, or as a text for another tool. */
import * as Effect from "effect/Effect"
import { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import type { StoreUnavailable } from "../errors.ts"
import { unavailable } from "./failures.ts"
import { defaultTable, filled, type Names, namesOf } from "./names.ts"
import { noteVersion, versions } from "./postgres/schema.ts"

const stepsOf = (names: Names, version: number): ReadonlyArray<string> =>
  [...(versions[version - 1] ?? []), noteVersion(version)].map((text) => filled(text, names))

// A key of the locks that applications choose for themselves. Two processes that begin at once make the tables one after the other.
const lock = "SELECT pg_advisory_xact_lock(hashtext($1))"

const versionOf = (sql: SqlClient, names: Names): Effect.Effect<number, SqlError> =>
  Effect.gen(function* () {
    const [found] = yield* sql.unsafe<{ readonly there: boolean }>(
      "SELECT to_regclass($1) IS NOT NULL AS there",
      [names.meta]
    )
    if (found?.there !== true) return 0
    const [row] = yield* sql.unsafe<{ readonly value: unknown }>(
      `SELECT value::text AS value FROM ${names.meta} WHERE name = 'version'`
    )
    return Number(row?.value ?? 0)
  })

const bringUp = (sql: SqlClient, names: Names, from: number): Effect.Effect<void, SqlError> =>
  Effect.forEach(
    versions.flatMap((_, index) => (index < from ? [] : stepsOf(names, index + 1))),
    (text) => sql.unsafe(text),
    { discard: true }
  )

/** Makes what is missing. Where nothing is, no right to make tables is needed. Tables of a later version are left as they are. */
export const migrate = (
  sql: SqlClient,
  table: string,
  names: Names
): Effect.Effect<void, StoreUnavailable> => {
  const plain = sql.withoutTransforms()
  const locked = Effect.andThen(
    plain.unsafe(lock, [names.meta]),
    Effect.flatMap(versionOf(plain, names), (version) => bringUp(plain, names, version))
  )
  return versionOf(plain, names).pipe(
    Effect.flatMap((version) => (version >= versions.length ? Effect.void : plain.withTransaction(locked))),
    Effect.mapError((error) => unavailable(table, error))
  )
}

/**
 * The tables as migrations for Effect's `Migrator`, beside your own: `Migrator.fromRecord({ ...yours, ...migrations() })`. Give the
 * number of the first; each version of the tables takes the next.
 */
export const migrations = (
  first: number,
  table = defaultTable
): Readonly<Record<string, Effect.Effect<void, SqlError, SqlClient>>> => {
  const names = namesOf(table)
  const stepOf = (version: number) =>
    Effect.flatMap(SqlClient, (sql) =>
      Effect.forEach(stepsOf(names, version), (text) => sql.unsafe(text), { discard: true })
    )
  return Object.fromEntries(
    versions.map((_, index) => [
      `${String(first + index).padStart(4, "0")}_${names.index}_${index + 1}`,
      stepOf(index + 1)
    ])
  )
}

/** The tables as a text of SQL, for any other tool. It may run again. */
export const schema = (table = defaultTable): string =>
  versions
    .flatMap((_, index) => stepsOf(namesOf(table), index + 1))
    .map((text) => `${text};\n`)
    .join("\n")
