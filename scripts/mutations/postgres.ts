/** Mutations of the outbox in a database of the user's. */
import type { Mutation } from "./mutation.ts"

const statements = "src/durable/outbox/sql/postgres/statements"

export const postgres: ReadonlyArray<Mutation> = [
  {
    name: "an item takes its place among those of its key before it is committed",
    file: `${statements}/adding.ts`,
    find: "CASE WHEN key IS NOT NULL THEN 'new' WHEN due_in > 0",
    replace: "CASE WHEN due_in > 0",
    tests: ["test/durable/sql/transaction.test.ts", "test/durable/sql/same.test.ts"]
  },
  {
    name: "what waits behind an item of its key that has ended is not looked at",
    file: `${statements}/keys.ts`,
    find: "AND p.waits IN ('key', 'new') AND NOT EXISTS",
    replace: "AND p.waits IN ('new') AND NOT EXISTS",
    tests: ["test/durable/sql/same.test.ts"]
  },
  {
    name: "an item goes while another of its key is in doubt",
    file: `${statements}/keys.ts`,
    find: "AND b.state IN ('claimed', 'unknown'))\n    OR",
    replace: "AND b.state IN ('claimed'))\n    OR",
    tests: ["test/durable/sql/same.test.ts"]
  },
  {
    name: "an intent does not wait for the disk where the database is set so",
    file: `${statements}/requests.ts`,
    find: "THEN set_config('synchronous_commit', 'on', true) END AS sync",
    replace: "THEN set_config('synchronous_commit', 'off', true) END AS sync",
    tests: ["test/durable/sql/trouble.test.ts"]
  },
  {
    name: "a claim waits for an item that somebody holds",
    file: `${statements}/requests.ts`,
    find: "LIMIT $5::bigint FOR UPDATE SKIP LOCKED",
    replace: "LIMIT $5::bigint FOR UPDATE",
    tests: ["test/durable/sql/workers.test.ts"]
  },
  {
    name: "the reaper ends a keyed request while the vendor still knows it",
    file: `${statements}/settling.ts`,
    find: "lease <= {now} AND NOT (state = 'sending' AND kind = 'keyed' AND (until IS NULL OR until > {now}))",
    replace: "lease <= {now}",
    tests: ["test/durable/sql/same.test.ts"]
  },
  {
    name: "an intent is undone with the caller's transaction",
    file: "src/durable/outbox/sql/database.ts",
    find: "=> outside(context))",
    replace: "=> context)",
    tests: ["test/durable/sql/transaction.test.ts"]
  },
  {
    name: "a command that was the victim of a deadlock is given up",
    file: "src/durable/outbox/sql/failures.ts",
    find: `reason._tag === "DeadlockError" ||`,
    replace: `false ||`,
    tests: ["test/durable/sql/failures.test.ts", "test/durable/sql/trouble.test.ts"]
  },
  {
    name: "an item that the database does not take keeps those of other callers out",
    file: "src/durable/outbox/sql/postgres/adding.ts",
    find: "Effect.catch(() => alone)",
    replace:
      "Effect.catch((error) => Effect.forEach(entries, (entry) => Request.fail(entry, error), { discard: true }))",
    tests: ["test/durable/sql/together.test.ts"]
  },
  {
    name: "a worker's command in a database of SQLite is undone with the caller's transaction",
    file: "src/durable/outbox/sql/sqlite.ts",
    find: "if (Option.isSome(transaction) && !joins.has(name)) {",
    replace: "if (Option.isSome(transaction) && joins.size === 0) {",
    tests: ["test/durable/sql/sqlite.test.ts"]
  }
]
