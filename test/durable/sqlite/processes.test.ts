import { assert, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { type ChildProcess, spawn } from "node:child_process"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { OutboxStore } from "../../../src/durable/outbox/store.ts"
import { freshFile } from "./files.ts"
import { ids, items } from "./items.ts"

const script = fileURLToPath(new URL("./worker.ts", import.meta.url))

interface Child {
  readonly process: ChildProcess
  readonly lines: Array<string>
  /** The next line that it writes; `undefined` when it has ended. */
  readonly line: Effect.Effect<string | undefined>
}

const start = (what: string, file: string, owner: string): Child => {
  const child = spawn(process.execPath, ["--conditions=@faultline/source", script, what, file, owner], {
    stdio: ["pipe", "pipe", "inherit"]
  })
  const lines: Array<string> = []
  let rest = ""
  child.stdout.on("data", (data) => {
    const [last = "", ...whole] = `${rest}${data}`.split("\n").toReversed()
    rest = last
    lines.push(...whole.toReversed())
    child.emit("line")
  })
  child.stdout.on("close", () => child.emit("line"))
  const line = Effect.callback<string | undefined>((resume) => {
    const take = (): void => {
      if (lines.length === 0 && child.exitCode === null && child.signalCode === null) return
      child.off("line", take).off("exit", take)
      resume(Effect.succeed(lines.shift()))
    }
    child.on("line", take).on("exit", take)
    take()
  })
  return { process: child, lines, line }
}

const child = (what: string, file: string, owner: string) =>
  Effect.acquireRelease(
    Effect.sync(() => start(what, file, owner)),
    ({ process }) => Effect.sync(() => process.kill("SIGKILL"))
  )

/** Lets four processes drain a file together; how many items each had. */
const shares = Effect.gen(function* () {
  const file = yield* freshFile
  const store = Context.get(yield* Layer.build(layerSqlite({ file })), OutboxStore)
  yield* store.add({ items: items(ids(2_000)), now: 1_000 })
  const children = yield* Effect.forEach(["a", "b", "c", "d"], (owner) => child("drain", file, owner))
  yield* Effect.forEach(children, ({ line }) => line, { concurrency: "unbounded" })
  for (const { process } of children) process.stdin?.write("go\n")
  const counts = yield* Effect.forEach(children, ({ line }) => line, { concurrency: "unbounded" })
  const found = counts.map(Number)
  assert.strictEqual(
    found.reduce((sum, share) => sum + share, 0),
    2_000
  )
  assert.include((yield* store.stats({ now: 1_000 })).all, { enqueued: 2_000, open: 0, delivered: 2_000 })
  return found
}).pipe(Effect.scoped)

it.live(
  "processes that share a file take about the same of it, each item once",
  () =>
    Effect.gen(function* () {
      // On a machine that is busy otherwise, the system may give one of them less time: it has to be so once of three times.
      const runs: Array<ReadonlyArray<number>> = []
      const isFair = (run: ReadonlyArray<number>): boolean => Math.max(...run) <= 1.25 * Math.min(...run)
      while (runs.length < 3 && !runs.some(isFair)) runs.push(yield* shares)
      assert.isTrue(runs.some(isFair), runs.join(" | "))
    }),
  60_000
)

it.live(
  "what was answered is there when the process is killed in the next moment",
  () =>
    Effect.gen(function* () {
      for (let round = 0; round < 3; round++) {
        const file = yield* freshFile
        const { line, lines, process } = yield* child("add", file, "a")
        yield* line
        for (let count = 0; count < 10 + 7 * round; count++) yield* line
        process.kill("SIGKILL")
        yield* Effect.callback<void>((resume) => void process.once("close", () => resume(Effect.void)))
        const database = new DatabaseSync(file)
        const kept = database
          .prepare("SELECT id FROM outbox_item")
          .all()
          .map(({ id }) => id)
        const [{ enqueued, open } = {}] = database.prepare("SELECT enqueued, open FROM outbox_lane").all()
        assert.deepStrictEqual(database.prepare("PRAGMA integrity_check").get(), { integrity_check: "ok" })
        database.close()
        assert.isAtLeast(kept.length, 10 + 7 * round + lines.length)
        for (const id of lines) assert.include(kept, id)
        assert.deepStrictEqual([enqueued, open], [kept.length, kept.length])
      }
    }).pipe(Effect.scoped),
  60_000
)
