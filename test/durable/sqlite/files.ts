/** Files of SQLite for tests, in a folder that is removed with the scope. */
import { Effect } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { open, type Options } from "../../../src/durable/sqlite/client.ts"

/** A folder of its own. */
export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-sqlite-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** The name of a file that is not there yet. */
export const freshFile = Effect.map(folder, (path) => join(path, "notes.db"))

/** Opens a file of notes. */
export const notes = (file: string, options: Partial<Options> = {}) =>
  open({ file, program: [import.meta.url, "./notes"], ...options })

/** A connection of somebody else. */
export const stranger = (file: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(file)),
    (database) => Effect.sync(() => database.close())
  )
