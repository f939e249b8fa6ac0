import { assert, it } from "@effect/vitest"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { broken } from "./balance.ts"
import { run } from "./conductor.ts"

it("in a file of SQLite, with workers and producers killed, the ledger balances", async () => {
  const folder = mkdtempSync(join(tmpdir(), "faultline-killed-"))
  try {
    const store = join(folder, "outbox.db")
    const record = await run({ store, seed: 11, kills: 8, workers: 2, count: 75 })
    assert.deepStrictEqual(broken(record), [])
    assert.ok(record.acked > 500)
    const database = new DatabaseSync(store)
    assert.deepStrictEqual(database.prepare("PRAGMA integrity_check").get(), { integrity_check: "ok" })
    database.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
