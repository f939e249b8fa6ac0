/** A journal in a file: it outlives the process, is read by others, hides what it must, and does no harm to calls when it fails. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Stream } from "effect"
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Worker } from "node:worker_threads"
import { made } from "../../../src/durable/journal/made.ts"
import { inFile } from "../../../src/durable/journal/sqlite/backend.ts"
import * as JournalStore from "../../../src/durable/JournalStore.ts"
import { fromJson, type Wire } from "../../../src/contract/Wire.ts"
import { Metrix } from "../../../src/index.ts"
import * as Shop from "../../shop/shop.ts"
import { folder, wide } from "./rows.ts"

const refusal = fromJson(400, {}, { message: "Sold out", article: "tea" })

const shop = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  return Shop.layer(Shop.transport(() => wires[next++ % wires.length] ?? Shop.order(1)).layer)
}

const calls = (many: number) =>
  Effect.forEach(Array.from({ length: many }), () =>
    Effect.result(Shop.placeOrder({ article: "tea", count: 1 }))
  )

const rowsIn = (file: string, query?: JournalStore.Query) =>
  Effect.scoped(Effect.flatMap(JournalStore.open(file), ({ find }) => Stream.runCollect(find(query))))

/** The journal of a store that waits for others no longer than `patience` (ms). */
const impatient = (file: string, patience: number, buffer: number) =>
  Layer.effectContext(
    Effect.flatMap(inFile({ file, patience }, wide), (backend) => made(backend, { buffer }))
  )

describe("a journal in a file", () => {
  it.live("has every call when the scope closes, and is read by another that opens it meanwhile", () =>
    Effect.gen(function* () {
      const file = join(yield* folder, "journal.db")
      yield* Effect.gen(function* () {
        yield* calls(10)
        yield* (yield* JournalStore.JournalStore).flush
        assert.lengthOf(yield* rowsIn(file), 10)
        yield* calls(5)
      }).pipe(Effect.provide(Layer.mergeAll(JournalStore.layer({ file }), shop(Shop.order(1), refusal))))
      assert.lengthOf(yield* rowsIn(file), 15)
      const refused = yield* rowsIn(file, { tag: "SoldOut" })
      assert.deepStrictEqual([refused.length, refused[0]?.attempts[0]?.answer?.body], [7, refusal.text])
    })
  )

  it.live("is looked up by the id that a failure has", () =>
    Effect.gen(function* () {
      const file = join(yield* folder, "journal.db")
      const failure = yield* Effect.flip(Shop.placeOrder({ article: "", count: 1 })).pipe(
        Effect.provide(Layer.mergeAll(JournalStore.layer({ file }), shop(Shop.order(1))))
      )
      const [row] = yield* rowsIn(file, { id: failure.call?.id ?? "" })
      assert.deepStrictEqual(
        [row?.tag, row?.delivery, row?.message],
        ["InvalidInput", "NotSent", failure.message]
      )
    })
  )

  it.live.each([
    ["hidden", false],
    ["whole", true]
  ] as const)("that keeps bodies %s has no token on the disk, and personal data: %s", ([bodies, expected]) =>
    Effect.gen(function* () {
      const [token, email] = ["tok-4711-plain-secret", "ada.lovelace@example.com"]
      const path = yield* folder
      const wire = Shop.transport(() => fromJson(400, {}, { message: `bad ${email}`, echo: token })).layer
      yield* Effect.gen(function* () {
        yield* Effect.flip(
          Metrix.ingest({
            customUserId: email,
            messages: [{ type: "user", id: "m1", email, lastName: token }]
          })
        )
        yield* (yield* JournalStore.JournalStore).flush
        const files = readdirSync(path)
        const bytes = files.map((name) => readFileSync(join(path, name), "latin1")).join("")
        assert.include(files, "journal.db-wal")
        assert.isTrue(bytes.includes("Metrix.ingest"))
        assert.isFalse(bytes.includes(token), "the token is on the disk")
        assert.strictEqual(bytes.includes(email), expected)
      }).pipe(
        Effect.provide(
          Layer.mergeAll(
            JournalStore.layer({ file: join(path, "journal.db"), bodies }),
            Metrix.layerNoTransport({ appId: "app", apiKey: Redacted.make(token) }).pipe(Layer.provide(wire))
          )
        )
      )
    })
  )
})

describe("calls go on", () => {
  it.live("while another program has locked the file, and nothing is lost that fits into memory", () =>
    Effect.gen(function* () {
      const file = join(yield* folder, "journal.db")
      yield* Effect.gen(function* () {
        const store = yield* JournalStore.JournalStore
        const foreign = new DatabaseSync(file)
        foreign.exec("BEGIN IMMEDIATE")
        yield* calls(30)
        const problem = yield* Effect.flip(store.flush)
        assert.deepStrictEqual([problem.reason, problem.file], ["locked", file])
        const { drops, trouble, waiting } = yield* store.stats
        assert.deepStrictEqual([waiting, drops], [20, { successes: 10, failures: 0 }])
        assert.strictEqual(trouble, problem)
        foreign.exec("COMMIT")
        foreign.close()
        yield* store.flush
        const stats = yield* store.stats
        assert.deepStrictEqual([stats.calls, stats.waiting, stats.trouble], [20, 0, undefined])
      }).pipe(Effect.provide(Layer.mergeAll(impatient(file, 20, 20), shop(Shop.order(1), refusal))))
    })
  )

  it.live("when the thread of the file is killed, and what it had not answered is written by the next", () =>
    Effect.gen(function* () {
      const file = join(yield* folder, "journal.db")
      const threads: Array<Worker> = []
      const note = (worker: Worker) => void threads.push(worker)
      process.on("worker", note)
      yield* Effect.gen(function* () {
        const store = yield* JournalStore.JournalStore
        yield* calls(10)
        yield* store.flush
        yield* calls(10)
        yield* Effect.promise(() => threads[0]!.terminate())
        yield* calls(10)
        yield* Effect.ignore(store.flush)
        yield* store.flush
        const { calls: kept, drops } = yield* store.stats
        assert.deepStrictEqual([kept, drops], [30, { successes: 0, failures: 0 }])
        assert.lengthOf(threads, 2)
      }).pipe(
        Effect.provide(Layer.mergeAll(JournalStore.layer({ file }), shop(Shop.order(1)))),
        Effect.ensuring(Effect.sync(() => process.off("worker", note)))
      )
    })
  )

  it.live("when the disk takes no more: it is told of once, and what does not fit is counted", () =>
    Effect.gen(function* () {
      const file = join(yield* folder, "journal.db")
      // The system lets no file of the process grow beyond 4,000 blocks: as a full disk does.
      const script = `trap '' XFSZ; ulimit -f 4000; exec "$0" --conditions=@faultline/source test/durable/journal/fullDisk.ts "$1"`
      const { status, stderr, stdout } = spawnSync("sh", ["-c", script, process.execPath, file], {
        encoding: "utf8"
      })
      assert.strictEqual(status, 0, stderr)
      const { calls, drops, refused, trouble } = JSON.parse(stdout)
      assert.strictEqual(refused, 500)
      assert.isAbove(calls, 0)
      assert.isAbove(drops.failures, 0)
      assert.include(["full", "other"], trouble)
      assert.strictEqual(stderr.match(/cannot be used: the disk/g)?.length, 1, stderr)
    })
  )
})

describe("a file that cannot be one", () => {
  const opened = (file: string, node?: string) =>
    Effect.flip(Effect.scoped(inFile({ file, ...(node === undefined ? {} : { versions: { node } }) }, wide)))

  it.live("is refused when the layer is built, in one sentence: an old Node, no folder, another's file", () =>
    Effect.gen(function* () {
      const path = yield* folder
      const old = yield* opened(join(path, "a.db"), "20.20.2")
      assert.strictEqual(old.reason, "old-node")
      assert.match(
        old.message,
        /^The journal in .* cannot be used: .* needs Node 22\.16 or newer: update Node/
      )
      assert.strictEqual((yield* opened(join(path, "no", "a.db"))).reason, "other")
      const other = new DatabaseSync(join(path, "other.db"))
      other.exec("CREATE TABLE mine (a)")
      other.close()
      assert.match((yield* opened(join(path, "other.db"))).message, /a database of something else/)
    })
  )

  it.live("is not made by whoever only wants to look into it", () =>
    Effect.gen(function* () {
      const path = yield* folder
      const problem = yield* Effect.flip(rowsIn(join(path, "none.db")))
      assert.strictEqual(problem.reason, "missing")
      assert.deepStrictEqual(readdirSync(path), [])
    })
  )
})

it.effect("the journal in memory does the same with a test's clock", () =>
  Effect.gen(function* () {
    yield* calls(2)
    const store = yield* JournalStore.JournalStore
    yield* store.flush
    assert.lengthOf(yield* Stream.runCollect(JournalStore.find()), 2)
    assert.strictEqual((yield* JournalStore.stats).calls, 2)
    assert.isUndefined(yield* JournalStore.get("none"))
  }).pipe(Effect.provide(Layer.mergeAll(JournalStore.layerMemory(), shop(Shop.order(1)))))
)
