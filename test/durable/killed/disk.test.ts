import { assert, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect, Layer, Schedule, Stream } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { fromJson } from "../../../src/contract/Wire.ts"
import * as Shop from "../../shop/shop.ts"
import { operationsOf } from "./jobs.ts"

const { once } = operationsOf(75)
const job = (id: string) => ({ id, fate: "accept" }) as const

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-full-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** A disk of 12 MB; `undefined` where the system does not let us have one. */
const smallDisk = Effect.flatMap(folder, (path) =>
  Effect.acquireRelease(
    Effect.sync(() =>
      spawnSync("mount", ["-t", "tmpfs", "-o", "size=12m", "none", path]).status === 0 ? path : undefined
    ),
    (mounted) => Effect.sync(() => void (mounted && spawnSync("umount", ["-l", mounted])))
  )
)

const worker = Outbox.worker([once], { poll: "20 millis" }).pipe(
  Layer.provide(Shop.layer(Shop.transport(() => fromJson(200, {}, { odd: [] })).layer))
)

const open = Effect.map(Outbox.stats, ({ all }) => all.open)
const drained = Effect.repeat(open, {
  until: (count) => count === 0,
  schedule: Schedule.spaced("20 millis")
})

const isSound = (file: string): void => {
  const database = new DatabaseSync(file)
  assert.deepStrictEqual(database.prepare("PRAGMA integrity_check").get(), { integrity_check: "ok" })
  database.close()
}

/** Enqueues until it is refused. Gives how many were taken in, and why no more. */
const filling = Effect.gen(function* () {
  let taken = 0
  const jobs = Stream.map(Stream.range(1, 100_000), (n) => job(`${n}-`.padEnd(900, "x")))
  const why = yield* Outbox.enqueueAll(once, jobs, {
    id: (_, index) => `job-${index}`,
    onProgress: ({ queued }) => Effect.sync(() => void (taken = queued))
  }).pipe(Effect.flip)
  return { taken, why }
})

it.live(
  "on a full disk enqueuing is refused, what was taken in is sent, and the file is sound",
  ({ skip }) =>
    Effect.gen(function* () {
      const disk = yield* smallDisk
      if (disk === undefined) return skip("this system lets nobody mount a small disk here")
      const file = join(disk, "outbox.db")
      const box = Outbox.layerSqlite({ file, reserve: 5_000_000 })
      yield* Effect.gen(function* () {
        const { taken, why } = yield* filling
        assert.strictEqual(why._tag, "OutboxFull")
        assert.isAbove(taken, 500)
        // Others fill half of what is left.
        writeFileSync(join(disk, "others"), Buffer.alloc(2_000_000))
        yield* Layer.build(worker)
        yield* drained
        const { all } = yield* Outbox.stats
        assert.deepInclude(all, { delivered: all.enqueued, unknown: 0, dead: 0 })
        assert.isAtLeast(all.enqueued, taken)
        isSound(file)
      }).pipe(Effect.scoped, Effect.provide(box))
    }).pipe(Effect.scoped),
  60_000
)

it.live("a file that nobody may write to is said when it is opened, and stays as it was", () =>
  Effect.gen(function* () {
    const file = join(yield* folder, "outbox.db")
    const box = Outbox.layerSqlite({ file })
    yield* Effect.provide(Outbox.enqueue(once, job("a"), { id: "a" }), box)
    // Root may write to any file: it is the disk that refuses, as a mount for reading does.
    const database = new DatabaseSync(file)
    database.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
    database.close()
    const problem = yield* Effect.flip(
      Effect.provide(
        Outbox.enqueue(once, job("b"), { id: "b" }),
        Outbox.layerSqlite({ file: `file:${file}?mode=ro` })
      )
    )
    assert.deepInclude(problem, { _tag: "StoreUnavailable", reason: "read-only" })
    isSound(file)
  }).pipe(Effect.scoped)
)
