/** What can be wrong with a file of SQLite, in words for whoever has to mend it. Loaded on both sides of the thread. */

/** Why a file cannot be used, or why a command was not carried out. */
export type Reason =
  "old-node" | "old-sqlite" | "locked" | "read-only" | "full" | "corrupt" | "no-room" | "other"

/** A problem as it crosses the thread. */
export interface Problem {
  readonly reason: Reason
  readonly problem: string
  /** For `no-room`: bytes that are free on the disk, and that have to be. */
  readonly free?: number
  readonly needed?: number
}

/** A problem on its way up. */
export class Refusal extends Error {
  readonly what: Problem

  constructor(what: Problem) {
    super(what.problem)
    this.what = what
  }
}

// Primary result codes: https://sqlite.org/rescode.html
const busy = 5
const locked = 6
const notOpened = 14

const known: Readonly<Record<number, Problem>> = {
  [busy]: { reason: "locked", problem: "another process is writing to the file" },
  [locked]: { reason: "locked", problem: "another connection of this process is writing to the file" },
  8: {
    reason: "read-only",
    problem:
      "the file, or its folder, cannot be written: check its owner and rights, and how the disk is mounted"
  },
  10: {
    reason: "other",
    problem: "the disk failed to read or to write: check the disk and the system's log"
  },
  11: {
    reason: "corrupt",
    problem:
      "the file is damaged: keep a copy of it and of its -wal file, and save what can be read with “sqlite3 FILE .recover”"
  },
  13: { reason: "full", problem: "the disk is full: free some space" },
  [notOpened]: {
    reason: "other",
    problem: "the file cannot be opened: check that its folder exists and may be written"
  },
  26: { reason: "corrupt", problem: "the file is not a database of SQLite" }
}

interface SqliteError extends Error {
  readonly errcode: number
}

const isSqliteError = (error: unknown): error is SqliteError =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number"

/** The low byte of an extended result code is the primary one: 517, a snapshot that is out of date, is a kind of 5. */
const primary = (error: unknown): number => (isSqliteError(error) ? error.errcode & 0xff : -1)

/** Whether another connection is in the way, so that the same may succeed a moment later. */
export const isBusy = (error: unknown): boolean => primary(error) === busy || primary(error) === locked

const notFound = /Cannot find (module|package)/

/** The problem that an error tells of. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Refusal) return error.what
  const found = known[primary(error)]
  if (found !== undefined && isSqliteError(error))
    return { ...found, problem: `${found.problem} (SQLite says “${error.message}”, code ${error.errcode})` }
  const problem = error instanceof Error ? error.message : String(error)
  return notFound.test(problem)
    ? {
        reason: "other",
        problem: `a file of its thread is missing: leave faultline out of the bundle (${problem})`
      }
    : { reason: "other", problem }
}

const before = (version: string, oldest: ReadonlyArray<number>): boolean => {
  const parts = version.split(".").map(Number)
  const differing = oldest.findIndex((part, index) => part !== (parts[index] ?? 0))
  return differing >= 0 && (parts[differing] ?? 0) < (oldest[differing] ?? 0)
}

/** What is wrong with a runtime that has no `node:sqlite`, or one that lacks what is needed of it. */
export const noSqlite = (runtime: string): Problem => ({
  reason: "old-node",
  problem: `it is kept by node:sqlite, which needs Node 22.16 or newer, and this is ${runtime}: update Node, or keep it in a database of your own`
})

/** What is wrong with this Node. */
export const unfitNode = ({ node }: { readonly node: string }): Problem | undefined =>
  before(node, [22, 16]) ? noSqlite(`Node ${node}`) : undefined

/**
 * Whether processes may share a file. SQLite up to 3.51.2 can damage a file in WAL mode when one connection writes while another
 * one resets the log: https://sqlite.org/wal.html
 */
export const mayBeShared = (sqlite: string): boolean => !before(sqlite, [3, 51, 3])

/** Said where a file of an SQLite that must not share it is in use already. */
export const mustNotShare = (sqlite: string): Problem => ({
  reason: "old-sqlite",
  problem: `another process, or another store of this one, has the file open, and the SQLite ${sqlite} of this Node can damage a file that is shared (mended in 3.51.3): run one process, or update Node until “node -p process.versions.sqlite” says 3.51.3 or newer`
})
