import { assert, it } from "@effect/vitest"
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Effect, Stream } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"

const cli = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url))
const lines = 11_000

// Two of them are wrong, in lines that are known.
const lineOf = (index: number): string => {
  if (index === 4_999) return '{"event_id": "broken'
  const event = { externalId: `user-${index}`, name: "ordered", time: "2026-11-25T09:00:00Z" }
  return JSON.stringify({
    event_id: `event-${index}`,
    event: index === 9_999 ? { ...event, time: "tomorrow" } : event
  })
}

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-twice-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** Starts adding the file. */
const adding = (file: string, store: string) => {
  const command = [
    "outbox",
    "add",
    "braze",
    "trackUsers",
    "--file",
    file,
    "--id",
    ".event_id",
    "--store",
    store
  ]
  const child = spawn(process.execPath, ["--conditions=@faultline/source", cli, ...command, "--json"], {
    stdio: ["ignore", "pipe", "pipe"]
  })
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  child.stdout.on("data", (chunk: Buffer) => out.push(String(chunk)))
  child.stderr.on("data", (chunk: Buffer) => err.push(String(chunk)))
  const gone = new Promise<{ out: string; err: string }>(
    (resolve) => void child.once("close", () => resolve({ out: out.join(""), err: err.join("") }))
  )
  return { child, gone }
}

const enqueued = Effect.map(Outbox.stats, ({ all }) => all.enqueued)

it.live(
  "a file that is added again after its first run was killed is there once, as a whole, and its bad lines are named",
  () =>
    Effect.gen(function* () {
      const path = yield* folder
      const [file, store] = [join(path, "events.ndjson"), join(path, "outbox.db")]
      writeFileSync(file, Array.from({ length: lines }, (_, index) => `${lineOf(index)}\n`).join(""))
      const program = Effect.gen(function* () {
        for (const most of [1, 5_000]) {
          const { child, gone } = adding(file, store)
          yield* Effect.repeat(Effect.delay(enqueued, 2), {
            until: (count) => count >= most || child.exitCode !== null
          })
          child.kill("SIGKILL")
          yield* Effect.promise(() => gone)
        }
        const before = yield* enqueued
        assert.isAtMost(before, lines - 3)
        const { err, out } = yield* Effect.promise(() => adding(file, store).gone)
        const summary = JSON.parse(out)
        assert.deepStrictEqual(summary, { queued: lines - 2 - before, duplicates: before, refused: 2 })
        assert.include(err, `${file}:5000 `)
        assert.include(err, `${file}:10000: `)
        const ids = yield* Stream.runCollect(Stream.map(Outbox.items(), ({ id }) => id))
        assert.deepStrictEqual([ids.length, new Set(ids).size], [lines - 2, lines - 2])
      })
      yield* Effect.provide(program, Outbox.layerSqlite({ file: store }))
    }).pipe(Effect.scoped),
  90_000
)
