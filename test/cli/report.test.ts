/** `faultline report`: a call that an application kept, as a report to the vendor's support. */
import { afterAll, assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as JournalStore from "../../src/durable/JournalStore.ts"
import { report as journaled } from "../../src/diagnose/journaled.ts"
import { Journal, Metrix } from "../../src/index.ts"
import { Simulator } from "../../src/testing/index.ts"
import * as Shop from "../shop/shop.ts"
import { faultline } from "./running.ts"

const folder = mkdtempSync(join(tmpdir(), "faultline-report-"))
const file = join(folder, "kept's.db")
const person = "ada@example.com"
const wrongKey = "wrong-key-1234567"

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const metrix = Metrix.layerNoTransport({
  appId: Metrix.simulator.credentials.appId,
  apiKey: Redacted.make(wrongKey)
}).pipe(Layer.provide(Simulator.layer(Metrix.simulator)))

const visit = Metrix.ingest({
  customUserId: person,
  messages: [{ type: "user", id: "m-1", firstName: "Ada" }]
})

/** The ids of a call of Metrix's, and of one of a vendor that the command line does not know, kept in the file. */
const kept = Effect.gen(function* () {
  const { layer } = Shop.transport(() => Shop.order(1))
  const refused = yield* Effect.flip(Effect.provide(visit, metrix))
  const tea = Shop.placeOrder({ article: "tea", count: 90 })
  const own = yield* Effect.flip(Effect.provide(tea, Shop.layer(layer)))
  yield* Effect.flatMap(JournalStore.JournalStore, ({ flush }) => flush)
  return [refused, own].map(({ call }) => call?.id ?? "")
}).pipe(
  Effect.provide(JournalStore.layer({ file })),
  Effect.provideService(Journal.Current, Journal.into([]))
)

const [id = "", own = ""] = await Effect.runPromise(kept)

describe("faultline report", () => {
  it.effect("is Markdown for a ticket, in a pipe too, with neither person nor key in it", () =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["report", id, "--store", file])
      assert.deepStrictEqual([code, err], [0, ""])
      assert.include(out, "# Metrix: Metrix.ingest failed with Metrix.Forbidden")
      assert.include(out, `Call \`${id}\``)
      assert.include(out, `## 1. Your APP_ID\n\n\`${Metrix.simulator.credentials.appId}\``)
      assert.include(out, `'x-api-key: '"$METRIX_API_KEY"`)
      assert.include(out, "Status: 403")
      for (const hidden of [person, wrongKey]) assert.notInclude(out, hidden)
    })
  )

  it.effect("takes how an id begins, the store from the environment, and prints one JSON document", () =>
    Effect.gen(function* () {
      const args = ["report", id.slice(0, 34), "--json"]
      const { code, out } = yield* faultline(args, { FAULTLINE_JOURNAL: file })
      assert.strictEqual(code, 0)
      const json = JSON.parse(out)
      assert.deepStrictEqual([json.id, json.vendor, json.tag], [id, "Metrix", "Metrix.Forbidden"])
      assert.lengthOf(json.asks, 5)
      assert.isFalse(json.curl.exact)
    })
  )

  it.effect("of a vendor of the application's own says what every call says", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["report", own, "--store", file])
      assert.strictEqual(code, 0)
      assert.include(out, "# Shop: Shop.placeOrder failed with InvalidInput")
      assert.include(out, "No request was made.")
    })
  )

  it.effect("names what is wrong: no such call, an id that is not enough, no such journal", () =>
    Effect.gen(function* () {
      const none = yield* faultline(["report", "019-none", "--store", file])
      assert.deepStrictEqual([none.code, none.out], [2, ""])
      assert.include(none.err, "The journal has no call “019-none”")
      assert.include(none.err, "“faultline journal” lists what is there")

      const many = yield* faultline(["report", "0", "--store", file, "--json"])
      assert.strictEqual(many.code, 2)
      assert.include(JSON.parse(many.err).message, "More than one call has an id that begins with “0”")

      const missing = yield* faultline(["report", id, "--store", join(folder, "none.db")])
      assert.strictEqual(missing.code, 1)
      assert.include(missing.err, "JournalStore.layer({ file })")

      const empty = yield* faultline(["report", " ", "--store", file])
      assert.strictEqual(empty.code, 2)
      assert.include(empty.err, "failure.call.id")
    })
  )
})

it("a program reads the same report from its own journal", async () => {
  const found = await Effect.runPromise(
    Effect.all([journaled(id, Metrix.support), journaled("019-none", Metrix.support)]).pipe(
      Effect.provide(JournalStore.layer({ file }))
    )
  )
  assert.deepStrictEqual(
    found.map((report) => report?.asks[0]?.value),
    [Metrix.simulator.credentials.appId, undefined]
  )
})
