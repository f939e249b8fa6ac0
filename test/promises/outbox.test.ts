import { assert, it } from "@effect/vitest"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Outbox from "../../src/outbox.ts"
import * as Promises from "../../src/promises/Promises.ts"
import { addLines, line } from "../durable/sale.ts"
import * as Shop from "../shop/shop.ts"

const inFolder = async (act: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "outbox-async-"))
  try {
    await act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const shop = () => {
  const { layer, requests } = Shop.transport(() => fromJson(200, {}, {}))
  return { client: Promises.of({ addLines }, Shop.layer(layer)), requests }
}

it("takes in, sends and tells with async/await, and ends with its block", () =>
  inFolder(async (folder) => {
    const file = join(folder, "outbox.db")
    const { client, requests } = shop()
    {
      await using box = Outbox.outbox({ file, work: [client] })
      const receipt = await box.enqueue(addLines, line("a"), { id: "a" })
      assert.deepStrictEqual(receipt, { id: "a", outcome: "queued" })
      assert.strictEqual((await box.ended("a")).state, "delivered")
      const receipts = await box.enqueueAll(addLines, [line("a"), line("b")], {
        id: ({ article }) => article
      })
      assert.deepStrictEqual([receipts.queued, receipts.duplicates], [1, 1])
      await box.ended("b")
    }
    assert.lengthOf(requests, 2)
    await using later = Outbox.outbox({ file })
    assert.deepInclude((await later.stats()).all, { open: 0, delivered: 2 })
    await client.dispose()
  }))

it("rejects with the failure itself", () =>
  inFolder(async (folder) => {
    await using box = Outbox.outbox({ file: join(folder, "outbox.db") })
    await box.enqueue(addLines, line("a"), { id: "a" })
    const conflict = await box.enqueue(addLines, line("b"), { id: "a" }).catch((error: unknown) => error)
    assert.instanceOf(conflict, Outbox.IdConflict)
    const invalid = await box.enqueue(addLines, line("")).catch((error: Error) => error.message)
    assert.match(String(invalid), /article/)
  }))

it("a sealed outbox has neither names nor secrets in its files", () =>
  inFolder(async (folder) => {
    const flipped = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
    const turned = (text: string): string => flipped(Buffer.from(text, "utf8")).toString("base64")
    const opened = (text: string): string => flipped(Buffer.from(text, "base64")).toString()
    const store = Outbox.layerSqlite({
      file: join(folder, "outbox.db"),
      seal: (text) => Effect.succeed(turned(text)),
      open: (text) => Effect.succeed(opened(text))
    })
    const { client } = shop()
    {
      await using box = Outbox.outbox({ store, work: [client] })
      await box.enqueue(addLines, line("planted-article", "ada@shop.example"), { id: "a" })
      assert.strictEqual((await box.ended("a")).state, "delivered")
      assert.include((await box.get("a"))?.input, "planted-article")
    }
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"))
    assert.isAbove(files.join("").length, 1_000)
    assert.notInclude(files.join(""), "planted-article")
    await client.dispose()
  }))

it("keeps the vendor's secrets out of its files: they are the layer's", () =>
  inFolder(async (folder) => {
    const { client } = shop()
    {
      await using box = Outbox.outbox({ file: join(folder, "outbox.db"), work: [client] })
      await box.enqueue(addLines, line("a"), { id: "a" })
      await box.ended("a")
    }
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"))
    assert.notInclude(files.join(""), "key-1234567890")
    await client.dispose()
  }))
