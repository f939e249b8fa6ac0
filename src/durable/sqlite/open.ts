/** Opening a file, in its thread. */
import { Database } from "./database.ts"
import { isBusy, mayBeShared, mustNotShare, noSqlite, Refusal } from "./problems.ts"
import type { Opening, Program } from "./program.ts"
import type { Turn } from "./turn.ts"

/** Node below 23.4 warns of its module whenever it is loaded; other warnings are let through. */
const withoutTheWarning = (): void => {
  const emit = process.emitWarning.bind(process)
  process.emitWarning = (warning: string | Error, ...rest: ReadonlyArray<never>) => {
    const isExpected = typeof warning === "string" && warning.startsWith("SQLite is an experimental feature")
    if (!isExpected) emit(warning, ...rest)
  }
}

interface Connected {
  readonly database: Database
  readonly version: string
}

const connect = async (file: string): Promise<Connected> => {
  withoutTheWarning()
  const { DatabaseSync } = await import("node:sqlite").catch(() => {
    throw new Refusal(noSqlite(`${process.release.name} ${process.version}`))
  })
  // In a database of its own: whatever is asked of the file may be refused because somebody has locked it.
  const memory = new Database(new DatabaseSync(":memory:"))
  const version = memory.get<Connected>("SELECT sqlite_version() AS version")?.version ?? ""
  memory.close()
  return { database: new Database(new DatabaseSync(file)), version }
}

const numberOf = (database: Database, pragma: string): number =>
  database.get<Record<string, number>>(`PRAGMA ${pragma}`)?.[pragma] ?? 0

const tablesIn = (database: Database): number =>
  database.get<{ readonly n: number }>("SELECT count(*) AS n FROM sqlite_schema")?.n ?? 0

const unfit = (database: Database, { kind, mark, migrations }: Program): string | undefined => {
  const [version, found] = [numberOf(database, "user_version"), numberOf(database, "application_id")]
  if (found !== mark && (found !== 0 || version !== 0 || tablesIn(database) > 0))
    return `the file is a database of something else, not ${kind}: name another file`
  return version > migrations.length
    ? `the file was written by a newer Faultline (its layout is ${version}, this one knows ${migrations.length}): update this one`
    : undefined
}

/** Brings the file to the newest layout: one step after another, all or none. */
const migrate = (database: Database, program: Program): void => {
  const problem = unfit(database, program)
  if (problem !== undefined) throw new Refusal({ reason: "other", problem })
  if (numberOf(database, "user_version") === program.migrations.length) return
  database.exec("BEGIN IMMEDIATE")
  try {
    // Another process may have done it in between.
    const steps = program.migrations.slice(numberOf(database, "user_version"))
    for (const step of steps) database.exec(step)
    database.exec(`PRAGMA user_version = ${program.migrations.length}`)
    database.exec(`PRAGMA application_id = ${program.mark}`)
    database.exec("COMMIT")
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw error
  }
}

// The log is cut to 64 MB after it has grown; the cache is 16 MB.
const settings = `
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -16384;
  PRAGMA temp_store = MEMORY;
`

const prepare = (database: Database, program: Program, isAlone: boolean): void => {
  // Before anything is asked of the file: then it is locked by the first question.
  if (isAlone) database.exec("PRAGMA locking_mode = EXCLUSIVE")
  database.exec("PRAGMA journal_mode = WAL")
  database.exec(`PRAGMA synchronous = ${program.synchronous}`)
  database.exec(settings)
  migrate(database, program)
}

/**
 * Opens a file. Where the SQLite must not share it, the file is locked for as long as it is open: the system lets go of the lock
 * when the process ends, however it does.
 */
export const open = async (
  { file, version: told }: Opening,
  program: Program,
  turn: Turn
): Promise<Connected> => {
  const { database, version: found } = await connect(file)
  const version = told ?? found
  try {
    // Who waits inside SQLite waits without order, and one of many may never have its turn.
    database.exec("PRAGMA busy_timeout = 0")
    const isAlone = !mayBeShared(version)
    await turn.take(() => prepare(database, program, isAlone), isAlone ? 0 : undefined)
    return { database, version }
  } catch (error) {
    database.close()
    throw isBusy(error) && !mayBeShared(version) ? new Refusal(mustNotShare(version)) : error
  }
}
