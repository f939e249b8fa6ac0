/** The space on the disk of a file. */
import { statfsSync, statSync } from "node:fs"
import { dirname } from "node:path"
import type { Database } from "./database.ts"
import type { Problem } from "./problems.ts"

/** Where the file is; empty for one in memory. */
const pathOf = (database: Database): string =>
  database.all<{ readonly file: string }>("PRAGMA database_list")[0]?.file ?? ""

/** How long the log is that is not yet in the file (bytes). */
export const logOf = (database: Database): (() => number) => {
  const path = pathOf(database)
  return () => (path === "" ? 0 : (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0))
}

/**
 * What is wrong with the free space, where something is. What is in the file can only be worked off with some space left: the log is
 * written before the file, and copied into it.
 */
export const roomOn = (database: Database, reserve: number): (() => Problem | undefined) => {
  const [path, log] = [pathOf(database), logOf(database)]
  return () => {
    if (path === "" || reserve === 0) return undefined
    const { bavail, bsize } = statfsSync(dirname(path))
    const [free, needed] = [bavail * bsize, Math.max(reserve, 2 * log())]
    return free >= needed
      ? undefined
      : { reason: "no-room", problem: "too little of the disk is free", free, needed }
  }
}
