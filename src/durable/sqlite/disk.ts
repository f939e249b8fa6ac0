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
 * What is wrong with the free space, where something is: looked at once for each transaction. What is in the file can only be worked off
 * with some space left: the log is written before the file, and copied into it.
 */
export class Space {
  private readonly path: string
  private readonly log: () => number
  private readonly reserve: number
  private found: Problem | undefined | "not looked at" = "not looked at"

  constructor(database: Database, reserve: number) {
    this.path = pathOf(database)
    this.log = logOf(database)
    this.reserve = reserve
  }

  /** The next transaction looks anew. */
  readonly forget = (): void => {
    this.found = "not looked at"
  }

  readonly room = (): Problem | undefined => {
    if (this.found === "not looked at") this.found = this.look()
    return this.found
  }

  private look(): Problem | undefined {
    if (this.path === "" || this.reserve === 0) return undefined
    const { bavail, bsize } = statfsSync(dirname(this.path))
    const [free, needed] = [bavail * bsize, Math.max(this.reserve, 2 * this.log())]
    return free >= needed
      ? undefined
      : { reason: "no-room", problem: "too little of the disk is free", free, needed }
  }
}
