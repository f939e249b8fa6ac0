/** Of an answer that is no success the beginning is read, and the rest is given up: by both transports. */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as http from "node:http"
import { send } from "../../src/pipeline/Transport.ts"
import * as fetchTransport from "../../src/pipeline/transport/fetch.ts"
import { HttpClient } from "effect/http"

const chunk = Buffer.alloc(65_536, "a")

interface Site {
  readonly url: string
  /** Bytes that were written before the client hung up. */
  readonly written: () => number
  readonly closed: Promise<void>
}

/** A server that would write for ever. */
const endless = (status: number, headers: http.OutgoingHttpHeaders) =>
  Effect.acquireRelease(
    Effect.callback<Site & { readonly server: http.Server }>((resume) => {
      let written = 0
      let closed = () => {}
      const gone = new Promise<void>((done) => void (closed = done))
      const server = http.createServer((_, response) => {
        response.writeHead(status, headers)
        const more = () => {
          while (!response.destroyed && response.write(chunk)) written += chunk.length
          written += chunk.length
        }
        response.on("drain", more).on("close", closed)
        more()
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        resume(
          Effect.succeed({ url: `http://127.0.0.1:${port}/`, written: () => written, closed: gone, server })
        )
      })
    }),
    ({ server }) =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
  )

const outgoing = { method: "GET", headers: {}, query: [], body: undefined, content: "json" } as const

describe("a refusal without an end is cut at 256 kB, and its connection is given up, by", () => {
  for (const [name, layer] of Object.entries({
    undici: NodeHttpClient.layerUndici,
    fetch: fetchTransport.layer
  }))
    for (const headers of [{}, { "content-length": 60 * 1_048_576 }])
      it.live(`${name}${"content-length" in headers ? ", whatever length it announces" : ""}`, () =>
        Effect.gen(function* () {
          const site = yield* endless(500, headers)
          const client = yield* HttpClient.HttpClient
          const wire = yield* send(client, { ...outgoing, url: site.url })
          assert.deepStrictEqual([wire.status, wire.text.length], [500, 262_144])
          yield* Effect.promise(() => site.closed)
          assert.isBelow(site.written(), 16 * 1_048_576)
        }).pipe(Effect.scoped, Effect.provide(layer))
      )
})
