import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { type Commands, OutboxStore } from "../../../src/durable/outbox/store.ts"

const item = (id: string) =>
  ({
    id,
    lane: "V.once",
    operation: "V.once",
    account: "",
    version: 1,
    onDead: "go-on",
    priority: 0,
    dueIn: 0,
    input: `"${id}"`,
    hash: id
  }) as const

/** What is in a store: every item with its state, and the counts. */
const contents = (store: Commands) =>
  Effect.gen(function* () {
    const items = yield* store.list({ limit: 1_000 })
    const { all } = yield* store.stats({ now: 0 })
    return { all, items: items.map(({ attempts, id, sending, state }) => ({ attempts, id, sending, state })) }
  })

const opened = (folder: string) =>
  Effect.flatMap(OutboxStore, contents).pipe(
    Effect.provide(Layer.fresh(layerSqlite({ file: join(folder, "outbox.db") })))
  )

/** What the disk holds if the power goes now: the file and its log, not what is only in memory. */
const snapshot = (folder: string, to: string): string => {
  mkdirSync(to)
  for (const name of ["outbox.db", "outbox.db-wal"])
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(to, name))
  return to
}

/** The commands of a short life: items come in, and go through each kind of end. */
const steps = (store: Commands): ReadonlyArray<Effect.Effect<unknown, unknown>> => {
  const lease = { owner: "w", lease: 1_000, most: 2, bytes: 1_000, lane: "V.once" }
  const settle = (request: string, seq: number, state: "delivered" | "dead") =>
    store.settle({ request, now: 3, results: [{ seq, state, counts: "attempt", outcome: {} }] })
  return [
    store.add({ items: [item("a"), item("b")], now: 1 }),
    store.claim({ ...lease, request: "r1", now: 1 }),
    store.intent({ request: "r1", owner: "w", kind: "once", lease: 1_000, now: 2 }),
    store.add({ items: [item("c")], now: 2 }),
    settle("r1", 1, "delivered"),
    settle("r1", 2, "dead"),
    store.claim({ ...lease, request: "r2", now: 4 }),
    store.intent({ request: "r2", owner: "w", kind: "once", lease: 10, now: 4 }),
    store.reap({ now: 100 })
  ]
}

it.live(
  "whenever the power goes, what was answered is on the disk, and what is torn off is as if it had not begun",
  () =>
    Effect.gen(function* () {
      const root = mkdtempSync(join(tmpdir(), "outbox-power-"))
      yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(root, { recursive: true, force: true })))
      const live = join(root, "live")
      mkdirSync(live)
      const states: Array<string> = []
      yield* Effect.gen(function* () {
        const store = yield* OutboxStore
        states.push(JSON.stringify(yield* contents(store)))
        for (const [index, step] of steps(store).entries()) {
          yield* step
          states.push(JSON.stringify(yield* contents(store)))
          const after = snapshot(live, join(root, `after-${index}`))
          assert.strictEqual(JSON.stringify(yield* opened(after)), states.at(-1), `after step ${index}`)
        }
        const whole = snapshot(live, join(root, "whole"))
        const bytes = statSync(join(whole, "outbox.db-wal")).size
        assert.isAbove(bytes, 0)
        for (let cut = 0; cut < 12; cut++) {
          const torn = snapshot(whole, join(root, `torn-${cut}`))
          truncateSync(join(torn, "outbox.db-wal"), Math.floor((bytes * cut) / 12))
          assert.include(states, JSON.stringify(yield* opened(torn)), `cut at ${cut} twelfths`)
        }
      }).pipe(Effect.provide(layerSqlite({ file: join(live, "outbox.db") })))
    }).pipe(Effect.scoped)
)
