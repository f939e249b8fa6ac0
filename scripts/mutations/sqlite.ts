/** Mutations of what is kept in files of SQLite: answers that come too early, locks and disks that are not heeded, guards of the outbox. */
import type { Mutation } from "./mutation.ts"

const [thread, opening, store, same, processes] = ["thread", "opening", "store", "same", "processes"].map(
  (name) => `test/durable/sqlite/${name}.test.ts`
) as [string, string, string, string, string]

const at = (
  file: string,
  tests: ReadonlyArray<string>,
  changes: Readonly<Record<string, readonly [find: string, replace: string]>>
): ReadonlyArray<Mutation> =>
  Object.entries(changes).map(([name, [find, replace]]) => ({
    name: `sqlite: ${name}`,
    file: `src/durable/${file}`,
    find,
    replace,
    tests
  }))

export const sqlite: ReadonlyArray<Mutation> = [
  ...at("sqlite/transaction.ts", [thread], {
    "an answer comes before its transaction is on the disk": [
      `if (this.database.isTransaction) {
        this.database.run("COMMIT")`,
      `if (this.database.isTransaction) {
        setTimeout(() => this.database.run("COMMIT"), 50)`
    ],
    "half of a command that failed is kept": [
      `this.database.exec("ROLLBACK TO one; RELEASE one")`,
      `this.database.exec("RELEASE one")`
    ]
  }),
  ...at("sqlite/group.ts", [thread], {
    "each command is committed by itself": [
      "this.transaction.commit(this.waiting.splice(0))",
      "this.transaction.commit(this.waiting.splice(0, 1))"
    ]
  }),
  ...at("sqlite/running.ts", [thread], {
    "a thread that dies leaves its callers waiting": [
      `worker.on("exit", () => this.fail(ended))`,
      `worker.on("exit", () => {})`
    ],
    "a file is closed before everything is answered": ["if (!this.isIdle()) return", "if (false) return"]
  }),
  ...at("sqlite/running.ts", [opening], {
    "an open file keeps the process alive": ["if (this.whenDone === undefined) this.worker.unref()", ""]
  }),
  ...at("sqlite/turn.ts", [opening], {
    "a file that is locked is not waited for": ["!isBusy(error) || waited >= patience", "waited >= 0"],
    "a file that is locked is waited for for ever": ["|| waited >= patience", ""]
  }),
  ...at("sqlite/open.ts", [opening], {
    "a file of a newer layout is opened": ["return version > migrations.length", "return version < 0"],
    "a database of something else is taken over": [
      "if (found !== mark && (found !== 0 || version !== 0 || tablesIn(database) > 0))",
      "if (version < 0)"
    ],
    "a file is shared though its SQLite can damage it": [
      `if (isAlone) database.exec("PRAGMA locking_mode = EXCLUSIVE")`,
      ""
    ]
  }),
  ...at("outbox/sqlite/add.ts", [store], {
    "the outbox takes items in on a full disk": ["if (problem !== undefined) throw new Refusal(problem)", ""]
  }),
  ...at("outbox/sqlite/thread.ts", [store], {
    "a power cut may undo an intent": [`synchronous: "FULL"`, `synchronous: "NORMAL"`]
  }),
  ...at("outbox/sqlite/sweep.ts", [store], {
    "what was swept is looked at again": ["Sql.sweptTo, last.ended", "Sql.sweptTo, last.ended + 1"]
  }),
  ...at("outbox/sqlite/settle.ts", [same], {
    "an answer of another request settles an item": ["!isItsOwn ||", ""],
    "what is given back is counted twice": ["item.state === codes.claimed && result.counts", "result.counts"],
    "what must not be done twice is sent again": [`repeats === 1 ? "pending" : "unknown"`, `"pending"`]
  }),
  ...at("outbox/sqlite/statements.ts", [same], {
    "whoever comes may write an intent": [
      "WHERE id = ?1 AND owner = ?2`",
      "WHERE id = ?1 AND ?2 IS NOT NULL`"
    ],
    "a dead item does not hold its key": [
      "AND state = 7 AND seq < (SELECT seq FROM head)) AS",
      "AND state = 99) AS"
    ]
  }),
  ...at("outbox/sqlite/keys.ts", [store], {
    "two items of a key are ready": ["database.run(holdOthers, operation, key, first.seq)", ""]
  }),
  ...at("outbox/sqlite/tally.ts", [same, processes], {
    "a count is forgotten": ['this.add(lane, columnOf(states[from] ?? "unknown"), -1)', ""]
  })
]
