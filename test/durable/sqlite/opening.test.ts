import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { spawnSync } from "node:child_process"
import { readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Client } from "../../../src/durable/sqlite/client.ts"
import { problemOf, unfitNode } from "../../../src/durable/sqlite/problems.ts"
import { freshFile, notes, stranger } from "./files.ts"

const names = (client: Client) =>
  Effect.map(client.ask<ReadonlyArray<{ readonly name: string }>>("all", undefined), (rows) =>
    rows.map(({ name }) => name)
  )

it.live("a file of the layout before is brought to the newest, with what is in it", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const old = new DatabaseSync(file)
    old.exec("CREATE TABLE note (name TEXT PRIMARY KEY) STRICT; INSERT INTO note VALUES ('old')")
    old.exec("PRAGMA user_version = 1; PRAGMA application_id = 0x6e6f7465")
    old.close()
    const client = yield* notes(file)
    yield* client.ask("put", ["new", "text"])
    assert.deepStrictEqual(yield* names(client), ["old", "new"])
  }).pipe(Effect.scoped)
)

it.live("a file of a newer layout, and one of something else, are refused and left as they are", () =>
  Effect.gen(function* () {
    for (const [setting, says] of [
      [
        "PRAGMA user_version = 3; PRAGMA application_id = 0x6e6f7465",
        /newer Faultline.*layout is 3.*knows 2/
      ],
      ["CREATE TABLE theirs (x)", /something else, not a file of notes: name another file/],
      ["PRAGMA user_version = 1; PRAGMA application_id = 7", /something else/]
    ] as const) {
      const file = yield* freshFile
      const other = new DatabaseSync(file)
      other.exec(`CREATE TABLE note (name TEXT); ${setting}`)
      other.close()
      const before = readFileSync(file).subarray(100)
      const { problem, reason } = yield* Effect.flip(notes(file))
      assert.match(problem, says)
      assert.strictEqual(reason, "other")
      assert.isTrue(readFileSync(file).subarray(100).equals(before))
    }
  }).pipe(Effect.scoped)
)

it.live(
  "a file that is no database, one that is damaged, and a folder that is not there say what to do",
  () =>
    Effect.gen(function* () {
      const file = yield* freshFile
      writeFileSync(file, "This is a list of things to buy, and no database of anything.".repeat(100))
      assert.include(yield* Effect.flip(notes(file)), { reason: "corrupt" })

      const damaged = yield* freshFile
      yield* Effect.scoped(
        Effect.flatMap(notes(damaged), (client) => client.ask("put", ["a", "x".repeat(9_000)]))
      )
      const bytes = readFileSync(damaged)
      writeFileSync(damaged, bytes.fill(0xff, 200))
      const { problem, reason } = yield* Effect.flip(Effect.flatMap(notes(damaged), names))
      assert.strictEqual(reason, "corrupt")
      assert.include(problem, ".recover")

      const lost = join(dirname(file), "none", "notes.db")
      assert.include((yield* Effect.flip(notes(lost))).problem, "check that its folder exists")
    }).pipe(Effect.scoped)
)

it.live("a file that cannot be written is read, and says why nothing is taken in", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    yield* Effect.scoped(Effect.flatMap(notes(file), (client) => client.ask("put", ["a", ""])))
    const client = yield* notes(`file:${file}?mode=ro`)
    assert.deepStrictEqual(yield* names(client), ["a"])
    const { problem, reason } = yield* Effect.flip(client.ask("put", ["b", ""]))
    assert.strictEqual(reason, "read-only")
    assert.include(problem, "cannot be written")
  }).pipe(Effect.scoped)
)

it.live("a file that somebody else writes to is waited for, and read meanwhile", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const client = yield* notes(file)
    yield* client.ask("put", ["a", ""])
    const other = yield* stranger(file)
    other.exec("BEGIN IMMEDIATE")
    const waiting = yield* Effect.forkChild(client.ask("put", ["b", ""]), { startImmediately: true })
    yield* Effect.sleep("100 millis")
    assert.deepStrictEqual(yield* names(client), ["a"])
    assert.isUndefined(waiting.pollUnsafe())
    other.exec("COMMIT")
    yield* Fiber.join(waiting)
    assert.deepStrictEqual(yield* names(client), ["a", "b"])
  }).pipe(Effect.scoped)
)

it.live("patience ends with a failure, and what is asked later is tried again", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const client = yield* notes(file, { patience: 40 })
    const other = yield* stranger(file)
    other.exec("BEGIN IMMEDIATE")
    const { problem, reason } = yield* Effect.flip(client.ask("put", ["a", ""]))
    assert.strictEqual(reason, "locked")
    assert.include(problem, "another process is writing to the file")
    other.exec("COMMIT")
    yield* client.ask("put", ["b", ""])
    assert.deepStrictEqual(yield* names(client), ["b"])
  }).pipe(Effect.scoped)
)

it.live("an SQLite that may damage a shared file has it for itself, and says so to the second", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    yield* Effect.scoped(
      Effect.gen(function* () {
        const client = yield* notes(file, { versions: { sqlite: "3.51.2" } })
        yield* client.ask("put", ["a", ""])
        const { problem, reason } = yield* Effect.flip(notes(file, { versions: { sqlite: "3.51.2" } }))
        assert.strictEqual(reason, "old-sqlite")
        assert.match(problem, /SQLite 3\.51\.2 .*damage.*run one process, or update Node/)
        assert.include(yield* Effect.flip(notes(file, { patience: 20 })), { reason: "locked" })
      })
    )
    const first = yield* notes(file)
    yield* first.ask("put", ["b", ""])
    assert.include(yield* Effect.flip(notes(file, { versions: { sqlite: "3.49.1" } })), {
      reason: "old-sqlite"
    })
    const second = yield* notes(file, { versions: { sqlite: "3.51.3" } })
    assert.deepStrictEqual(yield* names(second), ["a", "b"])
  }).pipe(Effect.scoped)
)

it.live("nothing is taken in while less of the disk is free than is kept", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const client = yield* notes(file, { reserve: 1e18 })
    const trouble = yield* Effect.flip(client.ask("put", ["a", ""]))
    assert.include(trouble, { reason: "no-room", needed: 1e18 })
    assert.isAbove(trouble.free ?? 0, 0)
    const other = yield* notes(file, { reserve: 0 })
    yield* other.ask("put", ["a", ""])
  }).pipe(Effect.scoped)
)

it.live("the log is empty once the file is closed", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const other = yield* stranger(file)
    yield* Effect.scoped(
      Effect.gen(function* () {
        const client = yield* notes(file)
        yield* client.ask("put", ["a", "x".repeat(100_000)])
        assert.isAbove(statSync(`${file}-wal`).size, 100_000)
        assert.isDefined(other.prepare("SELECT 1 FROM note").get())
      })
    )
    assert.strictEqual(statSync(`${file}-wal`).size, 0)
  }).pipe(Effect.scoped)
)

it("each result code that matters has its reason", () => {
  const reasons = [5, 517, 8, 1032, 10, 11, 13, 14, 26].map(
    (errcode) => problemOf(Object.assign(new Error("said"), { errcode })).reason
  )
  const wanted = [
    "locked",
    "locked",
    "read-only",
    "read-only",
    "other",
    "corrupt",
    "full",
    "other",
    "corrupt"
  ]
  assert.deepStrictEqual(reasons, wanted)
})

it("a Node without what is needed is told in one sentence", () => {
  for (const node of ["20.20.2", "22.13.1", "22.15.1"])
    assert.match(
      unfitNode({ node })?.problem ?? "",
      new RegExp(`needs Node 22\\.16 or newer, and this is Node ${node}`)
    )
  for (const node of ["22.16.0", "23.0.0", "24.21.0"]) assert.isUndefined(unfitNode({ node }))
})

it.live("a program that is not beside the package says so", () =>
  Effect.gen(function* () {
    const { problem } = yield* Effect.flip(
      notes(yield* freshFile, { program: [import.meta.url, "./missing"] })
    )
    assert.include(problem, "leave faultline out of the bundle")
  }).pipe(Effect.scoped)
)

const idle = `
  import { Effect, Scope } from "effect"
  import { open } from "./src/durable/sqlite/client.ts"
  const program = [new URL("./test/durable/sqlite/x.ts", import.meta.url).href, "./notes"]
  const file = process.argv[1]
  const used = Effect.flatMap(open({ file, program }), (client) => client.ask("put", ["a", ""]))
  await Effect.runPromise(Effect.andThen(used, Effect.sync(() => console.log("put"))).pipe(Effect.scoped))
  await Effect.runPromise(Effect.provideService(open({ file, program }), Scope.Scope, Scope.makeUnsafe()))
  console.log("open")
`

it.live("a file that is open keeps no process alive, and warns of nothing", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", idle, file],
      {
        encoding: "utf8",
        timeout: 8_000
      }
    )
    assert.deepStrictEqual({ status, stderr, stdout }, { status: 0, stderr: "", stdout: "put\nopen\n" })
  }).pipe(Effect.scoped)
)
