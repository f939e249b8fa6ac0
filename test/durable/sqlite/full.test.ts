import { assert, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { OutboxStore } from "../../../src/durable/outbox/store.ts"
import { ids, items } from "./items.ts"

const mount = (path: string) => spawnSync("mount", ["-t", "tmpfs", "-o", "size=12m", "none", path])

/** A disk of 12 MB, where the system lets us have one. */
const smallDisk = (): string | undefined => {
  const path = mkdtempSync(join(tmpdir(), "faultline-disk-"))
  if (process.platform === "linux" && process.getuid?.() === 0 && mount(path).status === 0) return path
  rmSync(path, { recursive: true })
  return undefined
}
const probe = smallDisk()
const release = (path: string): void => {
  execFileSync("umount", ["-l", path])
  rmSync(path, { recursive: true })
}
if (probe !== undefined) release(probe)

const disk = Effect.acquireRelease(
  Effect.sync(() => smallDisk() ?? ""),
  (path) => Effect.sync(() => release(path))
)
const now = 1_000
const big = (count: number, prefix: string) => items(ids(count, prefix), { input: "x".repeat(2_000) })

const opened = (file: string, reserve: number) =>
  Effect.map(Layer.build(layerSqlite({ file, reserve })), (context) => Context.get(context, OutboxStore))

// It takes root, as in a container.
it.live.skipIf(probe === undefined)(
  "a disk that fills up loses nothing that was answered, and what is there is sent",
  () =>
    Effect.gen(function* () {
      const path = yield* disk
      const file = join(path, "outbox.db")
      const store = yield* opened(file, 4_000_000)
      const portions = Array.from({ length: 500 }, (_, n) => big(20, `id-${n}`))
      let taken = 0
      const refusal = yield* Effect.flip(
        Effect.forEach(portions, (some) =>
          Effect.map(store.add({ items: some, now }), (added) => (taken += added.length))
        )
      )
      assert.strictEqual(refusal._tag, "OutboxFull")
      assert.isAbove(taken, 100)
      let sent = 0
      for (let n = 0; n * 75 < taken; n++) {
        const held = { request: `r-${n}`, owner: "me", lease: 1_000, now }
        const claimed = yield* store.claim({ ...held, lane: "lane", most: 75, bytes: 1e6 })
        yield* store.intent({ ...held, kind: "once" })
        const results = claimed.map(
          ({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome: {} }) as const
        )
        sent += (yield* store.settle({ request: held.request, results, now })).length
      }
      assert.strictEqual(sent, taken)
    }).pipe(Effect.scoped)
)

it.live.skipIf(probe === undefined)(
  "without a reserve, what does not fit is refused as a whole, and the file is sound",
  () =>
    Effect.gen(function* () {
      const path = yield* disk
      const file = join(path, "outbox.db")
      const store = yield* opened(file, 0)
      yield* store.add({ items: big(100, "id"), now })
      writeFileSync(join(path, "filler"), Buffer.alloc(11_200_000))
      const results = yield* Effect.forEach(
        ["a", "b", "c"],
        (prefix) => Effect.flip(store.add({ items: big(1_000, prefix), now })),
        { concurrency: "unbounded" }
      )
      for (const refused of results) assert.include(refused, { _tag: "StoreUnavailable", reason: "full" })
      rmSync(join(path, "filler"))
      yield* store.add({ items: big(100, "later"), now })
      assert.include((yield* store.stats({ now })).all, { enqueued: 200, open: 200 })
      const database = new DatabaseSync(file)
      assert.deepStrictEqual(database.prepare("PRAGMA integrity_check").get(), { integrity_check: "ok" })
      database.close()
    }).pipe(Effect.scoped)
)
