/** A made-up program for the tests of the thread: notes by name. */
import type { Database } from "../../../src/durable/sqlite/database.ts"
import { Refusal } from "../../../src/durable/sqlite/problems.ts"
import type { Program } from "../../../src/durable/sqlite/program.ts"

const commands: Program["commands"] = (database: Database, { room }) => ({
  put: {
    write: ([name, text]: readonly [string, string]) => {
      const problem = room()
      if (problem !== undefined) throw new Refusal(problem)
      database.run("INSERT INTO note (name, text) VALUES (?, ?)", name, text)
      if (text === "bad") throw new Error("a bad note")
      return database.get<{ readonly n: number }>("SELECT count(*) AS n FROM note")?.n
    }
  },
  all: { read: () => database.all("SELECT name, text FROM note ORDER BY rowid") },
  statements: { read: () => database.size },
  die: { write: () => process.exit(3) },
  throwLater: { write: () => void Promise.reject(new Error("thrown in the thread")) },
  pragma: { read: (name: string) => Object.values(database.get<object>(`PRAGMA ${name}`) ?? {})[0] }
})

export const program: Program = {
  mark: 0x6e6f7465,
  kind: "a file of notes",
  migrations: [
    "CREATE TABLE note (name TEXT PRIMARY KEY) STRICT",
    "ALTER TABLE note ADD COLUMN text TEXT NOT NULL DEFAULT ''"
  ],
  synchronous: "FULL",
  commands
}
