import { assert, it } from "@effect/vitest"
import { broken, figuresOf } from "./balance.ts"
import { run } from "./conductor.ts"
import { serveStore } from "./remote.ts"

// Answers of the store that are lost after it has done what it was asked, as with any server.
const lost = 0.02

it("with workers and producers killed, and answers of the store lost, the ledger balances", async () => {
  const store = await serveStore(21, lost)
  try {
    const record = await run({ store: store.name, seed: 21, kills: 4, workers: 2, count: 75 })
    assert.deepStrictEqual(broken(record), [])
    assert.ok(record.acked > 500)
  } finally {
    await store.close()
  }
}, 120_000)

it("without the intent, killed workers do things twice, and the test sees it", async () => {
  const store = await serveStore(22, 0)
  try {
    const plan = { store: store.name, seed: 22, kills: 4, workers: 2, count: 75, blind: true }
    // Answers that are on their way when the worker is killed.
    const record = await run({ ...plan, moods: { takes: 100 } })
    assert.ok(figuresOf(record).onceDoubled > 0)
    assert.ok(broken(record).some((problem) => problem.includes("done twice")))
  } finally {
    await store.close()
  }
}, 120_000)
