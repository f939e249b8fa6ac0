/** `faultline console`: where its page comes from, and what it says where it has none. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { join } from "node:path"
import { createServer } from "node:http"
import { toStored } from "../../src/durable/journal/stored.ts"
import { inFile } from "../../src/durable/journal/sqlite/backend.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import { failure, folder, start, wide } from "../durable/journal/rows.ts"
import { ended } from "../console/open.ts"
import { faultline, watching } from "./running.ts"

interface Served {
  readonly port: number
  readonly address: string
  readonly open: string
}

const serving = (...args: ReadonlyArray<string>) =>
  Effect.map(watching(["console", "--port", "0", "--json", ...args]), (line): Served => JSON.parse(line))

/** The first event of the page. */
const page = ({ address, open }: Served) =>
  Effect.promise(async () => {
    const gone = new AbortController()
    const headers = { authorization: `Bearer ${open.split("#")[1]}` }
    const answer = await fetch(`${address}live`, { headers, signal: gone.signal })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ""
    while (!text.includes("\n\n")) text += (await reader.read()).value ?? ""
    gone.abort()
    return text
  })

/** A server that answers every request with the text. */
const metrics = (text: string, status = 200) =>
  Effect.acquireRelease(
    Effect.callback<{ readonly url: string; readonly close: () => void }>((resume) => {
      const server = createServer((_, response) => void response.writeHead(status).end(text))
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" ? address?.port : 0
        const url = `http://127.0.0.1:${port}/metrics`
        resume(Effect.succeed({ url, close: () => server.close().closeAllConnections() }))
      })
    }),
    ({ close }) => Effect.sync(close)
  )

describe("faultline console", () => {
  it.live("without anything to show says so in one sentence, and ends with 2", () =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["console"])
      assert.deepStrictEqual([code, out], [2, ""])
      assert.match(
        err,
        /^There is nothing to show: give an outbox \(--store\), a journal \(--journal\) or [^.]*\.\n/
      )
    })
  )

  for (const [args, problem] of [
    [["--metrics", "the metrics"], /“the metrics” is no address of metrics/],
    [["--metrics", "file:///etc/passwd"], /is no address of metrics/],
    [["--metrics", "http://name:secret@127.0.0.1/"], /is no address of metrics/],
    [["--metrics", "http://127.0.0.1:1/", "--port", "70000"], /70000 is not a port/]
  ] as const)
    it.live(`refuses ${args.join(" ")}`, () =>
      Effect.gen(function* () {
        const { code, err } = yield* faultline(["console", ...args])
        assert.strictEqual(code, 2)
        assert.match(err, problem)
      })
    )

  it.live("says which journal is not there, and ends with 1", () =>
    Effect.gen(function* () {
      const { code, err } = yield* faultline(["console", "--journal", "no-such.db", "--port", "0"])
      assert.strictEqual(code, 1)
      assert.match(err, /no-such\.db.*there is no such file/)
    })
  )

  it.live("shows an outbox, a journal and an application's metrics, and steers the outbox", () =>
    Effect.gen(function* () {
      const path = yield* folder
      const [store, calls] = [join(path, "outbox.db"), join(path, "calls.db")]
      const row = yield* failure(0)
      yield* Effect.scoped(
        Effect.flatMap(inFile({ file: calls }, wide), ({ add }) => add([toStored(row)], start))
      )
      yield* Effect.provide(
        Effect.flatMap(Outbox.Outbox, (box) => ended(box, "dead", ["order-1"])),
        Outbox.layerSqlite({ file: store })
      )
      const { url } = yield* metrics(
        `faultline_queue_waiting{faultline_vendor="Shop",faultline_class="orders"} 7\n`
      )
      const served = yield* serving("--store", store, "--journal", calls, "--metrics", url)
      const text = yield* page(served)
      for (const shown of [/order-1/, /Shop\.SoldOut/, /data-label=\\"Waiting\\"><span>7</])
        assert.match(text, shown)
      const answer = yield* Effect.promise(() =>
        fetch(`${served.address}actions`, {
          method: "POST",
          body: JSON.stringify({ _tag: "requeue", id: "order-1", because: "seen" }),
          headers: {
            authorization: `Bearer ${served.open.split("#")[1]}`,
            origin: served.address.slice(0, -1),
            "content-type": "application/json"
          }
        })
      )
      assert.strictEqual(answer.status, 200)
      const item = yield* Effect.provide(
        Outbox.get("order-1"),
        Layer.fresh(Outbox.layerSqlite({ file: store }))
      )
      assert.strictEqual(item?.state, "pending")
      assert.match(item?.outcome?.by ?? "", / \(console\)$/)
    }).pipe(Effect.scoped)
  )

  it.live("says in the page that metrics cannot be read, and why", () =>
    Effect.gen(function* () {
      const { close, url } = yield* metrics("", 503)
      const served = yield* serving("--metrics", `${url}?key=secret`)
      assert.include(yield* page(served), `${url} gives no metrics: it answered 503.`)
      close()
      yield* Effect.sleep("1100 millis")
      const text = yield* page(served)
      assert.match(text, /gives no metrics: .*ECONNREFUSED/)
      assert.notInclude(text, "secret")
    }).pipe(Effect.scoped)
  )
})
